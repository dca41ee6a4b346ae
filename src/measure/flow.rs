//! What comes and goes: sums over months as typed, and whether they agree with the stock.

use super::breaks::break_between;
use super::{Balance, Figure, Months, Note, Ratio, Reason};
use crate::domain::{Day, Month, UnitData, UnitField};

/// A sum, and how many months it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tally {
    pub(super) total: i64,
    pub(super) used: u32,
}

impl Tally {
    pub(super) fn add(&mut self, month: Option<i64>) {
        if let Some(number) = month {
            self.total += number;
            self.used += 1;
        }
    }

    /// A missing month leaves the sum partial; sums are never withheld (reading 13).
    pub(super) fn figure(self, expected: u32) -> Figure {
        let months = Months { used: self.used, expected };
        if self.used == 0 {
            return Figure::missing(Reason::NotReported).over(months);
        }
        Figure::count(self.total).over(months)
    }
}

pub(super) fn typed_sum(
    data: &UnitData,
    field: UnitField,
    months: impl Iterator<Item = Month>,
) -> Tally {
    let mut tally = Tally::default();
    for month in months {
        tally.add(data.typed(month, field));
    }
    tally
}

/// Cases at the end of the last month, less those at the end of the month before the period, less what
/// its months moved between units, where a blank is 0: a reorganisation is no change.
///
/// `stocks` are the complete cases of the month before the period and of each of its months. Only
/// where both ends are known and no series break lies between them.
pub(super) fn net_change(
    data: &UnitData,
    stocks: &[(Month, Option<i64>)],
    breaks: &[Day],
) -> Figure {
    let (Some(before), Some(last)) = (stocks.first(), stocks.last()) else {
        return Figure::missing(Reason::NotReported);
    };
    if break_between(breaks, before.0.last_day(), last.0.last_day()).is_some() {
        return Figure::missing(Reason::SeriesBreak);
    }
    let Some((then, now)) = before.1.zip(last.1) else {
        return Figure::missing(Reason::NotReported);
    };
    let months = stocks.iter().skip(1);
    let moved: i64 = months.filter_map(|it| data.typed(it.0, UnitField::NetTransferred)).sum();
    Figure::count(now - then - moved)
}

/// Months in which cases(m−1) + opened − closed + net transferred − cases(m) is not 0.
///
/// `stocks` are the complete cases of the month before the period and of each of its months.
pub(super) fn balance_error(data: &UnitData, stocks: &[(Month, Option<i64>)]) -> Figure {
    let mut used = 0;
    let mut errors = Vec::new();
    for pair in stocks.windows(2) {
        let [(_, before), (month, after)] = pair else {
            continue;
        };
        let Some(error) = imbalance(data, *month, *before, *after) else {
            continue;
        };
        used += 1;
        if error != 0 {
            errors.push((*month, error));
        }
    }
    let expected = u32::try_from(stocks.len().saturating_sub(1)).unwrap_or(0);
    errors_figure(errors, Months { used, expected })
}

fn imbalance(
    data: &UnitData,
    month: Month,
    before: Option<i64>,
    after: Option<i64>,
) -> Option<i64> {
    Balance::of(data, month, before, after).error()
}

/// Errors found in the months that could be checked.
pub(super) fn errors_figure(errors: Vec<(Month, i64)>, months: Months) -> Figure {
    if months.used == 0 {
        return Figure::missing(Reason::NotReported).over(months);
    }
    let number = i64::try_from(errors.len()).unwrap_or(i64::MAX);
    let mut figure = Figure::of(Some(Ratio::whole(number))).over(months);
    figure.value = None;
    figure.note = figure.note.filter(|it| !matches!(it, Note::Months(_)));
    figure.errors = Some(errors);
    figure
}
