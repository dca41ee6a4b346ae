//! Where everything in a chart goes, in points, for a given size.

use super::months::{MonthTick, month_ticks};
use super::plot::{self, Axes, Dot, MarkShape, RuleShape, Run};
use super::scale::{Scale, Ticks, round_ticks};
use super::value_axis::ValueAxis;
use crate::chart::scene::{
    Area, Face, Ink, LABEL, LINE, Lettering, Size, TextWidth, labels, shortened,
};
use crate::chart::value::{Chart, SeriesAs};
use crate::text::dates;

/// A word at the right edge. Starts at `x`, centred on `y`.
#[derive(Debug, Clone, PartialEq)]
pub struct EndLabel {
    pub x: f32,
    pub y: f32,
    pub text: String,
    pub face: Face,
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
    pub bands: Vec<Area>,
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
    /// On the value axis that all of `shared` needs.
    pub fn on(chart: &Chart, shared: &Chart, size: Size, text: TextWidth<'_>) -> Self {
        let axis = ValueAxis::new(chart.lang, &round_ticks_of(shared));
        let left = axis.width(text);
        let mut ends = end_words(chart, (size.width * 0.3).max(60.0), text);
        let width = |ends: &[EndWord]| widest(ends.iter().map(|it| text(&it.text, it.face.0)));
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
        let beside = if chart.kind.series == SeriesAs::Bars { 0.5 } else { 0.0 };
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
            second_halves: plot::second_halves(chart, &axes),
            bands: plot::bands(chart, &axes),
            rules: plot::rules(chart, &axes),
            marks: plot::marks(chart, &axes, size.width, rows, text),
            runs: plot::runs(chart, &axes),
            dots: plot::dots(chart, &axes),
            end_labels: place_ends(ends, &axes),
        }
    }
}

fn widest(widths: impl Iterator<Item = f32>) -> f32 {
    widths.fold(0.0, f32::max).ceil()
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
    if chart.kind.series == SeriesAs::Bars {
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
    face: Face,
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
        let face = (Lettering::Value, chart.ink(place));
        words.push(EndWord { value, text: name + shown, face });
    }
    for band in chart.newest_bands().filter(|it| !it.label.is_empty()) {
        let lower = band.lower.unwrap_or(0.0);
        words.push(EndWord {
            value: f64::midpoint(lower, band.upper.unwrap_or(lower)),
            text: shortened(&band.label, Lettering::Label, most, text),
            face: (Lettering::Label, Ink::Target),
        });
    }
    let rules = chart.rules.iter().filter(|it| chart.last <= it.through);
    words.extend(rules.map(|rule| EndWord {
        value: rule.value,
        text: shortened(&rule.label, Lettering::Label, most, text),
        face: LABEL,
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
        .map(|(EndWord { text, face, .. }, y)| EndLabel {
            x: axes.plot.right + BESIDE,
            y,
            text,
            face,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::kinds;
    use crate::chart::samples::{line, month, seven_a_letter};
    use crate::chart::value::{Mark, Rule, RuleKind, TargetBand};
    use crate::domain::{Day, EventKind};

    const SIZE: Size = Size { width: 500.0, height: 250.0 };

    fn layout(chart: &Chart) -> Layout {
        Layout::on(chart, chart, SIZE, &seven_a_letter)
    }

    #[test]
    fn the_plot_leaves_room_for_the_words_around_it() {
        // Labels "20" to "40": 2 letters, 14. Value "30,0": 4 letters, 28.
        let chart = line("2025-01", &[Some(21.0), Some(39.0), Some(30.0)]);
        let laid = layout(&chart);
        assert_eq!(laid.axis.labels(), ["20", "25", "30", "35", "40"]);
        assert_eq!(
            laid.plot,
            Area { left: 23.0, top: 8.0, right: 500.0 - 28.0 - 13.0, bottom: 208.0 }
        );
        // 30 is half of 20–40: in the middle between 8 and 208.
        assert!((laid.dots[2].spot.y - 108.0).abs() < 1e-3);
        assert!((laid.dots[2].spot.x - 459.0).abs() < 1e-3);
    }

    #[test]
    fn gaps_break_the_line() {
        let chart = line("2025-01", &[Some(1.0), None, Some(3.0), Some(2.0)]);
        let laid = layout(&chart);
        let lengths: Vec<usize> = laid.runs.iter().map(|it| it.spots.len()).collect();
        assert_eq!(lengths, [1, 2]);
        assert_eq!(laid.dots.len(), 3);
    }

    #[test]
    fn an_upper_limit_alone_begins_at_zero() {
        let mut chart = line("2025-01", &[Some(9.0), Some(12.0)]);
        chart.bands.push(TargetBand {
            from: month("2025-02"),
            through: month("2030-01"),
            lower: None,
            upper: Some(8.0),
            label: "Mål".to_owned(),
            series: None,
        });
        let laid = layout(&chart);
        assert_eq!(laid.axis.labels()[0], "0");
        // From half-way between the two months, to the right edge.
        let middle = f32::midpoint(laid.plot.left, laid.plot.right);
        assert!((laid.bands[0].left - middle).abs() < 1e-3);
        assert!((laid.bands[0].right - laid.plot.right).abs() < 1e-3);
    }

    #[test]
    fn bars_begin_at_zero() {
        let mut chart = line("2025-01", &[Some(90.0), Some(120.0)]);
        chart.kind = kinds::BARS;
        let laid = layout(&chart);
        assert_eq!(laid.axis.labels()[0], "0");
        let bar = laid.dots[0].bar.unwrap();
        assert!((bar.bottom - laid.plot.bottom).abs() < 1e-3);
    }

    #[test]
    fn words_at_the_right_edge_never_collide() {
        let mut chart = line("2025-01", &[Some(24.0), Some(25.1)]);
        chart.bands.push(TargetBand {
            from: month("2020-01"),
            through: month("2030-01"),
            lower: Some(20.0),
            upper: Some(30.0),
            label: "Norm 20–30".to_owned(),
            series: None,
        });
        chart.rules.push(Rule {
            from: month("2025-01"),
            through: month("2025-02"),
            value: 25.0,
            label: "Median 25,0".to_owned(),
            kind: RuleKind::Median,
        });
        let laid = layout(&chart);
        let mut ys: Vec<f32> = laid.end_labels.iter().map(|it| it.y).collect();
        ys.sort_by(f32::total_cmp);
        assert_eq!(ys.len(), 3);
        assert!(ys.windows(2).all(|it| LINE <= it[1] - it[0]), "{ys:?}");
        let widest = laid.end_labels.iter().map(|it| seven_a_letter(&it.text, Lettering::Label));
        assert!(laid.end_labels[0].x + widest.fold(0.0, f32::max) <= SIZE.width);
    }

    #[test]
    fn a_break_on_new_years_day_lies_between_december_and_january() {
        let mut chart = line("2023-12", &[Some(1.0), Some(2.0)]);
        chart.marks.push(Mark {
            day: Day::new(2024, 1, 1).unwrap(),
            title: "Lov".to_owned(),
            kind: EventKind::SeriesBreak,
        });
        let laid = layout(&chart);
        let middle = f32::midpoint(laid.plot.left, laid.plot.right);
        assert!((laid.marks[0].x - middle).abs() < 1e-3);
        assert_eq!(laid.marks[0].label.map(Area::width), Some(21.0));
    }

    #[test]
    fn words_of_events_never_collide() {
        let mut chart = line("2020-01", &[Some(1.0); 72]);
        for (number, year) in (2020..2026).enumerate() {
            for month in [2, 5] {
                chart.marks.push(Mark {
                    day: Day::new(year, month, 1).unwrap(),
                    title: format!("En længere titel {number}"),
                    kind: EventKind::Event,
                });
            }
        }
        let laid = layout(&chart);
        let boxes: Vec<Area> = laid.marks.iter().filter_map(|it| it.label).collect();
        assert!(2 <= boxes.len());
        for (place, one) in boxes.iter().enumerate() {
            assert!(0.0 <= one.top && one.right <= SIZE.width);
            assert!(boxes[place + 1..].iter().all(|it| !one.overlaps(*it)));
        }
    }

    #[test]
    fn the_second_half_of_each_year_is_tinted_from_mid_june() {
        let chart = line("2024-01", &[Some(1.0); 24]);
        let laid = layout(&chart);
        let month = laid.plot.width() / 23.0;
        assert_eq!(laid.second_halves.len(), 2);
        assert!((laid.second_halves[0].left - (laid.plot.left + 5.5 * month)).abs() < 1e-2);
        assert!((laid.second_halves[0].right - (laid.plot.left + 11.5 * month)).abs() < 1e-2);
        assert!((laid.second_halves[1].right - laid.plot.right).abs() < 1e-2);
    }
}
