//! The line at the foot: the file, who holds it, the newest saved change, and taking it back.

use egui::{Frame, Margin, RichText, TextStyle, Ui, Vec2};

use super::action::Action;
use super::pages::FileAction;
use super::theme::{palette, size, space};
use super::widgets::{Icon, link_ui, paint_icon};
use crate::view::StatusModel;

pub fn status_line_ui(ui: &mut Ui, model: &StatusModel) -> Vec<Action> {
    let frame = Frame::new().fill(palette(ui).surface).inner_margin(Margin::symmetric(16, 0));
    let panel = egui::Panel::bottom("status line").exact_size(size::STATUS_LINE).frame(frame);
    let mut actions = Vec::new();
    panel.show(ui, |ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().button_padding = Vec2::ZERO;
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = space::L + space::XS;
            muted(ui, &model.file);
            muted(ui, &model.access);
            if let Some(word) = &model.take_over
                && link_ui(ui, word).clicked()
            {
                actions.push(FileAction::TakeOver.into());
            }
            let right = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(right, |ui| {
                if let Some(undo) = &model.undo
                    && link_ui(ui, undo).clicked()
                {
                    actions.push(Action::Undo);
                }
                saved_ui(ui, &model.saved);
            });
        });
    });
    actions
}

fn saved_ui(ui: &mut Ui, saved: &str) {
    ui.spacing_mut().item_spacing.x = space::XS;
    muted(ui, saved);
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(14.0), egui::Sense::hover());
    let color = palette(ui).good;
    paint_icon(ui.painter(), Icon::CHECK, rect.center(), 0.75, color);
}

fn muted(ui: &mut Ui, words: &str) {
    let text = RichText::new(words)
        .text_style(TextStyle::Small)
        .size(size::SMALL)
        .color(palette(ui).muted);
    ui.label(text);
}
