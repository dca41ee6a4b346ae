//! The forms about a caseworker: who they are, where and from when, how many hours, and when they are away.

use super::form::{FieldKind, YES};
use super::form_spec::{FormRequest, FormSpec, Takes, Typed, kept};
use super::model::RegisterContext;
use super::subject::Item;
use super::words::{caseworker, new_caseworker, unit_options};
use crate::book::PeopleCommand;
use crate::domain::{
    Absence, AbsenceId, AbsenceKind, CaseHolding, CaseworkerId, Identity, Month, Presence,
    Snapshot, Terms, Thousandths,
};
use crate::text::number::typed as typed_number;
use crate::text::{dates, tr, tr_with};

/// What a tick at "Bærer sager" means.
const HOLDING: [(CaseHolding, &str); 2] = [(CaseHolding::Yes, YES), (CaseHolding::No, "")];
const ABSENCES: [(AbsenceKind, &str); 2] =
    [(AbsenceKind::Leave, "leave"), (AbsenceKind::LongTermSick, "sick")];

fn newest(snapshot: &Snapshot) -> Option<Item> {
    let ids = snapshot.units().flat_map(|it| it.caseworkers.keys());
    ids.max().copied().map(Item::Caseworker)
}

fn identity_fields(form: &mut FormSpec<'_>, identity: Option<&Identity>) {
    let initials = identity.map_or("", |it| it.initials.as_str());
    let name = identity.and_then(|it| it.name.as_deref()).unwrap_or_default();
    form.line("initials", Takes::Name, initials, "");
    form.line("full-name", Takes::OptionalName, name, "register-hint-full-name");
}

fn identity(typed: Typed<'_>) -> Option<Identity> {
    Some(Identity { initials: typed.name("initials")?, name: typed.name("full-name") })
}

fn terms_fields(at: RegisterContext<'_>, form: &mut FormSpec<'_>, terms: Option<Terms>) {
    let full_time = at.snapshot.settings().standard_week();
    let terms = terms.unwrap_or(Terms { weekly_hours: full_time, weight: Thousandths::ONE });
    form.number("hours", terms.weekly_hours, "");
    let hint = [("hours", typed_number(full_time).into())];
    form.hint(tr_with(at.lang, "register-hint-hours", &hint));
    form.number("weight", terms.weight, "register-hint-weight");
}

fn terms_of(typed: Typed<'_>) -> Option<Terms> {
    Some(Terms { weekly_hours: typed.number("hours")?, weight: typed.number("weight")? })
}

pub fn new(at: RegisterContext<'_>) -> FormSpec<'_> {
    let mut form = FormSpec::for_new(at.lang, "register-new-caseworker");
    form.form.title = new_caseworker(at);
    identity_fields(&mut form, None);
    form.choice_of_unit(unit_options(at, |it| it.unit.has_caseworkers()), at.unit);
    form.month("from", at.today.month());
    terms_fields(at, &mut form, None);
    form.check("case-holding", YES, "register-hint-case-holding");
    form.made = newest;
    form.becomes(|typed| {
        let case_holding = typed.choice("case-holding", &HOLDING)?;
        Some(PeopleCommand::AddCaseworker {
            unit: typed.unit("unit")?,
            identity: identity(typed)?,
            presence: Presence { from: typed.month("from")?, to: None, case_holding },
            terms: Some(terms_of(typed)?),
        })
    })
}

pub fn name(at: RegisterContext<'_>, id: CaseworkerId) -> Option<FormSpec<'_>> {
    let (_, known) = caseworker(at, id)?;
    let mut form = FormSpec::new(at.lang, "register-edit-name");
    identity_fields(&mut form, at.snapshot.identity(known.identity));
    Some(form.becomes(move |typed| {
        Some(PeopleCommand::RenameCaseworker { id, identity: identity(typed)? })
    }))
}

pub fn moving(at: RegisterContext<'_>, id: CaseworkerId) -> Option<FormSpec<'_>> {
    let (own, _) = caseworker(at, id)?;
    let units = unit_options(at, |it| it.id != own.id && it.unit.has_caseworkers());
    let lead = if units.is_empty() { "register-move-nowhere" } else { "register-move-lead" };
    let mut form = FormSpec::new(at.lang, "register-move");
    form.form.lead = tr(at.lang, lead);
    form.choice_of_unit(units, None);
    form.month("from", at.today.month().next());
    form.made = newest;
    Some(form.becomes(move |typed| {
        let (to, from) = (typed.unit("unit")?, typed.month("from")?);
        Some(PeopleCommand::MoveCaseworker { id, to, from })
    }))
}

pub fn end(at: RegisterContext<'_>, id: CaseworkerId) -> Option<FormSpec<'_>> {
    let presences = &caseworker(at, id)?.1.presences;
    let (first, last) = (presences.first()?.from, presences.last()?.to);
    let before = tr(at.lang, "register-before-begin");
    let mut form = FormSpec::new(at.lang, "register-leave-unit");
    form.form.lead = tr(at.lang, "register-leave-lead");
    form.last_month("to", last.or_else(|| Some(at.today.month())));
    form.rule("to", move |typed| (typed.month("to")? < first).then(|| before.clone()));
    Some(form.becomes(move |typed| {
        let to = typed.month("to");
        let mut presences = presences.clone();
        presences.retain(|it| to.is_none_or(|to| it.from <= to));
        presences.last_mut()?.to = to;
        Some(PeopleCommand::EditCaseworker { id, presences })
    }))
}

pub fn presence(
    at: RegisterContext<'_>,
    id: CaseworkerId,
    from: Option<Month>,
) -> Option<FormSpec<'_>> {
    let presences = &caseworker(at, id)?.1.presences;
    let known = presences.iter().find(|it| Some(it.from) == from);
    let mut others = presences.clone();
    others.retain(|it| Some(it.from) != from);
    let mut form = match known {
        Some(_) => FormSpec::new(at.lang, "register-edit-presence"),
        None => FormSpec::for_new(at.lang, "register-new-presence"),
    };
    if known.is_some() && !others.is_empty() {
        form.removes(PeopleCommand::EditCaseworker { id, presences: others.clone() });
    }
    let holding = known.map_or(CaseHolding::Yes, |it| it.case_holding);
    form.month("from", known.map_or_else(|| at.today.month(), |it| it.from));
    form.last_month("to", known.and_then(|it| it.to));
    form.check("case-holding", kept(&HOLDING, &holding), "register-hint-case-holding");
    Some(form.becomes(move |typed| {
        let (from, to) = (typed.month("from")?, typed.month("to"));
        let mut presences = others.clone();
        presences.push(Presence {
            from,
            to,
            case_holding: typed.choice("case-holding", &HOLDING)?,
        });
        presences.sort();
        Some(PeopleCommand::EditCaseworker { id, presences })
    }))
}

pub fn terms(
    at: RegisterContext<'_>,
    id: CaseworkerId,
    known: Option<Month>,
) -> Option<FormSpec<'_>> {
    let (data, _) = caseworker(at, id)?;
    let of = move |from, terms| PeopleCommand::SetEmployment { caseworker: id, from, terms };
    let mut form = FormSpec::for_new_or(
        at.lang,
        "register-new-terms",
        ("register-edit-terms", known.map(|from| of(from, None))),
    );
    let month = known.unwrap_or_else(|| at.today.month());
    match known {
        Some(_) => {
            let value = dates::month_short(at.lang, month);
            form.field("from", (FieldKind::Fixed, Takes::Any), value, "");
        }
        None => form.month("from", month),
    }
    terms_fields(at, &mut form, data.terms_in(id, month));
    Some(form.becomes(move |typed| {
        let from = known.or_else(|| typed.month("from"))?;
        Some(of(from, Some(terms_of(typed)?)))
    }))
}

pub fn absence(
    at: RegisterContext<'_>,
    who: CaseworkerId,
    id: Option<AbsenceId>,
) -> Option<FormSpec<'_>> {
    let absences = &caseworker(at, who)?.0.absences;
    let known = id.map(|it| absences.get(&it).ok_or(())).transpose().ok()?;
    let kind = known.map_or(AbsenceKind::Leave, |it| it.kind);
    let mut form = FormSpec::for_new_or(
        at.lang,
        "register-new-absence",
        ("register-edit-absence", id.map(PeopleCommand::RemoveAbsence)),
    );
    form.choice_of("kind", ("absence", &ABSENCES), &kind);
    form.first_and_last_day(known.map_or(at.today, |it| it.from), known.and_then(|it| it.to));
    Some(form.becomes(move |typed| {
        let absence = Absence {
            caseworker: who,
            from: typed.day("first-day")?,
            to: typed.day("last-day"),
            kind: typed.choice("kind", &ABSENCES)?,
        };
        Some(match id {
            Some(id) => PeopleCommand::EditAbsence { id, absence },
            None => PeopleCommand::AddAbsence(absence),
        })
    }))
}

/// What cannot be taken back is asked for by name.
pub fn erasure(at: RegisterContext<'_>, id: CaseworkerId) -> Option<FormSpec<'_>> {
    let initials = at.snapshot.identity(caseworker(at, id)?.1.identity)?.initials.as_str();
    let args = [("initials", initials.into())];
    let hint = tr_with(at.lang, "register-erase-hint", &args);
    let mut form = FormSpec::new(at.lang, "register-erase");
    form.form.lead = tr_with(at.lang, "register-erase-lead", &args);
    form.form.save = tr(at.lang, "register-erase-now");
    form.form.is_final = true;
    form.line("confirm", Takes::Any, "", "");
    form.hint(hint.clone());
    form.rule("confirm", move |typed| (typed.text("confirm") != initials).then(|| hint.clone()));
    Some(form.becomes(move |_| Some(FormRequest::Erase(id))))
}
