//! A message that stays until it is closed.

use egui::{CornerRadius, Sense, Ui, Vec2};

use super::chip::tone_colors;
use super::icon::{Icon, paint_icon};
use crate::text::{Lang, tr};
use crate::ui::theme::{size, space};
use crate::view::Notice;

/// Messages under each other; the place of the one that was closed.
pub fn notices_ui(ui: &mut Ui, notices: &[Notice], lang: Lang) -> Option<usize> {
    let mut closed = None;
    for (place, notice) in notices.iter().enumerate() {
        if notice_ui(ui, notice, lang) {
            closed = Some(place);
        }
        ui.add_space(space::S);
    }
    closed
}

/// A message with a cross; true when it was closed.
fn notice_ui(ui: &mut Ui, notice: &Notice, lang: Lang) -> bool {
    let (ink, ground) = tone_colors(ui, notice.tone);
    let around = Vec2::new(16.0, 10.0);
    let width = ui.available_width();
    let room = width - 2.0 * around.x - 32.0;
    let font = egui::TextStyle::Body.resolve(ui.style());
    let galley = ui.painter().layout(notice.text.clone(), font, ink, room);
    let wanted = Vec2::new(width, galley.size().y + 2.0 * around.y);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Alert, true, &notice.text));
    let radius = CornerRadius::same(size::CARD_RADIUS);
    ui.painter().rect_filled(rect, radius, ground);
    ui.painter().galley(rect.min + around, galley, ink);
    let cross = egui::Rect::from_center_size(
        egui::pos2(rect.right() - 24.0, rect.center().y),
        Vec2::splat(24.0),
    );
    let close = ui.interact(cross, response.id.with("close"), Sense::click());
    let word = tr(lang, "ui-dismiss");
    close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &word));
    paint_icon(ui.painter(), Icon::CROSS, cross.center(), 0.8, ink);
    if close.has_focus() {
        let ring = egui::Stroke::new(2.0, ink);
        let kind = egui::StrokeKind::Inside;
        ui.painter().rect_stroke(cross, 5.0, ring, kind);
    }
    close.on_hover_text(&word).clicked()
}
