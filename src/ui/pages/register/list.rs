//! The list of a section: search, a button for a new one, and rows of which only those in sight are drawn.

use egui::{CornerRadius, Rect, RichText, ScrollArea, Sense, TextEdit, Ui, Vec2, pos2};

use super::{RegisterAction, RegisterDraft};
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::theme::{palette, regular, semibold, size, space};
use crate::ui::widgets::{chip_size, paint_chip, quiet_button_ui};
use crate::view::register::{Item, ListModel, ListRow};

const ROW: f32 = 50.0;

pub fn list_ui(
    ui: &mut Ui,
    list: &ListModel,
    draft: &mut RegisterDraft,
    lang: Lang,
) -> Vec<Action> {
    let mut actions = Vec::new();
    let colors = palette(ui);
    let room = ui.available_rect_before_wrap();
    let radius = CornerRadius::same(size::CARD_RADIUS);
    let line = egui::Stroke::new(1.0, colors.line);
    ui.painter().rect(room, radius, colors.surface, line, egui::StrokeKind::Inside);
    let inside = room.shrink(space::S);
    ui.scope_builder(egui::UiBuilder::new().max_rect(inside), |ui| {
        ui.horizontal(|ui| {
            let right = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(right, |ui| {
                if let Some((word, subject)) = &list.add
                    && quiet_button_ui(ui, word).clicked()
                {
                    actions.push(RegisterAction::Open(*subject).into());
                }
                let search = TextEdit::singleline(&mut draft.search)
                    .id_salt("search")
                    .desired_width(f32::INFINITY)
                    .margin(egui::Margin::symmetric(10, 6))
                    .hint_text(tr(lang, "register-search"));
                let search = ui.add(search);
                let name = tr(lang, "register-search");
                ui.ctx().accesskit_node_builder(search.id, |node| node.set_label(name));
            });
        });
        ui.add_space(space::S);
        if list.rows.is_empty() {
            let words = RichText::new(&list.empty).color(colors.muted);
            ui.horizontal(|ui| {
                ui.add_space(space::S);
                ui.label(words);
            });
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("list").auto_shrink([false, false]);
        area.show_rows(ui, ROW, list.rows.len(), |ui, seen| {
            for row in list.rows.get(seen).unwrap_or_default() {
                if row_ui(ui, row, draft.chosen) {
                    actions.push(RegisterAction::Choose(row.item).into());
                }
            }
        });
    });
    actions
}

/// Whether the row was chosen.
fn row_ui(ui: &mut Ui, row: &ListRow, chosen: Option<Item>) -> bool {
    let is_chosen = chosen == Some(row.item);
    let colors = palette(ui);
    let wanted = Vec2::new(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| {
        let chip = row.chip.as_ref().map_or("", |it| it.text.as_str());
        let words = format!("{}, {} {chip}", row.title, row.detail);
        let words = words.trim_end();
        egui::WidgetInfo::selected(egui::Role::ListBoxOption, true, is_chosen, words)
    });
    let ground = rect.shrink2(Vec2::new(0.0, 1.0));
    let radius = CornerRadius::same(size::CONTROL_RADIUS);
    if is_chosen {
        ui.painter().rect_filled(ground, radius, colors.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(ground, radius, colors.second_half);
    }
    if response.has_focus() {
        let ring = egui::Stroke::new(2.0, colors.accent);
        ui.painter().rect_stroke(ground, radius, ring, egui::StrokeKind::Inside);
    }
    let mut right = rect.right() - space::S;
    if let Some(chip) = &row.chip {
        let wanted = chip_size(ui, chip);
        let at = Rect::from_min_size(pos2(right - wanted.x, rect.top() + 7.0), wanted);
        paint_chip(ui, chip, at);
        right = at.left() - space::S;
    }
    let left = rect.left() + space::S;
    let title = if row.is_past { colors.muted } else { colors.text };
    for (words, font, color, y, end) in [
        (&row.title, semibold(size::BODY), title, rect.top() + 5.0, right),
        (
            &row.detail,
            regular(size::SMALL),
            colors.muted,
            rect.top() + 26.0,
            rect.right() - space::S,
        ),
    ] {
        let mut job = egui::text::LayoutJob::simple_singleline(words.clone(), font, color);
        job.wrap = egui::text::TextWrapping::truncate_at_width((end - left).max(10.0));
        let galley = ui.painter().layout_job(job);
        ui.painter().galley(pos2(left, y), galley, color);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
