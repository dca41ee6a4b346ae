//! A question over the page that is answered in one line.

use egui::{Context, Id, Modal, Response, Ui};

use super::button::{primary_button_ui, quiet_button_ui};
use super::field::{is_entered, wide_field};
use super::words::{small_wrapped_ui, title_ui};
use crate::ui::theme::{palette, size, space};

pub struct Question<'a> {
    pub id: &'static str,
    pub title: &'a str,
    pub width: f32,
    /// Why the answer cannot be used; empty where it can.
    pub problem: &'a str,
    /// The buttons that send it and that leave it.
    pub words: [String; 2],
    pub takes_focus: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionAnswer {
    Send,
    Leave,
}

/// `lead` says what is asked, and returns the label of the line. An empty line cannot be sent.
pub fn question_ui(
    ctx: &Context,
    question: &Question<'_>,
    line: &mut String,
    lead: impl FnOnce(&mut Ui) -> Response,
) -> Option<QuestionAnswer> {
    let mut answer = None;
    let shown = Modal::new(Id::unique(question.id)).show(ctx, |ui| {
        ui.set_width(question.width);
        title_ui(ui, question.title);
        ui.add_space(space::S);
        let label = lead(ui);
        let response = ui.add_sized([ui.available_width(), size::CONTROL], wide_field(line));
        let response = response.labelled_by(label.id);
        if question.takes_focus {
            response.request_focus();
        }
        if !question.problem.is_empty() {
            small_wrapped_ui(ui, question.problem, palette(ui).bad);
        }
        ui.add_space(space::M);
        ui.horizontal(|ui| {
            let [send, leave] = &question.words;
            let is_said = !line.trim().is_empty();
            let enter = is_entered(ui, &response);
            let sent = ui.add_enabled_ui(is_said, |ui| primary_button_ui(ui, send).clicked());
            if is_said && (sent.inner || enter) {
                answer = Some(QuestionAnswer::Send);
            }
            if quiet_button_ui(ui, leave).clicked() {
                answer = Some(QuestionAnswer::Leave);
            }
        });
    });
    answer.or_else(|| shown.should_close().then_some(QuestionAnswer::Leave))
}
