//! Figures as points of a chart.

use super::facts::complete;
use super::figure::{basis, shown, shown_value};
use super::subject::Subject;
use crate::chart::{At, Point, PointRole};
use crate::measure::{Figure, Key, Ratio};
use crate::text::number;

/// A figure as it is drawn and told.
pub fn point(subject: &Subject<'_>, key: Key, at: At, figure: &Figure) -> Point {
    Point {
        at,
        value: complete(figure).map(|it| shown_value(subject.display, key, it)),
        shown: shown(subject.display, key, figure),
        basis: basis(subject.display, key, figure),
        role: PointRole::Plain,
    }
}

/// A count of people.
pub fn whole_point(subject: &Subject<'_>, at: At, count: i64, basis: String) -> Point {
    Point {
        at,
        value: Some(Ratio::whole(count).as_f64()),
        shown: number::whole(subject.lang(), count),
        basis,
        role: PointRole::Plain,
    }
}
