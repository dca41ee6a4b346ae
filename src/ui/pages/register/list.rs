//! The list of a section: search, a button for a new one, and its rows.

use egui::{Key, TextEdit, Ui, Vec2};

use super::action::RegisterAction;
use super::state::{FocusTarget, RegisterDraft};
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::theme::{palette, size, space};
use crate::ui::widgets::{
    RowWeight, RowWords, RowsFocus, RowsModel, TWO_LINES, muted_ui, on_click, paint_two_lines,
    quiet_button_ui, rows_ui, surface_ui,
};
use crate::view::register::{FormLink, ListModel, ListRow};

pub fn list_ui(
    ui: &mut Ui,
    list: &ListModel,
    draft: &mut RegisterDraft,
    lang: Lang,
) -> Vec<Action> {
    let mut actions = Vec::new();
    surface_ui(ui, |ui| {
        head_ui(ui, list, draft, lang, &mut actions);
        ui.add_space(space::S);
        if list.rows.is_empty() {
            ui.horizontal(|ui| {
                ui.add_space(space::S);
                muted_ui(ui, &list.empty);
            });
        }
        let words = |row: usize| list.rows.get(row).map(words_of).unwrap_or_default();
        let model = RowsModel {
            name: &draft.section.label(lang),
            count: list.rows.len(),
            chosen: list.rows.iter().position(|it| Some(it.item) == draft.chosen),
            height: TWO_LINES,
            label: &|row| words(row).label(),
            paint: &|ui, row, rect| paint_two_lines(ui, &words(row), rect),
        };
        let row = rows_ui(ui, &mut draft.rows, &model);
        let row = row.and_then(|it| list.rows.get(it));
        actions.extend(row.map(|it| RegisterAction::Choose(it.item).into()));
    });
    actions
}

fn words_of(row: &ListRow) -> RowWords {
    RowWords {
        title: row.title.clone(),
        detail: row.detail.clone(),
        chip: row.chip.clone(),
        weight: if row.is_past { RowWeight::Muted } else { RowWeight::Strong },
    }
}

/// The field for a search, and the button for something new at its right.
fn head_ui(
    ui: &mut Ui,
    list: &ListModel,
    draft: &mut RegisterDraft,
    lang: Lang,
    actions: &mut Vec<Action>,
) {
    ui.horizontal(|ui| {
        let button = list.add.as_ref().map_or(0.0, |it| button_width(ui, &it.word));
        let room = (ui.available_width() - button).max(80.0);
        search_ui(ui, draft, room, lang);
        if let Some(FormLink { word, subject }) = &list.add {
            on_click(actions, &quiet_button_ui(ui, word), RegisterAction::Open(*subject));
        }
    });
}

/// What a quiet button takes of a row, with the space before it.
fn button_width(ui: &Ui, word: &str) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let color = palette(ui).text;
    let words = ui.painter().layout_no_wrap(word.to_owned(), font, color);
    words.size().x + 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x + 2.0
}

/// An arrow down leads from the search into the rows.
pub fn search_ui(ui: &mut Ui, draft: &mut RegisterDraft, width: f32, lang: Lang) {
    let field = TextEdit::singleline(&mut draft.search)
        .id_salt("search")
        .margin(egui::Margin::symmetric(10, 6))
        .hint_text(tr(lang, "register-search"));
    let field = ui.add_sized(Vec2::new(width, size::CONTROL), field);
    let name = tr(lang, "register-search");
    ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(name));
    if draft.goes(FocusTarget::Search) {
        field.request_focus();
    }
    draft.is_searching = field.has_focus();
    if field.has_focus() && ui.input(|it| it.key_pressed(Key::ArrowDown)) {
        draft.rows = RowsFocus::Wanted;
    }
}
