//! Asks why a figure that has been issued is corrected; what waits for the answer is sent with it.

use egui::Context;

use super::action::Action;
use super::theme::space;
use super::widgets::{Question, QuestionAnswer, question_ui};
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
    let half = dates::half_year(lang, because.month.half_year());
    let why = tr_with(lang, "because-why", &[("half", half.into())]);
    let question = Question {
        id: "because",
        title: &tr(lang, "because-title"),
        width: 420.0,
        problem: "",
        words: ["because-send", "because-leave"].map(|it| tr(lang, it)),
        takes_focus: because.reason.is_empty() && ctx.memory(|it| it.focused().is_none()),
    };
    let answer = question_ui(ctx, &question, &mut because.reason, |ui| {
        let label = ui.add(egui::Label::new(why).wrap());
        ui.add_space(space::S);
        label
    });
    let action = match answer? {
        QuestionAnswer::Send => BecauseAction::Send,
        QuestionAnswer::Leave => BecauseAction::Leave,
    };
    Some(Action::Because(action))
}
