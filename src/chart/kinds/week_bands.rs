//! How many waited how long: a group of bars a week band, with the target between the bands.

use crate::chart::axes::{Scale, ValueAxis, round_ticks};
use crate::chart::scene::{
    Anchor, Area, Dash, Datum, Ink, LABEL, Lettering, Pointer, Scene, Spot, TextWidth, shortened,
};
use crate::chart::value::{At, Axis, Chart, ChartKind, SeriesAs};
use crate::text::tr;

/// A group of bars a week band.
pub const WEEK_BANDS: &ChartKind = &ChartKind {
    name: "week-bands",
    axis: Axis::Weeks,
    pointer: Pointer::Nearest,
    series: SeriesAs::Other,
    has_marks: false,
    paint,
};

/// The names of the series, and the target's, above the plot.
const HEAD: f32 = 62.0;
/// Bands and what they count under it.
const FOOT: f32 = 42.0;

/// Both axes.
struct Bands<'a> {
    plot: Area,
    places: Vec<&'a At>,
    values: Scale,
}

impl Bands<'_> {
    fn slot(&self) -> f32 {
        self.plot.width() / self.places.len().max(1) as f32
    }

    fn place(&self, at: &At) -> Option<f32> {
        let place = self.places.iter().position(|it| *it == at)?;
        Some(self.plot.left + self.slot() * (place as f32 + 0.5))
    }

    /// Where so many weeks lie: bands are equally wide, whatever they span.
    fn weeks(&self, weeks: f64) -> Option<f32> {
        let places = self.places.iter().enumerate();
        places.rev().find_map(|(place, at)| {
            let At::Weeks { from, to } = at else { return None };
            let (from, to) = (f64::from(*from), to.map(f64::from));
            let share = match to {
                Some(to) if weeks <= to => (weeks - from) / (to - from).max(1.0),
                Some(_) => return None,
                None => 0.5,
            };
            #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
            let share = share as f32;
            (from < weeks || (place == 0 && from <= weeks))
                .then(|| self.plot.left + self.slot() * (place as f32 + share))
        })
    }
}

fn paint(scene: &mut Scene, chart: &Chart, text: TextWidth<'_>) {
    let ticks = round_ticks(0.0, chart.values().fold(0.0, f64::max));
    let values = ValueAxis::new(chart.lang, &ticks);
    let left = values.width(text);
    let plot = Area {
        left,
        top: HEAD,
        right: (scene.size.width - 4.0).max(left + 40.0),
        bottom: (scene.size.height - FOOT).max(HEAD + 20.0),
    };
    let bands = Bands {
        plot,
        places: chart
            .series
            .first()
            .map(|series| series.points.iter().map(|it| &it.at).collect())
            .unwrap_or_default(),
        values: values.scale(plot),
    };
    scene.plot = plot;
    values.paint(scene, &bands.values, text);
    names(scene, chart, &bands, text);
    bars(scene, chart, &bands, text);
    target(scene, chart, &bands, text);
    scene.across(plot.bottom, Ink::Muted);
    axis(scene, chart, &bands, text);
}

/// A word a series in its colour, before it a square as its bars are.
fn names(scene: &mut Scene, chart: &Chart, bands: &Bands<'_>, text: TextWidth<'_>) {
    let mut x = bands.plot.left;
    let room = bands.plot.width() / chart.series.len().max(1) as f32 - 34.0;
    for (place, series) in chart.series.iter().enumerate() {
        let square = Area { left: x, top: 7.0, right: x + 10.0, bottom: 17.0 };
        scene.fill(square, chart.two_tone(place));
        let name = shortened(&series.name, Lettering::Label, room, text);
        x = scene
            .word((x + 16.0, 12.0), Anchor::Start, &name, (Lettering::Label, Ink::Text), text)
            .right
            + 18.0;
    }
}

fn bars(scene: &mut Scene, chart: &Chart, bands: &Bands<'_>, text: TextWidth<'_>) {
    let count = chart.series.len().max(1) as f32;
    let each = (bands.slot() * 0.72 / count).min(48.0);
    let target = target_place(chart, bands);
    for (place, series) in chart.series.iter().enumerate() {
        for (point, figure) in series.points.iter().enumerate() {
            let Some(center) = bands.place(&figure.at) else { continue };
            let x = center + each * (place as f32 + 0.5 - count * 0.5);
            let y = figure.value.map_or(bands.plot.bottom, |it| bands.values.place(it));
            if figure.value.is_some() {
                let (left, right) = (x - each * 0.46, x + each * 0.46);
                let area = Area { left, right, top: y, bottom: bands.plot.bottom };
                scene.bar(area, chart.two_tone(place), Datum { series: place, point });
            }
            let ink = if place == 0 { Ink::Text } else { Ink::Muted };
            if text(&figure.shown, Lettering::Label) + 2.0 <= each.max(bands.slot() / count) {
                let half = text(&figure.shown, Lettering::Label) * 0.5 + 3.0;
                let x = beside(x, half, target);
                scene.word(
                    (x, y - 10.0),
                    Anchor::Middle,
                    &figure.shown,
                    (Lettering::Label, ink),
                    text,
                );
            }
        }
    }
}

/// The place of a word that is `half` wide to each side, moved off the target's line.
fn beside(x: f32, half: f32, line: Option<f32>) -> f32 {
    match line {
        Some(line) if (x - line).abs() < half => {
            if x < line {
                line - half
            } else {
                line + half
            }
        }
        Some(_) | None => x,
    }
}

fn target_place(chart: &Chart, bands: &Bands<'_>) -> Option<f32> {
    bands.weeks(chart.newest_bands().next()?.upper?)
}

/// A dotted line where the target lies among the bands, its word above the plot.
fn target(scene: &mut Scene, chart: &Chart, bands: &Bands<'_>, text: TextWidth<'_>) {
    let Some(band) = chart.newest_bands().next() else { return };
    let Some(x) = target_place(chart, bands) else { return };
    let plot = bands.plot;
    let (from, to) = (Spot { x, y: 38.0 }, Spot { x, y: plot.bottom });
    scene.line(from, to, Ink::Text, 1.4, Dash::Dots);
    let label = shortened(&band.label, Lettering::Label, plot.width() * 0.5, text);
    let width = text(&label, Lettering::Label);
    let x = (x - width * 0.5).clamp(plot.left, (plot.right - width).max(plot.left));
    scene.word((x, 29.0), Anchor::Start, &label, (Lettering::Label, Ink::Target), text);
}

fn axis(scene: &mut Scene, chart: &Chart, bands: &Bands<'_>, text: TextWidth<'_>) {
    let widest = bands.places.iter().map(|it| text(&it.weeks(), Lettering::Label));
    let widest = widest.fold(0.0, f32::max) + 6.0;
    let step = if widest <= bands.slot() { 1 } else { 2 };
    for at in bands.places.iter().step_by(step) {
        let Some(x) = bands.place(at) else { continue };
        scene.word((x, bands.plot.bottom + 14.0), Anchor::Middle, &at.weeks(), LABEL, text);
    }
    let unit = tr(chart.lang, "chart-weeks-waited");
    let at = (bands.plot.center().x, bands.plot.bottom + 31.0);
    scene.word(at, Anchor::Middle, &unit, LABEL, text);
}
