//! The forms about a unit.

use super::form::YES;
use super::form_spec::{FormSpec, Takes};
use super::model::RegisterContext;
use super::subject::Item;
use crate::book::Command;
use crate::domain::{
    CaseReporting, CountingUnit, Event, EventKind, Month, Unit, UnitId, UnitName, WaitingList,
};
use crate::text::{dates, tr, tr_with};

pub const COUNTS: [(CountingUnit, &str); 3] = [
    (CountingUnit::Child, "child"),
    (CountingUnit::Family, "family"),
    (CountingUnit::Citizen, "citizen"),
];
const REPORTING: [(CaseReporting, &str); 2] =
    [(CaseReporting::ByCaseworker, "by-caseworker"), (CaseReporting::ByUnit, "by-unit")];
/// A register whose first and last month follow from its contents.
const OPEN_LIST: WaitingList = WaitingList::Kept { register_from: None, register_through: None };
const WAITING: [(WaitingList, &str); 2] = [(WaitingList::None, "none"), (OPEN_LIST, "kept")];

pub fn new(at: RegisterContext<'_>) -> FormSpec<'_> {
    let mut form = FormSpec::for_new(at.lang, "register-new-unit");
    form.line("code", Takes::Name, "", "register-hint-code");
    form.line("name", Takes::Name, "", "");
    form.month("from", Month::january(at.today.month().year()));
    form.choice_of("counts", ("counts", &COUNTS), &CountingUnit::Child);
    form.choice_of("reporting", ("reporting", &REPORTING), &CaseReporting::ByCaseworker);
    form.choice_of("waiting", ("waiting", &WAITING), &WaitingList::None);
    form.made = |snapshot| snapshot.units().map(|it| it.id).max().map(Item::Unit);
    form.becomes(|typed| {
        let name = UnitName { name: typed.name("name")?, from: typed.month("from")?, to: None };
        Some(Command::AddUnits(vec![Unit {
            code: typed.name("code")?,
            counts: typed.choice("counts", &COUNTS)?,
            case_reporting: typed.choice("reporting", &REPORTING)?,
            waiting_list: typed.choice("waiting", &WAITING)?,
            names: vec![name],
        }]))
    })
}

pub fn facts(at: RegisterContext<'_>, id: UnitId) -> Option<FormSpec<'_>> {
    let unit = &at.snapshot.unit(id)?.unit;
    let (waiting, first, last) = match unit.waiting_list {
        WaitingList::None => (WaitingList::None, None, None),
        WaitingList::Kept { register_from, register_through } => {
            (OPEN_LIST, register_from, register_through)
        }
    };
    let first = first.map(|it| dates::month_short(at.lang, it)).unwrap_or_default();
    let mut form = FormSpec::new(at.lang, "register-edit-unit");
    form.line("code", Takes::Name, &unit.code, "register-hint-code");
    form.choice_of("counts", ("counts", &COUNTS), &unit.counts);
    form.choice_of("reporting", ("reporting", &REPORTING), &unit.case_reporting);
    form.choice_of("waiting", ("waiting", &WAITING), &waiting);
    form.line("register-from", Takes::OptionalMonth, first, "register-hint-register-from");
    Some(form.becomes(move |typed| {
        let waiting_list = match typed.choice("waiting", &WAITING)? {
            WaitingList::None => WaitingList::None,
            WaitingList::Kept { .. } => WaitingList::Kept {
                register_from: typed.month("register-from"),
                register_through: last,
            },
        };
        let unit = Unit {
            code: typed.name("code")?,
            counts: typed.choice("counts", &COUNTS)?,
            case_reporting: typed.choice("reporting", &REPORTING)?,
            waiting_list,
            names: unit.names.clone(),
        };
        Some(Command::EditUnit { id, unit })
    }))
}

pub fn name(at: RegisterContext<'_>, id: UnitId) -> Option<FormSpec<'_>> {
    let lang = at.lang;
    let month = at.today.month();
    let mut form = FormSpec::new(lang, "register-rename-unit");
    form.form.lead = tr(lang, "register-rename-lead");
    form.line("name", Takes::Name, at.snapshot.unit(id)?.unit.name_in(month), "");
    form.month("from", month);
    form.check("mark", YES, "");
    form.check("break", "", "register-hint-break");
    Some(form.becomes(move |typed| {
        let (name, from) = (typed.name("name")?, typed.month("from")?);
        let kind = typed.choice("break", &super::event::KINDS)?;
        let title = tr_with(lang, "register-rename-event", &[("name", (&name).into())]);
        let mark = Event { day: from.first_day(), unit: Some(id), title, kind };
        let is_marked = kind == EventKind::SeriesBreak || typed.text("mark") == YES;
        Some(Command::RenameUnit { id, from, name, mark: is_marked.then_some(mark) })
    }))
}

pub fn end(at: RegisterContext<'_>, id: UnitId) -> Option<FormSpec<'_>> {
    let unit = &at.snapshot.unit(id)?.unit;
    let mut form = FormSpec::new(at.lang, "register-close-unit");
    form.form.lead = tr(at.lang, "register-close-lead");
    form.last_month("to", unit.last_month());
    Some(form.becomes(move |typed| {
        let to = typed.month("to");
        let mut unit = unit.clone();
        // Names that would begin after the end go with it.
        unit.names.retain(|it| to.is_none_or(|to| it.from <= to));
        if let Some(last) = unit.names.last_mut() {
            last.to = to;
        }
        Some(Command::EditUnit { id, unit })
    }))
}
