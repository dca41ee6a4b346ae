//! Charts of printed figures: no point says more than its print, and what is hidden is a gap.

use super::drawings::half_year_role;
use super::subject::Subject;
use super::surroundings::{bands_of, blank, marks};
use crate::chart::{At, Chart, ChartKind, Point, PointRole, Series, kinds};
use crate::measure::Key;
use crate::text::{Digits, figures, targets};

/// A figure as a document prints it.
pub struct PrintedPoint {
    pub at: At,
    /// `None` leaves a gap.
    pub digits: Option<Digits>,
    pub shown: String,
}

/// A figure through time, and what its document says of it.
pub struct Printed {
    pub key: Key,
    pub title: String,
    pub subtitle: String,
    /// Oldest first.
    pub points: Vec<PrintedPoint>,
}

/// A line over months; `None` where there is nothing to draw.
pub fn printed_months(subject: &Subject<'_>, printed: Printed) -> Option<Chart> {
    let chart = chart(subject, kinds::LINE, printed, |_| PointRole::Plain)?;
    Some(Chart { marks: marks(subject), ..chart })
}

/// A column a half-year; `None` where there is nothing to draw.
pub fn printed_half_years(subject: &Subject<'_>, printed: Printed) -> Option<Chart> {
    chart(subject, kinds::HALF_YEARS, printed, |at| half_year_role(subject, at))
}

fn chart(
    subject: &Subject<'_>,
    kind: &'static ChartKind,
    printed: Printed,
    role: impl Fn(&At) -> PointRole,
) -> Option<Chart> {
    let Printed { key, title, subtitle, points } = printed;
    let point = |print: PrintedPoint| Point {
        role: role(&print.at),
        at: print.at,
        value: print.digits.map(Digits::as_f64),
        shown: print.shown,
        basis: String::new(),
    };
    let points: Vec<Point> = points.into_iter().map(point).collect();
    points.iter().find(|it| it.value.is_some())?;
    // A half-year is known by its last month; its target by all of them.
    let from = points.first()?.at.month()?;
    let first = if kind == kinds::HALF_YEARS { from.half_year().first_month() } else { from };
    Some(Chart {
        title,
        subtitle,
        source: String::new(),
        bands: bands_of(subject, key, from, targets::label),
        series: vec![Series {
            name: figures::label(subject.lang(), key),
            unit: figures::unit_word(subject.display, key),
            color: subject.color,
            points,
        }],
        ..blank(subject, kind, first)
    })
}
