//! A form: labels at the left, fields at the right, what is wrong under the field it is about.

use egui::{Key, RichText, TextEdit, Ui, Vec2};

use super::action::RegisterAction;
use super::state::{FormState, OpenForm};
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::theme::{palette, size, space, style};
use crate::ui::widgets::{
    Icon, alert_ui, at_right_ui, card_ui, choose_ui, danger_button_ui, is_entered, link_ui,
    muted_ui, on_click, paint_icon, primary_button_ui, quiet_button_ui, small_ui, small_wrapped_ui,
    title_ui, wide_field, wrapped_ui,
};
use crate::view::Selector;
use crate::view::register::{Field, FieldKind, FieldName, Form, YES};

const LABELS: f32 = 168.0;
const FIELDS: f32 = 320.0;
/// The labels where there is little room.
const NARROW: f32 = 100.0;

fn label_width(ui: &Ui) -> f32 {
    if ui.available_width() < LABELS + FIELDS { NARROW } else { LABELS }
}

pub fn form_ui(ui: &mut Ui, form: &Form, open: &mut OpenForm, lang: Lang) -> Vec<Action> {
    let mut actions = Vec::new();
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        title_ui(ui, &form.title);
        if !form.lead.is_empty() {
            wrapped_ui(ui, &form.lead, palette(ui).muted);
        }
        ui.add_space(space::S);
        let mut was_entered = false;
        let first = form.fields.iter().find(|it| it.kind == FieldKind::Line).map(|it| it.name);
        for field in &form.fields {
            was_entered |= field_ui(ui, field, open, first);
        }
        if open.reason.is_some() {
            reason_ui(ui, open, lang);
        }
        open.is_fresh = false;
        if !open.refused.is_empty() {
            alert_ui(ui, &open.refused, palette(ui).bad);
        }
        ui.add_space(space::S);
        buttons_ui(ui, form, open, lang, &mut actions);
        if was_entered {
            actions.push(RegisterAction::Save.into());
        }
        if !form.suggestions.is_empty() {
            suggestions_ui(ui, form, open, lang);
        }
    });
    if ui.input(|it| it.key_pressed(Key::Escape)) && !egui::Popup::is_any_open(ui.ctx()) {
        actions.push(RegisterAction::Cancel.into());
    }
    actions
}

/// Label and field side by side, hint or problem below. True when Enter was pressed in it.
fn field_ui(ui: &mut Ui, field: &Field, open: &mut OpenForm, first: Option<FieldName>) -> bool {
    let colors = *palette(ui);
    let problem = open.problems.get(field.name).cloned();
    let mut was_entered = false;
    ui.horizontal_top(|ui| {
        let label = labelled_ui(ui, &field.label);
        ui.vertical(|ui| {
            ui.set_width(FIELDS.min(ui.available_width()));
            let response = ui
                .scope(|ui| {
                    if problem.is_some() {
                        outline_ui(ui, colors.bad);
                    }
                    input_ui(ui, field, open, label)
                })
                .inner;
            if first == Some(field.name) && open.is_fresh {
                response.request_focus();
            }
            if let Some(problem) = &problem {
                describe(ui, response.id, problem);
            }
            was_entered = field.kind == FieldKind::Line && is_entered(ui, &response);
            let (words, color) = match &problem {
                Some(problem) => (problem, colors.bad),
                None => (&field.hint, colors.muted),
            };
            if !words.is_empty() {
                small_wrapped_ui(ui, words, color);
            }
        });
    });
    ui.add_space(space::XS);
    was_entered
}

/// A field that is wrong has an edge in this colour.
fn outline_ui(ui: &mut Ui, color: egui::Color32) {
    let widgets = &mut ui.style_mut().visuals.widgets;
    for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
        state.bg_stroke = egui::Stroke::new(1.5, color);
    }
}

/// A screen reader says what is wrong together with the field.
fn describe(ui: &Ui, id: egui::Id, words: &str) {
    ui.ctx().accesskit_node_builder(id, |node| node.set_description(words));
}

/// The label in its column, level with the words in the field.
fn labelled_ui(ui: &mut Ui, words: &str) -> egui::Id {
    let wanted = Vec2::new(label_width(ui), size::CONTROL);
    let left = egui::Layout::left_to_right(egui::Align::Center);
    let shown = ui.allocate_ui_with_layout(wanted, left, |ui| {
        ui.set_min_size(wanted);
        ui.add(egui::Label::new(words).truncate()).id
    });
    shown.inner
}

fn input_ui(ui: &mut Ui, field: &Field, open: &mut OpenForm, label: egui::Id) -> egui::Response {
    let value = open.values.get_mut(field.name);
    let before = value.clone();
    let response = match &field.kind {
        FieldKind::Line | FieldKind::Fixed => {
            ui.add_enabled(field.kind == FieldKind::Line, wide_field(value)).labelled_by(label)
        }
        FieldKind::Note => {
            let note = TextEdit::multiline(value)
                .desired_width(f32::INFINITY)
                .desired_rows(2)
                .margin(egui::Margin::symmetric(10, 6));
            ui.add(note).labelled_by(label)
        }
        FieldKind::Choice(options) => {
            let selector = Selector::new(field.label.clone(), value.clone(), options.clone());
            ui.scope(|ui| choose_ui(ui, &selector, value)).response
        }
        FieldKind::Check => {
            let mut is_on = value == YES;
            let response = ui.add(egui::Checkbox::without_text(&mut is_on)).labelled_by(label);
            let name = field.label.clone();
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
            *value = if is_on { YES.to_owned() } else { String::new() };
            response
        }
    };
    // What is typed anew is judged anew.
    if *value != before {
        open.problems.remove(field.name);
        open.refused.clear();
        if open.state == FormState::Saved {
            open.state = FormState::Typing;
        }
    }
    response
}

fn reason_ui(ui: &mut Ui, open: &mut OpenForm, lang: Lang) {
    ui.horizontal_top(|ui| {
        let label = labelled_ui(ui, &tr(lang, "register-reason"));
        ui.vertical(|ui| {
            ui.set_width(FIELDS.min(ui.available_width()));
            let reason = open.reason.get_or_insert_default();
            ui.add(wide_field(reason)).labelled_by(label);
            small_ui(ui, tr(lang, "register-reason-hint"));
        });
    });
}

fn buttons_ui(ui: &mut Ui, form: &Form, open: &OpenForm, lang: Lang, actions: &mut Vec<Action>) {
    let is_narrow = label_width(ui) < LABELS;
    ui.horizontal(|ui| {
        if !is_narrow {
            ui.add_space(LABELS + space::S);
        }
        let save = if form.is_final {
            danger_button_ui(ui, &form.save)
        } else {
            primary_button_ui(ui, &form.save)
        };
        on_click(actions, &save, RegisterAction::Save);
        on_click(
            actions,
            &quiet_button_ui(ui, &tr(lang, "register-cancel")),
            RegisterAction::Cancel,
        );
        match open.state {
            FormState::Typing => {}
            FormState::Sent(_) => {
                muted_ui(ui, tr(lang, "register-saving"));
            }
            FormState::Saved => {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(16.0), egui::Sense::hover());
                let good = palette(ui).good;
                paint_icon(ui.painter(), Icon::CHECK, rect.center(), 0.85, good);
                ui.label(RichText::new(tr(lang, "register-saved")).color(good));
            }
        }
        if let Some((word, command)) = &form.remove {
            at_right_ui(ui, |ui| {
                if quiet_button_ui(ui, word).clicked() {
                    actions.push(Action::Run(command.clone()));
                    actions.push(RegisterAction::Cancel.into());
                }
            });
        }
    });
}

/// Offered, never forced: a click fills the fields, which can still be changed.
fn suggestions_ui(ui: &mut Ui, form: &Form, open: &mut OpenForm, lang: Lang) {
    ui.add_space(space::M);
    let title = RichText::new(tr(lang, "register-suggestions"))
        .text_style(style::small_strong())
        .color(palette(ui).muted);
    ui.label(title);
    ui.spacing_mut().interact_size.y = 24.0;
    for offer in &form.suggestions {
        ui.horizontal(|ui| {
            if link_ui(ui, &offer.word).clicked() {
                for (name, value) in &offer.values {
                    open.values.set(name, value.clone());
                }
                open.problems.clear();
            }
            if offer.source != offer.word {
                let source =
                    RichText::new(&offer.source).size(size::SMALL).color(palette(ui).muted);
                ui.add(egui::Label::new(source).truncate());
            }
        });
    }
}
