//! A question over the page that is answered in one line.

use egui::{Context, Id, Key, Modal, Response, RichText, TextEdit, Ui};

use super::{primary_button_ui, quiet_button_ui};
use crate::ui::theme::{palette, size, space, style};

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
        ui.label(RichText::new(question.title).text_style(style::card_title()));
        ui.add_space(space::S);
        let label = lead(ui);
        let field = TextEdit::singleline(line)
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(10, 6));
        let response = ui.add_sized([ui.available_width(), size::CONTROL], field);
        let response = response.labelled_by(label.id);
        if question.takes_focus {
            response.request_focus();
        }
        if !question.problem.is_empty() {
            let words = RichText::new(question.problem).size(size::SMALL).color(palette(ui).bad);
            ui.add(egui::Label::new(words).wrap());
        }
        ui.add_space(space::M);
        ui.horizontal(|ui| {
            let [send, leave] = &question.words;
            let is_said = !line.trim().is_empty();
            let enter = response.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter));
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
