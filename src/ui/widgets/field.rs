//! Fields of one line, and what stands at the right of a row.

use egui::{Align, Key, Layout, Margin, Response, TextEdit, Ui, Vec2};

use crate::ui::theme::size;

/// As wide as there is room.
pub fn wide_field(text: &mut String) -> TextEdit<'_> {
    TextEdit::singleline(text).desired_width(f32::INFINITY).margin(Margin::symmetric(10, 6))
}

/// Enter was pressed in it.
pub fn is_entered(ui: &Ui, field: &Response) -> bool {
    field.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter))
}

/// A line of controls, from the right edge to the left.
pub fn from_right_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let wanted = Vec2::new(ui.available_width(), size::CONTROL);
    ui.allocate_ui_with_layout(wanted, Layout::right_to_left(Align::Center), contents);
}

/// From the right edge to the left.
pub fn at_right_ui<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.with_layout(Layout::right_to_left(Align::Center), contents).inner
}
