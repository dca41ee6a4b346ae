//! What stands under a column: totals, full-time equivalents, the ratio, and whether the balance adds up.

use crate::domain::{Acceptances, Month, Period};
use crate::measure::{Balance, Key, Note, Remark, Status, UnitMeasure, remarked_on};
use crate::text::{Lang, figures, number};
use crate::trends::is_reported;

/// One month of one unit, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthView {
    pub is_filled: bool,
    pub cases: String,
    /// "4 af 13", where not everyone has reported.
    pub reported: String,
    pub fte: String,
    pub caseload: String,
    pub balance: Balance,
    /// The balance, where it does not add up and has not been accepted.
    pub remark: Option<Remark>,
}

impl MonthView {
    pub(super) fn new(
        measure: &UnitMeasure<'_>,
        month: Month,
        lang: Lang,
        accepted: &Acceptances,
    ) -> Self {
        let period = Period::Month(month);
        let figures = measure.figures(period);
        let value = |key: Key| figures.get(key).and_then(|it| it.value);
        let cases = figures.get(Key::Cases);
        let reported = match cases.and_then(|it| it.note) {
            Some(Note::Caseworkers { reported, expected }) => {
                figures::part_of(lang, reported, expected)
            }
            _ => String::new(),
        };
        let ratio = match figures.get(Key::Caseload) {
            None => String::new(),
            Some(it) => match (it.value, it.status) {
                (Some(value), _) => number::decimal(lang, value),
                (None, Status::Missing) if reported.is_empty() => String::new(),
                (None, _) => figures::NOT_COMPUTABLE.to_owned(),
            },
        };
        let balance = measure.balance(month);
        let remark = remarked_on(balance, measure, month)
            .filter(|it| !accepted.holds(it.cell, it.kind.name(), it.value));
        Self {
            is_filled: is_reported(measure, month),
            cases: value(Key::Cases).map(|it| number::rounded(lang, it)).unwrap_or_default(),
            reported,
            fte: value(Key::Fte).map(|it| number::decimal(lang, it)).unwrap_or_default(),
            caseload: ratio,
            balance,
            remark,
        }
    }
}
