//! A word on a soft ground: good, warning or bad, said in words too.

use egui::{Color32, CornerRadius, Response, Sense, Ui, Vec2};

use crate::ui::theme::{palette, semibold, size};
use crate::view::{Chip, Tone};

/// Words and ground of a tone.
pub fn tone_colors(ui: &Ui, tone: Tone) -> (Color32, Color32) {
    let it = palette(ui);
    match tone {
        Tone::Good => (it.good, it.good_soft),
        Tone::Warning => (it.warning, it.warning_soft),
        Tone::Bad => (it.bad, it.bad_soft),
        Tone::Neutral => (it.muted, it.second_half),
    }
}

/// As high as its word, whatever row it stands in.
pub fn chip_ui(ui: &mut Ui, chip: &Chip) -> Response {
    let (words, ground) = tone_colors(ui, chip.tone);
    let font = semibold(size::SMALL);
    let galley = ui.painter().layout_no_wrap(chip.text.clone(), font, words);
    let around = Vec2::new(8.0, 2.0);
    let wanted = galley.size() + 2.0 * around;
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &chip.text));
    ui.painter().rect_filled(rect, CornerRadius::same(5), ground);
    ui.painter().galley(rect.min + around, galley, words);
    response
}
