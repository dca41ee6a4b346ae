//! One thing with everything that belongs to it: a time line, its parts, and what can be done.

use egui::Ui;

use super::action::RegisterAction;
use super::state::FocusTarget;
use super::timeline::timeline_ui;
use crate::ui::action::Action;
use crate::ui::theme::space;
use crate::ui::widgets::{
    at_right_ui, card_ui, chip_ui, link_ui, muted_ui, on_click, quiet_button_ui, small_ui,
    strong_ui, title_ui,
};
use crate::view::register::{DetailModel, DetailPart, FormLink, PartRow, RowCommand};

/// With `focus` the keyboard goes to the first thing that can be done.
pub fn detail_ui(ui: &mut Ui, model: &DetailModel, mut focus: Option<FocusTarget>) -> Vec<Action> {
    let mut actions = Vec::new();
    card_ui(ui, |ui| {
        ui.horizontal(|ui| {
            title_ui(ui, &model.title);
            if let Some(chip) = &model.chip {
                chip_ui(ui, chip);
            }
        });
        muted_ui(ui, &model.subtitle);
        ui.add_space(space::S);
        timeline_ui(ui, &model.timeline, &model.title);
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            for (word, command) in &model.actions {
                let button = quiet_button_ui(ui, word);
                if focus.take().is_some() {
                    button.request_focus();
                }
                on_click(&mut actions, &button, action_of(command));
            }
        });
    });
    for part in &model.parts {
        ui.add_space(space::M);
        card_ui(ui, |ui| part_ui(ui, part, &mut actions));
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

fn part_ui(ui: &mut Ui, part: &DetailPart, actions: &mut Vec<Action>) {
    ui.spacing_mut().interact_size.y = 24.0;
    ui.horizontal(|ui| {
        strong_ui(ui, &part.title);
        at_right_ui(ui, |ui| {
            if let Some(FormLink { word, subject }) = &part.add {
                on_click(actions, &link_ui(ui, word), RegisterAction::Open(*subject));
            }
        });
    });
    if part.rows.is_empty() && !part.empty.is_empty() {
        muted_ui(ui, &part.empty);
    }
    for row in &part.rows {
        row_ui(ui, row, actions);
    }
}

fn row_ui(ui: &mut Ui, row: &PartRow, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.add(egui::Label::new(&row.text).truncate());
        small_ui(ui, &row.note);
        let Some(FormLink { word, subject }) = &row.edit else { return };
        at_right_ui(ui, |ui| {
            let link = link_ui(ui, word);
            // Many links say the same word: what each is about is said with it.
            let name = format!("{word}: {}", row.text);
            link.ctx.accesskit_node_builder(link.id, |node| node.set_label(name));
            on_click(actions, &link, RegisterAction::Open(*subject));
        });
    });
}
