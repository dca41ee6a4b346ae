//! Lines and bars over months: the trend with its target, events and level lines.

use super::geometry::{Size, Spot};
use super::ink::Ink;
use super::labels::{Lettering, TextWidth};
use super::layout::{EndRole, Layout};
use super::scene::{Anchor, Dash, Datum, Form, Scene, Shape};
use super::shapes::Dot;
use super::value::{Chart, ChartKind, PointRole, RuleKind};
use crate::domain::EventKind;

pub fn paint(scene: &mut Scene, chart: &Chart, text: TextWidth<'_>) {
    paint_on(scene, chart, chart, text);
}

/// On the value axis that all of `shared` needs.
pub fn paint_on(scene: &mut Scene, chart: &Chart, shared: &Chart, text: TextWidth<'_>) {
    let size = Size { width: scene.size.width, height: scene.size.height };
    let layout = Layout::on(chart, shared, size, text);
    scene.plot = layout.plot;
    grounds(scene, &layout);
    layout.axis.paint(scene, &layout.values, text);
    month_axis(scene, &layout, text);
    // A bar would hide the line of what happened in its month; a line of figures lies over it.
    let has_bars = chart.kind == ChartKind::Bars;
    if !has_bars {
        marks(scene, &layout, text);
    }
    figures(scene, chart, &layout);
    if has_bars {
        marks(scene, &layout, text);
    }
    ends(scene, chart, &layout, text);
}

fn grounds(scene: &mut Scene, layout: &Layout) {
    for half in &layout.second_halves {
        scene.fill(*half, Ink::SecondHalf);
    }
    for band in &layout.bands {
        scene.fill(band.area, Ink::TargetBand);
    }
}

pub fn month_axis(scene: &mut Scene, layout: &Layout, text: TextWidth<'_>) {
    let bottom = layout.plot.bottom;
    for (x, tick) in &layout.month_ticks {
        let (from, to) = (Spot { x: *x, y: bottom }, Spot { x: *x, y: bottom + 5.0 });
        scene.line(from, to, Ink::Muted, 1.0, Dash::Whole);
        let word = (tick.label.as_str(), Lettering::Label, Ink::Muted);
        scene.word((*x, bottom + 15.0), Anchor::Middle, word, text);
        if let Some(year) = &tick.year {
            let word = (year.as_str(), Lettering::Year, Ink::Muted);
            scene.word((*x, bottom + 32.0), Anchor::Middle, word, text);
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
            let word = (mark.title.as_str(), Lettering::Label, Ink::Muted);
            scene.word((label.left, label.center().y), Anchor::Start, word, text);
        }
    }
}

/// Bars and level lines below, then lines, then points.
fn figures(scene: &mut Scene, chart: &Chart, layout: &Layout) {
    for dot in &layout.dots {
        if let Some(bar) = dot.bar {
            let datum = Datum { series: dot.series, point: dot.point };
            scene.bar(bar, series_ink(chart, dot.series), datum);
        }
    }
    for shape in &layout.rules {
        let kind = chart.rules.get(shape.rule).map(|it| it.kind);
        let (width, dash) = match kind {
            Some(RuleKind::Mean) => (1.2, Dash::Whole),
            Some(RuleKind::Limit) => (1.2, Dash::Dots),
            Some(RuleKind::Median) | None => (1.2, Dash::Dashes),
        };
        scene.line(shape.from, shape.to, Ink::Muted, width, dash);
    }
    for run in layout.runs.iter().filter(|it| 1 < it.spots.len()) {
        if layout.dots.iter().any(|it| it.bar.is_some()) {
            break;
        }
        let ink = series_ink(chart, run.series);
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
    let form = Form::of_series(dot.series);
    // Corners carry less than a disc of the same radius.
    let radius = if form == Form::Disc { radius } else { radius * 1.2 };
    Shape::Dot {
        at: dot.spot,
        radius,
        form,
        ink: series_ink(chart, dot.series),
        hole,
        datum: Some(Datum { series: dot.series, point: dot.point }),
    }
}

pub fn series_ink(chart: &Chart, series: usize) -> Ink {
    Ink::Series(chart.series.get(series).map_or(series, |it| it.color))
}

pub fn ends(scene: &mut Scene, chart: &Chart, layout: &Layout, text: TextWidth<'_>) {
    for label in &layout.end_labels {
        let (lettering, ink) = match label.role {
            EndRole::Value(series) => (Lettering::Value, series_ink(chart, series)),
            EndRole::Rule(_) => (Lettering::Label, Ink::Muted),
            EndRole::Target => (Lettering::Label, Ink::Target),
        };
        let word = (label.text.as_str(), lettering, ink);
        scene.word((label.x, label.y), Anchor::Start, word, text);
    }
}
