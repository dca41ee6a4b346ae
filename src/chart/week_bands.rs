//! How many waited how long: a group of bars a week band, with the target between the bands.

use super::geometry::{Area, Spot};
use super::ink::Ink;
use super::labels::{Lettering, TextWidth};
use super::letters::shortened;
use super::scale::{Scale, round_ticks};
use super::scene::{Anchor, Dash, Datum, Scene};
use super::value::{At, Chart};
use super::value_axis::ValueAxis;
use crate::text::tr;

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
        places.rev().find_map(|(place, it)| {
            let At::Weeks { from, to } = it else { return None };
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

pub fn paint(scene: &mut Scene, chart: &Chart, text: TextWidth<'_>) {
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
            .map(|it| it.points.iter().map(|it| &it.at).collect())
            .unwrap_or_default(),
        values: values.scale(plot),
    };
    scene.plot = plot;
    values.paint(scene, &bands.values, text);
    names(scene, chart, &bands, text);
    bars(scene, chart, &bands, text);
    target(scene, chart, &bands, text);
    let y = plot.bottom;
    scene.line(Spot { x: plot.left, y }, Spot { x: plot.right, y }, Ink::Muted, 1.0, Dash::Whole);
    axis(scene, chart, &bands, text);
}

/// A word a series in its colour, before it a square as its bars are.
fn names(scene: &mut Scene, chart: &Chart, bands: &Bands<'_>, text: TextWidth<'_>) {
    let mut x = bands.plot.left;
    let room = bands.plot.width() / chart.series.len().max(1) as f32 - 34.0;
    for (place, series) in chart.series.iter().enumerate() {
        let square = Area { left: x, top: 7.0, right: x + 10.0, bottom: 17.0 };
        scene.fill(square, bar_ink(chart, place));
        let name = shortened(&series.name, Lettering::Label, room, text);
        let word = (name.as_str(), Lettering::Label, Ink::Text);
        x = scene.word((x + 16.0, 12.0), Anchor::Start, word, text).right + 18.0;
    }
}

/// The second series is quiet, so that grey print tells the two apart.
fn bar_ink(chart: &Chart, series: usize) -> Ink {
    let color = chart.series.get(series).map_or(series, |it| it.color);
    if series == 0 { Ink::Series(color) } else { Ink::Soft(color) }
}

fn bars(scene: &mut Scene, chart: &Chart, bands: &Bands<'_>, text: TextWidth<'_>) {
    let count = chart.series.len().max(1) as f32;
    let each = (bands.slot() * 0.72 / count).min(48.0);
    let target = target_place(chart, bands);
    for (place, series) in chart.series.iter().enumerate() {
        for (point, it) in series.points.iter().enumerate() {
            let Some(center) = bands.place(&it.at) else { continue };
            let x = center + each * (place as f32 + 0.5 - count * 0.5);
            let y = it.value.map_or(bands.plot.bottom, |it| bands.values.place(it));
            if it.value.is_some() {
                let (left, right) = (x - each * 0.46, x + each * 0.46);
                let area = Area { left, right, top: y, bottom: bands.plot.bottom };
                scene.bar(area, bar_ink(chart, place), Datum { series: place, point });
            }
            let ink = if place == 0 { Ink::Text } else { Ink::Muted };
            if text(&it.shown, Lettering::Label) + 2.0 <= each.max(bands.slot() / count) {
                let word = (it.shown.as_str(), Lettering::Label, ink);
                let half = text(&it.shown, Lettering::Label) * 0.5 + 3.0;
                let x = beside(x, half, target);
                scene.word((x, y - 10.0), Anchor::Middle, word, text);
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
    scene.word((x, 29.0), Anchor::Start, (&label, Lettering::Label, Ink::Target), text);
}

fn axis(scene: &mut Scene, chart: &Chart, bands: &Bands<'_>, text: TextWidth<'_>) {
    let widest = bands.places.iter().map(|it| text(&it.weeks(), Lettering::Label));
    let widest = widest.fold(0.0, f32::max) + 6.0;
    let step = if widest <= bands.slot() { 1 } else { 2 };
    for at in bands.places.iter().step_by(step) {
        let Some(x) = bands.place(at) else { continue };
        let word = at.weeks();
        let word = (word.as_str(), Lettering::Label, Ink::Muted);
        scene.word((x, bands.plot.bottom + 14.0), Anchor::Middle, word, text);
    }
    let unit = tr(chart.lang, "chart-weeks-waited");
    let word = (unit.as_str(), Lettering::Label, Ink::Muted);
    let at = (bands.plot.center().x, bands.plot.bottom + 31.0);
    scene.word(at, Anchor::Middle, word, text);
}
