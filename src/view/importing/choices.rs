//! What can be told of a file, as choices: each begins with what was recognised, and how.

use super::{ImportView, reasons};
use crate::book::draft::{Column, NumberForm, SheetSeen, Told, WaitUnit};
use crate::book::{Existing, Reason};
use crate::domain::{Month, Snapshot, UnitField};
use crate::text::{Lang, tr, tr_with};
use crate::view::Selector;

/// How many months back may be chosen for figures that name none.
const MONTHS: i32 = 36;

pub fn selector<T: Clone + PartialEq>(
    lang: Lang,
    name: &str,
    current: T,
    options: Vec<(T, String)>,
) -> Selector<T> {
    let label = options.iter().find(|it| it.0 == current).map(|it| it.1.clone());
    Selector { name: tr(lang, name), current_label: label.unwrap_or_default(), current, options }
}

/// The word for what was recognised, with how: `Familiehuset (fra titlen)`.
fn recognised<T>(lang: Lang, told: Option<&Told<T>>, word: impl Fn(&T) -> String) -> String {
    told.map_or_else(
        || tr(lang, "importing-not-recognised"),
        |it| {
            let how = tr(lang, &format!("importing-from-{}", it.how.key().replace('_', "-")));
            let args = [("what", word(&it.value).into()), ("how", how.into())];
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
    let own = sheets.iter().any(|it| it.columns.iter().any(|it| it.column == Some(Column::Unit)));
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
    selector(view.lang, "importing-unit", view.mapping.unit.clone(), options)
}

pub fn has_waits(sheet: &SheetSeen) -> bool {
    let mut waits = UnitField::ALL.into_iter().filter(|it| it.is_wait()).map(Column::of);
    let columns: Vec<Column> = sheet.columns.iter().filter_map(|it| it.column).collect();
    columns.contains(&Column::Field) || waits.any(|it| columns.contains(&it))
}

pub fn wait_unit(view: &ImportView<'_>, sheets: &[&SheetSeen]) -> Selector<Option<WaitUnit>> {
    let word = |it: &WaitUnit| tr(view.lang, &format!("importing-wait-{}", it.key()));
    let seen = sheets.iter().find_map(|it| it.wait_unit.as_ref());
    let mut options = vec![(None, recognised(view.lang, seen, word))];
    options.extend(WaitUnit::ALL.iter().map(|it| (Some(*it), word(it))));
    selector(view.lang, "importing-wait-unit", view.mapping.told_wait_unit(), options)
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
    selector(view.lang, "importing-numbers", told, options)
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
    selector(view.lang, "importing-year", view.mapping.year, options)
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
    Some(selector(view.lang, "importing-month", told, options))
}

pub fn existing(view: &ImportView<'_>) -> Selector<Existing> {
    let options = [Existing::Ask, Existing::Keep, Existing::Replace].map(|it| {
        let key = match it {
            Existing::Ask => "importing-existing-ask",
            Existing::Keep => "importing-existing-keep",
            Existing::Replace => "importing-existing-replace",
        };
        (it, tr(view.lang, key))
    });
    selector(view.lang, "importing-existing", view.options.existing, options.to_vec())
}
