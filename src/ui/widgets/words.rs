//! Words as the window sets them.

use egui::{Color32, Label, Response, RichText, Ui};

use crate::ui::theme::{palette, size, style};

/// The heading of a card.
pub fn title_ui(ui: &mut Ui, words: impl Into<String>) -> Response {
    ui.label(RichText::new(words).text_style(style::card_title()))
}

pub fn strong_ui(ui: &mut Ui, words: impl Into<String>) -> Response {
    ui.label(RichText::new(words).text_style(style::strong()))
}

pub fn muted_ui(ui: &mut Ui, words: impl Into<String>) -> Response {
    let color = palette(ui).muted;
    ui.label(RichText::new(words).color(color))
}

/// Small and muted.
pub fn small_ui(ui: &mut Ui, words: impl Into<String>) -> Response {
    let color = palette(ui).muted;
    ui.label(RichText::new(words).size(size::SMALL).color(color))
}

/// A paragraph in this colour.
pub fn wrapped_ui(ui: &mut Ui, words: impl Into<String>, color: Color32) -> Response {
    ui.add(Label::new(RichText::new(words).color(color)).wrap())
}

/// A small paragraph in this colour.
pub fn small_wrapped_ui(ui: &mut Ui, words: impl Into<String>, color: Color32) -> Response {
    ui.add(Label::new(RichText::new(words).size(size::SMALL).color(color)).wrap())
}
