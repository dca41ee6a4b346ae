//! The chart itself: series of figures with what belongs to them, in the words of one language.

use super::scene::{Ink, Pointer, Scene, TextWidth};
use crate::domain::{Day, EventKind, HalfYear, Month};
use crate::text::{Lang, dates};

/// How figures are drawn, and what must be known of it; each is a file in `kinds`.
#[derive(Debug)]
pub struct ChartKind {
    pub name: &'static str,
    pub axis: Axis,
    pub pointer: Pointer,
    pub series: SeriesAs,
    /// Whether events are drawn on it.
    pub has_marks: bool,
    pub paint: fn(&mut Scene, &Chart, TextWidth<'_>),
}

impl PartialEq for ChartKind {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// How a series stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesAs {
    /// Bars over months, from zero.
    Bars,
    /// A row, so that more of them need more room.
    Row,
    Other,
}

/// What stands along the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    Months,
    HalfYears,
    Weeks,
    People,
}

/// A chart: one or more series with their period, targets, events and words.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub lang: Lang,
    /// What the figures show, in one line.
    pub title: String,
    /// Unit, measure and period.
    pub subtitle: String,
    /// Where the figures come from, and as of when.
    pub source: String,
    pub kind: &'static ChartKind,
    /// The period the figures lie in.
    pub first: Month,
    pub last: Month,
    pub series: Vec<Series>,
    pub bands: Vec<TargetBand>,
    pub marks: Vec<Mark>,
    pub rules: Vec<Rule>,
}

/// Figures of one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub name: String,
    /// What its numbers count: "uger"; empty where the name says it.
    pub unit: String,
    /// Its place among the colours of the theme.
    pub color: usize,
    /// Oldest, lowest or first first; a month that is left out is a gap.
    pub points: Vec<Point>,
}

/// Whether a point stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointRole {
    Plain,
    /// Part of the signal the title speaks of.
    Signal,
    /// The newest column and those it is held against; a person or a cell beyond the norm.
    Compared,
}

/// Where a figure stands on its chart's axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    Month(Month),
    HalfYear(HalfYear),
    /// From so many weeks to less than so many; `None` is without end.
    Weeks {
        from: u32,
        to: Option<u32>,
    },
    /// A person by the initials or code that is shown.
    Person(String),
}

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    pub at: At,
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
    /// The series it holds for; `None` is all.
    pub series: Option<usize>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub day: Day,
    pub title: String,
    pub kind: EventKind,
}

/// What a level line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleKind {
    /// The middle that a run chart is held against.
    Median,
    /// The centre of a control chart.
    Mean,
    /// How far chance reaches.
    Limit,
}

/// A level line over some of the months.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    pub from: Month,
    pub through: Month,
    pub value: f64,
    pub label: String,
    pub kind: RuleKind,
}

impl At {
    /// The month of a monthly figure, or the last of a half-year's.
    pub const fn month(&self) -> Option<Month> {
        match self {
            Self::Month(month) => Some(*month),
            Self::HalfYear(half) => Some(half.last_month()),
            Self::Weeks { .. } | Self::Person(_) => None,
        }
    }

    /// For files: `2026-09`, `2026H1`, `2-4`, `26-`, or the person.
    pub fn key(&self) -> String {
        match self {
            Self::Month(month) => month.to_string(),
            Self::HalfYear(half) => half.to_string(),
            Self::Weeks { from, to: Some(to) } => format!("{from}-{to}"),
            Self::Weeks { from, to: None } => format!("{from}-"),
            Self::Person(name) => name.clone(),
        }
    }

    /// For people: "oktober 2026", "1. halvår 2026", "2–4 uger".
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Month(month) => dates::month(lang, *month),
            Self::HalfYear(half) => dates::half_year(lang, *half),
            Self::Weeks { .. } => {
                let args = [("band", self.weeks().into())];
                crate::text::tr_with(lang, "chart-weeks", &args)
            }
            Self::Person(name) => name.clone(),
        }
    }

    /// "2–4", "26+"; empty where it is no band.
    pub fn weeks(&self) -> String {
        match self {
            Self::Weeks { from, to: Some(to) } => format!("{from}–{to}"),
            Self::Weeks { from, to: None } => format!("{from}+"),
            Self::Month(_) | Self::HalfYear(_) | Self::Person(_) => String::new(),
        }
    }
}

impl Chart {
    /// The colour of a series.
    pub fn ink(&self, series: usize) -> Ink {
        Ink::Series(self.color(series))
    }

    /// The same, quiet for all but the first, so that grey print tells them apart.
    pub fn two_tone(&self, series: usize) -> Ink {
        if series == 0 { self.ink(series) } else { Ink::Soft(self.color(series)) }
    }

    fn color(&self, series: usize) -> usize {
        self.series.get(series).map_or(series, |it| it.color)
    }

    /// Every figure drawn.
    pub fn values(&self) -> impl Iterator<Item = f64> + '_ {
        self.series.iter().flat_map(|it| &it.points).filter_map(|it| it.value)
    }

    /// The newest figure of a series that is known.
    pub fn newest(series: &Series) -> Option<&Point> {
        series.points.iter().rev().find(|it| it.value.is_some())
    }

    /// Marks inside the months of the chart, oldest first.
    pub fn visible_marks(&self) -> impl Iterator<Item = &Mark> {
        let inside =
            |it: &&Mark| self.first.first_day() <= it.day && it.day <= self.last.last_day();
        self.marks.iter().filter(inside)
    }

    /// Targets that hold in some month of the chart.
    pub fn visible_bands(&self) -> impl Iterator<Item = &TargetBand> {
        self.bands.iter().filter(|it| it.from <= self.last && self.first <= it.through)
    }

    /// Targets that hold at the end of the chart.
    pub fn newest_bands(&self) -> impl Iterator<Item = &TargetBand> {
        self.visible_bands().filter(|it| self.last <= it.through)
    }
}
