//! The change log: filters above, steps at the left, what the chosen one changed at the right.

use egui::{Rect, RichText, Sense, Ui, Vec2, pos2};

use super::action::LogAction;
use super::column::{column_ui, scrolled_column_ui};
use super::state::LogDraft;
use crate::book::LogLine;
use crate::domain::Snapshot;
use crate::text::changes::ChangeWords;
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::theme::{palette, space, style};
use crate::ui::widgets::{
    RowWords, RowsModel, TWO_LINES, alert_ui, at_right_ui, card_ui, choose_ui, muted_ui, on_click,
    paint_two_lines, quiet_button_ui, rows_ui, small_wrapped_ui, surface_ui, wide_field,
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
    filters_ui(ui, book, model, draft, &mut actions);
    ui.add_space(space::M);
    let room = ui.available_rect_before_wrap();
    let list = Rect::from_min_size(room.min, Vec2::new(room.width() * LIST, room.height()));
    column_ui(ui, list, |ui| list_ui(ui, book, model, draft, &mut actions));
    let rest = Rect::from_min_max(pos2(list.right() + space::L, room.top()), room.max);
    scrolled_column_ui(ui, rest, "step", |ui| {
        if let Some(detail) = &model.detail {
            detail_ui(ui, detail, draft, book.lang, &mut actions);
        } else {
            muted_ui(ui, tr(book.lang, "log-choose"));
        }
    });
    ui.allocate_rect(room, Sense::hover());
    actions
}

fn filters_ui(
    ui: &mut Ui,
    book: LogBook<'_>,
    model: &LogModel,
    draft: &mut LogDraft,
    actions: &mut Vec<Action>,
) {
    ui.horizontal(|ui| {
        let filter = &mut draft.filter;
        choose_ui(ui, &model.spans, &mut filter.span);
        choose_ui(ui, &model.units, &mut filter.unit);
        choose_ui(ui, &model.people, &mut filter.person);
        choose_ui(ui, &model.users, &mut filter.user);
        at_right_ui(ui, |ui| {
            on_click(
                actions,
                &quiet_button_ui(ui, &tr(book.lang, "log-export")),
                LogAction::Export,
            );
            muted_ui(ui, &model.shown);
        });
    });
}

fn list_ui(
    ui: &mut Ui,
    book: LogBook<'_>,
    model: &LogModel,
    draft: &mut LogDraft,
    actions: &mut Vec<Action>,
) {
    surface_ui(ui, |ui| {
        if model.rows.is_empty() {
            muted_ui(ui, tr(book.lang, "log-empty"));
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
}

fn detail_ui(
    ui: &mut Ui,
    detail: &LogDetail,
    draft: &mut LogDraft,
    lang: Lang,
    actions: &mut Vec<Action>,
) {
    card_ui(ui, |ui| {
        let title = RichText::new(&detail.title).text_style(style::strong());
        ui.add(egui::Label::new(title).wrap());
        for fact in &detail.facts {
            small_wrapped_ui(ui, fact, palette(ui).muted);
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
            on_click(actions, &back, LogAction::TakeBack(detail.id));
            let here = quiet_button_ui(ui, &tr(lang, "log-go-back"));
            if right && !detail.is_in_effect {
                here.request_focus();
            }
            let here = here.on_hover_text(tr(lang, "log-go-back-hint"));
            on_click(actions, &here, LogAction::GoBackTo(detail.id));
        });
        if let Some(reason) = &mut draft.reason {
            let label = ui.label(tr(lang, "register-reason"));
            ui.add(wide_field(reason)).labelled_by(label.id);
        }
        if !draft.refused.is_empty() {
            alert_ui(ui, &draft.refused, palette(ui).bad);
        }
    });
    ui.add_space(space::M);
    if detail.changes.is_empty() {
        return;
    }
    card_ui(ui, |ui| {
        for change in &detail.changes {
            change_ui(ui, change);
        }
        if !detail.more.is_empty() {
            muted_ui(ui, &detail.more);
        }
    });
}

/// Where, and below it before and after.
fn change_ui(ui: &mut Ui, change: &ChangeWords) {
    small_wrapped_ui(ui, &change.place, palette(ui).muted);
    let sides = format!("{} → {}", change.before, change.after);
    ui.add(egui::Label::new(sides).wrap());
    ui.add_space(space::XS);
}
