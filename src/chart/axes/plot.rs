//! The lines and boxes inside the plot.

use super::scale::Scale;
use crate::chart::scene::labels::{self, Headroom, MarkWord};
use crate::chart::scene::{Area, Lettering, Spot, TextWidth, shortened};
use crate::chart::value::{Chart, PointRole, RuleKind, SeriesAs};
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

/// A level line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RuleShape {
    pub kind: RuleKind,
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

/// The months and values that targets hold for.
pub fn bands(chart: &Chart, axes: &Axes) -> Vec<Area> {
    let Area { top, bottom, .. } = axes.plot;
    chart
        .visible_bands()
        .map(|band| Area {
            left: axes.month_edge(band.from, -1.0),
            right: axes.month_edge(band.through, 1.0),
            top: band.upper.map_or(top, |it| axes.value(it).clamp(top, bottom)),
            bottom: axes.value(band.lower.unwrap_or(0.0)).clamp(top, bottom),
        })
        .collect()
}

pub fn dots(chart: &Chart, axes: &Axes) -> Vec<Dot> {
    let bar_half = (axes.month_width() * 0.36).max(0.5);
    let zero = axes.value(0.0).min(axes.plot.bottom);
    let mut dots = Vec::new();
    for (series, line) in chart.series.iter().enumerate() {
        for (point, figure) in line.points.iter().enumerate() {
            let Some((value, month)) = figure.value.zip(figure.at.month()) else { continue };
            let spot = Spot { x: axes.month(month), y: axes.value(value) };
            let bar = (chart.kind.series == SeriesAs::Bars).then(|| Area {
                left: spot.x - bar_half,
                right: spot.x + bar_half,
                top: spot.y.min(zero),
                bottom: spot.y.max(zero),
            });
            let role = figure.role;
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
        for figure in &line.points {
            let Some((value, month)) = figure.value.zip(figure.at.month()) else { continue };
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
    let rules = chart.rules.iter();
    rules
        .filter(|it| it.from <= chart.last && chart.first <= it.through)
        .map(|rule| {
            let y = axes.value(rule.value);
            let from = Spot { x: axes.month_edge(rule.from, -1.0), y };
            let to = Spot { x: axes.month_edge(rule.through, 1.0), y };
            RuleShape { kind: rule.kind, from, to }
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
        .map(|(mark, title)| MarkWord {
            x: axes.day(mark.day),
            width: text(title, Lettering::Label),
        })
        .collect();
    let room = Headroom { rows, left: axes.plot.left, right: width, bottom: axes.plot.top - 4.0 };
    let boxes = labels::above(&words, room);
    let mut shapes: Vec<MarkShape> = shown
        .iter()
        .zip(titles)
        .zip(&words)
        .zip(boxes)
        .map(|(((mark, title), word), label)| MarkShape {
            x: word.x.clamp(axes.plot.left, axes.plot.right),
            top: label.map_or(axes.plot.top, |it| it.bottom - labels::LINE + 3.0),
            kind: mark.kind,
            title,
            label,
        })
        .collect();
    shapes.sort_by(|a, b| a.x.total_cmp(&b.x));
    shapes
}
