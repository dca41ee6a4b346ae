//! *Udsend* on the page, and the editions that are issued already.

use egui::{RichText, Ui};

use super::{HalfYearAction, Issue, OverviewDraft};
use crate::export::Form;
use crate::text::{Lang, tr, tr_with};
use crate::ui::action::Action;
use crate::ui::theme::{palette, size, space, style};
use crate::ui::widgets::{link_ui, primary_button_ui, quiet_button_ui};
use crate::view::HalfYearModel;

pub fn issue_ui(
    ui: &mut Ui,
    model: &HalfYearModel,
    draft: &OverviewDraft,
    lang: Lang,
) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    let word = |key: &str| tr(lang, key);
    let colors = *palette(ui);
    ui.label(RichText::new(word("half-year-issue")).text_style(style::card_title()));
    match (&draft.issue, &model.obstacle) {
        (Issue::Composing(_) | Issue::Sent(..), _) => {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.label(word("half-year-issuing"));
            });
            if matches!(draft.issue, Issue::Composing(_))
                && quiet_button_ui(ui, &word("half-year-cancel")).clicked()
            {
                actions.push(HalfYearAction::LeaveIssue.into());
            }
        }
        (_, Some(obstacle)) => {
            ui.add(egui::Label::new(RichText::new(obstacle).color(colors.muted)).wrap());
        }
        (Issue::Asked, None) => {
            let args = [("what", model.next.as_str().into())];
            ui.add(egui::Label::new(tr_with(lang, "half-year-issue-sure", &args)).wrap());
            ui.add_space(space::XS);
            ui.horizontal(|ui| {
                if primary_button_ui(ui, &word("half-year-issue-now")).clicked() {
                    actions.push(HalfYearAction::Issue.into());
                }
                if quiet_button_ui(ui, &word("half-year-cancel")).clicked() {
                    actions.push(HalfYearAction::LeaveIssue.into());
                }
            });
        }
        (Issue::Not, None) => {
            if quiet_button_ui(ui, &word("half-year-issue-ask")).clicked() {
                actions.push(HalfYearAction::AskIssue.into());
            }
        }
    }
    for edition in &model.issued {
        ui.add_space(space::S);
        let words = RichText::new(&edition.words).size(size::SMALL).color(colors.muted);
        ui.add(egui::Label::new(words).wrap());
        ui.horizontal(|ui| {
            for (key, form) in
                [("half-year-stored-pdf", Form::Pdf), ("half-year-stored-package", Form::Package)]
            {
                if link_ui(ui, &word(key)).clicked() {
                    actions.push(HalfYearAction::Stored(edition.id, form).into());
                }
            }
        });
    }
    actions
}
