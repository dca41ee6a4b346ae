//! Where the system can show no dialog, the path is typed: for everything that asks for one.

use egui::Context;

use super::dialogs::Purpose;
use super::theme::space;
use super::widgets::{Question, QuestionAnswer, question_ui};
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

pub fn typed_path_ui(ctx: &Context, typed: &mut TypedPath, lang: Lang) -> Option<QuestionAnswer> {
    let question = Question {
        id: "typed path",
        title: &typed.title,
        width: 520.0,
        problem: &typed.problem,
        words: ["no-dialog-use", "no-dialog-leave"].map(|it| tr(lang, it)),
        takes_focus: !typed.is_begun,
    };
    let answer = question_ui(ctx, &question, &mut typed.path, |ui| {
        ui.add(egui::Label::new(tr(lang, "no-dialog-words")).wrap());
        ui.add_space(space::S);
        ui.label(tr(lang, "no-dialog-path"))
    });
    typed.is_begun = true;
    answer
}
