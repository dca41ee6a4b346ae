//! The fields of the overview; what is wrong is said under the field it is about.

use egui::{TextEdit, Ui};

use super::state::OverviewDraft;
use crate::domain::HalfYear;
use crate::text::{Lang, tr, tr_with};
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{selector_ui, small_ui, small_wrapped_ui, title_ui};
use crate::view::{HalfYearModel, OverviewField, TypedOverview};

/// True when something was typed or chosen.
pub fn fields_ui(
    ui: &mut Ui,
    model: &HalfYearModel,
    draft: &mut OverviewDraft,
    half: HalfYear,
    lang: Lang,
) -> bool {
    let typed = draft.typed.entry(half).or_default();
    let mut changed = for_whom_ui(ui, model, typed);
    let mut field = |ui: &mut Ui, label: String, value: &mut String, place: OverviewField, rows| {
        ui.add_space(space::XS);
        let label = ui.label(label);
        let edit = if rows == 1 { TextEdit::singleline(value) } else { TextEdit::multiline(value) };
        let edit = edit.desired_rows(rows).desired_width(f32::INFINITY);
        let response = ui.add(edit.margin(egui::Margin::symmetric(10, 6))).labelled_by(label.id);
        changed |= response.changed();
        if let Some(problem) = model.problems.get(&place) {
            small_wrapped_ui(ui, problem, palette(ui).bad);
        }
    };
    for (key, value, place) in [
        ("document-meeting", &mut typed.meeting, OverviewField::Meeting),
        ("half-year-case-number", &mut typed.case_number, OverviewField::CaseNumber),
        ("half-year-department", &mut typed.department, OverviewField::Department),
    ] {
        field(ui, tr(lang, key), value, place, 1);
    }
    ui.add_space(space::M);
    title_ui(ui, tr(lang, "document-assessment"));
    for (code, name) in &model.units {
        let text = typed.assessments.entry(code.clone()).or_default();
        field(ui, name.clone(), text, OverviewField::Assessment(code.clone()), 4);
    }
    ui.add_space(space::M);
    ui.label(&model.orders.name);
    let order = selector_ui(ui, &model.orders);
    if model.orders.current == crate::report::Order::CommitteeCase {
        let texts = draft.texts.entry(model.committees.current.clone()).or_default();
        kept_ui(ui, model, lang);
        for (key, value, place) in [
            ("document-case-economy", &mut texts.economy, OverviewField::Economy),
            ("document-case-law", &mut texts.law, OverviewField::Law),
            (
                "document-case-recommendation",
                &mut texts.recommendation,
                OverviewField::Recommendation,
            ),
            ("document-case-attachments", &mut texts.attachments, OverviewField::Attachments),
        ] {
            field(ui, tr(lang, key), value, place, 4);
        }
    }
    if let Some(order) = order {
        order.name().clone_into(&mut draft.typed.entry(half).or_default().order);
        changed = true;
    }
    changed
}

/// True when something was chosen.
fn for_whom_ui(ui: &mut Ui, model: &HalfYearModel, typed: &mut TypedOverview) -> bool {
    ui.label(&model.profiles.name);
    let profile = selector_ui(ui, &model.profiles);
    ui.add_space(space::XS);
    ui.label(&model.committees.name);
    let committee = selector_ui(ui, &model.committees);
    let changed = profile.is_some() || committee.is_some();
    if let Some(profile) = profile {
        profile.name().clone_into(&mut typed.profile);
    }
    if let Some(committee) = committee {
        typed.committee = committee;
    }
    changed
}

/// What is left out and why, and what has changed since the last edition: for the author, beside the
/// document.
pub fn lines_ui(ui: &mut Ui, title: &str, lines: &[String], lang: Lang) {
    if lines.is_empty() {
        return;
    }
    let args = [("n", lines.len().to_string().into())];
    egui::CollapsingHeader::new(tr_with(lang, title, &args)).id_salt(title).show(ui, |ui| {
        for line in lines {
            small_wrapped_ui(ui, line, palette(ui).muted);
        }
    });
}

/// Says whose texts these are.
fn kept_ui(ui: &mut Ui, model: &HalfYearModel, lang: Lang) {
    let args = [("committee", model.committees.current_label.as_str().into())];
    small_ui(ui, tr_with(lang, "half-year-kept", &args));
}
