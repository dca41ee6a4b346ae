//! What stands under a column: totals, full-time equivalents, the ratio, and whether the balance adds up.

use crate::domain::{Acceptances, UnitId};
use crate::measure::{Balance, MonthTotals, Note, Remark, Status, remarked_on};
use crate::text::{Lang, figures, number};

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
        unit: UnitId,
        totals: MonthTotals,
        lang: Lang,
        accepted: &Acceptances,
    ) -> Self {
        let MonthTotals { month, cases, fte, caseload, balance, is_reported } = totals;
        let reported = match cases.note {
            Some(Note::Caseworkers { reported, expected }) => {
                figures::part_of(lang, reported, expected)
            }
            _ => String::new(),
        };
        let ratio = match caseload.map(|it| (it.value, it.status)) {
            None => String::new(),
            Some((Some(value), _)) => number::decimal(lang, value),
            Some((None, Status::Missing)) if reported.is_empty() => String::new(),
            Some((None, _)) => figures::NOT_COMPUTABLE.to_owned(),
        };
        let remark = remarked_on(balance, unit, month)
            .filter(|it| !accepted.holds(it.cell, it.kind.name(), it.value));
        let fte = fte.and_then(|it| it.value);
        Self {
            is_filled: is_reported,
            cases: cases.value.map(|it| number::rounded(lang, it)).unwrap_or_default(),
            reported,
            fte: fte.map(|it| number::decimal(lang, it)).unwrap_or_default(),
            caseload: ratio,
            balance,
            remark,
        }
    }
}
