//! *Udsend* on the page, and the editions that are issued already.

use egui::Ui;

use super::action::HalfYearAction;
use super::state::{Issue, OverviewDraft};
use crate::export::Form;
use crate::text::{Lang, tr, tr_with};
use crate::ui::action::Action;
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{
    danger_button_ui, link_ui, on_click, primary_button_ui, quiet_button_ui, small_wrapped_ui,
    title_ui, wide_field, wrapped_ui,
};
use crate::view::{HalfYearModel, IssuedEdition};

pub fn issue_ui(
    ui: &mut Ui,
    model: &HalfYearModel,
    draft: &mut OverviewDraft,
    lang: Lang,
) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    let word = |key: &str| tr(lang, key);
    title_ui(ui, word("half-year-issue"));
    match (&draft.issue, &model.obstacle) {
        (Issue::Composing(_) | Issue::Sent, _) => {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.label(word("half-year-issuing"));
            });
            if matches!(draft.issue, Issue::Composing(_)) {
                let leave = quiet_button_ui(ui, &word("half-year-cancel"));
                on_click(&mut actions, &leave, HalfYearAction::LeaveIssue);
            }
        }
        (_, Some(obstacle)) => {
            wrapped_ui(ui, obstacle, palette(ui).muted);
        }
        (Issue::Asked, None) => {
            let args = [("what", model.next.as_str().into())];
            ui.add(egui::Label::new(tr_with(lang, "half-year-issue-sure", &args)).wrap());
            ui.add_space(space::XS);
            ui.horizontal(|ui| {
                let issue = primary_button_ui(ui, &word("half-year-issue-now"));
                on_click(&mut actions, &issue, HalfYearAction::Issue);
                let leave = quiet_button_ui(ui, &word("half-year-cancel"));
                on_click(&mut actions, &leave, HalfYearAction::LeaveIssue);
            });
        }
        (Issue::Not, None) => {
            let ask = quiet_button_ui(ui, &word("half-year-issue-ask"));
            on_click(&mut actions, &ask, HalfYearAction::AskIssue);
        }
    }
    for edition in &model.issued {
        edition_ui(ui, edition, draft, lang, &mut actions);
    }
    actions
}

/// One issued edition: its files, and taking it back.
fn edition_ui(
    ui: &mut Ui,
    edition: &IssuedEdition,
    draft: &mut OverviewDraft,
    lang: Lang,
    actions: &mut Vec<Action>,
) {
    let word = |key: &str| tr(lang, key);
    ui.add_space(space::S);
    small_wrapped_ui(ui, &edition.words, palette(ui).muted);
    let mut typed = draft.withdrawing.as_mut().filter(|it| it.0 == edition.id);
    ui.horizontal(|ui| {
        for (key, form) in
            [("half-year-stored-pdf", Form::Pdf), ("half-year-stored-package", Form::Package)]
        {
            on_click(actions, &link_ui(ui, &word(key)), HalfYearAction::Stored(edition.id, form));
        }
        if edition.stands && typed.is_none() {
            let withdraw = link_ui(ui, &word("half-year-withdraw"));
            on_click(actions, &withdraw, HalfYearAction::AskWithdraw(edition.id));
        }
    });
    if let Some((_, reason)) = &mut typed {
        let label = ui.label(word("half-year-withdraw-why"));
        ui.add(wide_field(reason)).labelled_by(label.id);
        ui.horizontal(|ui| {
            let is_said = !reason.trim().is_empty();
            let button = |ui: &mut Ui| danger_button_ui(ui, &word("half-year-withdraw-now"));
            let withdraw = ui.add_enabled_ui(is_said, button).inner;
            on_click(actions, &withdraw, HalfYearAction::Withdraw);
            let leave = quiet_button_ui(ui, &word("half-year-cancel"));
            on_click(actions, &leave, HalfYearAction::LeaveWithdraw);
        });
    }
}
