//! A large number with words around it.

use egui::{RichText, Ui};

use super::words::note_ui;
use crate::ui::theme::style;
use crate::view::KeyFigure;

/// How large the number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFigureSize {
    /// 30, in a unit's card.
    Card,
    /// 24, in a row of four.
    Row,
}

/// The figure as one group: a screen reader hears it as one sentence.
pub fn key_figure_ui(ui: &mut Ui, figure: &KeyFigure, how: KeyFigureSize) {
    let response = ui
        .vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            note_ui(ui, &figure.label);
            number_ui(ui, figure, how);
            note_ui(ui, &figure.note);
            note_ui(ui, &figure.change);
        })
        .response;
    let words = figure.in_words();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Group, true, &words));
}

/// Number and unit on one base line.
fn number_ui(ui: &mut Ui, figure: &KeyFigure, how: KeyFigureSize) {
    let (style, number, unit) = match how {
        KeyFigureSize::Card => (style::figure(), 30.0, 16.0),
        KeyFigureSize::Row => (style::row_figure(), 24.0, 14.0),
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::new(6.0, 0.0);
        let value = RichText::new(&figure.value).text_style(style);
        let value = ui.label(value).rect;
        if !figure.unit_word.is_empty() {
            let lift = DESCENT * (number - unit);
            let word = RichText::new(&figure.unit_word).size(unit);
            let room = egui::Rect::from_min_max(
                egui::pos2(value.right() + 6.0, value.top()),
                egui::pos2(value.right() + 90.0, value.bottom() - lift),
            );
            let layout = egui::Layout::left_to_right(egui::Align::Max);
            let builder = egui::UiBuilder::new().max_rect(room).layout(layout);
            ui.scope_builder(builder, |ui| ui.label(word));
        }
    });
}

/// How far Noto Sans reaches under its base line, of its size.
const DESCENT: f32 = 0.293;
