//! A figure against the same figure of an earlier period.

use super::breaks::break_between;
use super::figure::Dated;
use super::{Comparison, Figure, Key, Kind, Ratio, Reason, Span, Status};
use crate::domain::{Day, Period};

/// Smallest base a percentage of a count is made of.
const LEAST_BASE: i64 = 10;

/// A figure minus an earlier one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// In the figure's own unit; shares as fractions.
    pub abs: Option<Ratio>,
    /// Percent of the earlier figure.
    pub pct: Option<Ratio>,
    pub status: Status,
    pub reason: Option<Reason>,
    /// The break that lies between the two.
    pub series_break: Option<Day>,
    /// Whether it is more than chance.
    pub comparison: Comparison,
}

/// A figure against the same period last year, and against the period before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Changes {
    pub same_last_year: Difference,
    pub previous: Difference,
}

impl Difference {
    const fn none(reason: Reason) -> Self {
        Self {
            abs: None,
            pct: None,
            status: Status::NotComputable,
            reason: Some(reason),
            series_break: None,
            comparison: Comparison::UNKNOWN,
        }
    }

    /// The same, held against chance. `waits` compares the waits of the two periods.
    pub(super) fn compared(
        key: Key,
        new: Dated<'_>,
        base: Dated<'_>,
        breaks: &[Day],
        waits: Comparison,
    ) -> Option<Self> {
        let difference = Self::of(key, new, base, breaks)?;
        if difference.status != Status::Ok {
            return Some(difference);
        }
        Some(Self { comparison: Comparison::of(key, new, base, waits), ..difference })
    }

    /// `None` when the figure has no change, or does not apply to both periods.
    fn of(key: Key, new: Dated<'_>, base: Dated<'_>, breaks: &[Day]) -> Option<Self> {
        if !key.has_change() {
            return None;
        }
        let (new_figure, base_figure) = (new.1.get(key)?, base.1.get(key)?);
        let (after, through) = (first_day(key, base.0), new.0.snapshot_day());
        if let Some(day) = break_between(breaks, after, through) {
            return Some(Self { series_break: Some(day), ..Self::none(Reason::SeriesBreak) });
        }
        Some(Self::between(key, new_figure, base_figure))
    }

    fn between(key: Key, new: &Figure, base: &Figure) -> Self {
        let Some(new_value) = new.value else {
            return Self::none(Reason::CurrentMissing);
        };
        let Some(base_value) = base.value else {
            return Self::none(Reason::BaseMissing);
        };
        let is_count = key.kind() == Kind::Count;
        if is_count && !(new.is_complete() && base.is_complete()) {
            return Self::none(Reason::Incomplete);
        }
        let Some(abs) = new_value.minus(base_value) else {
            return Self::none(Reason::OutOfRange);
        };
        let has_base = if is_count {
            Ratio::whole(LEAST_BASE) <= base_value
        } else {
            Ratio::ZERO < base_value
        };
        let hundred = Ratio::whole(100);
        let pct = abs.over(base_value).and_then(|it| it.times(hundred));
        Self {
            abs: Some(abs),
            pct: pct.filter(|_| has_base),
            status: Status::Ok,
            reason: (!has_base).then_some(Reason::BaseTooSmall),
            series_break: None,
            comparison: Comparison::UNKNOWN,
        }
    }
}

/// The first day that enters a figure; for a snapshot the snapshot itself (reading 21).
fn first_day(key: Key, period: Period) -> Day {
    match key.span() {
        Span::Snapshot => period.snapshot_day(),
        Span::Period => period.first_day(),
        Span::LastMonths(months) => period.last_month().plus(1 - months).first_day(),
    }
}
