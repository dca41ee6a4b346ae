//! Cards: a surface with a thin line round it, alone or several in a row of one height.

use egui::{CornerRadius, Rect, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

use crate::ui::theme::{palette, size};

/// What a card's upper edge looks like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Edge {
    Plain,
    /// A thick edge in a unit's colour.
    Colored(egui::Color32),
}

/// How thick a coloured edge is.
const EDGE: f32 = 4.0;

/// One card as wide as there is room.
pub fn card_ui<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    padded_card_ui(ui, 16.0, contents)
}

/// One card with this much air above and below its contents.
pub fn padded_card_ui<R>(ui: &mut Ui, above: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let width = ui.available_width();
    let top_left = ui.cursor().min;
    let ground = ui.painter().add(Shape::Noop);
    let (inner, used) = contents_ui(ui, top_left, width, above, contents);
    let rect = Rect::from_min_size(top_left, Vec2::new(width, used));
    ui.painter().set(ground, shape(ui, rect, Edge::Plain));
    ui.allocate_rect(rect, egui::Sense::hover());
    inner
}

/// Cards of one height, side by side, wrapped so that none is narrower than `least`.
///
/// `contents` is called for each place from 0 to `count - 1`.
pub fn card_row_ui(ui: &mut Ui, count: usize, least: f32, contents: impl FnMut(&mut Ui, usize)) {
    edged_card_row_ui(ui, count, least, |_| Edge::Plain, contents);
}

/// The same, each with an edge of its own.
pub fn edged_card_row_ui(
    ui: &mut Ui,
    count: usize,
    least: f32,
    edge: impl Fn(usize) -> Edge,
    mut contents: impl FnMut(&mut Ui, usize),
) {
    const GAP: f32 = crate::ui::theme::space::L;
    let width = ui.available_width();
    let columns = columns(width, least, GAP, count);
    let each = ((width - GAP * (columns as f32 - 1.0)) / columns as f32).floor();
    let places: Vec<usize> = (0..count).collect();
    for (number, row) in places.chunks(columns).enumerate() {
        if 0 < number {
            ui.add_space(GAP - ui.spacing().item_spacing.y);
        }
        let origin = ui.cursor().min;
        let mut tallest: f32 = 0.0;
        let mut grounds = Vec::new();
        for (column, place) in row.iter().enumerate() {
            let top_left = origin + Vec2::new((each + GAP) * column as f32, 0.0);
            grounds.push((ui.painter().add(Shape::Noop), top_left, edge(*place)));
            let above = match edge(*place) {
                Edge::Plain => 14.0,
                Edge::Colored(_) => 16.0,
            };
            let ((), used) = contents_ui(ui, top_left, each, above, |ui| contents(ui, *place));
            tallest = tallest.max(used);
        }
        for (ground, top_left, edge) in grounds {
            let rect = Rect::from_min_size(top_left, Vec2::new(each, tallest));
            ui.painter().set(ground, shape(ui, rect, edge));
        }
        let rect = Rect::from_min_size(origin, Vec2::new(width, tallest));
        ui.allocate_rect(rect, egui::Sense::hover());
    }
}

/// As many as fit, and no row with a hole that a narrower row would not have.
fn columns(width: f32, least: f32, gap: f32, count: usize) -> usize {
    let fits = |it: &usize| least * *it as f32 + gap * (*it as f32 - 1.0) <= width;
    let most = (1..=count.max(1)).rev().find(fits).unwrap_or(1);
    let rows = count.div_ceil(most).max(1);
    count.div_ceil(rows).max(1)
}

/// Draws contents inside the padding; returns the height of the whole card.
fn contents_ui<R>(
    ui: &mut Ui,
    top_left: egui::Pos2,
    width: f32,
    above: f32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> (R, f32) {
    let padding = Vec2::new(size::CARD_PADDING, above);
    let inside = Vec2::new(width - 2.0 * padding.x, f32::INFINITY);
    let room = Rect::from_min_size(top_left + padding, inside);
    let mut child = ui.new_child(
        UiBuilder::new().max_rect(room).layout(egui::Layout::top_down(egui::Align::Min)),
    );
    let inner = contents(&mut child);
    (inner, child.min_rect().height() + 2.0 * padding.y)
}

fn shape(ui: &Ui, rect: Rect, edge: Edge) -> Shape {
    let colors = palette(ui);
    let radius = CornerRadius::same(size::CARD_RADIUS);
    let line = Stroke::new(1.0, colors.line);
    let outline = Shape::Rect(egui::epaint::RectShape::new(
        rect,
        radius,
        colors.surface,
        line,
        StrokeKind::Inside,
    ));
    let Edge::Colored(color) = edge else { return outline };
    // The colour shows above a surface that begins a little lower, with flatter corners.
    let top = Rect::from_min_size(rect.min, Vec2::new(rect.width(), 16.0));
    let upper_corners = CornerRadius { sw: 0, se: 0, ..radius };
    let colored = Shape::rect_filled(top, upper_corners, color);
    let below = Rect::from_min_max(rect.min + Vec2::new(0.0, EDGE), rect.max);
    let corners = CornerRadius { nw: 7, ne: 7, ..radius };
    let surface = Shape::Rect(egui::epaint::RectShape::new(
        below,
        corners,
        colors.surface,
        line,
        StrokeKind::Inside,
    ));
    Shape::Vec(vec![colored, surface])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_wrap_into_even_rows() {
        assert_eq!(columns(1044.0, 320.0, 16.0, 3), 3);
        assert_eq!(columns(1044.0, 320.0, 16.0, 4), 2);
        assert_eq!(columns(700.0, 320.0, 16.0, 3), 2);
        assert_eq!(columns(200.0, 320.0, 16.0, 3), 1);
        assert_eq!(columns(1044.0, 320.0, 16.0, 1), 1);
    }
}
