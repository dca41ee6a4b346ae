//! The line at the foot: the file, who holds it, the newest saved change, and taking it back.

use egui::{Frame, Margin, Ui, Vec2};

use super::action::Action;
use super::command::UiCommand;
use super::pages::FileAction;
use super::theme::{palette, size, space};
use super::widgets::{Icon, at_right_ui, link_ui, on_click, paint_icon, small_ui};
use crate::text::{Lang, tr_with};
use crate::view::StatusModel;

pub fn status_line_ui(ui: &mut Ui, model: &StatusModel, lang: Lang) -> Vec<Action> {
    let frame = Frame::new().fill(palette(ui).surface).inner_margin(Margin::symmetric(16, 0));
    let panel = egui::Panel::bottom("status line").exact_size(size::STATUS_LINE).frame(frame);
    let mut actions = Vec::new();
    panel.show(ui, |ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().button_padding = Vec2::ZERO;
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = space::L + space::XS;
            small_ui(ui, &model.file);
            small_ui(ui, &model.access);
            if let Some(word) = &model.take_over {
                on_click(&mut actions, &link_ui(ui, word), FileAction::TakeOver);
            }
            at_right_ui(ui, |ui| {
                let undo = model.undo.as_ref().map(|what| {
                    let key = UiCommand::Undo.key_words(ui.ctx());
                    let args = [("what", what.into()), ("key", key.into())];
                    tr_with(lang, UiCommand::Undo.text(), &args)
                });
                if undo.is_some_and(|it| link_ui(ui, &it).clicked()) {
                    actions.push(UiCommand::Undo.action());
                }
                saved_ui(ui, &model.saved);
            });
        });
    });
    actions
}

fn saved_ui(ui: &mut Ui, saved: &str) {
    ui.spacing_mut().item_spacing.x = space::XS;
    small_ui(ui, saved);
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(14.0), egui::Sense::hover());
    let color = palette(ui).good;
    paint_icon(ui.painter(), Icon::CHECK, rect.center(), 0.75, color);
}
