//! Words as the window sets them.

use egui::{Color32, Label, Response, RichText, Ui};

use crate::ui::theme::{palette, size, space, style};

/// The heading of a card.
pub fn title_ui(ui: &mut Ui, words: impl Into<String>) -> Response {
    ui.label(RichText::new(words).text_style(style::card_title()))
}

/// The same, with air under it.
pub fn heading_ui(ui: &mut Ui, words: impl Into<String>) {
    title_ui(ui, words);
    ui.add_space(space::XS);
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

/// The same, where there is something to say.
pub fn note_ui(ui: &mut Ui, words: &str) {
    if !words.is_empty() {
        small_ui(ui, words);
    }
}

/// A paragraph in this colour.
pub fn wrapped_ui(ui: &mut Ui, words: impl Into<String>, color: Color32) -> Response {
    ui.add(Label::new(RichText::new(words).color(color)).wrap())
}

/// A small paragraph in this colour.
pub fn small_wrapped_ui(ui: &mut Ui, words: impl Into<String>, color: Color32) -> Response {
    ui.add(Label::new(RichText::new(words).size(size::SMALL).color(color)).wrap())
}

/// What went wrong, in a paragraph that a screen reader says at once.
pub fn alert_ui(ui: &mut Ui, words: &str, color: Color32) {
    let response = wrapped_ui(ui, words, color);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Alert, true, words));
}
