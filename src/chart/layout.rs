//! Where everything in a chart goes, in points, for a given size.

use super::geometry::{Area, Size};
use super::labels::{self, LINE, Lettering, TextWidth};
use super::letters::shortened;
use super::months::{MonthTick, month_ticks};
use super::scale::{Scale, Ticks, round_ticks};
use super::shapes::{self, Axes, BandShape, Dot, MarkShape, RuleShape, Run};
use super::value::{Chart, ChartKind};
use super::value_axis::ValueAxis;
use crate::text::dates;

/// What a word at the right edge belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndRole {
    /// The newest figure of the series at this place in the chart.
    Value(usize),
    /// The level line at this place in the chart.
    Rule(usize),
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
pub struct Layout {
    pub plot: Area,
    /// Where zero lies, when it is inside.
    pub zero: Option<f32>,
    /// Where values lie.
    pub values: Scale,
    pub axis: ValueAxis,
    pub month_ticks: Vec<(f32, MonthTick)>,
    pub second_halves: Vec<Area>,
    pub bands: Vec<BandShape>,
    pub rules: Vec<RuleShape>,
    pub marks: Vec<MarkShape>,
    pub runs: Vec<Run>,
    pub dots: Vec<Dot>,
    pub end_labels: Vec<EndLabel>,
}

/// Between the plot and a word beside it.
const BESIDE: f32 = 9.0;
/// The narrowest plot.
const LEAST_PLOT: f32 = 40.0;
/// Tick, month and year under the plot.
const FOOT: f32 = 42.0;

impl Layout {
    pub fn new(chart: &Chart, size: Size, text: TextWidth<'_>) -> Self {
        Self::on(chart, chart, size, text)
    }

    /// On the value axis that all of `shared` needs.
    pub fn on(chart: &Chart, shared: &Chart, size: Size, text: TextWidth<'_>) -> Self {
        let axis = ValueAxis::new(chart.lang, &round_ticks_of(shared));
        let left = axis.width(text);
        let mut ends = end_words(chart, (size.width * 0.3).max(60.0), text);
        let width =
            |ends: &[EndWord]| widest(ends.iter().map(|it| text(&it.text, lettering(it.role))));
        // A plot that is hardly there says less than a word that is left out.
        while size.width < left + LEAST_PLOT + width(&ends) + BESIDE + 4.0 && ends.pop().is_some() {
        }
        let right = width(&ends);
        let rows = mark_rows(chart);
        let plot = Area {
            left,
            top: 8.0 + LINE * f32::from(rows),
            right: (size.width - right - BESIDE - 4.0).max(left + LEAST_PLOT),
            bottom: (size.height - FOOT).max(60.0),
        };
        // Bars need room on both sides of their month.
        let has_bars = matches!(chart.kind, ChartKind::Bars | ChartKind::Flow);
        let beside = if has_bars { 0.5 } else { 0.0 };
        let axes = Axes {
            months: Scale {
                low: f64::from(chart.first.number()) - beside,
                high: f64::from(chart.last.number()) + beside,
                start: plot.left,
                end: plot.right,
            },
            values: axis.scale(plot),
            plot,
        };
        let zero = axes.value(0.0);
        Self {
            plot,
            zero: (plot.top <= zero && zero <= plot.bottom).then_some(zero),
            values: axes.values,
            axis,
            month_ticks: months_of(chart, &axes, text),
            second_halves: shapes::second_halves(chart, &axes),
            bands: shapes::bands(chart, &axes),
            rules: shapes::rules(chart, &axes),
            marks: shapes::marks(chart, &axes, size.width, rows, text),
            runs: shapes::runs(chart, &axes),
            dots: shapes::dots(chart, &axes),
            end_labels: place_ends(ends, &axes),
        }
    }
}

fn widest(widths: impl Iterator<Item = f32>) -> f32 {
    widths.fold(0.0, f32::max).ceil()
}

fn lettering(role: EndRole) -> Lettering {
    match role {
        EndRole::Value(_) => Lettering::Value,
        EndRole::Rule(_) | EndRole::Target => Lettering::Label,
    }
}

/// The figures with a little air, and the target in force; bars and upper limits begin at zero.
fn round_ticks_of(chart: &Chart) -> Ticks {
    let low = chart.values().fold(f64::INFINITY, f64::min);
    let high = chart.values().fold(f64::NEG_INFINITY, f64::max);
    let (mut low, mut high) = if low <= high { (low, high) } else { (0.0, 1.0) };
    let air = (high - low) * 0.04;
    low = if 0.0 <= low { (low - air).max(0.0) } else { low - air };
    high += air;
    for band in chart.visible_bands() {
        low = low.min(band.lower.unwrap_or(0.0).max(0.0));
        high = high.max(band.upper.unwrap_or(high));
    }
    for rule in &chart.rules {
        low = low.min(rule.value);
        high = high.max(rule.value);
    }
    if matches!(chart.kind, ChartKind::Bars | ChartKind::Flow) {
        low = low.min(0.0);
        high = high.max(0.0);
    }
    round_ticks(low, high)
}

/// Rows of words above the plot.
fn mark_rows(chart: &Chart) -> u8 {
    match chart.visible_marks().filter(|it| !it.title.is_empty()).count() {
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

/// The newest figures, then targets, then level lines: the order in which they are kept where there
/// is no room for all.
fn end_words(chart: &Chart, most: f32, text: TextWidth<'_>) -> Vec<EndWord> {
    let several = 1 < chart.series.len();
    let mut words: Vec<EndWord> = Vec::new();
    for (place, series) in chart.series.iter().enumerate() {
        let Some((point, value)) = Chart::newest(series).and_then(|it| Some((it, it.value?)))
        else {
            continue;
        };
        let shown = &point.shown;
        let name = if several {
            let room = most - text(shown, Lettering::Value) - 4.0;
            shortened(&series.name, Lettering::Value, room, text) + " "
        } else {
            String::new()
        };
        words.push(EndWord { value, text: name + shown, role: EndRole::Value(place) });
    }
    for it in chart.newest_bands().filter(|it| !it.label.is_empty()) {
        let lower = it.lower.unwrap_or(0.0);
        words.push(EndWord {
            value: f64::midpoint(lower, it.upper.unwrap_or(lower)),
            text: shortened(&it.label, Lettering::Label, most, text),
            role: EndRole::Target,
        });
    }
    let rules = chart.rules.iter().enumerate().filter(|(_, it)| chart.last <= it.through);
    words.extend(rules.map(|(place, it)| EndWord {
        value: it.value,
        text: shortened(&it.label, Lettering::Label, most, text),
        role: EndRole::Rule(place),
    }));
    words
}

/// Between the middles of two words above each other.
const END_DISTANCE: f32 = LINE + 2.0;

fn place_ends(mut words: Vec<EndWord>, axes: &Axes) -> Vec<EndLabel> {
    let room = (axes.plot.height() / END_DISTANCE).max(0.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "words that fit into a plot, never negative"
    )]
    words.truncate(room as usize + 1);
    let wanted: Vec<f32> = words.iter().map(|it| axes.value(it.value)).collect();
    let placed = labels::spread(&wanted, END_DISTANCE, axes.plot.top, axes.plot.bottom);
    words
        .into_iter()
        .zip(placed)
        .map(|(it, y)| EndLabel { x: axes.plot.right + BESIDE, y, text: it.text, role: it.role })
        .collect()
}

#[cfg(test)]
mod tests;
