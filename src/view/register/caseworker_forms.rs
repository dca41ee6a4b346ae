//! The forms about a caseworker: who they are, where and from when, and how many hours.

use super::caseworker::find;
use super::form::{Field, FieldKind, Form, Problems, Reader, Values, typed_number};
use super::{RegisterContext, unit_of, unit_options};
use crate::book::{Command, PeopleCommand};
use crate::domain::{
    CaseHolding, CaseworkerId, Identity, Month, Presence, Terms, Thousandths, UnitData,
};
use crate::text::{Lang, dates, tr, tr_with};

fn month_field(lang: Lang, name: super::FieldName, month: Option<Month>) -> Field {
    let value = month.map(|it| dates::month_short(lang, it)).unwrap_or_default();
    Field::line(lang, name, value).hint(tr(lang, "register-hint-month"))
}

/// A last month, which may be open.
fn end_field(lang: Lang, month: Option<Month>) -> Field {
    month_field(lang, "to", month).hint(tr(lang, "register-hint-last"))
}

fn identity_fields(lang: Lang, form: Form, identity: Option<&Identity>) -> Form {
    let initials = identity.map(|it| it.initials.clone()).unwrap_or_default();
    let name = identity.and_then(|it| it.name.clone()).unwrap_or_default();
    form.with(Field::line(lang, "initials", initials))
        .with(Field::line(lang, "full-name", name).hint(tr(lang, "register-hint-full-name")))
}

fn read_identity(reader: &mut Reader<'_>) -> Option<Identity> {
    let initials = reader.name("initials");
    let name = reader.optional_name("full-name");
    Some(Identity { initials: initials?, name: name.ok()? })
}

fn terms_fields(at: &RegisterContext<'_>, form: Form, terms: Option<Terms>) -> Form {
    let lang = at.lang;
    let full_time = at.snapshot.settings().standard_week();
    let terms = terms.unwrap_or(Terms { weekly_hours: full_time, weight: Thousandths::ONE });
    form.with(Field::line(lang, "hours", typed_number(terms.weekly_hours)).hint(tr_with(
        lang,
        "register-hint-hours",
        &[("hours", typed_number(full_time).into())],
    )))
    .with(
        Field::line(lang, "weight", typed_number(terms.weight))
            .hint(tr(lang, "register-hint-weight")),
    )
}

fn read_terms_of(reader: &mut Reader<'_>) -> Option<Terms> {
    let hours = reader.number("hours");
    let weight = reader.number("weight");
    Some(Terms { weekly_hours: hours?, weight: weight? })
}

pub fn new_form(at: &RegisterContext<'_>) -> Form {
    let lang = at.lang;
    let units = unit_options(at, |it| it.unit.has_caseworkers());
    let chosen = at.unit.map(|it| it.0.to_string());
    let chosen = chosen.filter(|it| units.iter().any(|unit| unit.0 == *it));
    let first = chosen.or_else(|| units.first().map(|it| it.0.clone())).unwrap_or_default();
    let mut form =
        Form::for_new_or_known(lang, None::<&()>, "register-new-caseworker", "register-edit-name");
    form.title = super::caseworker::new_words(at);
    let form = identity_fields(lang, form, None)
        .with(Field::choice(lang, "unit", first, units))
        .with(month_field(lang, "from", Some(at.today.month())));
    terms_fields(at, form, None)
        .with(Field::check(lang, "case-holding", true).hint(tr(lang, "register-hint-case-holding")))
}

pub fn read_new(at: &RegisterContext<'_>, values: &Values) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let identity = read_identity(&mut reader);
    let from = reader.month("from");
    let terms = read_terms_of(&mut reader);
    let case_holding = read_holding(&reader);
    let unit = read_unit(&mut reader, at.lang);
    let command = || {
        let presence = Presence { from: from?, to: None, case_holding };
        let (unit, identity) = (unit?, identity?);
        Some(PeopleCommand::AddCaseworker { unit, identity, presence, terms: Some(terms?) })
    };
    let command = command();
    reader.finish(command.map(Command::People))
}

fn read_unit(reader: &mut Reader<'_>, lang: Lang) -> Option<crate::domain::UnitId> {
    let unit = unit_of(reader.text("unit"));
    if unit.is_none() {
        reader.problem("unit", tr(lang, "register-needed"));
    }
    unit
}

fn read_holding(reader: &Reader<'_>) -> CaseHolding {
    if reader.is_ticked("case-holding") { CaseHolding::Yes } else { CaseHolding::No }
}

pub fn name_form(at: &RegisterContext<'_>, id: CaseworkerId) -> Option<Form> {
    let identity = at.snapshot.identity(find(at, id)?.1.identity);
    Some(identity_fields(at.lang, Form::new(at.lang, "register-edit-name"), identity))
}

pub fn read_name(
    at: &RegisterContext<'_>,
    id: CaseworkerId,
    values: &Values,
) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let identity = read_identity(&mut reader);
    let command = identity.map(|identity| PeopleCommand::RenameCaseworker { id, identity });
    reader.finish(command.map(Command::People))
}

pub fn move_form(at: &RegisterContext<'_>, id: CaseworkerId) -> Option<Form> {
    let lang = at.lang;
    let (data, _) = find(at, id)?;
    let is_other = |it: &UnitData| it.id != data.id && it.unit.has_caseworkers();
    let units = unit_options(at, is_other);
    let first = units.first().map(|it| it.0.clone()).unwrap_or_default();
    let lead = if units.is_empty() { "register-move-nowhere" } else { "register-move-lead" };
    Some(Form {
        lead: tr(lang, lead),
        ..Form::new(lang, "register-move")
            .with(Field::choice(lang, "unit", first, units))
            .with(month_field(lang, "from", Some(at.today.month().next())))
    })
}

pub fn read_move(
    at: &RegisterContext<'_>,
    id: CaseworkerId,
    values: &Values,
) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let to = read_unit(&mut reader, at.lang);
    let from = reader.month("from");
    let command = to.zip(from).map(|(to, from)| PeopleCommand::MoveCaseworker { id, to, from });
    reader.finish(command.map(Command::People))
}

pub fn end_form(at: &RegisterContext<'_>, id: CaseworkerId) -> Option<Form> {
    let lang = at.lang;
    let last = find(at, id)?.1.presences.last()?;
    let to = last.to.unwrap_or_else(|| at.today.month());
    Some(Form {
        lead: tr(lang, "register-leave-lead"),
        ..Form::new(lang, "register-leave-unit").with(end_field(lang, Some(to)))
    })
}

pub fn read_end(
    at: &RegisterContext<'_>,
    id: CaseworkerId,
    values: &Values,
) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let to = reader.optional_month("to");
    let command = || {
        let to = to.ok()?;
        let mut presences = find(at, id)?.1.presences.clone();
        if let Some(to) = to {
            presences.retain(|it| it.from <= to);
        }
        presences.last_mut()?.to = to;
        Some(PeopleCommand::EditCaseworker { id, presences })
    };
    let command = command();
    if command.is_none() && to.is_ok() {
        reader.problem("to", tr(at.lang, "register-before-begin"));
    }
    reader.finish(command.map(Command::People))
}

pub fn presence_form(
    at: &RegisterContext<'_>,
    id: CaseworkerId,
    from: Option<Month>,
) -> Option<Form> {
    let lang = at.lang;
    let (_, caseworker) = find(at, id)?;
    let known = from.and_then(|it| caseworker.presences.iter().find(|row| row.from == it));
    let holds = known.is_none_or(|it| it.case_holding == CaseHolding::Yes);
    let begin = known.map_or_else(|| at.today.month(), |it| it.from);
    let mut form =
        Form::for_new_or_known(lang, known, "register-new-presence", "register-edit-presence")
            .with(month_field(lang, "from", Some(begin)))
            .with(end_field(lang, known.and_then(|it| it.to)))
            .with(
                Field::check(lang, "case-holding", holds)
                    .hint(tr(lang, "register-hint-case-holding")),
            );
    if known.is_some() && 1 < caseworker.presences.len() {
        let mut presences = caseworker.presences.clone();
        presences.retain(|it| Some(it.from) != from);
        let command = Command::People(PeopleCommand::EditCaseworker { id, presences });
        form.remove = Some((tr(lang, "register-delete"), command));
    }
    Some(form)
}

pub fn read_presence(
    at: &RegisterContext<'_>,
    id: CaseworkerId,
    known: Option<Month>,
    values: &Values,
) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let from = reader.month("from");
    let to = reader.optional_month("to");
    let case_holding = read_holding(&reader);
    let command = || {
        let mut presences = find(at, id)?.1.presences.clone();
        presences.retain(|it| Some(it.from) != known);
        presences.push(Presence { from: from?, to: to.ok()?, case_holding });
        presences.sort();
        Some(PeopleCommand::EditCaseworker { id, presences })
    };
    let command = command();
    reader.finish(command.map(Command::People))
}

pub fn terms_form(at: &RegisterContext<'_>, id: CaseworkerId, from: Option<Month>) -> Option<Form> {
    let lang = at.lang;
    let (data, _) = find(at, id)?;
    let month = from.unwrap_or_else(|| at.today.month());
    let terms = data.terms_in(id, month);
    let form =
        Form::for_new_or_known(lang, from.as_ref(), "register-new-terms", "register-edit-terms");
    let mut begin = month_field(lang, "from", Some(month));
    if from.is_some() {
        begin.kind = FieldKind::Fixed;
        begin.hint.clear();
    }
    let mut form = terms_fields(at, form.with(begin), terms);
    if let Some(from) = from {
        let remove = PeopleCommand::SetEmployment { caseworker: id, from, terms: None };
        form.remove = Some((tr(lang, "register-delete"), Command::People(remove)));
    }
    Some(form)
}

pub fn read_terms(
    at: &RegisterContext<'_>,
    id: CaseworkerId,
    known: Option<Month>,
    values: &Values,
) -> Result<Command, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let from = if known.is_some() { known } else { reader.month("from") };
    let terms = read_terms_of(&mut reader);
    let command = from.zip(terms).map(|(from, terms)| PeopleCommand::SetEmployment {
        caseworker: id,
        from,
        terms: Some(terms),
    });
    reader.finish(command.map(Command::People))
}

/// What cannot be taken back is asked for by name.
pub fn erasure_form(at: &RegisterContext<'_>, id: CaseworkerId) -> Option<Form> {
    let lang = at.lang;
    let identity = at.snapshot.identity(find(at, id)?.1.identity)?;
    let args = [("initials", (&identity.initials).into())];
    Some(Form {
        lead: tr_with(lang, "register-erase-lead", &args),
        save: tr(lang, "register-erase-now"),
        is_final: true,
        ..Form::new(lang, "register-erase").with(Field::line(lang, "confirm", "").hint(tr_with(
            lang,
            "register-erase-hint",
            &args,
        )))
    })
}

pub fn read_erasure(
    at: &RegisterContext<'_>,
    id: CaseworkerId,
    values: &Values,
) -> Result<CaseworkerId, Problems> {
    let mut reader = Reader::new(at.lang, values);
    let identity = find(at, id).and_then(|it| at.snapshot.identity(it.1.identity));
    let typed = reader.text("confirm");
    let is_confirmed = identity.is_some_and(|it| it.initials == typed);
    if !is_confirmed {
        let initials = identity.map(|it| it.initials.clone()).unwrap_or_default();
        let args = [("initials", initials.into())];
        reader.problem("confirm", tr_with(at.lang, "register-erase-hint", &args));
    }
    reader.finish(Some(id))
}
