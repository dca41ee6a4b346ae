//! Asks why a figure that has been issued is corrected; what waits for the answer is sent with it.

use egui::{Context, Id, Modal, RichText, TextEdit};

use super::action::Action;
use super::theme::{size, space, style};
use super::widgets::{primary_button_ui, quiet_button_ui};
use crate::book::Command;
use crate::domain::{CellKey, Month};
use crate::text::{Lang, dates, tr, tr_with};

/// What is sent once there is a reason.
#[derive(Debug, Clone, PartialEq)]
pub enum Waiting {
    /// A command from the sheet, and the texts of its cells.
    Cells(Command, Vec<(CellKey, String)>),
    /// The import that is being looked at.
    Import,
}

/// A question that stands until it is answered.
#[derive(Debug)]
pub struct Because {
    pub month: Month,
    pub reason: String,
    pub waiting: Vec<Waiting>,
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BecauseAction {
    Send,
    Leave,
}

pub fn because_ui(ctx: &Context, because: &mut Because, lang: Lang) -> Option<Action> {
    let mut action = None;
    let shown = Modal::new(Id::unique("because")).show(ctx, |ui| {
        ui.set_width(420.0);
        ui.label(RichText::new(tr(lang, "because-title")).text_style(style::card_title()));
        ui.add_space(space::S);
        let half = dates::half_year(lang, because.month.half_year());
        let words = tr_with(lang, "because-why", &[("half", half.into())]);
        let label = ui.add(egui::Label::new(words).wrap());
        ui.add_space(space::S);
        let field = TextEdit::singleline(&mut because.reason)
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(10, 6));
        let response = ui.add_sized([ui.available_width(), size::CONTROL], field);
        let response = response.labelled_by(label.id);
        if because.reason.is_empty() && ui.memory(|it| it.focused().is_none()) {
            response.request_focus();
        }
        ui.add_space(space::M);
        ui.horizontal(|ui| {
            let is_said = !because.reason.trim().is_empty();
            let enter = response.lost_focus() && ui.input(|it| it.key_pressed(egui::Key::Enter));
            let send = ui.add_enabled_ui(is_said, |ui| {
                primary_button_ui(ui, &tr(lang, "because-send")).clicked()
            });
            if is_said && (send.inner || enter) {
                action = Some(Action::Because(BecauseAction::Send));
            }
            if quiet_button_ui(ui, &tr(lang, "because-leave")).clicked() {
                action = Some(Action::Because(BecauseAction::Leave));
            }
        });
    });
    if action.is_none() && shown.should_close() {
        action = Some(Action::Because(BecauseAction::Leave));
    }
    action
}
