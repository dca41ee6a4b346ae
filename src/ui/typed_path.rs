//! Where the system can show no dialog, the path is typed: for everything that asks for one.

use egui::{Context, Id, Modal, RichText, TextEdit};

use super::action::Action;
use super::dialogs::Purpose;
use super::theme::{palette, size, space, style};
use super::widgets::{primary_button_ui, quiet_button_ui};
use crate::text::{Lang, tr};

/// A path as far as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedPath {
    pub purpose: Purpose,
    /// What the dialog would have been called.
    pub title: String,
    pub path: String,
    /// Why it cannot be used.
    pub problem: String,
    /// The field has had the keyboard.
    pub is_begun: bool,
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedPathAction {
    Use,
    Leave,
}

pub fn typed_path_ui(ctx: &Context, typed: &mut TypedPath, lang: Lang) -> Option<Action> {
    let mut action = None;
    let shown = Modal::new(Id::unique("typed path")).show(ctx, |ui| {
        ui.set_width(520.0);
        ui.label(RichText::new(&typed.title).text_style(style::card_title()));
        ui.add_space(space::S);
        ui.add(egui::Label::new(tr(lang, "no-dialog-words")).wrap());
        ui.add_space(space::S);
        let label = ui.label(tr(lang, "no-dialog-path"));
        let field = TextEdit::singleline(&mut typed.path)
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(10, 6));
        let response = ui.add_sized([ui.available_width(), size::CONTROL], field);
        let response = response.labelled_by(label.id);
        if !typed.is_begun {
            response.request_focus();
            typed.is_begun = true;
        }
        if !typed.problem.is_empty() {
            let words = RichText::new(&typed.problem).size(size::SMALL).color(palette(ui).bad);
            ui.add(egui::Label::new(words).wrap());
        }
        ui.add_space(space::M);
        ui.horizontal(|ui| {
            let is_said = !typed.path.trim().is_empty();
            let enter = response.lost_focus() && ui.input(|it| it.key_pressed(egui::Key::Enter));
            let go_on = ui.add_enabled_ui(is_said, |ui| {
                primary_button_ui(ui, &tr(lang, "no-dialog-use")).clicked()
            });
            if is_said && (go_on.inner || enter) {
                action = Some(Action::Path(TypedPathAction::Use));
            }
            if quiet_button_ui(ui, &tr(lang, "no-dialog-leave")).clicked() {
                action = Some(Action::Path(TypedPathAction::Leave));
            }
        });
    });
    if action.is_none() && shown.should_close() {
        action = Some(Action::Path(TypedPathAction::Leave));
    }
    action
}
