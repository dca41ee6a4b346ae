//! What comes above zero, what goes below it, and the difference as a line: three series, in this order.

use super::geometry::{Area, Size, Spot};
use super::ink::Ink;
use super::labels::TextWidth;
use super::layout::Layout;
use super::monthly;
use super::scene::{Dash, Datum, Form, Scene, Shape};
use super::value::Chart;

/// The place of the series that is drawn downwards.
const GOES: usize = 1;
/// The place of the series that is drawn as a line.
const NET: usize = 2;

pub fn paint(scene: &mut Scene, chart: &Chart, text: TextWidth<'_>) {
    let turned = turned(chart);
    let size = Size { width: scene.size.width, height: scene.size.height };
    let layout = Layout::new(&turned, size, text);
    scene.plot = layout.plot;
    for half in &layout.second_halves {
        scene.fill(*half, Ink::SecondHalf);
    }
    layout.axis.paint(scene, &layout.values, text);
    monthly::month_axis(scene, &layout, text);
    monthly::marks(scene, &layout, text);
    for dot in &layout.dots {
        let datum = Datum { series: dot.series, point: dot.point };
        let color = chart.series.get(dot.series).map_or(dot.series, |it| it.color);
        // Above or below tells what it is; in grey print the two tones do as well.
        let ink = if dot.series == GOES { Ink::Soft(color) } else { Ink::Series(color) };
        if let Some(bar) = dot.bar.filter(|_| dot.series != NET) {
            scene.bar(bar, ink, datum);
        }
    }
    zero_line(scene, &layout);
    net(scene, chart, &layout);
    monthly::ends(scene, chart, &layout, text);
}

/// What goes is drawn below zero; its numbers stay as they are.
fn turned(chart: &Chart) -> Chart {
    let mut turned = chart.clone();
    for point in turned.series.get_mut(GOES).into_iter().flat_map(|it| &mut it.points) {
        point.value = point.value.map(|it| -it);
    }
    turned
}

fn zero_line(scene: &mut Scene, layout: &Layout) {
    let Area { left, right, .. } = layout.plot;
    if let Some(y) = layout.zero {
        scene.line(Spot { x: left, y }, Spot { x: right, y }, Ink::Muted, 1.0, Dash::Whole);
    }
}

fn net(scene: &mut Scene, chart: &Chart, layout: &Layout) {
    let ink = chart.series.get(NET).map_or(Ink::Text, |it| Ink::Series(it.color));
    for run in layout.runs.iter().filter(|it| it.series == NET && 1 < it.spots.len()) {
        scene.shapes.push(Shape::Trace { series: NET, spots: run.spots.clone(), ink });
    }
    for dot in layout.dots.iter().filter(|it| it.series == NET) {
        scene.shapes.push(Shape::Dot {
            at: dot.spot,
            radius: 2.8,
            form: Form::Diamond,
            ink,
            hole: None,
            datum: Some(Datum { series: NET, point: dot.point }),
        });
    }
}
