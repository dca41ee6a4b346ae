//! The line under the sheet: a new caseworker, from the month that is being filled in.

use egui::{RichText, Ui};

use crate::book::{Command, PeopleCommand};
use crate::domain::{CaseHolding, Identity, Presence, Terms, Thousandths};
use crate::text::{dates, parse, tr, tr_with};
use crate::ui::action::Action;
use crate::ui::theme::{palette, size, space};
use crate::ui::widgets::quiet_button_ui;
use crate::view::entry::EntryModel;

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
        let small = |words: &str| RichText::new(words).size(size::SMALL).color(palette(ui).muted);
        let (initials, hours) =
            (small(&tr(lang, "entry-add-initials")), small(&tr(lang, "entry-add-hours")));
        let month = small(&tr_with(
            lang,
            "entry-added-from",
            &[("month", dates::month(lang, from).into())],
        ));
        let label = ui.label(initials);
        let field = egui::TextEdit::singleline(&mut new.initials).desired_width(70.0);
        let first = ui.add(field).labelled_by(label.id);
        let label = ui.label(hours);
        let field = egui::TextEdit::singleline(&mut new.hours).desired_width(48.0);
        let second = ui.add(field).labelled_by(label.id);
        let entered = (first.lost_focus() || second.lost_focus())
            && ui.input(|it| it.key_pressed(egui::Key::Enter));
        let word = tr_with(lang, "entry-add", &[("who", (&model.caseworker).into())]);
        let has_name = !new.initials.trim().is_empty();
        let button = ui.add_enabled_ui(has_name, |ui| quiet_button_ui(ui, &word));
        ui.label(month);
        if has_name && (entered || button.inner.clicked()) {
            add(new, model, from, actions);
            first.request_focus();
        }
        first.id
    })
    .inner
}

fn add(
    new: &mut NewCaseworker,
    model: &EntryModel,
    from: crate::domain::Month,
    actions: &mut Vec<Action>,
) {
    let hours = parse::number(&new.hours).ok().flatten();
    let hours = hours.filter(|it| 0 <= it.0 && *it <= Thousandths::whole(60));
    let Some(weekly_hours) = hours else {
        let text = tr(model.query.lang, "entry-add-hours-wrong");
        actions.push(Action::Say(crate::view::Notice { tone: crate::view::Tone::Bad, text }));
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
