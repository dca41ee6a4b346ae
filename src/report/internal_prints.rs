//! Every figure as it is printed for a reader: the one place where a document gets its numbers from.

use super::{Overview, UnitOverview};
use crate::domain::{HalfYear, Month, Period, Snapshot, UnitId};
use crate::measure::{Difference, Figure, Figures, Key, UnitMeasure};
use crate::text::{Display, figures};

/// How a figure stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintState {
    Shown,
    /// Not reported, or cannot be computed.
    Missing,
}

/// A figure as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    pub text: String,
    pub state: PrintState,
}

impl Print {
    fn missing(sign: &str) -> Self {
        Self { text: sign.to_owned(), state: PrintState::Missing }
    }

    pub fn is_shown(&self) -> bool {
        self.state == PrintState::Shown
    }
}

/// What a change is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    SameLastYear,
}

/// The figures of a book for the overview of one half-year.
pub struct Prints<'a> {
    snapshot: &'a Snapshot,
    display: Display,
    overview: &'a Overview,
}

impl<'a> Prints<'a> {
    pub const fn new(snapshot: &'a Snapshot, display: Display, overview: &'a Overview) -> Self {
        Self { snapshot, display, overview }
    }

    fn unit(&self, unit: UnitId) -> Option<&'a UnitOverview> {
        self.overview.units.iter().find(|it| it.id == unit)
    }

    /// The figure of a half-year. Those of the overview are there already; others are computed.
    pub fn figure(&self, unit: UnitId, half: HalfYear, key: Key) -> Print {
        let period = Period::HalfYear(half);
        let all = |figures: &Figures| self.print(key, figures.get(key));
        match self.unit(unit) {
            Some(it) if period == self.overview.period => all(&it.figures),
            Some(it) if period == self.overview.period.same_last_year() => all(&it.same_last_year),
            Some(it) if period == self.overview.period.previous() => all(&it.previous),
            Some(_) | None => {
                let data = self.snapshot.unit(unit);
                let figure =
                    data.and_then(|it| UnitMeasure::new(self.snapshot, it).figure(key, period));
                self.print(key, figure.as_ref())
            }
        }
    }

    /// The figure of a month, for a chart of months.
    pub fn month(&self, unit: UnitId, month: Month, key: Key) -> Print {
        let data = self.snapshot.unit(unit);
        let period = Period::Month(month);
        let figure = data.and_then(|it| UnitMeasure::new(self.snapshot, it).figure(key, period));
        let figure = figure.filter(|it| it.value.is_none() || it.is_complete());
        match figure {
            Some(_) => self.print(key, figure.as_ref()),
            None => Print::missing(figures::NOT_REPORTED),
        }
    }

    fn print(&self, key: Key, figure: Option<&Figure>) -> Print {
        let Some(figure) = figure else { return Print::missing(figures::NOT_COMPUTABLE) };
        let text = figures::shown(self.display, key, figure);
        match (figure.value, text) {
            (Some(_), Some(text)) => Print { text, state: PrintState::Shown },
            (None, Some(text)) => Print::missing(&text),
            (_, None) => Print::missing(figures::NOT_COMPUTABLE),
        }
    }

    /// The change of the overview's half-year.
    pub fn change(&self, unit: UnitId, key: Key, against: Against) -> Print {
        let Some(difference) = self.difference(unit, key, against) else {
            return Print { text: String::new(), state: PrintState::Missing };
        };
        let text = figures::change(self.display, key, difference);
        let broken = difference.series_break.is_some();
        match difference.abs {
            Some(_) => Print { text, state: PrintState::Shown },
            None => Print::missing(if broken { "|" } else { &text }),
        }
    }

    /// The same as a value, for words about it; `None` where nothing may be said.
    pub fn difference(&self, unit: UnitId, key: Key, against: Against) -> Option<&'a Difference> {
        let changes = self.unit(unit)?.change(key)?;
        Some(match against {
            Against::SameLastYear => &changes.same_last_year,
        })
    }
}
