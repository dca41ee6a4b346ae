//! Asks why a figure that has been issued is corrected; what waits for the answer is sent with it.

use egui::Context;

use super::theme::space;
use super::widgets::{Question, QuestionAnswer, question_ui};
use crate::book::Command;
use crate::domain::{CellKey, Month};
use crate::text::{Lang, dates, tr, tr_with};

/// What is sent once there is a reason.
#[derive(Debug, Clone, PartialEq)]
pub enum NeedsReason {
    /// A command from the sheet, and the texts of its cells.
    Cells(Command, Vec<(CellKey, String)>),
    /// The import that is being looked at.
    Import,
}

/// A question that stands until it is answered.
#[derive(Debug)]
pub struct CorrectionReason {
    pub month: Month,
    pub reason: String,
    pub waiting: Vec<NeedsReason>,
}

pub fn correction_reason_ui(
    ctx: &Context,
    asked: &mut CorrectionReason,
    lang: Lang,
) -> Option<QuestionAnswer> {
    let half = dates::half_year(lang, asked.month.half_year());
    let why = tr_with(lang, "because-why", &[("half", half.into())]);
    let question = Question {
        id: "because",
        title: &tr(lang, "because-title"),
        width: 420.0,
        problem: "",
        words: ["because-send", "because-leave"].map(|it| tr(lang, it)),
        takes_focus: asked.reason.is_empty() && ctx.memory(|it| it.focused().is_none()),
    };
    question_ui(ctx, &question, &mut asked.reason, |ui| {
        let label = ui.add(egui::Label::new(why).wrap());
        ui.add_space(space::S);
        label
    })
}
