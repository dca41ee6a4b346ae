//! The change log: filters above, steps at the left, what the chosen one changed at the right.

use egui::{Rect, RichText, ScrollArea, Sense, TextEdit, Ui, Vec2, pos2};

use super::action::LogAction;
use super::column::column_ui;
use super::state::LogDraft;
use crate::book::LogLine;
use crate::domain::Snapshot;
use crate::text::changes::ChangeWords;
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::theme::{palette, size, space, style};
use crate::ui::widgets::{
    RowWords, RowsModel, TWO_LINES, card_ui, choose_ui, paint_two_lines, quiet_button_ui, rows_ui,
    surface_ui,
};
use crate::view::change_log::{LogDetail, LogModel, log_row};

/// The share of the width that the list takes.
const LIST: f32 = 0.54;

/// What the rows are made of.
#[derive(Clone, Copy)]
pub struct LogBook<'a> {
    pub snapshot: &'a Snapshot,
    pub lines: &'a [LogLine],
    pub lang: Lang,
}

pub fn log_ui(
    ui: &mut Ui,
    book: LogBook<'_>,
    model: &LogModel,
    draft: &mut LogDraft,
) -> Vec<Action> {
    let mut actions = Vec::new();
    actions.extend(filters_ui(ui, book, model, draft));
    ui.add_space(space::M);
    let room = ui.available_rect_before_wrap();
    let list = Rect::from_min_size(room.min, Vec2::new(room.width() * LIST, room.height()));
    column_ui(ui, list, |ui| actions.extend(list_ui(ui, book, model, draft)));
    let rest = Rect::from_min_max(pos2(list.right() + space::L, room.top()), room.max);
    column_ui(ui, rest, |ui| {
        let area = ScrollArea::vertical().id_salt("step").auto_shrink([false, false]);
        area.show(ui, |ui| {
            if let Some(detail) = &model.detail {
                actions.extend(detail_ui(ui, detail, draft, book.lang));
            } else {
                let words = RichText::new(tr(book.lang, "log-choose")).color(palette(ui).muted);
                ui.label(words);
            }
        });
    });
    ui.allocate_rect(room, Sense::hover());
    actions
}

fn filters_ui(
    ui: &mut Ui,
    book: LogBook<'_>,
    model: &LogModel,
    draft: &mut LogDraft,
) -> Option<Action> {
    let mut action = None;
    ui.horizontal(|ui| {
        let filter = &mut draft.filter;
        choose_ui(ui, &model.spans, &mut filter.span);
        choose_ui(ui, &model.units, &mut filter.unit);
        choose_ui(ui, &model.people, &mut filter.person);
        choose_ui(ui, &model.users, &mut filter.user);
        let right = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(right, |ui| {
            if quiet_button_ui(ui, &tr(book.lang, "log-export")).clicked() {
                action = Some(LogAction::Export.into());
            }
            ui.label(RichText::new(&model.shown).color(palette(ui).muted));
        });
    });
    action
}

fn list_ui(ui: &mut Ui, book: LogBook<'_>, model: &LogModel, draft: &mut LogDraft) -> Vec<Action> {
    let mut actions = Vec::new();
    surface_ui(ui, |ui| {
        if model.rows.is_empty() {
            ui.label(RichText::new(tr(book.lang, "log-empty")).color(palette(ui).muted));
        }
        let line = |row: usize| model.rows.get(row).and_then(|it| book.lines.get(*it));
        let words = |row: usize| {
            let words = line(row).map(|it| log_row(book.lang, book.snapshot, it));
            let (title, detail) = words.unwrap_or_default();
            RowWords { title, detail, ..RowWords::default() }
        };
        let is_chosen = |row: &usize| book.lines.get(*row).map(|it| it.entry.id) == draft.chosen;
        let rows = RowsModel {
            name: &tr(book.lang, "log-title"),
            count: model.rows.len(),
            chosen: draft.chosen.and_then(|_| model.rows.iter().position(is_chosen)),
            height: TWO_LINES,
            label: &|row| words(row).label(),
            paint: &|ui, row, rect| paint_two_lines(ui, &words(row), rect),
        };
        let row = rows_ui(ui, &mut draft.rows, &rows);
        actions.extend(row.and_then(line).map(|it| LogAction::Choose(it.entry.id).into()));
    });
    actions
}

fn detail_ui(ui: &mut Ui, detail: &LogDetail, draft: &mut LogDraft, lang: Lang) -> Vec<Action> {
    let mut actions = Vec::new();
    card_ui(ui, |ui| {
        let title = RichText::new(&detail.title).text_style(style::strong());
        ui.add(egui::Label::new(title).wrap());
        for fact in &detail.facts {
            let fact = RichText::new(fact).size(size::SMALL).color(palette(ui).muted);
            ui.add(egui::Label::new(fact).wrap());
        }
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            let word = tr(lang, "log-take-back");
            let back =
                ui.add_enabled_ui(detail.is_in_effect, |ui| quiet_button_ui(ui, &word)).inner;
            let right = std::mem::take(&mut draft.goes_right);
            if right && detail.is_in_effect {
                back.request_focus();
            }
            if back.clicked() {
                actions.push(LogAction::TakeBack(detail.id).into());
            }
            let here = quiet_button_ui(ui, &tr(lang, "log-go-back"));
            if right && !detail.is_in_effect {
                here.request_focus();
            }
            if here.on_hover_text(tr(lang, "log-go-back-hint")).clicked() {
                actions.push(LogAction::GoBackTo(detail.id).into());
            }
        });
        if let Some(reason) = &mut draft.reason {
            let label = ui.label(tr(lang, "register-reason"));
            let field = TextEdit::singleline(reason).desired_width(f32::INFINITY);
            ui.add(field.margin(egui::Margin::symmetric(10, 6))).labelled_by(label.id);
        }
        if !draft.refused.is_empty() {
            let words = RichText::new(&draft.refused).color(palette(ui).bad);
            let words = ui.add(egui::Label::new(words).wrap());
            words
                .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Alert, true, &draft.refused));
        }
    });
    ui.add_space(space::M);
    if detail.changes.is_empty() {
        return actions;
    }
    card_ui(ui, |ui| {
        for change in &detail.changes {
            change_ui(ui, change);
        }
        if !detail.more.is_empty() {
            ui.label(RichText::new(&detail.more).color(palette(ui).muted));
        }
    });
    actions
}

/// Where, and below it before and after.
fn change_ui(ui: &mut Ui, change: &ChangeWords) {
    let colors = palette(ui);
    let place = RichText::new(&change.place).size(size::SMALL).color(colors.muted);
    ui.add(egui::Label::new(place).wrap());
    let sides = format!("{} → {}", change.before, change.after);
    ui.add(egui::Label::new(sides).wrap());
    ui.add_space(space::XS);
}
