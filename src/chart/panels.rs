//! Small multiples: a panel a series, all on one scale and the same months, so that they can be compared.

use super::geometry::Size;
use super::ink::Ink;
use super::labels::{Lettering, TextWidth};
use super::letters::shortened;
use super::scene::{Anchor, Scene, Shape};
use super::value::{Chart, ChartKind, Mark, TargetBand};

/// Between two panels.
const GAP: f32 = 22.0;
/// The name above a panel.
const NAME: f32 = 24.0;
/// Panels are not narrower than this where it can be helped.
const LEAST: f32 = 210.0;
/// Nor lower than this.
const LOWEST: f32 = 130.0;
/// Narrower panels have no room for the words of events and targets; their lines and grounds are there.
const WORDY: f32 = 300.0;

pub fn paint(scene: &mut Scene, chart: &Chart, text: TextWidth<'_>) {
    let count = chart.series.len().max(1);
    let Size { width, height } = scene.size;
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
    let size = size_of(columns);
    let whole = scene.plot;
    for place in 0..chart.series.len() {
        let left = (size.width + GAP) * (place % columns) as f32;
        let top = (size.height + GAP * 0.5) * (place / columns) as f32;
        panel(scene, chart, place, (left, top, size), text);
    }
    scene.plot = whole;
}

fn panel(
    scene: &mut Scene,
    chart: &Chart,
    place: usize,
    (left, top, size): (f32, f32, Size),
    text: TextWidth<'_>,
) {
    let Some(series) = chart.series.get(place) else { return };
    let name = shortened(&series.name, Lettering::Year, size.width, text);
    let word = (name.as_str(), Lettering::Year, Ink::Text);
    scene.word((left, top + 9.0), Anchor::Start, word, text);
    let own = |it: &&TargetBand| it.series.is_none_or(|it| it == place);
    let silent = |it: &Mark| Mark { title: String::new(), ..it.clone() };
    let nameless = |it: &TargetBand| TargetBand { label: String::new(), ..it.clone() };
    let is_wordy = WORDY <= size.width;
    let alone = Chart {
        kind: ChartKind::Line,
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
    let mut body = Scene::body_on(&alone, room, chart, text);
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
