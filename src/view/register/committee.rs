//! Committees under the names they have for a time.

use super::form_spec::{FormSpec, Takes};
use super::model::{FormLink, ListModel, ListRow, RegisterContext};
use super::subject::{Item, Subject};
use super::words::{days_in_words, month_chip};
use crate::book::SharedCommand;
use crate::domain::{Committee, CommitteeId};
use crate::text::tr;

pub fn list(at: RegisterContext<'_>) -> ListModel {
    let row = |(id, committee): (&CommitteeId, &Committee)| {
        let ended = committee.to.filter(|to| *to < at.today);
        ListRow {
            item: Item::Committee(*id),
            title: committee.name.clone(),
            detail: format!(
                "{} · {}",
                committee.code,
                days_in_words(at.lang, committee.from, committee.to)
            ),
            chip: ended.map(|to| month_chip(at.lang, "register-closed-chip", to.month())),
            is_past: ended.is_some(),
        }
    };
    ListModel {
        add: Some(FormLink::new(at.lang, "register-new-committee", Subject::Committee(None))),
        rows: ListRow::sorted(at.snapshot.shared.committees.iter().map(row)),
        empty: tr(at.lang, "register-no-committees"),
    }
}

pub fn form(at: RegisterContext<'_>, id: Option<CommitteeId>) -> Option<FormSpec<'_>> {
    let committees = &at.snapshot.shared.committees;
    let known = id.map(|it| committees.get(&it).ok_or(())).transpose().ok()?;
    let mut form = FormSpec::for_new_or(
        at.lang,
        "register-new-committee",
        ("register-edit-committee", id.map(SharedCommand::RemoveCommittee)),
    );
    let code = known.map_or("", |it| it.code.as_str());
    form.line("committee-code", Takes::Name, code, "register-hint-committee");
    form.line("name", Takes::Name, known.map_or("", |it| it.name.as_str()), "");
    form.first_and_last_day(known.map_or(at.today, |it| it.from), known.and_then(|it| it.to));
    if id.is_none() {
        form.made = |it| it.shared.committees.keys().next_back().copied().map(Item::Committee);
    }
    Some(form.becomes(move |typed| {
        let committee = Committee {
            code: typed.name("committee-code")?,
            name: typed.name("name")?,
            from: typed.day("first-day")?,
            to: typed.day("last-day"),
        };
        Some(match id {
            Some(id) => SharedCommand::EditCommittee { id, committee },
            None => SharedCommand::AddCommittee(committee),
        })
    }))
}
