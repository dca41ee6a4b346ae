//! A part of the page with a place of its own.

use egui::{Rect, Ui, UiBuilder};

/// Contents of their own inside a fixed place.
pub fn column_ui(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.set_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
        contents(ui);
    });
}
