//! Events and series breaks: what happened, when, and whether figures can be compared across it.

use super::form::{Field, Form, Problems, Reader, Suggestion, Values, YES};
use super::{
    Item, ListModel, ListRow, RegisterContext, Subject, unit_of, unit_or_all_options, unit_word,
};
use crate::book::{Command, SharedCommand};
use crate::domain::{Day, Event, EventId, EventKind};
use crate::text::{dates, tr};
use crate::view::{Chip, Tone};

/// Newest first.
pub fn list(at: &RegisterContext<'_>) -> ListModel {
    let events = at.snapshot.shared.events.iter();
    let is_shown = |it: &Event| at.unit.is_none() || it.unit.is_none() || it.unit == at.unit;
    let mut events: Vec<_> = events.filter(|(_, it)| is_shown(it)).collect();
    events.sort_by_key(|(id, it)| (std::cmp::Reverse(it.day), **id));
    let rows = events.into_iter().map(|(id, it)| ListRow {
        item: Item::Event(*id),
        title: it.title.clone(),
        detail: format!("{} · {}", dates::short(at.lang, it.day), unit_word(at, it.unit)),
        chip: (it.kind == EventKind::SeriesBreak)
            .then(|| Chip { text: tr(at.lang, "register-break-chip"), tone: Tone::Neutral }),
        is_past: false,
    });
    ListModel {
        add: Some((tr(at.lang, "register-new-event"), Subject::Event(None))),
        rows: rows.collect(),
        empty: tr(at.lang, "register-no-events"),
    }
}

pub fn form(at: &RegisterContext<'_>, id: Option<EventId>) -> Option<Form> {
    let lang = at.lang;
    let known = match id {
        Some(id) => Some(at.snapshot.shared.events.get(&id)?),
        None => None,
    };
    let day = known.map_or(at.today, |it| it.day);
    let unit = known.map_or(at.unit, |it| it.unit).map(|it| it.0.to_string());
    let title = known.map(|it| it.title.clone()).unwrap_or_default();
    let is_break = known.is_some_and(|it| it.kind == EventKind::SeriesBreak);
    let mut form = Form::for_new_or_known(lang, known, "register-new-event", "register-edit-event")
        .with(Field::line(lang, "day", dates::short(lang, day)).hint(tr(lang, "register-hint-day")))
        .with(Field::line(lang, "title", title).hint(tr(lang, "register-hint-title")))
        .with(Field::choice(lang, "for-unit", unit.unwrap_or_default(), unit_or_all_options(at)))
        .with(Field::check(lang, "break", is_break).hint(tr(lang, "register-hint-break")));
    if let Some(id) = id {
        let remove = Command::Shared(SharedCommand::RemoveEvent(id));
        form.remove = Some((tr(lang, "register-delete"), remove));
    } else {
        form.suggestions.extend(suggestion(at));
    }
    Some(form)
}

/// Barnets Lov in force from 1 January 2024, where no series break stands on that day.
fn suggestion(at: &RegisterContext<'_>) -> Option<Suggestion> {
    let lang = at.lang;
    let day = Day::new(2024, 1, 1)?;
    let known = &at.snapshot.shared.events;
    let stands = known.values().any(|it| it.day == day && it.kind == EventKind::SeriesBreak);
    let title = tr(lang, "register-law-title");
    (!stands).then(|| Suggestion {
        word: tr(lang, "register-law-word"),
        source: tr(lang, "register-law-source"),
        values: vec![
            ("day", dates::short(lang, day)),
            ("title", title),
            ("for-unit", String::new()),
            ("break", YES.to_owned()),
        ],
    })
}

pub fn read(
    at: &RegisterContext<'_>,
    id: Option<EventId>,
    values: &Values,
) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let day = reader.day("day");
    let title = reader.note("title");
    let unit = unit_of(reader.text("for-unit"));
    let kind = if reader.is_ticked("break") { EventKind::SeriesBreak } else { EventKind::Event };
    let command = day.zip(title).map(|(day, title)| {
        let event = Event { day, unit, title, kind };
        match id {
            Some(id) => SharedCommand::EditEvent { id, event },
            None => SharedCommand::AddEvent(event),
        }
    });
    reader.finish(command.map(Command::Shared))
}
