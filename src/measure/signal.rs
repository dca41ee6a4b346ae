//! Whether a monthly series has moved by more than chance: run charts by the Anhøj rules.

use super::{Ratio, Reason};
use crate::domain::{Day, Month, Period};
use crate::statistics::phases::Baseline;
use crate::statistics::run_chart::{self, RunChart, Side};

/// Most calendar months a signal looks back over (reading 23).
pub const WINDOW: i32 = 36;

/// Fewer useful points than this are not judged.
pub const LEAST_POINTS: usize = run_chart::MIN_USEFUL;

/// Several months on one side of the median.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    pub first: Month,
    pub last: Month,
    pub side: Side,
}

impl Run {
    /// Calendar months from the first to the last, both included. More than the points of the run
    /// when some lie on the median or are not known.
    pub fn span(&self) -> usize {
        usize::try_from(self.last.since(self.first) + 1).unwrap_or(0)
    }
}

/// The run chart of one figure of one unit, over the months that end with a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signal {
    /// The month of the last series break, the unit's first, or the 36th from the end.
    pub from_month: Month,
    pub to_month: Month,
    /// Complete months; partial ones are left out.
    pub n: usize,
    /// Complete months that do not lie on the median.
    pub n_useful: usize,
    /// Of the complete months; `None` without any.
    pub median: Option<Ratio>,
    pub longest_run: usize,
    pub longest_run_max: usize,
    pub crossings: usize,
    pub crossings_min: usize,
    /// Why it cannot be judged.
    pub reason: Option<Reason>,
    /// The longest run, the latest of several: what holds now comes before what once held.
    pub run: Option<Run>,
    /// First and last complete month.
    pub known: Option<(Month, Month)>,
}

impl Signal {
    /// `None` when it cannot be judged.
    pub fn flag(&self) -> Option<bool> {
        self.reason.is_none().then(|| self.shift() || self.too_few_crossings())
    }

    /// More than chance, and sure enough to be said.
    pub fn is_given(&self) -> bool {
        self.flag() == Some(true)
    }

    /// The longest run is unusually long.
    pub const fn shift(&self) -> bool {
        self.longest_run_max < self.longest_run
    }

    /// The median is crossed unusually seldom.
    pub const fn too_few_crossings(&self) -> bool {
        self.crossings < self.crossings_min
    }

    /// Months between the first and the last complete one that are not complete themselves.
    pub fn n_missing(&self) -> usize {
        self.span().saturating_sub(self.n)
    }

    /// Calendar months from the first to the last complete one, both included.
    pub fn span(&self) -> usize {
        let months = self.known.map_or(0, |(first, last)| last.since(first) + 1);
        usize::try_from(months).unwrap_or(0)
    }

    /// `series` has a place for every month from `first` on; ties with the median are exact.
    pub(super) fn of(first: Month, series: &[Option<Ratio>]) -> Self {
        let mut sorted: Vec<_> = series.iter().flatten().copied().collect();
        sorted.sort_unstable();
        let median = median(&sorted);
        // Sides of the median are told by fractions; statistics sees only -1, 0 and 1.
        let side = |value: &Option<Ratio>| Some(f64::from(value.as_ref()?.cmp(&median?) as i8));
        let sides: Vec<_> = series.iter().map(side).collect();
        let chart = run_chart::runs_about(&sides, Some(0.0), &Baseline::default());
        let month = |place: usize| first.plus(i32::try_from(place).unwrap_or(i32::MAX));
        let place = |it: Option<usize>| it.map(month);
        let is_known = Option::<Ratio>::is_some;
        Self {
            from_month: first,
            to_month: month(series.len()).previous(),
            n: sorted.len(),
            n_useful: chart.n_useful,
            median,
            longest_run: chart.longest_run,
            longest_run_max: chart.longest_run_max,
            crossings: chart.crossings,
            crossings_min: chart.crossings_min,
            reason: reason(&chart, &sorted, median),
            run: run(&chart, month),
            known: place(series.iter().position(is_known))
                .zip(place(series.iter().rposition(is_known))),
        }
    }
}

fn reason(chart: &RunChart, sorted: &[Ratio], median: Option<Ratio>) -> Option<Reason> {
    if median.is_none() && !sorted.is_empty() {
        return Some(Reason::OutOfRange);
    }
    if !chart.is_judgeable() {
        return Some(Reason::FewerThan10Points);
    }
    // Every useful point then lies above it, which says nothing.
    (sorted.first().copied() == median).then_some(Reason::MedianIsMinimum)
}

fn run(chart: &RunChart, month: impl Fn(usize) -> Month) -> Option<Run> {
    let places = chart.longest_run_places.as_ref()?;
    let last = places.end.checked_sub(1)?;
    Some(Run { first: month(places.start), last: month(last), side: chart.longest_run_side? })
}

/// The middle, or half-way between the two middle ones; `None` of nothing, or beyond what is exact.
fn median(sorted: &[Ratio]) -> Option<Ratio> {
    let above = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(above);
    }
    let below = *sorted.get(sorted.len() / 2 - 1)?;
    below.plus(above)?.over(Ratio::whole(2))
}

/// First and last month a signal of the period looks at: none before the month of the last break,
/// nor before the unit began.
pub(super) fn window(period: Period, breaks: &[Day], began: Option<Month>) -> (Month, Month) {
    let last = period.last_month();
    let mut past = breaks.iter().rev().filter(|it| **it <= period.snapshot_day());
    let broken = past.next().map(|it| it.month());
    let first = [broken, began].into_iter().flatten().fold(last.plus(1 - WINDOW), Month::max);
    (first.min(last), last)
}

#[cfg(test)]
#[path = "signal_tests.rs"]
mod tests;
