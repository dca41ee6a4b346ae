//! Where everything in a chart goes, in points, for a given size.

use super::geometry::{Area, Size};
use super::labels::{self, LINE, Lettering, TextWidth};
use super::months::{MonthTick, month_ticks};
use super::scale::{Scale, round_ticks};
use super::shapes::{self, Axes, BandShape, Dot, MarkShape, MedianShape, Run};
use super::{Chart, ChartKind};
use crate::domain::Month;
use crate::text::{dates, number};

/// A grid line with its number.
#[derive(Debug, Clone, PartialEq)]
pub struct YTick {
    pub y: f32,
    pub label: String,
}

/// What a word at the right edge belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndRole {
    /// The newest figure of the series at this place in the chart.
    Value(usize),
    Median,
    Target,
}

/// A word at the right edge. Starts at `x`, centred on `y`.
#[derive(Debug, Clone, PartialEq)]
pub struct EndLabel {
    pub x: f32,
    pub y: f32,
    pub text: String,
    pub role: EndRole,
}

/// A chart laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    pub size: Size,
    pub plot: Area,
    pub y_ticks: Vec<YTick>,
    pub month_ticks: Vec<(f32, MonthTick)>,
    pub second_halves: Vec<Area>,
    pub bands: Vec<BandShape>,
    pub median: Option<MedianShape>,
    pub marks: Vec<MarkShape>,
    pub runs: Vec<Run>,
    pub dots: Vec<Dot>,
    pub end_labels: Vec<EndLabel>,
}

/// Between the plot and a word beside it.
const BESIDE: f32 = 9.0;
/// Tick, month and year under the plot.
const FOOT: f32 = 42.0;

impl Layout {
    pub fn new(chart: &Chart, size: Size, text: TextWidth<'_>) -> Self {
        let ticks = round_ticks_of(chart);
        let labels: Vec<(f64, String)> = ticks
            .values
            .iter()
            .map(|it| (*it, number::tick(chart.lang, *it, ticks.decimals)))
            .collect();
        let left = widest(labels.iter().map(|(_, it)| text(it, Lettering::Label)));
        let ends = end_words(chart);
        let right = widest(ends.iter().map(|it| text(&it.text, lettering(it.role))));
        let rows = mark_rows(chart);
        let plot = Area {
            left: left + BESIDE,
            top: 8.0 + LINE * f32::from(rows),
            right: (size.width - right - BESIDE - 4.0).max(left + BESIDE + 40.0),
            bottom: (size.height - FOOT).max(60.0),
        };
        let axes = Axes {
            months: Scale {
                low: f64::from(chart.first.number()),
                high: f64::from(chart.last.number()),
                start: plot.left,
                end: plot.right,
            },
            values: Scale {
                low: ticks.values.first().copied().unwrap_or(0.0),
                high: ticks.values.last().copied().unwrap_or(1.0),
                start: plot.bottom,
                end: plot.top,
            },
            plot,
        };
        Self {
            size,
            plot,
            y_ticks: labels
                .into_iter()
                .map(|(value, label)| YTick { y: axes.value(value), label })
                .collect(),
            month_ticks: months_of(chart, &axes, text),
            second_halves: shapes::second_halves(chart, &axes),
            bands: shapes::bands(chart, &axes),
            median: shapes::median(chart, &axes),
            marks: shapes::marks(chart, &axes, size.width, rows, text),
            runs: shapes::runs(chart, &axes),
            dots: shapes::dots(chart, &axes),
            end_labels: place_ends(ends, &axes),
        }
    }

    /// The figure nearest to this x, for a pointer over the plot.
    pub fn nearest(&self, x: f32) -> Option<&Dot> {
        self.dots.iter().min_by(|a, b| (a.spot.x - x).abs().total_cmp(&(b.spot.x - x).abs()))
    }
}

fn widest(widths: impl Iterator<Item = f32>) -> f32 {
    widths.fold(0.0, f32::max).ceil()
}

fn lettering(role: EndRole) -> Lettering {
    match role {
        EndRole::Value(_) => Lettering::Value,
        EndRole::Median | EndRole::Target => Lettering::Label,
    }
}

/// The figures with a little air, and the target in force; bars and upper limits begin at zero.
fn round_ticks_of(chart: &Chart) -> super::Ticks {
    let low = chart.values().fold(f64::INFINITY, f64::min);
    let high = chart.values().fold(f64::NEG_INFINITY, f64::max);
    let (mut low, mut high) = if low <= high { (low, high) } else { (0.0, 1.0) };
    let air = (high - low) * 0.04;
    low = if 0.0 <= low { (low - air).max(0.0) } else { low - air };
    high += air;
    let visible = |from: Month, through: Month| from <= chart.last && chart.first <= through;
    for band in chart.bands.iter().filter(|it| visible(it.from, it.through)) {
        low = low.min(band.lower.unwrap_or(0.0).max(0.0));
        high = high.max(band.upper.unwrap_or(high));
    }
    if chart.kind == ChartKind::Bars {
        low = low.min(0.0);
    }
    round_ticks(low, high)
}

/// Rows of words above the plot.
fn mark_rows(chart: &Chart) -> u8 {
    match shapes::visible_marks(chart).count() {
        0 => 0,
        1..=2 => 1,
        _ => 2,
    }
}

fn months_of(chart: &Chart, axes: &Axes, text: TextWidth<'_>) -> Vec<(f32, MonthTick)> {
    let width = widest(
        chart
            .first
            .through(chart.first.plus(11))
            .map(|it| text(&dates::month_abbreviated(chart.lang, it), Lettering::Label)),
    );
    let width = width.max(text("2026", Lettering::Year)) + 10.0;
    let step = axes.month(chart.first.next()) - axes.month(chart.first);
    month_ticks(chart.lang, chart.first, chart.last, step, width)
        .into_iter()
        .map(|it| (axes.month(it.month), it))
        .collect()
}

struct EndWord {
    value: f64,
    text: String,
    role: EndRole,
}

fn end_words(chart: &Chart) -> Vec<EndWord> {
    let several = 1 < chart.series.len();
    let mut words: Vec<EndWord> = Vec::new();
    for (place, series) in chart.series.iter().enumerate() {
        let Some((point, value)) = Chart::newest(series).and_then(|it| Some((it, it.value?)))
        else {
            continue;
        };
        let text =
            if several { format!("{} {}", series.name, point.shown) } else { point.shown.clone() };
        words.push(EndWord { value, text, role: EndRole::Value(place) });
    }
    if let Some(it) = chart.median.as_ref().filter(|it| chart.last <= it.through) {
        words.push(EndWord { value: it.value, text: it.label.clone(), role: EndRole::Median });
    }
    for it in chart.bands.iter().filter(|it| chart.last <= it.through) {
        let lower = it.lower.unwrap_or(0.0);
        words.push(EndWord {
            value: f64::midpoint(lower, it.upper.unwrap_or(lower)),
            text: it.label.clone(),
            role: EndRole::Target,
        });
    }
    words
}

fn place_ends(words: Vec<EndWord>, axes: &Axes) -> Vec<EndLabel> {
    let wanted: Vec<f32> = words.iter().map(|it| axes.value(it.value)).collect();
    let placed = labels::spread(&wanted, LINE + 2.0, axes.plot.top, axes.plot.bottom);
    words
        .into_iter()
        .zip(placed)
        .map(|(it, y)| EndLabel { x: axes.plot.right + BESIDE, y, text: it.text, role: it.role })
        .collect()
}

#[cfg(test)]
mod tests;
