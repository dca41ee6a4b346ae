//! Small multiples: a panel a series, all on one scale and the same months, so that they can be compared.

use super::monthly::{self, LINE};
use crate::chart::scene::{
    Anchor, Ink, LABEL, Lettering, Pointer, Scene, Shape, Size, TextWidth, shortened,
};
use crate::chart::value::{Axis, Chart, ChartKind, Mark, SeriesAs, TargetBand};
use crate::text::dates;

/// A panel a series, all on one scale.
pub const PANELS: &ChartKind = &ChartKind {
    name: "panels",
    axis: Axis::Months,
    pointer: Pointer::Nearest,
    series: SeriesAs::Other,
    has_marks: true,
    paint,
};

/// Between two panels.
const GAP: f32 = 22.0;
/// The name above a panel.
const NAME: f32 = 24.0;
/// Panels are not narrower than this where it can be helped.
const LEAST: f32 = 210.0;
/// Nor lower than this.
const LOWEST: f32 = 130.0;
/// Narrower panels have no room for the words of events and targets: those stand once, under all panels.
const WORDY: f32 = 420.0;
/// That line.
const BELOW: f32 = 22.0;

fn paint(scene: &mut Scene, chart: &Chart, text: TextWidth<'_>) {
    let count = chart.series.len().max(1);
    let Size { width, height } = scene.size;
    let (columns, size) = arranged(count, Size { width, height });
    let is_wordy = WORDY <= size.width;
    let words = if is_wordy { String::new() } else { below(chart) };
    let lower = arranged(count, Size { width, height: height - BELOW });
    // Panels that are as low as can be leave no room under them.
    let has_room = LOWEST <= lower.1.height && !words.is_empty();
    let (columns, size) = if has_room { lower } else { (columns, size) };
    let whole = scene.plot;
    for place in 0..chart.series.len() {
        let left = (size.width + GAP) * (place % columns) as f32;
        let top = (size.height + GAP * 0.5) * (place / columns) as f32;
        panel(scene, chart, place, (left, top), size, text);
    }
    if has_room {
        let words = shortened(&words, Lettering::Label, width, text);
        scene.word((0.0, height - 9.0), Anchor::Start, &words, LABEL, text);
    }
    scene.plot = whole;
}

/// What the lines and the grounds in the panels are: events with their month, then targets.
fn below(chart: &Chart) -> String {
    let month = |it: &Mark| dates::month_short(chart.lang, it.day.month());
    let marks = chart.visible_marks().filter(|it| !it.title.is_empty());
    let mut words: Vec<String> = marks.map(|it| format!("{}, {}", it.title, month(it))).collect();
    for band in chart.newest_bands() {
        if !band.label.is_empty() && !words.contains(&band.label) {
            words.push(band.label.clone());
        }
    }
    words.join(" · ")
}

/// How many panels stand side by side, and how large each is.
fn arranged(count: usize, Size { width, height }: Size) -> (usize, Size) {
    let size_of = |columns: usize| {
        let rows = count.div_ceil(columns) as f32;
        let columns = columns as f32;
        Size {
            width: (width - GAP * (columns - 1.0)) / columns,
            height: (height - GAP * 0.5 * (rows - 1.0)) / rows,
        }
    };
    // Wide panels first; where they would be too low, narrow ones side by side.
    let is_good = |it: &usize| LEAST <= size_of(*it).width && LOWEST <= size_of(*it).height;
    let is_high = |it: &usize| LOWEST <= size_of(*it).height;
    let columns = (1..=count).rev().find(is_good).or_else(|| (1..=count).find(is_high));
    let columns = columns.unwrap_or(count);
    (columns, size_of(columns))
}

fn panel(
    scene: &mut Scene,
    chart: &Chart,
    place: usize,
    (left, top): (f32, f32),
    size: Size,
    text: TextWidth<'_>,
) {
    let Some(series) = chart.series.get(place) else { return };
    let name = shortened(&series.name, Lettering::Year, size.width, text);
    scene.word((left, top + 9.0), Anchor::Start, &name, (Lettering::Year, Ink::Text), text);
    let own = |band: &&TargetBand| band.series.is_none_or(|it| it == place);
    let silent = |it: &Mark| Mark { title: String::new(), ..it.clone() };
    let nameless = |it: &TargetBand| TargetBand { label: String::new(), ..it.clone() };
    let is_wordy = WORDY <= size.width;
    let alone = Chart {
        kind: LINE,
        marks: chart
            .marks
            .iter()
            .map(|it| if is_wordy { it.clone() } else { silent(it) })
            .collect(),
        series: vec![series.clone()],
        bands: chart
            .bands
            .iter()
            .filter(own)
            .map(|it| if is_wordy { it.clone() } else { nameless(it) })
            .collect(),
        ..chart.clone()
    };
    let room = Size { width: size.width, height: (size.height - NAME).max(80.0) };
    let mut body = Scene::empty(room);
    monthly::paint_on(&mut body, &alone, chart, text);
    for shape in &mut body.shapes {
        rename(shape, place);
    }
    scene.take(body, left, top + NAME);
}

/// In the panel the series was the first.
fn rename(shape: &mut Shape, place: usize) {
    match shape {
        Shape::Box { datum: Some(datum), .. } | Shape::Dot { datum: Some(datum), .. } => {
            datum.series = place;
        }
        Shape::Trace { series, .. } => *series = place,
        Shape::Box { .. } | Shape::Dot { .. } | Shape::Line { .. } | Shape::Word { .. } => {}
    }
}
