//! What a chart says about the month under the pointer, or the one chosen with the arrow keys.

use egui::{
    Color32, CornerRadius, EventFilter, Key, Modifiers, Painter, Pos2, Rect, Response, Stroke,
    StrokeKind, Ui, Vec2, pos2,
};

use crate::chart::{Chart, Dot, Layout, Point};
use crate::text::dates;
use crate::ui::theme::{self, Palette, palette, size};

pub fn hover_ui(ui: &Ui, chart: &Chart, layout: &Layout, rect: Rect, response: &Response) {
    let pointer = ui
        .input(|it| it.pointer.hover_pos())
        .filter(|it| response.contains_pointer() && over_plot(layout, rect, *it));
    let dot = match pointer {
        Some(pointer) => layout.nearest(pointer.x - rect.left()),
        None => chosen_by_keys(ui, layout, response),
    };
    let Some(dot) = dot else { return };
    let Some(series) = chart.series.get(dot.series) else {
        return;
    };
    let Some(point) = series.points.get(dot.point) else {
        return;
    };
    let colors = *palette(ui);
    let color = colors.series(series.color);
    let center = rect.min + Vec2::new(dot.spot.x, dot.spot.y);
    let plot = layout.plot;
    let hairline = Stroke::new(1.0, colors.muted.gamma_multiply(0.5));
    let span = rect.top() + plot.top..=rect.top() + plot.bottom;
    ui.painter().vline(center.x, span, hairline);
    ui.painter().circle_filled(center, 5.0, color);
    ui.painter().circle_filled(center, 2.5, colors.surface);
    let lines = [
        (dates::month(chart.lang, point.month), false),
        (format!("{}  {}", series.with_unit(point), series.name), true),
        (point.basis.clone(), false),
    ];
    box_beside(ui.painter(), rect, center, &lines, &colors);
    announce(response, chart, &series.with_unit(point), point);
}

fn over_plot(layout: &Layout, rect: Rect, pointer: Pos2) -> bool {
    let plot = layout.plot;
    let inside = Rect::from_min_max(pos2(plot.left, plot.top), pos2(plot.right, plot.bottom));
    inside.expand(8.0).contains(pointer - rect.min.to_vec2())
}

/// Left and right move from month to month while the chart has the focus.
fn chosen_by_keys<'a>(ui: &Ui, layout: &'a Layout, response: &Response) -> Option<&'a Dot> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|it| it.set_focus_lock_filter(response.id, filter));
    let last = layout.dots.len().checked_sub(1)?;
    let id = response.id.with("chosen");
    let mut place: usize = ui.data(|it| it.get_temp(id)).unwrap_or(last).min(last);
    ui.input_mut(|it| {
        if it.consume_key(Modifiers::NONE, Key::ArrowLeft) {
            place = place.saturating_sub(1);
        }
        if it.consume_key(Modifiers::NONE, Key::ArrowRight) {
            place = (place + 1).min(last);
        }
    });
    ui.data_mut(|it| it.insert_temp(id, place));
    layout.dots.get(place)
}

/// The screen reader hears the month as the chart's value.
fn announce(response: &Response, chart: &Chart, shown: &str, point: &Point) {
    let month = dates::month(chart.lang, point.month);
    let words = format!("{month}, {shown}, {}", point.basis);
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
