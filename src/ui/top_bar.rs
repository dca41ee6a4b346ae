//! The bar over the page: its name, and the unit and period that all pages share.

use egui::{Frame, Margin, Ui};

use super::action::Action;
use super::theme::{palette, size, space};
use super::widgets::{at_right_ui, selector_ui};
use crate::view::ShellModel;

pub fn top_bar_ui(ui: &mut Ui, model: &ShellModel) -> Vec<Action> {
    let frame = Frame::new().fill(palette(ui).surface).inner_margin(Margin::symmetric(24, 0));
    let panel = egui::Panel::top("top bar").exact_size(size::TOP_BAR).frame(frame);
    let mut actions = Vec::new();
    panel.show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.heading(&model.title);
            at_right_ui(ui, |ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                actions.extend(selector_ui(ui, &model.half_years).map(Action::ChooseHalfYear));
                actions.extend(selector_ui(ui, &model.units).map(Action::ChooseUnit));
            });
        });
    });
    actions
}
