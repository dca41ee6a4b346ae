//! Carries out what is done on the page *Halvårsoversigt*, and tells what became of its files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use egui::Context;

use crate::book::{Command, SharedCommand, clock};
use crate::domain::{Correction, HalfYear, Source};
use crate::export::DocumentError;
use crate::report::Issuing;
use crate::text::unwritten::unwritten;
use crate::text::{Display, tr_with};
use crate::ui::Action;
use crate::ui::app::App;
use crate::ui::desk::Desk;
use crate::ui::dialogs::Purpose;
use crate::ui::jobs::{Outcome, Request, Turn};
use crate::ui::pages::{Aim, DocumentKey, HalfYearAction, Issue, Paste, Written, half_year_ui};
use crate::view::{HalfYearModel, Notice, Tone, TypedOverview, half_year_model};

impl App {
    pub(in crate::ui) fn half_year_page_ui(
        &mut self,
        ui: &mut egui::Ui,
        desk: &Desk,
    ) -> Vec<Action> {
        let (half, snapshot) = (self.selection.half_year, &desk.state.snapshot);
        let typed = self.overview.typed.entry(half);
        typed.or_insert_with(|| TypedOverview::begun(snapshot, half));
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
            committee: model.committee,
            corrections: corrections(desk),
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
                let path =
                    self.folder(&beside).join(format!("{}.{}", model.file_name, form.extension()));
                self.overview.write(ctx, &snapshot, &key, form, path);
            }
            HalfYearAction::Print => self.overview.print(ctx, &snapshot, &key, &model.file_name),
            HalfYearAction::Copy(paste) => self.overview.copy(ctx, &snapshot, &key, paste),
            HalfYearAction::Folder => self.ask(ctx, Purpose::Folder),
            HalfYearAction::AskIssue => self.overview.issue = Issue::Asked,
            HalfYearAction::LeaveIssue => self.overview.issue = Issue::Not,
            HalfYearAction::Issue => {
                let now = clock::author(Source::Window);
                if let Some((committee, meeting)) = model.committee.zip(key.author.meeting) {
                    let issuing = Issuing { committee, meeting, at: now.now, by: now.user };
                    self.overview.compose(ctx, &snapshot, &key, issuing);
                }
            }
            HalfYearAction::Stored(id, form) => {
                let mut editions = model.issued.iter();
                let Some(edition) = editions.find(|it| it.id == id) else { return };
                let name = format!("{}.{}", edition.file_name, form.extension());
                let (book, path) = (desk.state.path.clone(), self.folder(&beside).join(name));
                self.overview.write_stored(ctx, book, id, path);
            }
            HalfYearAction::Open => self.show_last(show),
            HalfYearAction::ShowFolder => self.show_last(show_in_folder),
            HalfYearAction::AskWithdraw(id) => {
                self.overview.withdrawing = Some((id, String::new()));
            }
            HalfYearAction::LeaveWithdraw => self.overview.withdrawing = None,
            HalfYearAction::Withdraw => self.withdraw(),
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

    fn withdraw(&mut self) {
        if let Some((id, reason)) = self.overview.withdrawing.take() {
            let reason = reason.trim().to_owned();
            let command = SharedCommand::WithdrawEdition { id, reason };
            self.send(Request::Run(Command::Shared(command)));
        }
    }

    fn show_last(&mut self, show: fn(&Path) -> std::io::Result<()>) {
        let Some(path) = &self.overview.last else { return };
        if let Err(error) = show(path) {
            let what = format!("{}: {error}", path.display());
            self.tell_written(Tone::Warning, "half-year-not-shown", &what);
        }
    }

    /// Puts on the clipboard what has been made for it since the last frame.
    pub(in crate::ui) fn take_copied(&mut self, ctx: &Context) {
        let Some((paste, task)) = self.overview.copying.take() else { return };
        match task.turn() {
            Turn::Working => self.overview.copying = Some((paste, task)),
            Turn::Lost => self.tell_written(Tone::Bad, "half-year-not-copied", ""),
            Turn::Done(Ok((text, html))) => {
                match paste {
                    Paste::Rich => self.clipboard.copy(ctx, text, &html),
                    Paste::Text => ctx.copy_text(text),
                    Paste::Source => ctx.copy_text(html),
                }
                self.tell_written(Tone::Good, "half-year-copied", "");
            }
            Turn::Done(Err(error)) => {
                self.tell_written(Tone::Bad, "half-year-not-copied", &error.to_string());
            }
        }
    }

    /// Where files go: what was typed, else beside the book.
    fn folder(&self, beside: &Path) -> PathBuf {
        let typed = self.overview.folder.trim();
        if typed.is_empty() { beside.to_owned() } else { PathBuf::from(typed) }
    }

    /// Sends an edition that has been composed since the last frame.
    pub(in crate::ui) fn take_composed(&mut self) {
        let composing = match std::mem::take(&mut self.overview.issue) {
            Issue::Composing(task) => task,
            other @ (Issue::Not | Issue::Asked | Issue::Sent(..)) => {
                self.overview.issue = other;
                return;
            }
        };
        match composing.turn() {
            Turn::Working => self.overview.issue = Issue::Composing(composing),
            Turn::Lost => self.tell_written(Tone::Bad, "half-year-not-issued", ""),
            Turn::Done(Ok((edition, files))) => {
                let number = edition.number.to_string();
                let edition = Box::new(edition);
                let command = Command::Shared(SharedCommand::Issue { edition, files });
                if let Some(request) = self.send(Request::Run(command)) {
                    self.overview.issue = Issue::Sent(request, number);
                }
            }
            Turn::Done(Err(error)) => {
                self.tell_written(Tone::Bad, "half-year-not-issued", &error.to_string());
            }
        }
    }

    /// The answer to an edition that was sent; why it failed is said like any failure.
    pub(super) fn answer_issue(&mut self, number: Option<u64>, outcome: &Outcome) -> bool {
        let edition = match &self.overview.issue {
            Issue::Sent(sent, edition) if Some(*sent) == number => edition.clone(),
            Issue::Sent(..) | Issue::Not | Issue::Asked | Issue::Composing(_) => return false,
        };
        self.overview.issue = Issue::Not;
        if matches!(outcome, Outcome::Moved(_)) {
            self.tell_written(Tone::Good, "half-year-is-issued", &edition);
        }
        false
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
                    self.overview.last = Some(path);
                }
                Err(DocumentError::Unwritable(error)) => {
                    let text = unwritten(self.lang(), &error, &path).text();
                    self.notify(Notice { tone: Tone::Bad, text });
                }
                Err(DocumentError::Cancelled) => {}
                Err(error @ DocumentError::Typesetting(_)) => {
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

/// What the change log tells of figures in half-years that have been issued.
fn corrections(desk: &Desk) -> Vec<Correction> {
    let editions = &desk.state.snapshot.shared.editions;
    // An edition prints its own half-year, the two before it in its tables, and seven in its charts.
    let printed = editions.values().flat_map(|it| (0..8).map(|back| it.half_year.plus(-back)));
    let halves: BTreeSet<HalfYear> = printed.collect();
    let Some(since) = editions.values().map(|it| it.as_of).min() else { return Vec::new() };
    let after = desk.log.iter().filter(|it| since < it.entry.id.0);
    after.filter_map(|it| Correction::of(&it.entry, &halves)).collect()
}

/// Opens a file in what the system opens such files with.
fn show(path: &Path) -> std::io::Result<()> {
    use std::process::Command;
    let mut viewer = if cfg!(windows) {
        Command::new("explorer")
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else {
        Command::new("xdg-open")
    };
    viewer.arg(path).spawn().map(drop)
}

/// Shows a file among the others of its folder, where the system can; else the folder.
fn show_in_folder(path: &Path) -> std::io::Result<()> {
    use std::process::Command;
    if cfg!(windows) {
        return Command::new("explorer").arg("/select,").arg(path).spawn().map(drop);
    }
    if cfg!(target_os = "macos") {
        return Command::new("open").arg("-R").arg(path).spawn().map(drop);
    }
    show(path.parent().unwrap_or(path))
}
