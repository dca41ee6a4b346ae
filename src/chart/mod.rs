//! What a chart says, as a value: figures, target, events and words. It knows no window and no file.
//!
//! [`Layout`] turns it into lines and boxes in points; every painter paints the same layout, so
//! that they cannot disagree.

mod alternative;
mod geometry;
mod labels;
mod layout;
mod months;
mod scale;
mod shapes;

use crate::domain::{Day, EventKind, Month};
use crate::text::Lang;

pub use self::alternative::DataTable;
pub use self::geometry::{Area, Size, Spot};
pub use self::labels::{Lettering, TextWidth};
pub use self::layout::{EndLabel, EndRole, Layout, YTick};
pub use self::months::{MonthTick, month_ticks};
pub use self::scale::{Scale, Ticks, round_ticks};
pub use self::shapes::{BandShape, Dot, MarkShape, MedianShape, Run};

/// How the figures are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// Lines; the range follows the figures.
    Line,
    /// Bars; the range begins at zero.
    Bars,
}

/// A chart of monthly figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub lang: Lang,
    /// What the figures show, in one line.
    pub title: String,
    /// Unit, measure and period.
    pub subtitle: String,
    pub kind: ChartKind,
    pub first: Month,
    pub last: Month,
    /// Decimals of the figures as shown.
    pub decimals: u8,
    pub series: Vec<Series>,
    pub bands: Vec<TargetBand>,
    pub marks: Vec<Mark>,
    pub median: Option<Median>,
}

/// One line of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub name: String,
    /// What its numbers count: "uger"; empty where the name says it.
    pub unit: String,
    /// Its place among the colours of the theme.
    pub color: usize,
    /// Oldest first; a month that is left out is a gap.
    pub points: Vec<Point>,
}

/// Whether a point is part of the signal the title speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointRole {
    Plain,
    Signal,
}

/// The figure of one month.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    pub month: Month,
    /// `None` breaks the line.
    pub value: Option<f64>,
    /// As people read it; the sign for a missing figure where there is none.
    pub shown: String,
    /// Numerator and denominator, or why there is no figure.
    pub basis: String,
    pub role: PointRole,
}

/// A target and the months it holds for.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetBand {
    pub from: Month,
    pub through: Month,
    /// `None` is zero.
    pub lower: Option<f64>,
    /// `None` is without end.
    pub upper: Option<f64>,
    pub label: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub day: Day,
    pub title: String,
    pub kind: EventKind,
}

/// The median of the months it is drawn over.
#[derive(Debug, Clone, PartialEq)]
pub struct Median {
    pub from: Month,
    pub through: Month,
    pub value: f64,
    pub label: String,
}

impl Chart {
    /// Every figure drawn.
    pub fn values(&self) -> impl Iterator<Item = f64> + '_ {
        self.series.iter().flat_map(|it| &it.points).filter_map(|it| it.value)
    }

    /// The newest month of a series with a figure.
    pub fn newest(series: &Series) -> Option<&Point> {
        series.points.iter().rev().find(|it| it.value.is_some())
    }
}

#[cfg(test)]
pub(crate) mod samples;
