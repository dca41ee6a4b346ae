//! Where files go, the forms they are written in, and what is copied.

use std::path::Path;

use egui::Ui;

use super::action::{HalfYearAction, Paste};
use super::state::OverviewDraft;
use crate::export::Form;
use crate::text::{Lang, tr};
use crate::ui::action::Action;
use crate::ui::theme::{palette, space};
use crate::ui::widgets::{
    link_ui, on_click, primary_button_ui, quiet_button_ui, small_wrapped_ui, title_ui, wide_field,
};

pub fn files_ui(ui: &mut Ui, draft: &mut OverviewDraft, lang: Lang) -> Vec<Action> {
    let mut actions: Vec<Action> = Vec::new();
    let word = |key: &str| tr(lang, key);
    title_ui(ui, word("half-year-files"));
    let label = ui.label(word("half-year-folder"));
    let folder = wide_field(&mut draft.folder).hint_text(word("half-year-folder-hint"));
    ui.add(folder).labelled_by(label.id);
    on_click(&mut actions, &link_ui(ui, &word("half-year-choose-folder")), HalfYearAction::Folder);
    ui.add_space(space::XS);
    if let Some(task) = &draft.writing {
        ui.add(
            egui::ProgressBar::new(task.progress().share().unwrap_or(0.0))
                .text(word("half-year-writing")),
        );
        on_click(
            &mut actions,
            &quiet_button_ui(ui, &word("half-year-cancel")),
            HalfYearAction::Cancel,
        );
        return actions;
    }
    ui.horizontal_wrapped(|ui| {
        on_click(&mut actions, &primary_button_ui(ui, "PDF"), HalfYearAction::Write(Form::Pdf));
        let forms =
            [("Word", Form::Docx), ("Excel", Form::Xlsx), ("HTML", Form::Html), ("CSV", Form::Csv)];
        for (name, form) in forms {
            on_click(&mut actions, &quiet_button_ui(ui, name), HalfYearAction::Write(form));
        }
        let others = [
            ("half-year-package", HalfYearAction::Write(Form::Package)),
            ("half-year-print", HalfYearAction::Print),
        ];
        for (key, action) in others {
            on_click(&mut actions, &quiet_button_ui(ui, &word(key)), action);
        }
    });
    if let Some(path) = &draft.last {
        last_ui(ui, path, lang, &mut actions);
    }
    copy_ui(ui, draft, lang, &mut actions);
    actions
}

/// What is put on the clipboard.
fn copy_ui(ui: &mut Ui, draft: &OverviewDraft, lang: Lang, actions: &mut Vec<Action>) {
    let word = |key: &str| tr(lang, key);
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        if draft.copying.is_some() {
            ui.spinner();
        }
        let ways = [
            ("half-year-copy", Paste::Rich),
            ("half-year-copy-text", Paste::Text),
            ("half-year-copy-html", Paste::Source),
        ];
        for (key, paste) in ways {
            let hint = word(&format!("{key}-hint"));
            let button = quiet_button_ui(ui, &word(key)).on_hover_text(hint);
            on_click(actions, &button, HalfYearAction::Copy(paste));
        }
    });
}

/// Where the file went, and what can be done with it.
fn last_ui(ui: &mut Ui, path: &Path, lang: Lang, actions: &mut Vec<Action>) {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ui.add_space(space::XS);
    let shown = small_wrapped_ui(ui, name, palette(ui).muted);
    shown.on_hover_text(path.display().to_string());
    ui.horizontal(|ui| {
        for (key, action) in [
            ("half-year-open", HalfYearAction::Open),
            ("half-year-show-folder", HalfYearAction::ShowFolder),
        ] {
            on_click(actions, &link_ui(ui, &tr(lang, key)), action);
        }
    });
}
