//! The lines and boxes inside the plot.

use super::geometry::{Area, Spot};
use super::labels::{self, Headroom, Lettering, MarkWord, TextWidth};
use super::letters::shortened;
use super::scale::Scale;
use super::value::{Chart, ChartKind, PointRole};
use crate::domain::{Day, EventKind, Month};

/// Months without a gap, as one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The place of its series in the chart.
    pub series: usize,
    pub spots: Vec<Spot>,
}

/// One figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    pub series: usize,
    /// The place of its point in the series.
    pub point: usize,
    pub spot: Spot,
    pub role: PointRole,
    /// Where bars are drawn.
    pub bar: Option<Area>,
}

/// The months a target holds for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BandShape {
    pub area: Area,
}

/// A level line and its place among the chart's rules.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RuleShape {
    pub rule: usize,
    pub from: Spot,
    pub to: Spot,
}

/// An event's line and its word above the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkShape {
    pub x: f32,
    pub top: f32,
    pub kind: EventKind,
    pub title: String,
    /// `None` where there was no room; the title is still read out and in the table.
    pub label: Option<Area>,
}

/// Both axes of a plot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axes {
    pub months: Scale,
    pub values: Scale,
    pub plot: Area,
}

impl Axes {
    pub fn month(&self, month: Month) -> f32 {
        self.months.place(f64::from(month.number()))
    }

    /// A month reaches half a step to both sides of its point.
    pub fn month_edge(&self, month: Month, side: f64) -> f32 {
        self.months
            .place(f64::from(month.number()) + side * 0.5)
            .clamp(self.plot.left, self.plot.right)
    }

    pub fn day(&self, day: Day) -> f32 {
        let month = day.month();
        let share = f64::from(day.since(month.first_day())) / f64::from(month.days());
        self.months.place(f64::from(month.number()) - 0.5 + share)
    }

    pub fn value(&self, value: f64) -> f32 {
        self.values.place(value)
    }

    pub fn month_width(&self) -> f32 {
        self.months.place(self.months.low + 1.0) - self.months.start
    }
}

/// The second halves of the years, from left to right.
pub fn second_halves(chart: &Chart, axes: &Axes) -> Vec<Area> {
    let halves = chart.first.half_year().year()..=chart.last.half_year().year();
    halves
        .map(|year| Month::january(year).plus(6))
        .filter(|july| *july <= chart.last && chart.first <= july.plus(5))
        .map(|july| Area {
            left: axes.month_edge(july, -1.0),
            right: axes.month_edge(july.plus(5), 1.0),
            ..axes.plot
        })
        .filter(|it| 0.5 < it.width())
        .collect()
}

pub fn bands(chart: &Chart, axes: &Axes) -> Vec<BandShape> {
    let Area { top, bottom, .. } = axes.plot;
    chart
        .visible_bands()
        .map(|it| BandShape {
            area: Area {
                left: axes.month_edge(it.from, -1.0),
                right: axes.month_edge(it.through, 1.0),
                top: it.upper.map_or(top, |it| axes.value(it).clamp(top, bottom)),
                bottom: axes.value(it.lower.unwrap_or(0.0)).clamp(top, bottom),
            },
        })
        .collect()
}

pub fn dots(chart: &Chart, axes: &Axes) -> Vec<Dot> {
    let bar_half = (axes.month_width() * 0.36).max(0.5);
    let zero = axes.value(0.0).min(axes.plot.bottom);
    let bars = matches!(chart.kind, ChartKind::Bars | ChartKind::Flow);
    let mut dots = Vec::new();
    for (series, line) in chart.series.iter().enumerate() {
        for (point, it) in line.points.iter().enumerate() {
            let Some((value, month)) = it.value.zip(it.at.month()) else { continue };
            let spot = Spot { x: axes.month(month), y: axes.value(value) };
            let bar = bars.then(|| Area {
                left: spot.x - bar_half,
                right: spot.x + bar_half,
                top: spot.y.min(zero),
                bottom: spot.y.max(zero),
            });
            let role = it.role;
            dots.push(Dot { series, point, spot, role, bar });
        }
    }
    dots
}

/// Lines between neighbouring months; a missing month ends one.
pub fn runs(chart: &Chart, axes: &Axes) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (series, line) in chart.series.iter().enumerate() {
        let mut before: Option<Month> = None;
        for it in &line.points {
            let Some((value, month)) = it.value.zip(it.at.month()) else { continue };
            let spot = Spot { x: axes.month(month), y: axes.value(value) };
            let follows = before.is_some_and(|before| before.next() == month);
            match runs.last_mut().filter(|_| follows) {
                Some(run) => run.spots.push(spot),
                None => runs.push(Run { series, spots: vec![spot] }),
            }
            before = Some(month);
        }
    }
    runs
}

pub fn rules(chart: &Chart, axes: &Axes) -> Vec<RuleShape> {
    let places = chart.rules.iter().enumerate();
    places
        .filter(|(_, it)| it.from <= chart.last && chart.first <= it.through)
        .map(|(rule, it)| {
            let y = axes.value(it.value);
            let from = Spot { x: axes.month_edge(it.from, -1.0), y };
            RuleShape { rule, from, to: Spot { x: axes.month_edge(it.through, 1.0), y } }
        })
        .filter(|it| axes.plot.top <= it.from.y && it.from.y <= axes.plot.bottom)
        .collect()
}

/// Lines from the plot's foot to the word; series breaks get their words first, then the newest events.
pub fn marks(
    chart: &Chart,
    axes: &Axes,
    width: f32,
    rows: u8,
    text: TextWidth<'_>,
) -> Vec<MarkShape> {
    let mut shown: Vec<_> = chart.visible_marks().collect();
    shown.sort_by_key(|it| (it.kind == EventKind::Event, std::cmp::Reverse(it.day)));
    let most = (width * 0.32).max(220.0).min(width * 0.6);
    let titles: Vec<String> =
        shown.iter().map(|it| shortened(&it.title, Lettering::Label, most, text)).collect();
    let words: Vec<MarkWord> = shown
        .iter()
        .zip(&titles)
        .map(|(it, title)| MarkWord { x: axes.day(it.day), width: text(title, Lettering::Label) })
        .collect();
    let room = Headroom { rows, left: axes.plot.left, right: width, bottom: axes.plot.top - 4.0 };
    let boxes = labels::above(&words, room);
    let mut shapes: Vec<MarkShape> = shown
        .iter()
        .zip(titles)
        .zip(&words)
        .zip(boxes)
        .map(|(((it, title), word), label)| MarkShape {
            x: word.x.clamp(axes.plot.left, axes.plot.right),
            top: label.map_or(axes.plot.top, |it| it.bottom - labels::LINE + 3.0),
            kind: it.kind,
            title,
            label,
        })
        .collect();
    shapes.sort_by(|a, b| a.x.total_cmp(&b.x));
    shapes
}
