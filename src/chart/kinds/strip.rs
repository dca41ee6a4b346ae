//! A dot a person along the value axis, against the norm. Dots that would lie on each other are stacked;
//! those outside the norm are named where there is room.

use crate::chart::axes::{Scale, round_ticks};
use crate::chart::scene::{
    Anchor, Area, Datum, Ink, LABEL, Lettering, Marker, Pointer, Scene, Shape, Spot, TextWidth,
    shortened, word_area,
};
use crate::chart::value::{Axis, Chart, ChartKind, Point, PointRole, SeriesAs};
use crate::text::number;

/// A dot a person.
pub const STRIP: &ChartKind = &ChartKind {
    name: "strip",
    axis: Axis::People,
    pointer: Pointer::Nearest,
    series: SeriesAs::Other,
    has_marks: false,
    paint,
};

const RADIUS: f32 = 5.5;
/// The target's word above, the axis below.
const HEAD: f32 = 24.0;
const FOOT: f32 = 26.0;

fn paint(scene: &mut Scene, chart: &Chart, text: TextWidth<'_>) {
    let plot = Area {
        left: 18.0,
        top: HEAD,
        right: (scene.size.width - 18.0).max(60.0),
        bottom: (scene.size.height - FOOT).max(HEAD + 20.0),
    };
    scene.plot = plot;
    let values = scale(chart, plot);
    for band in chart.newest_bands() {
        let left = values.place(band.lower.unwrap_or(values.low)).clamp(plot.left, plot.right);
        let right = values.place(band.upper.unwrap_or(values.high)).clamp(plot.left, plot.right);
        scene.fill(Area { left, right, ..plot }, Ink::TargetBand);
        let label = shortened(&band.label, Lettering::Label, plot.width(), text);
        let half = text(&label, Lettering::Label) * 0.5;
        let x = f32::midpoint(left, right).clamp(half, (scene.size.width - half).max(half));
        scene.word((x, 12.0), Anchor::Middle, &label, (Lettering::Label, Ink::Target), text);
    }
    axis(scene, chart, &values, text);
    let dots = dots(chart, &values, plot);
    let points = chart.series.first().map(|it| it.points.as_slice()).unwrap_or_default();
    for (point, at) in &dots {
        let role = points.get(*point).map(|it| it.role);
        let is_beyond = role == Some(PointRole::Compared);
        let color = chart.series.first().map_or(0, |it| it.color);
        scene.shapes.push(Shape::Dot {
            at: *at,
            radius: RADIUS,
            marker: Marker::Disc,
            ink: if is_beyond { Ink::Beyond } else { Ink::Series(color) },
            hole: is_beyond.then_some(Ink::Surface),
            datum: Some(Datum { series: 0, point: *point }),
        });
    }
    names(scene, points, &dots, text);
}

fn scale(chart: &Chart, plot: Area) -> Scale {
    let limits = || chart.newest_bands().flat_map(|it| [it.lower, it.upper]).flatten();
    let low = chart.values().chain(limits()).fold(f64::INFINITY, f64::min);
    let high = chart.values().chain(limits()).fold(f64::NEG_INFINITY, f64::max);
    let (low, high) = if low <= high { (low, high) } else { (0.0, 1.0) };
    let air = (high - low) * 0.04;
    let floor = if 0.0 <= low { 0.0 } else { f64::NEG_INFINITY };
    let ticks = round_ticks((low - air).max(floor), high + air);
    Scale {
        low: ticks.values.first().copied().unwrap_or(0.0),
        high: ticks.values.last().copied().unwrap_or(1.0),
        start: plot.left,
        end: plot.right,
    }
}

fn axis(scene: &mut Scene, chart: &Chart, values: &Scale, text: TextWidth<'_>) {
    let plot = scene.plot;
    let ticks = round_ticks(values.low, values.high);
    for value in &ticks.values {
        let x = values.place(*value);
        scene.down(x, (plot.top, plot.bottom), Ink::Grid);
        let label = number::tick(chart.lang, *value, ticks.decimals);
        scene.word((x, plot.bottom + 14.0), Anchor::Middle, &label, LABEL, text);
    }
}

/// Lowest first; each as near to the middle of the plot as the earlier ones leave room for.
fn dots(chart: &Chart, values: &Scale, plot: Area) -> Vec<(usize, Spot)> {
    let points = chart.series.first().map(|it| it.points.as_slice()).unwrap_or_default();
    let mut places: Vec<(usize, f32)> = points
        .iter()
        .enumerate()
        .filter_map(|(place, point)| Some((place, values.place(point.value?))))
        .collect();
    places.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let middle = plot.center().y;
    let step = RADIUS * 2.0 + 2.0;
    let most = ((plot.height() * 0.5 - RADIUS) / step).floor().max(0.0);
    let mut placed: Vec<(usize, Spot)> = Vec::new();
    for (place, x) in places {
        let mut rows = (0_u16..).map(|row| {
            let away = f32::from(row.div_ceil(2));
            if row % 2 == 0 { -away } else { away }
        });
        let is_free = |row: f32| {
            let y = middle + row * step;
            placed.iter().all(|it| step <= (it.1.x - x).hypot(it.1.y - y) + 0.01)
        };
        let row = rows.find(|it| most < it.abs() || is_free(*it)).unwrap_or(0.0);
        // Where the plot is full, dots lie on each other rather than outside.
        let y = middle + row.clamp(-most, most) * step;
        placed.push((place, Spot { x, y }));
    }
    placed
}

/// Names of those beyond the norm: above the dot, else below, else left out.
fn names(scene: &mut Scene, points: &[Point], dots: &[(usize, Spot)], text: TextWidth<'_>) {
    let mut taken: Vec<Area> = dots.iter().map(|it| Area::around(it.1, RADIUS)).collect();
    let room = scene.plot;
    for (place, at) in dots.iter().rev() {
        let Some(point) = points.get(*place).filter(|it| it.role == PointRole::Compared) else {
            continue;
        };
        let name = shortened(&point.at.key(), Lettering::Label, 120.0, text);
        let width = text(&name, Lettering::Label);
        let places = [at.y - RADIUS - 9.0, at.y + RADIUS + 9.0];
        let free = places.into_iter().find_map(|y| {
            let area = word_area(at.x, y, Anchor::Middle, width, Lettering::Label);
            let inside = 0.0 <= area.left
                && area.right <= scene.size.width
                && room.top <= area.top
                && area.bottom <= room.bottom;
            (inside && taken.iter().all(|it| !it.overlaps(area))).then_some((y, area))
        });
        if let Some((y, area)) = free {
            scene.word((at.x, y), Anchor::Middle, &name, (Lettering::Label, Ink::Text), text);
            taken.push(area);
        }
    }
}
