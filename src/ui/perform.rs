//! Carries out what the user did, and takes in the answers of the writer and the dialogs.

mod because;
mod charts;
mod dialogs;
mod entry;
mod file;
mod importing;
mod half_year;
mod log;
mod person;
mod register;

use std::path::{Path, PathBuf};

use egui::{Context, ThemePreference};

use self::entry::Told;
use super::action::Action;
use super::app::App;
use super::desk::Desk;
use super::dialogs::{EXTENSION, Purpose};
use super::jobs::{Outcome, Request};
use super::pages::{OverviewDraft, RegisterDraft};
use super::settings::ThemeChoice;
use crate::domain::{Snapshot, UnitData};
use crate::text::errors::book_error;
use crate::text::{tr, tr_with};
use crate::view::{Notice, Page, Tone};

/// Messages that stand at once.
const MOST_NOTICES: usize = 3;

impl App {
    pub(super) fn perform(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Go(page) => {
                self.importing = None;
                if page == Page::Entry {
                    self.entry.come_in();
                }
                if page == Page::Register {
                    self.register.come_in();
                }
                self.selection.page = page;
                page.facts().name.clone_into(&mut self.settings.page);
                self.keep();
            }
            Action::ChooseUnit(unit) => {
                self.selection.unit = unit;
                self.entry.grid.take_focus();
            }
            Action::ChooseHalfYear(half_year) => {
                self.selection.half_year = half_year;
                self.settings.half_year = half_year.to_string();
                self.keep();
            }
            Action::ChooseTheme(theme) => {
                self.settings.theme = theme;
                apply_theme(ctx, theme);
                self.keep();
            }
            Action::ChooseLanguage(lang) => {
                lang.code().clone_into(&mut self.settings.language);
                self.keep();
            }
            Action::AskOpen => self.ask(ctx, Purpose::Open),
            Action::AskCreate => self.ask(ctx, Purpose::Create),
            Action::Open(path) => self.ask_writer(Request::Open(path)),
            Action::Create(path) => self.create(path),
            Action::Demo => self.ask_writer(Request::Demo(self.lang())),
            Action::CloseFile => self.ask_writer(Request::Close),
            Action::Enter(cell) => self.enter(cell),
            Action::Run(command) => self.ask_writer(Request::Run(command)),
            Action::Entry(action) => self.perform_entry(action),
            Action::Say(notice) => self.notify(notice),
            Action::Undo => self.step(Request::Undo),
            Action::Redo => self.step(Request::Redo),
            Action::Dismiss(place) => {
                if place < self.notices.len() {
                    self.notices.remove(place);
                }
            }
            Action::Copy(text) => ctx.copy_text(text),
            Action::Chart(action) => self.perform_chart(ctx, action),
            Action::HalfYear(action) => self.perform_half_year(ctx, action),
            Action::Because(action) => self.perform_because(action),
            Action::Path(action) => self.perform_path(ctx, action),
            Action::Register(action) => self.perform_register(ctx, action),
            Action::Import(action) => self.perform_import(ctx, action),
            Action::Log(action) => self.perform_log(ctx, action),
            Action::File(action) => self.perform_file(action),
        }
    }

    fn create(&mut self, path: PathBuf) {
        self.ask_writer(Request::Create(with_extension(path), self.lang()));
    }

    /// Where nothing depends on which answer is whose.
    pub(super) fn ask_writer(&mut self, request: Request) {
        let _number = self.send(request);
    }

    /// The number its answer will have; `None` when there is nobody to answer.
    pub(super) fn send(&mut self, request: Request) -> Option<u64> {
        let opening = match &request {
            Request::Open(path) | Request::Create(path, _) => Some(file_name(path)),
            Request::Demo(lang) => Some(tr(*lang, "sample-name")),
            Request::Run(_)
            | Request::RunBecause(..)
            | Request::Import { .. }
            | Request::Undo
            | Request::TakeBack(..)
            | Request::GoBackTo(..)
            | Request::Erase(_)
            | Request::Disclose { .. }
            | Request::TakeOver
            | Request::Backups
            | Request::BackUp
            | Request::Restore(_)
            | Request::Log(_)
            | Request::Redo
            | Request::Close => None,
        };
        self.opening = opening.or_else(|| self.opening.take());
        let number = self.writer.send(request);
        if number.is_none() {
            self.opening = None;
            let text = tr(self.lang(), "ui-writer-gone");
            self.notify(Notice { tone: Tone::Bad, text });
        }
        number
    }

    pub(super) fn keep(&self) {
        self.keeper.keep(&self.settings);
    }

    /// Everything that has come since the last frame.
    pub(super) fn take_in(&mut self, ctx: &Context) {
        while let Some(reply) = self.writer.reply() {
            let is_told = self.answer_why(reply.number, &reply.outcome)
                || self.entry_answered(reply.number, &reply.outcome) != Told::NotYet
                || self.answer_issue(reply.number, &reply.outcome)
                || self.answer_import(ctx, reply.number, &reply.outcome)
                || self.answer_form(reply.number, &reply.outcome)
                || self.answer_event(reply.number, &reply.outcome)
                || self.answer_log(reply.number, &reply.outcome);
            if !is_told {
                self.take_outcome(ctx, reply.outcome);
            }
            self.follow_form();
        }
        self.take_dialog(ctx);
        self.follow_import(ctx);
        self.take_written();
        self.take_copied(ctx);
        self.follow_log_file();
        self.take_composed();
        self.take_made(ctx);
        if let Some(problem) = self.keeper.problem() {
            self.settings_notice("ui-settings-unwritable", &problem);
        }
    }

    /// Says once why settings could not be read or written.
    pub(super) fn settings_notice(&mut self, key: &str, problem: &str) {
        let notice = Notice {
            tone: Tone::Warning,
            text: tr_with(self.lang(), key, &[("reason", problem.into())]),
        };
        self.notify(notice);
    }

    /// A message that stands already is not said twice.
    pub(super) fn notify(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
        // The oldest give way: messages must not push the page out of the window.
        let many = self.notices.len().saturating_sub(MOST_NOTICES);
        self.notices.drain(..many);
    }

    fn take_outcome(&mut self, ctx: &Context, outcome: Outcome) {
        match outcome {
            Outcome::Opened(state) => {
                self.keep_drafts();
                self.opening = None;
                self.openings += 1;
                self.notices.clear();
                self.remember_file(&state.path);
                self.title(ctx, Some(&state.path));
                self.look_at_newest(&state.snapshot);
                self.register = RegisterDraft::default();
                self.overview = OverviewDraft::remembered(&self.settings, &state.path);
                self.importing = None;
                self.because = None;
                self.typed_path = None;
                self.desk = Some(Desk::new(self.openings, state));
                self.entry.forget();
                self.restore_drafts();
            }
            Outcome::Moved(state) => {
                self.tell_of_others(&state);
                if let Some(desk) = &mut self.desk {
                    desk.state = state;
                }
            }
            Outcome::Nothing => {}
            Outcome::Log(lines) => self.take_log(lines),
            Outcome::Erased(erased, state) => self.take_erased(&erased, state),
            Outcome::Backups(found, made) => self.take_backups(found, made.as_deref()),
            Outcome::Disclosed { initials, path } => self.tell_disclosed(&initials, &path),
            Outcome::Restored(state, kept) => self.take_restored(state, &kept),
            Outcome::Failed { error, path } => {
                if let Some(desk) = &mut self.desk {
                    desk.log_is_coming = false;
                }
                self.opening = None;
                let text = book_error(self.lang(), &error, &path).text();
                self.notify(Notice { tone: Tone::Bad, text });
            }
            Outcome::Closed => {
                self.keep_drafts();
                self.entry.forget();
                self.desk = None;
                self.title(ctx, None);
            }
        }
    }

    /// The sample's own folder may be gone tomorrow; other files are offered again.
    fn remember_file(&mut self, path: &Path) {
        if !path.starts_with(tempfile::env::temp_dir()) {
            self.settings.remember(path);
            self.keep();
        }
    }

    /// A period after the newest figures has nothing to show.
    fn look_at_newest(&mut self, snapshot: &Snapshot) {
        let newest = snapshot.units().filter_map(UnitData::last_typed_month);
        if let Some(newest) = newest.max() {
            let half_year = self.selection.half_year.min(newest.half_year());
            self.selection.half_year = half_year;
        }
    }

    /// The window is called after its file.
    fn title(&self, ctx: &Context, path: Option<&Path>) {
        let app = tr(self.lang(), "app-name");
        let file = path.and_then(|it| it.file_stem());
        let title =
            file.map_or_else(|| app.clone(), |it| format!("{} – {app}", it.to_string_lossy()));
        ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
    }

    /// Size and zoom, for the next start; written when the window closes.
    pub(super) fn remember_window(&mut self, ctx: &Context) {
        self.settings.zoom = ctx.zoom_factor();
        let size = ctx.input(|it| it.viewport().inner_rect.map(|it| it.size()));
        if let Some(size) = size.filter(|it| 200.0 < it.x && 200.0 < it.y) {
            self.settings.width = size.x * ctx.zoom_factor();
            self.settings.height = size.y * ctx.zoom_factor();
        }
    }
}

pub fn apply_theme(ctx: &Context, theme: ThemeChoice) {
    ctx.set_theme(match theme {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    });
}

fn with_extension(path: PathBuf) -> PathBuf {
    if path.extension().is_some() { path } else { path.with_extension(EXTENSION) }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
