//! The charts that can be drawn of a unit: their names, and each with where its figures come from.

use super::subject::Subject;
use super::{flow, half_years, monthly, panels, people, week_bands};
use crate::chart::{At, Chart, ChartKind, Datum};
use crate::domain::{CaseworkerId, Counted, Month, Snapshot, UnitData, UnitField, UnitId};
use crate::measure::Key;

/// A way to draw figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drawing {
    /// A line held against its median.
    Run,
    /// A line with its mean and how far chance reaches.
    Xmr,
    Bars,
    HalfYears,
    Flow,
    WeekBands,
    Strip,
    Heat,
    Panels,
}

impl Drawing {
    pub const ALL: [Self; 9] = [
        Self::Run,
        Self::Xmr,
        Self::Bars,
        Self::HalfYears,
        Self::Flow,
        Self::WeekBands,
        Self::Strip,
        Self::Heat,
        Self::Panels,
    ];

    /// The name on the command line, and in the names of files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Xmr => "xmr",
            Self::Bars => "bars",
            Self::HalfYears => "half-years",
            Self::Flow => "flow",
            Self::WeekBands => "week-bands",
            Self::Strip => "strip",
            Self::Heat => "heat",
            Self::Panels => "panels",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Whether a figure can be chosen for it; the others have their own.
    pub const fn has_figure(self) -> bool {
        !matches!(self, Self::WeekBands | Self::Strip | Self::Heat)
    }

    /// Whether it begins where one wishes; half-years, weeks and strips go by the last half-year.
    pub const fn has_first_month(self) -> bool {
        !matches!(self, Self::HalfYears | Self::WeekBands | Self::Strip)
    }

    /// Whether it shows single caseworkers, and so is for internal eyes only.
    pub const fn is_internal(self) -> bool {
        matches!(self, Self::Strip | Self::Heat)
    }
}

/// A chart of a book.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    pub drawing: Drawing,
    /// The figure it is of; of flow and distributions the first one.
    pub key: Key,
    pub chart: Chart,
    pub origin: Origin,
}

/// Whose figures a chart shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    Unit(UnitId),
    /// A unit a series.
    Units(Vec<UnitId>),
    /// A caseworker a series.
    SeriesOfPeople(UnitId, Vec<CaseworkerId>),
    /// A caseworker a point.
    PointsOfPeople(UnitId, Vec<CaseworkerId>),
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
    let unit = Origin::Unit(subject.data.id);
    let (chart, origin) = match drawing {
        Drawing::Run => (monthly::chart(subject, key, first)?, unit),
        Drawing::Xmr => (monthly::control_chart(subject, key, first)?, unit),
        Drawing::Bars => (monthly::bars(subject, key, first)?, unit),
        Drawing::HalfYears => (half_years::chart(subject, key)?, unit),
        Drawing::Flow => (flow::chart(subject, key, first)?, unit),
        Drawing::WeekBands => (week_bands::chart(subject)?, unit),
        Drawing::Strip => people::strip(subject)?,
        Drawing::Heat => people::heat(subject, first)?,
        Drawing::Panels => panels::chart(subject, key, first)?,
    };
    Some(Drawn { drawing, key, chart, origin })
}

impl Drawn {
    /// Without a name that could be traced to a person.
    pub const fn is_internal(&self) -> bool {
        self.drawing.is_internal()
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

    /// The months an event can be put at from here: those on the axis.
    pub fn month_at(&self, datum: Datum) -> Option<Month> {
        let point = self.chart.series.get(datum.series)?.points.get(datum.point)?;
        match point.at {
            At::Month(month) => Some(month),
            At::HalfYear(_) | At::Weeks { .. } | At::Person(_) => None,
        }
    }

    /// Whether events are drawn on it.
    pub const fn has_months(&self) -> bool {
        matches!(
            self.chart.kind,
            ChartKind::Line | ChartKind::Bars | ChartKind::Flow | ChartKind::Panels
        )
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_drawing_is_found_by_its_name() {
        for it in Drawing::ALL {
            assert_eq!(Drawing::from_name(it.name()), Some(it));
        }
        assert_eq!(Drawing::from_name("pie"), None);
    }
}
