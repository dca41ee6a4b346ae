//! The page as a whole: sections above, a list at the left, and at the right what was chosen with its forms.

use egui::{Key, Modifiers, Rect, Ui, Vec2};

use super::action::RegisterAction;
use super::column::{column_ui, scrolled_column_ui};
use super::detail::detail_ui;
use super::file::file_ui;
use super::form::form_ui;
use super::list::list_ui;
use super::log::{LogBook, log_ui};
use super::places::places_ui;
use super::state::{FocusTarget, RegisterDraft};
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::desk::Revision;
use crate::ui::pages::context::PageContext;
use crate::ui::theme::space;
use crate::ui::widgets::{RowsFocus, muted_ui, tabs_ui};
use crate::view::change_log::{LogModel, LogQuery, log_model};
use crate::view::register::{RegisterModel, RegisterQuery, Section, register_model};
use crate::view::{Memo, file_model};

/// How wide the list is, and how wide forms grow.
const LIST: f32 = 332.0;
const WIDEST: f32 = 720.0;
/// How wide the waiting list grows, and what it leaves for the form beside it.
const PLACES: f32 = 860.0;
const FORM: f32 = 400.0;

/// What was last shown.
#[derive(Debug, Default)]
pub struct RegisterModels {
    register: Memo<(Revision, RegisterQuery), RegisterModel>,
    log: Memo<(Revision, (usize, LogQuery)), LogModel>,
}

pub fn register_page_ui(
    ui: &mut Ui,
    draft: &mut RegisterDraft,
    models: &mut RegisterModels,
    at: PageContext<'_>,
) -> Vec<Action> {
    let PageContext { desk, lang, .. } = at;
    let query = RegisterQuery {
        lang,
        unit: at.unit,
        today: at.today,
        section: draft.section,
        chosen: draft.chosen,
        subject: draft.open.as_ref().map(|it| it.subject),
        search: draft.search.clone(),
        places: draft.places.clone(),
    };
    let log_query = draft.log_query(lang, at.today);
    let key = (desk.revision(), query);
    let model = models.register.get(key, |(_, query)| register_model(at.snapshot(), query));
    let mut actions: Vec<Action> = register_keys(ui, draft).into_iter().collect();
    actions.extend(sections_ui(ui, model, draft.section));
    if draft.section == Section::File {
        let backups = draft.file.backups.as_deref().unwrap_or_default();
        let (path, access) = (&desk.state.path, &desk.state.access);
        let model = file_model(lang, path, access, backups, draft.file.asked.as_deref());
        actions.extend(file_ui(ui, &model, lang));
    } else if draft.section == Section::Log {
        let named = desk.named();
        let key = (desk.revision(), (desk.log.len(), log_query));
        let model = models.log.get(key, |(_, (_, query))| log_model(&named, &desk.log, query));
        let book = LogBook { snapshot: &named, lines: &desk.log, lang };
        actions.extend(log_ui(ui, book, model, &mut draft.log));
    } else {
        actions.extend(register_ui(ui, model, draft, lang));
    }
    actions
}

/// Ctrl and a page key turn to the next section, F6 goes between list and what was chosen, Ctrl+F to the search.
fn register_keys(ui: &Ui, draft: &mut RegisterDraft) -> Option<Action> {
    let pressed = |modifiers, key| ui.input_mut(|it| it.consume_key(modifiers, key));
    let to = if pressed(Modifiers::COMMAND, Key::PageDown) {
        draft.section.next()
    } else if pressed(Modifiers::COMMAND, Key::PageUp) {
        draft.section.previous()
    } else {
        None
    };
    if pressed(Modifiers::COMMAND, Key::F) {
        draft.focus = Some(FocusTarget::Search);
    }
    if pressed(Modifiers::NONE, Key::F6) {
        let rows = if draft.section == Section::Log { draft.log.rows } else { draft.rows };
        let in_list = draft.is_searching || rows == RowsFocus::Here;
        if in_list {
            draft.focus = Some(FocusTarget::Right);
            draft.log.goes_right = true;
        } else {
            draft.rows = RowsFocus::Wanted;
            draft.log.rows = RowsFocus::Wanted;
        }
    }
    to.map(|it| RegisterAction::Show(it).into())
}

/// The words above, one a section.
fn sections_ui(ui: &mut Ui, model: &RegisterModel, current: Section) -> Option<Action> {
    let chosen = tabs_ui(ui, &model.sections, current);
    ui.add_space(space::M);
    chosen.map(|it| RegisterAction::Show(it).into())
}

fn register_ui(
    ui: &mut Ui,
    model: &RegisterModel,
    draft: &mut RegisterDraft,
    lang: Lang,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let room = ui.available_rect_before_wrap();
    let mut left = room.left();
    if let Some(places) = &model.places {
        let widest = (room.width() - FORM).clamp(LIST, PLACES);
        let rect = Rect::from_min_size(room.min, Vec2::new(widest, room.height()));
        column_ui(ui, rect, |ui| actions.extend(places_ui(ui, places, draft, lang)));
        left = rect.right() + space::L;
    }
    if let Some(list) = &model.list {
        let rect = Rect::from_min_size(room.min, Vec2::new(LIST, room.height()));
        column_ui(ui, rect, |ui| actions.extend(list_ui(ui, list, draft, lang)));
        left = rect.right() + space::L;
    }
    let width = (room.right() - left).min(WIDEST);
    let rect = Rect::from_min_size(egui::pos2(left, room.top()), Vec2::new(width, room.height()));
    scrolled_column_ui(ui, rect, "detail", |ui| actions.extend(right_ui(ui, model, draft, lang)));
    ui.allocate_rect(room, egui::Sense::hover());
    actions
}

fn right_ui(
    ui: &mut Ui,
    model: &RegisterModel,
    draft: &mut RegisterDraft,
    lang: Lang,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let goes_right = draft.goes(FocusTarget::Right);
    if let (Some(form), Some(open)) = (&model.form, &mut draft.open) {
        open.is_fresh |= goes_right;
        actions.extend(form_ui(ui, form, open, lang));
        ui.add_space(space::L);
    }
    match &model.detail {
        Some(detail) => {
            let goes_here = goes_right && model.form.is_none();
            actions.extend(detail_ui(ui, detail, goes_here.then_some(FocusTarget::Right)));
        }
        None if model.form.is_none() => {
            ui.add_space(space::L);
            for key in ["register-choose", "register-keys"] {
                muted_ui(ui, tr(lang, key));
            }
        }
        None => {}
    }
    actions
}
