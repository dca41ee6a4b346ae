//! One unit in one half-year: its figures, its distributions, and how many people stand behind them.

use super::cell::Edges;
use crate::domain::{BandKind, CountingUnit, Day, HalfYear, Period, UnitId};
use crate::measure::{Figure, Figures, Key, Ratio, Term, TermOf, UnitMeasure};

/// Where a distribution comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BandSource {
    Register,
    Typed,
}

/// A distribution over week bands, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandCounts {
    pub edges: Edges,
    pub counts: Vec<i64>,
    pub source: BandSource,
}

/// Computed once, asked for by everything else.
#[derive(Debug)]
pub(super) struct UnitHalf<'a> {
    measure: &'a UnitMeasure<'a>,
    pub(super) half: HalfYear,
    pub(super) figures: Figures,
    started: Option<BandCounts>,
    waiting: Option<BandCounts>,
    /// Caseworkers with cases to hold: at the snapshot, and the fewest in any month of the half-year.
    pub(super) persons: Option<(i64, i64)>,
}

impl<'a> UnitHalf<'a> {
    pub(super) fn new(measure: &'a UnitMeasure<'a>, half: HalfYear) -> Self {
        let figures = measure.figures(Period::HalfYear(half));
        let mut made = Self {
            started: measure.distribution(BandKind::Started, half),
            waiting: measure.distribution(BandKind::Waiting, half),
            persons: measure.persons(half),
            measure,
            half,
            figures,
        };
        // A distribution that does not add up to its total would be another total.
        let adds_up =
            |bands: &BandCounts, total: Option<i64>| total == Some(bands.counts.iter().sum());
        let (started, waiting) = (made.count(Key::Started), made.count(Key::Waiting));
        made.started = made.started.filter(|it| adds_up(it, started));
        made.waiting = made.waiting.filter(|it| adds_up(it, waiting));
        made
    }

    /// Whether some month of the half-year has a number of cases that is small.
    pub(super) fn has_small_month(&self, threshold: i64) -> bool {
        let mut months = self.half.first_month().through(self.half.last_month());
        months.any(|month| {
            let figure = self.measure.figure(Key::Cases, Period::Month(month));
            let cases = figure.and_then(|it| it.value);
            cases.is_some_and(|it| it > Ratio::ZERO && it < Ratio::whole(threshold))
        })
    }

    pub(super) const fn id(&self) -> UnitId {
        self.measure.data().id
    }

    pub(super) const fn counts(&self) -> CountingUnit {
        self.measure.data().unit.counts
    }

    pub(super) const fn has_list(&self) -> bool {
        self.measure.data().unit.has_waiting_list()
    }

    pub(super) const fn bands(&self, kind: BandKind) -> Option<&BandCounts> {
        match kind {
            BandKind::Started => self.started.as_ref(),
            BandKind::Waiting => self.waiting.as_ref(),
        }
    }

    pub(super) fn figure(&self, key: Key) -> Option<&Figure> {
        self.figures.get(key)
    }

    /// A count as far as it was reported.
    pub(super) fn count(&self, key: Key) -> Option<i64> {
        let value = self.figure(key)?.value.filter(Ratio::is_whole)?;
        i64::try_from(value.numerator()).ok()
    }

    /// A count as it stands in a table: a stock of which some is missing is not reported.
    pub(super) fn in_table(&self, key: Key) -> Option<i64> {
        let whole = self.figure(key).is_some_and(Figure::is_complete);
        self.count(key).filter(|_| whole || key != Key::Cases)
    }

    /// The same of any half-year.
    pub(super) fn in_table_of(&self, key: Key, half: HalfYear) -> Option<i64> {
        if half == self.half {
            return self.in_table(key);
        }
        self.measure.figure(key, Period::HalfYear(half))?.whole()
    }

    /// A count that a figure is a sum of, and the half-year it is of.
    pub(super) fn term(&self, term: &Term) -> Option<(Key, HalfYear)> {
        let half = match term.of {
            TermOf::Period => self.half,
            TermOf::PeriodBefore => self.half.plus(-1),
        };
        Some((Key::of_cell(term.cell)?, half))
    }

    /// The shortest and the longest waiting target in force on these days; `None` where one is missing.
    pub(super) fn targets(&self, first: Day, last: Day) -> Option<(Ratio, Ratio)> {
        let days = first.number()..=last.number();
        let targets = days.map(|it| self.measure.wait_target(Day::from_number(it)?));
        let targets: Option<Vec<Ratio>> = targets.collect();
        let targets = targets?;
        Some((*targets.iter().min()?, *targets.iter().max()?))
    }
}
