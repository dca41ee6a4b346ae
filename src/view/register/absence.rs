//! The form about a stretch of absence.

use super::RegisterContext;
use super::caseworker::find;
use super::form::{Field, Form, Problems, Reader, Values};
use super::unit::{options, word};
use crate::book::{Command, PeopleCommand};
use crate::domain::{Absence, AbsenceId, AbsenceKind, CaseworkerId};
use crate::text::{dates, tr};

const KINDS: [(AbsenceKind, &str); 2] =
    [(AbsenceKind::Leave, "leave"), (AbsenceKind::LongTermSick, "sick")];

pub fn form(at: &RegisterContext<'_>, who: CaseworkerId, id: Option<AbsenceId>) -> Option<Form> {
    let lang = at.lang;
    let (data, _) = find(at, who)?;
    let known = id.and_then(|it| data.absences.get(&it));
    let from = known.map_or(at.today, |it| it.from);
    let to = known.and_then(|it| it.to).map(|it| dates::short(lang, it)).unwrap_or_default();
    let kind = known.map_or(AbsenceKind::Leave, |it| it.kind);
    let mut form =
        Form::for_new_or_known(lang, known, "register-new-absence", "register-edit-absence")
            .with(Field::choice(
                lang,
                "kind",
                word(&KINDS, &kind),
                options(lang, "absence", &KINDS),
            ))
            .with(
                Field::line(lang, "first-day", dates::short(lang, from))
                    .hint(tr(lang, "register-hint-day")),
            )
            .with(Field::line(lang, "last-day", to).hint(tr(lang, "register-hint-last-day")));
    if let Some(id) = id {
        let remove = Command::People(PeopleCommand::RemoveAbsence(id));
        form.remove = Some((tr(lang, "register-delete"), remove));
    }
    Some(form)
}

pub fn read(
    at: &RegisterContext<'_>,
    who: CaseworkerId,
    id: Option<AbsenceId>,
    values: &Values,
) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let kind = reader.choice("kind", &KINDS);
    let from = reader.day("first-day");
    let to = reader.optional_day("last-day");
    if let (Some(from), Ok(Some(to))) = (from, to)
        && to < from
    {
        reader.problem("last-day", tr(at.lang, "refusal-ends-before"));
    }
    let command = || {
        let absence = Absence { caseworker: who, from: from?, to: to.ok()?, kind: kind? };
        Some(match id {
            Some(id) => PeopleCommand::EditAbsence { id, absence },
            None => PeopleCommand::AddAbsence(absence),
        })
    };
    let command = command();
    reader.finish(command.map(Command::People))
}
