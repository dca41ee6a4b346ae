//! What can be told of a file, as choices: each begins with what was recognised, and how.

use super::view::{ImportView, reasons};
use crate::book::draft::{Column, NumberForm, SheetSeen, Sourced, WaitUnit};
use crate::book::{Existing, Reason};
use crate::domain::{Month, Snapshot, UnitField};
use crate::text::{Lang, tr, tr_with};
use crate::view::Selector;

/// How many months back may be chosen for figures that name none.
const MONTHS: i32 = 36;

/// The word for what was recognised, with how: `Familiehuset (fra titlen)`.
fn recognised<T>(lang: Lang, told: Option<&Sourced<T>>, word: impl Fn(&T) -> String) -> String {
    told.map_or_else(
        || tr(lang, "importing-not-recognised"),
        |told| {
            let how = tr(lang, &format!("importing-from-{}", told.how.key().replace('_', "-")));
            let args = [("what", word(&told.value).into()), ("how", how.into())];
            tr_with(lang, "importing-recognised", &args)
        },
    )
}

pub fn unit_name(snapshot: &Snapshot, code: &str) -> String {
    let unit = snapshot.unit_by_code(code).and_then(|it| it.unit.names.last());
    unit.map_or_else(|| code.to_owned(), |it| it.name.clone())
}

pub fn unit(view: &ImportView<'_>, sheets: &[&SheetSeen]) -> Selector<Option<String>> {
    let seen = sheets.iter().find_map(|it| it.unit.as_ref());
    let own = columns(sheets).any(|it| it == Column::Unit);
    let word = if own && seen.is_none() {
        tr(view.lang, "importing-unit-by-row")
    } else {
        recognised(view.lang, seen, |code| unit_name(view.snapshot, code))
    };
    let mut options = vec![(None, word)];
    for unit in view.snapshot.units() {
        let code = unit.unit.code.clone();
        options.push((Some(code.clone()), unit_name(view.snapshot, &code)));
    }
    Selector::new(tr(view.lang, "importing-unit"), view.mapping.unit.clone(), options)
}

fn columns(sheets: &[&SheetSeen]) -> impl Iterator<Item = Column> {
    sheets.iter().flat_map(|it| &it.columns).filter_map(|it| it.column)
}

pub fn has_waits(sheets: &[&SheetSeen]) -> bool {
    let is_wait =
        |column| UnitField::ALL.iter().any(|it| it.is_wait() && Column::of(*it) == column);
    columns(sheets).any(|it| it == Column::Field || is_wait(it))
}

pub fn wait_unit(view: &ImportView<'_>, sheets: &[&SheetSeen]) -> Selector<Option<WaitUnit>> {
    let word = |it: &WaitUnit| tr(view.lang, &format!("importing-wait-{}", it.key()));
    let seen = sheets.iter().find_map(|it| it.wait_unit.as_ref());
    let mut options = vec![(None, recognised(view.lang, seen, word))];
    options.extend(WaitUnit::ALL.iter().map(|it| (Some(*it), word(it))));
    Selector::new(tr(view.lang, "importing-wait-unit"), view.mapping.told_wait_unit(), options)
}

pub fn numbers(view: &ImportView<'_>, sheets: &[&SheetSeen]) -> Selector<Option<NumberForm>> {
    let word = |it: NumberForm| tr(view.lang, &format!("importing-numbers-{}", it.key()));
    let seen = sheets.first().map(|it| it.numbers).unwrap_or_default();
    let mut options = vec![(None, word(seen))];
    let other = match seen {
        NumberForm::Danish => NumberForm::English,
        NumberForm::English => NumberForm::Danish,
    };
    options.push((Some(other), word(other)));
    let told = view.mapping.number_form();
    if told == Some(seen) {
        options.push((told, word(seen)));
    }
    Selector::new(tr(view.lang, "importing-numbers"), told, options)
}

pub fn year(view: &ImportView<'_>, sheets: &[&SheetSeen]) -> Selector<Option<i32>> {
    let seen = sheets.iter().find_map(|it| it.year.as_ref());
    let newest = view.options.today.month().year();
    let asked = reasons(view).any(|it| matches!(it, Reason::YearNotTold));
    let word = if seen.is_none() && !asked {
        tr(view.lang, "importing-year-by-row")
    } else if sheets.len() < 2 {
        recognised(view.lang, seen, ToString::to_string)
    } else {
        tr(view.lang, "importing-year-by-sheet")
    };
    let mut options = vec![(None, word)];
    options.extend((newest - 15..=newest + 1).rev().map(|it| (Some(it), it.to_string())));
    Selector::new(tr(view.lang, "importing-year"), view.mapping.year, options)
}

/// The month of figures that name none, where it is asked for or was told.
pub fn month(view: &ImportView<'_>) -> Option<Selector<Option<Month>>> {
    let told = view.mapping.told_month();
    let asked = reasons(view).any(|it| matches!(it, Reason::MonthNotTold));
    if told.is_none() && !asked {
        return None;
    }
    let newest = view.options.today.month();
    let mut options = vec![(None, tr(view.lang, "importing-not-recognised"))];
    options.extend(
        newest
            .plus(-MONTHS)
            .through(newest)
            .rev()
            .map(|it| (Some(it), crate::text::dates::month(view.lang, it))),
    );
    Some(Selector::new(tr(view.lang, "importing-month"), told, options))
}

pub fn existing(view: &ImportView<'_>) -> Selector<Existing> {
    let options = [
        (Existing::Ask, "importing-existing-ask"),
        (Existing::Keep, "importing-existing-keep"),
        (Existing::Replace, "importing-existing-replace"),
    ];
    let options = options.map(|it| (it.0, tr(view.lang, it.1)));
    Selector::new(tr(view.lang, "importing-existing"), view.options.existing, options.to_vec())
}
