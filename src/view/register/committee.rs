//! Committees under the names they have for a time.

use super::form::{Field, Form, Problems, Reader, Values};
use super::{Item, ListModel, ListRow, RegisterContext, Subject, days_in_words, sort};
use crate::book::{Command, SharedCommand};
use crate::domain::{Committee, CommitteeId};
use crate::text::{dates, tr, tr_with};
use crate::view::{Chip, Tone};

pub fn list(at: &RegisterContext<'_>) -> ListModel {
    let row = |(id, it): (&CommitteeId, &Committee)| {
        let ended = it.to.filter(|to| *to < at.today);
        ListRow {
            item: Item::Committee(*id),
            title: it.name.clone(),
            detail: format!("{} · {}", it.code, days_in_words(at.lang, it.from, it.to)),
            chip: ended.map(|to| Chip {
                text: tr_with(
                    at.lang,
                    "register-closed-chip",
                    &[("month", dates::month_short(at.lang, to.month()).into())],
                ),
                tone: Tone::Neutral,
            }),
            is_past: ended.is_some(),
        }
    };
    let mut rows: Vec<ListRow> = at.snapshot.shared.committees.iter().map(row).collect();
    sort(&mut rows);
    ListModel {
        add: Some((tr(at.lang, "register-new-committee"), Subject::Committee(None))),
        rows,
        empty: tr(at.lang, "register-no-committees"),
    }
}

pub fn form(at: &RegisterContext<'_>, id: Option<CommitteeId>) -> Option<Form> {
    let lang = at.lang;
    let known = match id {
        Some(id) => Some(at.snapshot.shared.committees.get(&id)?),
        None => None,
    };
    let from = known.map_or(at.today, |it| it.from);
    let to = known.and_then(|it| it.to).map(|it| dates::short(lang, it)).unwrap_or_default();
    let (code, name) = known.map(|it| (it.code.clone(), it.name.clone())).unwrap_or_default();
    let mut form =
        Form::for_new_or_known(lang, known, "register-new-committee", "register-edit-committee")
            .with(
                Field::line(lang, "committee-code", code).hint(tr(lang, "register-hint-committee")),
            )
            .with(Field::line(lang, "name", name))
            .with(
                Field::line(lang, "first-day", dates::short(lang, from))
                    .hint(tr(lang, "register-hint-day")),
            )
            .with(Field::line(lang, "last-day", to).hint(tr(lang, "register-hint-last-day")));
    if let Some(id) = id {
        let remove = Command::Shared(SharedCommand::RemoveCommittee(id));
        form.remove = Some((tr(lang, "register-delete"), remove));
    }
    Some(form)
}

pub fn read(
    at: &RegisterContext<'_>,
    id: Option<CommitteeId>,
    values: &Values,
) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let code = reader.name("committee-code");
    let name = reader.name("name");
    let from = reader.day("first-day");
    let to = reader.optional_day("last-day");
    if let (Some(from), Ok(Some(to))) = (from, to)
        && to < from
    {
        reader.problem("last-day", tr(at.lang, "refusal-ends-before"));
    }
    let command = || {
        let committee = Committee { code: code?, name: name?, from: from?, to: to.ok()? };
        Some(match id {
            Some(id) => SharedCommand::EditCommittee { id, committee },
            None => SharedCommand::AddCommittee(committee),
        })
    };
    let command = command();
    reader.finish(command.map(Command::Shared))
}
