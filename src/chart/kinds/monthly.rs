//! Lines and bars over months: the trend with its target, events and level lines.

use crate::chart::axes::layout::Layout;
use crate::chart::axes::plot::Dot;
use crate::chart::scene::{
    Anchor, Dash, Datum, Ink, LABEL, Marker, Pointer, Scene, Shape, Spot, TextWidth, YEAR,
};
use crate::chart::value::{Axis, Chart, ChartKind, PointRole, RuleKind, SeriesAs};
use crate::domain::EventKind;

/// Lines over months; the range follows the figures.
pub const LINE: &ChartKind = &ChartKind { name: "line", series: SeriesAs::Other, ..*BARS };

/// Bars over months; the range begins at zero.
pub const BARS: &ChartKind = &ChartKind {
    name: "bars",
    axis: Axis::Months,
    pointer: Pointer::Hairline,
    series: SeriesAs::Bars,
    has_marks: true,
    paint,
};

fn paint(scene: &mut Scene, chart: &Chart, text: TextWidth<'_>) {
    paint_on(scene, chart, chart, text);
}

/// On the value axis that all of `shared` needs.
pub fn paint_on(scene: &mut Scene, chart: &Chart, shared: &Chart, text: TextWidth<'_>) {
    let layout = Layout::on(chart, shared, scene.size, text);
    scene.plot = layout.plot;
    grounds(scene, &layout);
    layout.axis.paint(scene, &layout.values, text);
    month_axis(scene, &layout, text);
    // A bar would hide the line of what happened in its month; a line of figures lies over it.
    let has_bars = chart.kind.series == SeriesAs::Bars;
    if !has_bars {
        marks(scene, &layout, text);
    }
    figures(scene, chart, &layout);
    if has_bars {
        marks(scene, &layout, text);
    }
    ends(scene, &layout, text);
}

fn grounds(scene: &mut Scene, layout: &Layout) {
    for half in &layout.second_halves {
        scene.fill(*half, Ink::SecondHalf);
    }
    for band in &layout.bands {
        scene.fill(*band, Ink::TargetBand);
    }
}

pub fn month_axis(scene: &mut Scene, layout: &Layout, text: TextWidth<'_>) {
    let bottom = layout.plot.bottom;
    for (x, tick) in &layout.month_ticks {
        scene.down(*x, (bottom, bottom + 5.0), Ink::Muted);
        scene.word((*x, bottom + 15.0), Anchor::Middle, &tick.label, LABEL, text);
        if let Some(year) = &tick.year {
            scene.word((*x, bottom + 32.0), Anchor::Middle, year, YEAR, text);
        }
    }
}

pub fn marks(scene: &mut Scene, layout: &Layout, text: TextWidth<'_>) {
    for mark in &layout.marks {
        let from = Spot { x: mark.x, y: mark.top };
        let to = Spot { x: mark.x, y: layout.plot.bottom };
        let dash = match mark.kind {
            EventKind::SeriesBreak => Dash::Whole,
            EventKind::Event => Dash::Dots,
        };
        scene.line(from, to, Ink::Muted, 1.2, dash);
        if let Some(label) = mark.label {
            scene.word((label.left, label.center().y), Anchor::Start, &mark.title, LABEL, text);
        }
    }
}

/// Bars and level lines below, then lines, then points.
fn figures(scene: &mut Scene, chart: &Chart, layout: &Layout) {
    for dot in &layout.dots {
        if let Some(bar) = dot.bar {
            let datum = Datum { series: dot.series, point: dot.point };
            scene.bar(bar, chart.ink(dot.series), datum);
        }
    }
    for shape in &layout.rules {
        let dash = match shape.kind {
            RuleKind::Mean => Dash::Whole,
            RuleKind::Limit => Dash::Dots,
            RuleKind::Median => Dash::Dashes,
        };
        scene.line(shape.from, shape.to, Ink::Muted, 1.2, dash);
    }
    for run in layout.runs.iter().filter(|it| 1 < it.spots.len()) {
        if layout.dots.iter().any(|it| it.bar.is_some()) {
            break;
        }
        let ink = chart.ink(run.series);
        scene.shapes.push(Shape::Trace { series: run.series, spots: run.spots.clone(), ink });
    }
    let points = layout.dots.iter().filter(|it| it.bar.is_none());
    scene.shapes.extend(points.map(|it| point(chart, it)));
}

/// A point; hollow where it is part of the signal.
fn point(chart: &Chart, dot: &Dot) -> Shape {
    let (radius, hole) = match dot.role {
        PointRole::Plain | PointRole::Compared => (2.3, None),
        PointRole::Signal => (4.4, Some(Ink::Surface)),
    };
    let marker = Marker::of_series(dot.series);
    // Corners carry less than a disc of the same radius.
    let radius = if marker == Marker::Disc { radius } else { radius * 1.2 };
    Shape::Dot {
        at: dot.spot,
        radius,
        marker,
        ink: chart.ink(dot.series),
        hole,
        datum: Some(Datum { series: dot.series, point: dot.point }),
    }
}

pub fn ends(scene: &mut Scene, layout: &Layout, text: TextWidth<'_>) {
    for label in &layout.end_labels {
        scene.word((label.x, label.y), Anchor::Start, &label.text, label.face, text);
    }
}
