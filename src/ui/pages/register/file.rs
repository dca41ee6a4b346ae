//! The file: where it lies and who writes in it, its backups with the way back, and what is new in the program.

use egui::{Rect, RichText, Sense, Ui, Vec2, pos2};

use super::action::FileAction;
use super::column::scrolled_column_ui;
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::pages::importing::ImportAction;
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{
    at_right_ui, card_ui, danger_button_ui, heading_ui, link_ui, muted_ui, on_click,
    quiet_button_ui, small_ui, wrapped_ui,
};
use crate::view::{BackupRow, FileModel};

pub fn file_ui(ui: &mut Ui, model: &FileModel, lang: Lang) -> Vec<Action> {
    let mut actions = Vec::new();
    let room = ui.available_rect_before_wrap();
    let half = (room.width() - space::L) / 2.0;
    let left = Rect::from_min_size(room.min, Vec2::new(half, room.height()));
    let right = Rect::from_min_max(pos2(left.right() + space::L, room.top()), room.max);
    scrolled_column_ui(ui, left, "file", |ui| {
        card_ui(ui, |ui| place_ui(ui, model, lang, &mut actions));
        ui.add_space(space::M);
        card_ui(ui, |ui| backups_ui(ui, model, lang, &mut actions));
    });
    scrolled_column_ui(ui, right, "news", |ui| card_ui(ui, |ui| news_ui(ui, model, lang)));
    ui.allocate_rect(room, Sense::hover());
    actions
}

fn place_ui(ui: &mut Ui, model: &FileModel, lang: Lang, actions: &mut Vec<Action>) {
    heading_ui(ui, tr(lang, "file-title"));
    ui.add(egui::Label::new(&model.path).wrap());
    muted_ui(ui, &model.access);
    ui.add_space(space::S);
    on_click(actions, &quiet_button_ui(ui, &tr(lang, "importing-menu")), ImportAction::Begin);
    let Some(word) = &model.take_over else { return };
    ui.add_space(space::S);
    wrapped_ui(ui, tr(lang, "file-take-over-lead"), palette(ui).muted);
    on_click(actions, &quiet_button_ui(ui, word), FileAction::TakeOver);
}

fn backups_ui(ui: &mut Ui, model: &FileModel, lang: Lang, actions: &mut Vec<Action>) {
    heading_ui(ui, tr(lang, "file-backups"));
    wrapped_ui(ui, tr(lang, "file-backups-lead"), palette(ui).muted);
    ui.add_space(space::S);
    on_click(actions, &quiet_button_ui(ui, &tr(lang, "file-back-up")), FileAction::BackUp);
    ui.add_space(space::S);
    if model.backups.is_empty() {
        muted_ui(ui, &model.empty);
    }
    for row in &model.backups {
        backup_ui(ui, row, lang, actions);
        if let Some((path, words)) = &model.asked
            && *path == row.path
        {
            wrapped_ui(ui, words, palette(ui).bad);
            ui.horizontal(|ui| {
                let restore = danger_button_ui(ui, &tr(lang, "file-restore-now"));
                on_click(actions, &restore, FileAction::Restore(path.clone()));
                on_click(
                    actions,
                    &quiet_button_ui(ui, &tr(lang, "register-cancel")),
                    FileAction::Never,
                );
            });
            ui.add_space(space::S);
        }
    }
}

fn backup_ui(ui: &mut Ui, row: &BackupRow, lang: Lang, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 26.0;
        ui.label(&row.at);
        small_ui(ui, &row.size);
        at_right_ui(ui, |ui| {
            let word = tr(lang, "file-restore");
            let link = link_ui(ui, &word);
            let name = format!("{word} {}", row.at);
            link.ctx.accesskit_node_builder(link.id, |node| node.set_label(name));
            on_click(actions, &link, FileAction::Ask(row.path.clone()));
        });
    });
}

fn news_ui(ui: &mut Ui, model: &FileModel, lang: Lang) {
    heading_ui(ui, tr(lang, "file-news"));
    for point in &model.news {
        ui.horizontal_top(|ui| {
            ui.label(RichText::new("•").color(palette(ui).accent));
            ui.add(egui::Label::new(point).wrap());
        });
        ui.add_space(space::XS);
    }
}
