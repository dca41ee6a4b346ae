//! Carries out what is done on the page *Halvårsoversigt*, and tells what became of its files.

use std::path::{Path, PathBuf};
use std::process::Command;

use egui::Context;

use crate::text::{Display, tr_with};
use crate::ui::Action;
use crate::ui::app::App;
use crate::ui::desk::Desk;
use crate::ui::jobs::Turn;
use crate::ui::pages::{Aim, DocumentKey, HalfYearAction, Written, as_text, half_year_ui};
use crate::view::{HalfYearModel, Notice, Tone, half_year_model};

impl App {
    pub(in crate::ui) fn half_year_page_ui(
        &mut self,
        ui: &mut egui::Ui,
        desk: &Desk,
    ) -> Vec<Action> {
        let (model, key) = self.overview_key(desk);
        self.overview.refresh(ui.ctx(), &desk.state.snapshot, &key);
        let lang = self.lang();
        half_year_ui(ui, &model, &mut self.overview, key.half, lang)
    }

    fn overview_key(&self, desk: &Desk) -> (HalfYearModel, DocumentKey) {
        let half = self.selection.half_year;
        let lang = self.lang();
        let snapshot = &desk.state.snapshot;
        let typed = self.overview.typed.get(&half).cloned().unwrap_or_default();
        let texts = self.overview.texts.get(&typed.committee).cloned().unwrap_or_default();
        let model = half_year_model(snapshot, half, &typed, &texts, lang);
        let key = DocumentKey {
            revision: desk.revision(),
            half,
            profile: model.profiles.current,
            display: Display::of(snapshot.settings(), lang),
            author: model.author.clone(),
            today: self.today,
        };
        (model, key)
    }

    pub(in crate::ui) fn perform_half_year(&mut self, ctx: &Context, action: HalfYearAction) {
        let Some(desk) = &self.desk else { return };
        let (model, key) = self.overview_key(desk);
        let snapshot = std::sync::Arc::clone(&desk.state.snapshot);
        let beside = desk.state.path.parent().unwrap_or_else(|| Path::new(".")).to_owned();
        match action {
            HalfYearAction::Write(form) => {
                let typed = self.overview.folder.trim();
                let folder = if typed.is_empty() { beside } else { PathBuf::from(typed) };
                let path = folder.join(format!("{}.{}", model.file_name, form.extension()));
                self.overview.write(ctx, &snapshot, &key, form, path);
            }
            HalfYearAction::Print => self.overview.print(ctx, &snapshot, &key, &model.file_name),
            HalfYearAction::CopyText => ctx.copy_text(as_text(&snapshot, &key)),
            HalfYearAction::Cancel => self.overview.writing = None,
            HalfYearAction::Keep => {
                self.settings.case_texts.clone_from(&self.overview.texts);
                let file = desk.state.path.to_string_lossy().into_owned();
                let typed = self.overview.typed.iter();
                let typed = typed.map(|it| (it.0.to_string(), it.1.clone())).collect();
                self.settings.overviews.insert(file, typed);
                self.keep();
            }
        }
    }

    /// What has been written since the last frame.
    pub(in crate::ui) fn take_written(&mut self) {
        let Some(task) = self.overview.writing.take() else { return };
        match task.turn() {
            Turn::Working => self.overview.writing = Some(task),
            Turn::Lost => self.tell_written(Tone::Bad, "half-year-lost", ""),
            Turn::Done(Written { path, aim, result }) => match result {
                Ok(()) if aim == Aim::Print => {
                    if let Err(error) = show(&path) {
                        self.tell_written(Tone::Warning, "half-year-no-viewer", &error.to_string());
                    }
                }
                Ok(()) => {
                    self.tell_written(Tone::Good, "half-year-written", &path.display().to_string());
                }
                Err(error) => {
                    let what = format!("{}: {error}", path.display());
                    self.tell_written(Tone::Bad, "half-year-unwritten", &what);
                }
            },
        }
    }

    fn tell_written(&mut self, tone: Tone, key: &str, what: &str) {
        let text = tr_with(self.lang(), key, &[("what", what.into())]);
        self.notify(Notice { tone, text });
    }
}

/// Opens a file in what the system opens such files with.
fn show(path: &Path) -> std::io::Result<()> {
    let mut viewer = if cfg!(windows) {
        Command::new("explorer")
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else {
        Command::new("xdg-open")
    };
    viewer.arg(path).spawn().map(drop)
}
