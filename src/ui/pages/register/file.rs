//! The file: where it lies and who writes in it, its backups with the way back, and what is new in the program.

use egui::{Rect, RichText, ScrollArea, Sense, Ui, Vec2, pos2};

use super::action::FileAction;
use super::column::column_ui;
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::pages::importing::ImportAction;
use crate::ui::theme::{palette, size, space, style};
use crate::ui::widgets::{card_ui, danger_button_ui, link_ui, quiet_button_ui};
use crate::view::{BackupRow, FileModel};

pub fn file_ui(ui: &mut Ui, model: &FileModel, lang: Lang) -> Vec<Action> {
    let mut actions = Vec::new();
    let room = ui.available_rect_before_wrap();
    let half = (room.width() - space::L) / 2.0;
    let left = Rect::from_min_size(room.min, Vec2::new(half, room.height()));
    let right = Rect::from_min_max(pos2(left.right() + space::L, room.top()), room.max);
    column_ui(ui, left, |ui| {
        let area = ScrollArea::vertical().id_salt("file").auto_shrink([false, false]);
        area.show(ui, |ui| {
            card_ui(ui, |ui| actions.extend(place_ui(ui, model, lang)));
            ui.add_space(space::M);
            card_ui(ui, |ui| actions.extend(backups_ui(ui, model, lang)));
        });
    });
    column_ui(ui, right, |ui| {
        let area = ScrollArea::vertical().id_salt("news").auto_shrink([false, false]);
        area.show(ui, |ui| card_ui(ui, |ui| news_ui(ui, model, lang)));
    });
    ui.allocate_rect(room, Sense::hover());
    actions
}

fn title_ui(ui: &mut Ui, word: &str) {
    ui.label(RichText::new(word).text_style(style::card_title()));
    ui.add_space(space::XS);
}

fn place_ui(ui: &mut Ui, model: &FileModel, lang: Lang) -> Vec<Action> {
    let mut actions = Vec::new();
    title_ui(ui, &tr(lang, "file-title"));
    ui.add(egui::Label::new(&model.path).wrap());
    ui.label(RichText::new(&model.access).color(palette(ui).muted));
    ui.add_space(space::S);
    if quiet_button_ui(ui, &tr(lang, "importing-menu")).clicked() {
        actions.push(ImportAction::Begin.into());
    }
    let Some(word) = &model.take_over else { return actions };
    ui.add_space(space::S);
    let lead = RichText::new(tr(lang, "file-take-over-lead")).color(palette(ui).muted);
    ui.add(egui::Label::new(lead).wrap());
    if quiet_button_ui(ui, word).clicked() {
        actions.push(FileAction::TakeOver.into());
    }
    actions
}

fn backups_ui(ui: &mut Ui, model: &FileModel, lang: Lang) -> Vec<Action> {
    let mut actions = Vec::new();
    title_ui(ui, &tr(lang, "file-backups"));
    let lead = RichText::new(tr(lang, "file-backups-lead")).color(palette(ui).muted);
    ui.add(egui::Label::new(lead).wrap());
    ui.add_space(space::S);
    if quiet_button_ui(ui, &tr(lang, "file-back-up")).clicked() {
        actions.push(FileAction::BackUp.into());
    }
    ui.add_space(space::S);
    if model.backups.is_empty() {
        ui.label(RichText::new(&model.empty).color(palette(ui).muted));
    }
    for row in &model.backups {
        actions.extend(backup_ui(ui, row, lang));
        if let Some((path, words)) = &model.asked
            && *path == row.path
        {
            ui.add(egui::Label::new(RichText::new(words).color(palette(ui).bad)).wrap());
            ui.horizontal(|ui| {
                if danger_button_ui(ui, &tr(lang, "file-restore-now")).clicked() {
                    actions.push(FileAction::Restore(path.clone()).into());
                }
                if quiet_button_ui(ui, &tr(lang, "register-cancel")).clicked() {
                    actions.push(FileAction::Never.into());
                }
            });
            ui.add_space(space::S);
        }
    }
    actions
}

fn backup_ui(ui: &mut Ui, row: &BackupRow, lang: Lang) -> Option<Action> {
    let mut action = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 26.0;
        ui.label(&row.at);
        ui.label(RichText::new(&row.size).size(size::SMALL).color(palette(ui).muted));
        let right = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(right, |ui| {
            let word = tr(lang, "file-restore");
            let link = link_ui(ui, &word);
            let name = format!("{word} {}", row.at);
            link.ctx.accesskit_node_builder(link.id, |node| node.set_label(name));
            if link.clicked() {
                action = Some(FileAction::Ask(row.path.clone()).into());
            }
        });
    });
    action
}

fn news_ui(ui: &mut Ui, model: &FileModel, lang: Lang) {
    title_ui(ui, &tr(lang, "file-news"));
    for point in &model.news {
        ui.horizontal_top(|ui| {
            ui.label(RichText::new("•").color(palette(ui).accent));
            ui.add(egui::Label::new(point).wrap());
        });
        ui.add_space(space::XS);
    }
}
