//! A chart of a unit, with where its figures come from.

use super::drawings::{Drawing, Origin};
use super::subject::Subject;
use crate::chart::{Chart, Datum};
use crate::domain::{CaseworkerId, Counted, Month, Snapshot, UnitData, UnitField, UnitId};
use crate::measure::Key;

/// A chart of a book.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    pub drawing: Drawing,
    /// The figure it is of; of flow and distributions the first one.
    pub key: Key,
    pub chart: Chart,
    pub origin: Origin,
}

/// Where the figure of a point was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    pub unit: UnitId,
    pub month: Month,
    /// The cell to look at first; `None` where no typed cell says it.
    pub counted: Option<Counted>,
}

/// Draws one; `None` where there is nothing to draw.
///
/// `first` is the first month wanted; half-years, weeks and strips go by the subject's half-year.
pub fn drawn(subject: &Subject<'_>, drawing: Drawing, key: Key, first: Month) -> Option<Drawn> {
    let (chart, origin) = (drawing.about().draw)(subject, key, first)?;
    Some(Drawn { drawing, key, chart, origin })
}

impl Drawn {
    /// Without a name that could be traced to a person.
    pub const fn is_internal(&self) -> bool {
        self.drawing.about().is_internal
    }

    /// Where a figure comes from. A half-year leads to its last month, and a distribution to the
    /// chart's last.
    pub fn source(&self, snapshot: &Snapshot, datum: Datum) -> Option<Source> {
        let point = self.chart.series.get(datum.series)?.points.get(datum.point)?;
        let month = point.at.month().unwrap_or(self.chart.last).min(self.chart.last);
        let person = |unit: UnitId, id: CaseworkerId| Source {
            unit,
            month,
            counted: Some(Counted::Cases(id)),
        };
        let whole = |unit: UnitId| Source {
            unit,
            month,
            counted: snapshot.unit(unit).and_then(|it| first_cell(it, self.key, month)),
        };
        Some(match &self.origin {
            Origin::Unit(unit) => whole(*unit),
            Origin::Units(units) => whole(*units.get(datum.series)?),
            Origin::SeriesOfPeople(unit, people) => person(*unit, *people.get(datum.series)?),
            Origin::PointsOfPeople(unit, people) => person(*unit, *people.get(datum.point)?),
        })
    }

    /// Whether events are drawn on it.
    pub const fn has_months(&self) -> bool {
        self.chart.kind.has_marks
    }
}

/// The cell a figure is made of, or the first of several.
fn first_cell(data: &UnitData, key: Key, month: Month) -> Option<Counted> {
    match key.spec().cell {
        Some(UnitField::Cases) | None if data.unit.has_caseworkers() => {
            data.counts.in_month(month).next().map(|it| Counted::Cases(it.0))
        }
        field => field.map(Counted::Figure),
    }
}
