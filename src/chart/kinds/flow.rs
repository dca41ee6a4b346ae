//! What comes above zero, what goes stacked below it, and the difference as a line: the first series
//! comes, the last is the difference, and all between them go.

use super::monthly;
use crate::chart::axes::layout::Layout;
use crate::chart::axes::plot::Dot;
use crate::chart::scene::{Area, Datum, Ink, Marker, Pointer, Scene, Shape, TextWidth};
use crate::chart::value::{Axis, Chart, ChartKind, SeriesAs};

/// The first series comes, the last is the difference.
pub const FLOW: &ChartKind = &ChartKind {
    name: "flow",
    axis: Axis::Months,
    pointer: Pointer::Along,
    series: SeriesAs::Bars,
    has_marks: true,
    paint,
};

fn paint(scene: &mut Scene, chart: &Chart, text: TextWidth<'_>) {
    let stacked = stacked(chart);
    let layout = Layout::on(&stacked, &stacked, scene.size, text);
    scene.plot = layout.plot;
    for half in &layout.second_halves {
        scene.fill(*half, Ink::SecondHalf);
    }
    layout.axis.paint(scene, &layout.values, text);
    monthly::month_axis(scene, &layout, text);
    for dot in layout.dots.iter().filter(|it| it.series != net_of(chart)) {
        let datum = Datum { series: dot.series, point: dot.point };
        // Above or below tells what it is; in grey print the two tones do as well.
        let ink = chart.two_tone(dot.series);
        if let Some(bar) = dot.bar {
            let top = bar.top.max(stacked_until(chart, &layout.dots, dot).unwrap_or(bar.top));
            scene.bar(Area { top: top.min(bar.bottom), ..bar }, ink, datum);
        }
    }
    monthly::marks(scene, &layout, text);
    if let Some(y) = layout.zero {
        scene.across(y, Ink::Muted);
    }
    net(scene, chart, &layout);
    monthly::ends(scene, &layout, text);
}

/// The place of the series that is drawn as a line.
fn net_of(chart: &Chart) -> usize {
    chart.series.len().saturating_sub(1)
}

/// How far down the series before one reach in its month.
fn stacked_until(chart: &Chart, dots: &[Dot], of: &Dot) -> Option<f32> {
    let at = |it: &Dot| Some(&chart.series.get(it.series)?.points.get(it.point)?.at);
    let month = at(of)?;
    let before = dots.iter().filter(|it| 0 < it.series && it.series < of.series);
    let same_month = before.filter(|it| at(it) == Some(month));
    same_month.filter_map(|it| Some(it.bar?.bottom)).reduce(f32::max)
}

/// What goes lies below zero, each under the one before it; the numbers that are told stay as they are.
fn stacked(chart: &Chart) -> Chart {
    let mut stacked = chart.clone();
    let mut through: std::collections::BTreeMap<String, f64> = std::collections::BTreeMap::new();
    let net = net_of(chart);
    for series in stacked.series.iter_mut().take(net).skip(1) {
        for point in &mut series.points {
            let Some(value) = &mut point.value else { continue };
            let sum = through.entry(point.at.key()).or_insert(0.0);
            *sum -= *value;
            *value = *sum;
        }
    }
    stacked
}

fn net(scene: &mut Scene, chart: &Chart, layout: &Layout) {
    let place = net_of(chart);
    let ink = chart.series.get(place).map_or(Ink::Text, |it| Ink::Series(it.color));
    for run in layout.runs.iter().filter(|it| it.series == place && 1 < it.spots.len()) {
        scene.shapes.push(Shape::Trace { series: place, spots: run.spots.clone(), ink });
    }
    for dot in layout.dots.iter().filter(|it| it.series == place) {
        scene.shapes.push(Shape::Dot {
            at: dot.spot,
            radius: 2.8,
            marker: Marker::Diamond,
            ink,
            hole: None,
            datum: Some(Datum { series: place, point: dot.point }),
        });
    }
}
