//! A part of the page with a place of its own.

use egui::{Rect, ScrollArea, Ui, UiBuilder};

/// Contents of their own inside a fixed place.
pub fn column_ui(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.set_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
        contents(ui);
    });
}

/// The same, with contents that may be higher than the place.
pub fn scrolled_column_ui(ui: &mut Ui, rect: Rect, name: &str, contents: impl FnOnce(&mut Ui)) {
    let area = ScrollArea::vertical().id_salt(name).auto_shrink([false, false]);
    column_ui(ui, rect, |ui| area.show(ui, contents).inner);
}
