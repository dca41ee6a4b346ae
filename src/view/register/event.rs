//! Events and series breaks: what happened, when, and whether figures can be compared across it.

use std::cmp::Reverse;

use super::form::{Suggestion, YES};
use super::form_spec::{FormSpec, Takes, kept};
use super::model::{FormLink, ListModel, ListRow, RegisterContext};
use super::subject::{Item, Subject};
use super::words::{concerns, unit_or_all_options, unit_word};
use crate::book::SharedCommand;
use crate::domain::{Day, Event, EventId, EventKind};
use crate::text::{dates, tr};
use crate::view::{Chip, Tone};

/// What a tick at "Databrud" means.
pub const KINDS: [(EventKind, &str); 2] = [(EventKind::Event, ""), (EventKind::SeriesBreak, YES)];

/// Newest first.
pub fn list(at: RegisterContext<'_>) -> ListModel {
    let events = at.snapshot.shared.events.iter();
    let mut events: Vec<_> = events.filter(|it| concerns(at, it.1.unit)).collect();
    events.sort_by_key(|(id, event)| (Reverse(event.day), **id));
    let rows = events.into_iter().map(|(id, event)| ListRow {
        item: Item::Event(*id),
        title: event.title.clone(),
        detail: format!("{} · {}", dates::short(at.lang, event.day), unit_word(at, event.unit)),
        chip: (event.kind == EventKind::SeriesBreak)
            .then(|| Chip { text: tr(at.lang, "register-break-chip"), tone: Tone::Neutral }),
        is_past: false,
    });
    ListModel {
        add: Some(FormLink::new(at.lang, "register-new-event", Subject::Event(None))),
        rows: rows.collect(),
        empty: tr(at.lang, "register-no-events"),
    }
}

pub fn form(at: RegisterContext<'_>, id: Option<EventId>) -> Option<FormSpec<'_>> {
    let events = &at.snapshot.shared.events;
    let known = id.map(|it| events.get(&it).ok_or(())).transpose().ok()?;
    let unit = known.map_or(at.unit, |it| it.unit).map(|it| it.0.to_string());
    let kind = known.map_or(EventKind::Event, |it| it.kind);
    let mut form = FormSpec::for_new_or(
        at.lang,
        "register-new-event",
        ("register-edit-event", id.map(SharedCommand::RemoveEvent)),
    );
    form.day("day", known.map_or(at.today, |it| it.day));
    let title = known.map_or("", |it| it.title.as_str());
    form.line("title", Takes::Note, title, "register-hint-title");
    form.choice("for-unit", unit_or_all_options(at), unit.unwrap_or_default());
    form.check("break", kept(&KINDS, &kind), "register-hint-break");
    if id.is_none() {
        form.form.suggestions.extend(suggestion(at));
        form.made = |it| it.shared.events.keys().next_back().copied().map(Item::Event);
    }
    Some(form.becomes(move |typed| {
        let event = Event {
            day: typed.day("day")?,
            unit: typed.unit("for-unit"),
            title: typed.note("title")?,
            kind: typed.choice("break", &KINDS)?,
        };
        Some(match id {
            Some(id) => SharedCommand::EditEvent { id, event },
            None => SharedCommand::AddEvent(event),
        })
    }))
}

/// Barnets Lov in force from 1 January 2024, where no series break stands on that day.
fn suggestion(at: RegisterContext<'_>) -> Option<Suggestion> {
    let lang = at.lang;
    let day = Day::new(2024, 1, 1)?;
    let known = &at.snapshot.shared.events;
    let stands = known.values().any(|it| it.day == day && it.kind == EventKind::SeriesBreak);
    (!stands).then(|| Suggestion {
        word: tr(lang, "register-law-word"),
        source: tr(lang, "register-law-source"),
        values: vec![
            ("day", dates::short(lang, day)),
            ("title", tr(lang, "register-law-title")),
            ("for-unit", String::new()),
            ("break", YES.to_owned()),
        ],
    })
}
