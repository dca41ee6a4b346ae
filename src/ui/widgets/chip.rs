//! A word on a soft ground: good, warning or bad, said in words too.

use egui::{Color32, CornerRadius, Response, Sense, Ui, Vec2};

use crate::ui::theme::{palette, semibold, size};
use crate::view::{Chip, Tone};

/// Words and ground of a tone.
pub fn tone_colors(ui: &Ui, tone: Tone) -> (Color32, Color32) {
    let colors = palette(ui);
    match tone {
        Tone::Good => (colors.good, colors.good_soft),
        Tone::Warning => (colors.warning, colors.warning_soft),
        Tone::Bad => (colors.bad, colors.bad_soft),
        Tone::Neutral => (colors.muted, colors.second_half),
    }
}

/// Room around the word.
const AROUND: Vec2 = Vec2::new(8.0, 2.0);

/// As high as its word, whatever row it stands in.
pub fn chip_ui(ui: &mut Ui, chip: &Chip) -> Response {
    let (rect, response) = ui.allocate_exact_size(chip_size(ui, chip), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &chip.text));
    paint_chip(ui, chip, rect);
    response
}

/// How much room it takes.
pub fn chip_size(ui: &Ui, chip: &Chip) -> Vec2 {
    galley(ui, chip).size() + 2.0 * AROUND
}

/// In a place that somebody else made room for.
pub fn paint_chip(ui: &Ui, chip: &Chip, rect: egui::Rect) {
    let (words, ground) = tone_colors(ui, chip.tone);
    ui.painter().rect_filled(rect, CornerRadius::same(5), ground);
    ui.painter().galley(rect.min + AROUND, galley(ui, chip), words);
}

fn galley(ui: &Ui, chip: &Chip) -> std::sync::Arc<egui::Galley> {
    let (words, _) = tone_colors(ui, chip.tone);
    ui.painter().layout_no_wrap(chip.text.clone(), semibold(size::SMALL), words)
}
