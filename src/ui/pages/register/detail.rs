//! One thing with everything that belongs to it: a time line, its parts, and what can be done.

use egui::{RichText, Ui};

use super::action::RegisterAction;
use super::state::FocusTarget;
use super::timeline::timeline_ui;
use crate::ui::action::Action;
use crate::ui::theme::{palette, size, space, style};
use crate::ui::widgets::{card_ui, chip_ui, link_ui, quiet_button_ui};
use crate::view::register::{DetailModel, DetailPart, FormLink, PartRow, RowCommand};

/// With `focus` the keyboard goes to the first thing that can be done.
pub fn detail_ui(ui: &mut Ui, model: &DetailModel, mut focus: Option<FocusTarget>) -> Vec<Action> {
    let mut actions = Vec::new();
    card_ui(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(&model.title).text_style(style::card_title()));
            if let Some(chip) = &model.chip {
                chip_ui(ui, chip);
            }
        });
        ui.label(RichText::new(&model.subtitle).color(palette(ui).muted));
        ui.add_space(space::S);
        timeline_ui(ui, &model.timeline, &model.title);
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            for (word, command) in &model.actions {
                let button = quiet_button_ui(ui, word);
                if focus.take().is_some() {
                    button.request_focus();
                }
                if button.clicked() {
                    actions.push(action_of(command));
                }
            }
        });
    });
    for part in &model.parts {
        ui.add_space(space::M);
        card_ui(ui, |ui| actions.extend(part_ui(ui, part)));
    }
    ui.add_space(space::L);
    actions
}

fn action_of(command: &RowCommand) -> Action {
    match command {
        RowCommand::Open(subject) => RegisterAction::Open(*subject).into(),
        RowCommand::Run(command) => Action::Run(command.clone()),
        RowCommand::Disclose(id) => RegisterAction::Disclose(*id).into(),
    }
}

fn part_ui(ui: &mut Ui, part: &DetailPart) -> Vec<Action> {
    let mut actions = Vec::new();
    ui.spacing_mut().interact_size.y = 24.0;
    ui.horizontal(|ui| {
        ui.label(RichText::new(&part.title).text_style(style::strong()));
        let right = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(right, |ui| {
            if let Some(FormLink { word, subject }) = &part.add
                && link_ui(ui, word).clicked()
            {
                actions.push(RegisterAction::Open(*subject).into());
            }
        });
    });
    if part.rows.is_empty() && !part.empty.is_empty() {
        ui.label(RichText::new(&part.empty).color(palette(ui).muted));
    }
    for row in &part.rows {
        actions.extend(row_ui(ui, row));
    }
    actions
}

fn row_ui(ui: &mut Ui, row: &PartRow) -> Option<Action> {
    let mut action = None;
    ui.horizontal(|ui| {
        ui.add(egui::Label::new(&row.text).truncate());
        let note = RichText::new(&row.note).size(size::SMALL).color(palette(ui).muted);
        ui.label(note);
        let Some(FormLink { word, subject }) = &row.edit else { return };
        let right = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(right, |ui| {
            let link = link_ui(ui, word);
            // Many links say the same word: what each is about is said with it.
            let name = format!("{word}: {}", row.text);
            link.ctx.accesskit_node_builder(link.id, |node| node.set_label(name));
            if link.clicked() {
                action = Some(RegisterAction::Open(*subject).into());
            }
        });
    });
    action
}
