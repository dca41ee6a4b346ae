//! Buttons: one that is meant, quiet ones beside it, and a link.

use egui::{Button, Response, RichText, Ui, Vec2};

use crate::ui::theme::{palette, size, style};

/// The one thing to do next, in the accent colour.
pub fn primary_button_ui(ui: &mut Ui, word: &str) -> Response {
    let ground = palette(ui).accent;
    filled_button_ui(ui, word, ground)
}

/// What cannot be taken back.
pub fn danger_button_ui(ui: &mut Ui, word: &str) -> Response {
    let ground = palette(ui).bad;
    filled_button_ui(ui, word, ground)
}

fn filled_button_ui(ui: &mut Ui, word: &str, ground: egui::Color32) -> Response {
    let colors = *palette(ui);
    ui.scope(|ui| {
        let widgets = &mut ui.style_mut().visuals.widgets;
        for state in
            [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open]
        {
            state.bg_fill = ground;
            state.weak_bg_fill = ground;
            state.fg_stroke.color = colors.on_accent;
        }
        widgets.inactive.bg_stroke.color = ground;
        widgets.hovered.bg_stroke.color = colors.text;
        widgets.active.bg_stroke.color = colors.text;
        ui.spacing_mut().button_padding.x = 14.0;
        let word = RichText::new(word).text_style(style::strong());
        ui.add(Button::new(word).min_size(Vec2::new(0.0, size::CONTROL)))
    })
    .inner
}

/// An outlined button.
pub fn quiet_button_ui(ui: &mut Ui, word: &str) -> Response {
    ui.add(Button::new(word).min_size(Vec2::new(0.0, size::CONTROL)))
}

/// What the button means is done when it is clicked.
pub fn on_click<A>(done: &mut Vec<A>, button: &Response, meaning: impl Into<A>) {
    if button.clicked() {
        done.push(meaning.into());
    }
}

/// A word that does something.
pub fn link_ui(ui: &mut Ui, word: &str) -> Response {
    let text = RichText::new(word).text_style(egui::TextStyle::Small).color(palette(ui).accent);
    let link = Button::new(text).frame(false).frame_when_inactive(false).min_size(Vec2::ZERO);
    let response = ui.add(link);
    if response.hovered() || response.has_focus() {
        let y = response.rect.bottom() - 1.0;
        let line = egui::Stroke::new(1.0, palette(ui).accent);
        ui.painter().hline(response.rect.x_range(), y, line);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
