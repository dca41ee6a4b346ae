//! What a chart says about the month under the pointer, or the one chosen with the arrow keys.

use egui::{
    Color32, CornerRadius, EventFilter, Key, Modifiers, Painter, Pos2, Rect, Response, Stroke,
    StrokeKind, Ui, Vec2, pos2,
};

use crate::chart::{Area, Chart, Datum, Point, Pointer, Scene, Series, Spot};
use crate::ui::theme::{self, Palette, palette, size};

/// The figure that is meant, when one is.
pub fn hover_ui(
    ui: &Ui,
    chart: &Chart,
    scene: &Scene,
    rect: Rect,
    response: &Response,
) -> Option<Datum> {
    let pointer = ui
        .input(|it| it.pointer.hover_pos())
        .filter(|it| response.contains_pointer() && over_plot(scene, rect, *it));
    let (datum, area) = match pointer {
        Some(pointer) => {
            let spot = Spot { x: pointer.x - rect.left(), y: pointer.y - rect.top() };
            scene.nearest(chart.kind.pointer, spot)
        }
        None => chosen_by_keys(ui, scene, response),
    }?;
    let series = chart.series.get(datum.series)?;
    let point = series.points.get(datum.point)?;
    let colors = *palette(ui);
    mark(ui, chart, scene, (rect, area), colors.series(series.color));
    let lines = [
        (point.at.words(chart.lang), false),
        (format!("{}  {}", series.with_unit(point), series.name), true),
        (point.basis.clone(), false),
    ];
    box_beside(ui.painter(), rect, center(rect, area), &lines, &colors);
    announce(response, chart, series, point);
    Some(datum)
}

fn center(rect: Rect, area: Area) -> Pos2 {
    let center = area.center();
    rect.min + Vec2::new(center.x, center.y)
}

/// A hairline through a point along the months; an outline round a bar or a cell.
fn mark(ui: &Ui, chart: &Chart, scene: &Scene, (rect, area): (Rect, Area), color: Color32) {
    let colors = palette(ui);
    let middle = center(rect, area);
    let is_point = area.width() < 12.0 && area.height() < 12.0;
    if !is_point {
        let outline = Rect::from_min_max(pos2(area.left, area.top), pos2(area.right, area.bottom))
            .translate(rect.min.to_vec2());
        let stroke = Stroke::new(2.0, colors.text);
        ui.painter().rect_stroke(outline, 1.0, stroke, StrokeKind::Outside);
        return;
    }
    if chart.kind.pointer == Pointer::Hairline {
        let span = rect.top() + scene.plot.top..=rect.top() + scene.plot.bottom;
        let hairline = Stroke::new(1.0, colors.muted.gamma_multiply(0.5));
        ui.painter().vline(middle.x, span, hairline);
    }
    ui.painter().circle_filled(middle, 5.0, color);
    ui.painter().circle_filled(middle, 2.5, colors.surface);
}

fn over_plot(scene: &Scene, rect: Rect, pointer: Pos2) -> bool {
    let plot = scene.plot;
    let inside = Rect::from_min_max(pos2(plot.left, plot.top), pos2(plot.right, plot.bottom));
    inside.expand(8.0).contains(pointer - rect.min.to_vec2())
}

/// Left and right move from figure to figure while the chart has the focus.
fn chosen_by_keys(ui: &Ui, scene: &Scene, response: &Response) -> Option<(Datum, Area)> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|it| it.set_focus_lock_filter(response.id, filter));
    let figures: Vec<(Datum, Area)> = scene.figures().collect();
    let last = figures.len().checked_sub(1)?;
    let id = response.id.with("chosen");
    let mut place: usize = ui.data(|it| it.get_temp(id)).unwrap_or(last).min(last);
    let pressed = |key| ui.input_mut(|it| it.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowLeft) {
        place = place.saturating_sub(1);
    }
    if pressed(Key::ArrowRight) {
        place = (place + 1).min(last);
    }
    ui.data_mut(|it| it.insert_temp(id, place));
    figures.get(place).copied()
}

/// The screen reader hears the figure as the chart's value.
fn announce(response: &Response, chart: &Chart, series: &Series, point: &Point) {
    let what = point.at.words(chart.lang);
    let words = format!("{what}, {}, {}", series.with_unit(point), point.basis);
    response.ctx.accesskit_node_builder(response.id, |node| node.set_value(words));
}

fn box_beside(
    painter: &Painter,
    rect: Rect,
    center: Pos2,
    lines: &[(String, bool)],
    colors: &Palette,
) {
    let galleys: Vec<_> = lines
        .iter()
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, is_main)| {
            let (font, color): (_, Color32) = if *is_main {
                (theme::semibold(size::BODY), colors.text)
            } else {
                (theme::regular(size::SMALL), colors.muted)
            };
            painter.layout_no_wrap(text.clone(), font, color)
        })
        .collect();
    let width = galleys.iter().map(|it| it.size().x).fold(0.0, f32::max);
    let height: f32 = galleys.iter().map(|it| it.size().y).sum();
    let outer = Vec2::new(width + 24.0, height + 16.0);
    let left = if center.x + 14.0 + outer.x <= rect.right() {
        center.x + 14.0
    } else {
        center.x - 14.0 - outer.x
    };
    let top = (center.y - outer.y - 10.0).max(rect.top());
    let ground = Rect::from_min_size(pos2(left, top), outer);
    let radius = CornerRadius::same(size::CONTROL_RADIUS);
    painter.rect(ground, radius, colors.surface, Stroke::new(1.0, colors.line), StrokeKind::Inside);
    let mut y = ground.top() + 8.0;
    for galley in galleys {
        let at = pos2(ground.left() + 12.0, y);
        y += galley.size().y;
        painter.galley(at, galley, colors.text);
    }
}
