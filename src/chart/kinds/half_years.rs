//! A column a half-year, in the order of time: the newest and the same half of earlier years are
//! strong, the other halves quiet, so that both the way there and the fair comparison are seen.

use crate::chart::axes::{Scale, Ticks, ValueAxis, round_ticks};
use crate::chart::scene::{
    Anchor, Area, Datum, Ink, LABEL, Lettering, Pointer, Scene, TextWidth, YEAR, shortened,
};
use crate::chart::value::{At, Axis, Chart, ChartKind, PointRole, Series, SeriesAs};
use crate::domain::HalfYear;
use crate::text::tr_with;

/// The newest and the same half of earlier years stand out.
pub const HALF_YEARS: &ChartKind = &ChartKind {
    name: "half-years",
    axis: Axis::HalfYears,
    pointer: Pointer::Along,
    series: SeriesAs::Other,
    has_marks: false,
    paint,
};

/// Half-year and year under the columns.
const FOOT: f32 = 42.0;
/// The figure above a column.
const HEAD: f32 = 24.0;

/// The axes of a chart of half-years.
struct Columns {
    plot: Area,
    first: i32,
    slot: f32,
    values: Scale,
}

impl Columns {
    fn center(&self, half: HalfYear) -> f32 {
        let place = half.first_month().number() / 6 - self.first;
        self.plot.left + self.slot * (place as f32 + 0.5)
    }
}

fn paint(scene: &mut Scene, chart: &Chart, text: TextWidth<'_>) {
    let Some(series) = chart.series.first() else {
        return;
    };
    let ticks = ticks_of(chart);
    let values = ValueAxis::new(chart.lang, &ticks);
    let left = values.width(text);
    let most = (scene.size.width * 0.3).max(60.0);
    let target = chart.newest_bands().next();
    let target = target.map(|it| (it, shortened(&it.label, Lettering::Label, most, text)));
    let beside = target.as_ref().map_or(0.0, |it| text(&it.1, Lettering::Label) + 13.0);
    let plot = Area {
        left,
        top: HEAD,
        right: (scene.size.width - beside).max(left + 40.0),
        bottom: (scene.size.height - FOOT).max(60.0),
    };
    let first = chart.first.half_year().first_month().number() / 6;
    let last = chart.last.half_year().first_month().number() / 6;
    let columns = Columns {
        plot,
        first,
        slot: plot.width() / (last - first + 1).max(1) as f32,
        values: values.scale(plot),
    };
    scene.plot = plot;
    bands(scene, chart, &columns);
    values.paint(scene, &columns.values, text);
    draw(scene, series, &columns, text);
    axis(scene, chart, &columns, text);
    if let Some((band, label)) = target {
        let lower = band.lower.unwrap_or(0.0);
        let middle = f64::midpoint(lower, band.upper.unwrap_or(lower));
        scene.word(
            (plot.right + 9.0, columns.values.place(middle)),
            Anchor::Start,
            &label,
            (Lettering::Label, Ink::Target),
            text,
        );
    }
}

/// From zero: columns are compared by their length.
fn ticks_of(chart: &Chart) -> Ticks {
    let upper = chart.visible_bands().filter_map(|it| it.upper);
    let high = chart.values().chain(upper).fold(0.0, f64::max);
    round_ticks(chart.values().fold(0.0, f64::min), high)
}

fn bands(scene: &mut Scene, chart: &Chart, columns: &Columns) {
    let Area { left, right, top, bottom } = columns.plot;
    for band in chart.visible_bands() {
        let half = columns.slot * 0.5;
        scene.fill(
            Area {
                left: (columns.center(band.from.half_year()) - half).clamp(left, right),
                right: (columns.center(band.through.half_year()) + half).clamp(left, right),
                top: band.upper.map_or(top, |it| columns.values.place(it).clamp(top, bottom)),
                bottom: columns.values.place(band.lower.unwrap_or(0.0)).clamp(top, bottom),
            },
            Ink::TargetBand,
        );
    }
}

fn draw(scene: &mut Scene, series: &Series, columns: &Columns, text: TextWidth<'_>) {
    let half = (columns.slot * 0.32).min(34.0);
    let zero = columns.values.place(0.0);
    let last = series.points.len().saturating_sub(1);
    for (point, figure) in series.points.iter().enumerate() {
        let At::HalfYear(at) = figure.at else { continue };
        let x = columns.center(at);
        let y = figure.value.map_or(zero, |it| columns.values.place(it));
        let is_strong = figure.role != PointRole::Plain;
        if figure.value.is_some() {
            let area =
                Area { left: x - half, right: x + half, top: y.min(zero), bottom: y.max(zero) };
            let color = series.color;
            let ink = if is_strong { Ink::Series(color) } else { Ink::Soft(color) };
            scene.bar(area, ink, Datum { series: 0, point });
        }
        let lettering = if point == last { Lettering::Value } else { Lettering::Label };
        let ink = if is_strong { Ink::Text } else { Ink::Muted };
        // A figure that is wider than its column's place would meet its neighbour.
        if text(&figure.shown, lettering) + 4.0 <= columns.slot {
            let above = if figure.value.is_some_and(|it| it < 0.0) { y + 11.0 } else { y - 11.0 };
            scene.word((x, above), Anchor::Middle, &figure.shown, (lettering, ink), text);
        }
    }
}

fn axis(scene: &mut Scene, chart: &Chart, columns: &Columns, text: TextWidth<'_>) {
    let name = |key: &str, half: HalfYear| tr_with(chart.lang, key, &[("n", half.half().into())]);
    let mut half = chart.first.half_year();
    let wide = |key: &str| text(&name(key, half), Lettering::Label) + 8.0;
    // The whole word where there is room for it.
    let keys = ["chart-half-whole", "chart-half"];
    let key = keys.into_iter().find(|it| wide(it) <= columns.slot).unwrap_or("chart-half");
    let width = wide(key).max(text("2026", Lettering::Year) + 8.0);
    let step = if width <= columns.slot { 1 } else { 2 };
    let every = if width <= columns.slot * 2.0 { 1 } else { 4 };
    while half <= chart.last.half_year() {
        let x = columns.center(half);
        let number = half.first_month().number() / 6;
        let newest = chart.last.half_year().first_month().number() / 6;
        if (newest - number) % (step * every) == 0 {
            let word = name(key, half);
            scene.word((x, columns.plot.bottom + 14.0), Anchor::Middle, &word, LABEL, text);
            let year = half.year().to_string();
            let is_first = half == chart.first.half_year();
            if half.half() == 1 || is_first || step == 2 {
                scene.word((x, columns.plot.bottom + 31.0), Anchor::Middle, &year, YEAR, text);
            }
        }
        half = half.plus(1);
    }
    scene.across(columns.values.place(0.0), Ink::Muted);
}
