//! The line under the sheet: a new caseworker, from the month that is being filled in.

use egui::Ui;

use crate::book::{Command, PeopleCommand};
use crate::domain::{CaseHolding, Identity, Month, Presence, Terms, Thousandths};
use crate::text::{dates, parse, tr, tr_with};
use crate::ui::action::Action;
use crate::ui::theme::space;
use crate::ui::widgets::{is_entered, quiet_button_ui, small_ui};
use crate::view::entry::EntryModel;
use crate::view::{Notice, Tone};

pub const HEIGHT: f32 = 48.0;

/// What has been typed about somebody new.
#[derive(Debug)]
pub struct NewCaseworker {
    initials: String,
    hours: String,
}

impl Default for NewCaseworker {
    fn default() -> Self {
        Self { initials: String::new(), hours: "37".to_owned() }
    }
}

/// The field that F6 leads to.
pub fn add_ui(
    ui: &mut Ui,
    new: &mut NewCaseworker,
    model: &EntryModel,
    actions: &mut Vec<Action>,
) -> egui::Id {
    let lang = model.query.lang;
    let from = model.entering.unwrap_or(model.latest);
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        ui.add_space(space::M);
        let label = small_ui(ui, tr(lang, "entry-add-initials"));
        let field = egui::TextEdit::singleline(&mut new.initials).desired_width(70.0);
        let first = ui.add(field).labelled_by(label.id);
        let label = small_ui(ui, tr(lang, "entry-add-hours"));
        let field = egui::TextEdit::singleline(&mut new.hours).desired_width(48.0);
        let second = ui.add(field).labelled_by(label.id);
        let entered = is_entered(ui, &first) || is_entered(ui, &second);
        let word = tr_with(lang, "entry-add", &[("who", (&model.caseworker).into())]);
        let has_name = !new.initials.trim().is_empty();
        let button = ui.add_enabled_ui(has_name, |ui| quiet_button_ui(ui, &word));
        let args = [("month", dates::month(lang, from).into())];
        small_ui(ui, tr_with(lang, "entry-added-from", &args));
        if has_name && (entered || button.inner.clicked()) {
            add(new, model, from, actions);
            first.request_focus();
        }
        first.id
    })
    .inner
}

fn add(new: &mut NewCaseworker, model: &EntryModel, from: Month, actions: &mut Vec<Action>) {
    let hours = parse::number(&new.hours).ok().flatten();
    let hours = hours.filter(|it| 0 <= it.0 && *it <= Thousandths::whole(60));
    let Some(weekly_hours) = hours else {
        let text = tr(model.query.lang, "entry-add-hours-wrong");
        actions.push(Action::Say(Notice { tone: Tone::Bad, text }));
        return;
    };
    let initials = std::mem::take(&mut new.initials).trim().to_owned();
    let command = Command::People(PeopleCommand::AddCaseworker {
        unit: model.query.unit,
        identity: Identity { initials, name: None },
        presence: Presence { from, to: None, case_holding: CaseHolding::Yes },
        terms: Some(Terms { weekly_hours, weight: Thousandths::ONE }),
    });
    actions.push(Action::Run(command));
}
