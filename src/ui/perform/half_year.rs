//! Carries out what is done on the page *Halvårsoversigt*, and tells what became of its files.

use std::path::Path;

use egui::Context;

use crate::book::{Command, SharedCommand, clock};
use crate::domain::Source;
use crate::export::DocumentError;
use crate::report::Issuing;
use crate::text::unwritten::unwritten;
use crate::ui::app::App;
use crate::ui::dialogs::Purpose;
use crate::ui::jobs::{Outcome, Request, Task, Turn};
use crate::ui::pages::{
    Aim, Copied, HalfYearAction, Issue, PageContext, Paste, Wanted, Written, document_wanted,
};
use crate::ui::pending::Waiting;
use crate::view::Tone;

impl App {
    pub(super) fn perform_half_year(&mut self, ctx: &Context, action: HalfYearAction) {
        let Some(desk) = &self.book.open else { return };
        let at = PageContext {
            desk,
            lang: self.lang(),
            unit: self.selection.unit,
            half_year: self.selection.half_year,
            today: self.platform.today,
        };
        let page = &mut self.pages.half_year;
        let (model, key) = document_wanted(page, at);
        let wanted = Wanted { ctx, snapshot: &desk.state.snapshot, key: &key };
        let beside = desk.state.path.parent().unwrap_or_else(|| Path::new("."));
        let folder = page.folder_beside(beside);
        match action {
            HalfYearAction::Write(form) => {
                let name = format!("{}.{}", model.file_name, form.extension());
                page.write(wanted, form, folder.join(name));
            }
            HalfYearAction::Print => page.print(wanted, &model.file_name),
            HalfYearAction::Copy(paste) => page.copy(wanted, paste),
            HalfYearAction::Folder => self.ask(ctx, Purpose::Folder),
            HalfYearAction::AskIssue => page.issue = Issue::Asked,
            HalfYearAction::LeaveIssue => page.issue = Issue::Not,
            HalfYearAction::Issue => {
                let now = clock::author(Source::Window);
                if let Some((committee, meeting)) = model.committee.zip(key.author.meeting) {
                    page.compose(wanted, Issuing { committee, meeting, at: now.now, by: now.user });
                }
            }
            HalfYearAction::Stored(id, form) => {
                let mut editions = model.issued.iter();
                let Some(edition) = editions.find(|it| it.id == id) else { return };
                let name = format!("{}.{}", edition.file_name, form.extension());
                page.write_stored(ctx, desk.state.path.clone(), id, folder.join(name));
            }
            HalfYearAction::Open => self.show_last(show),
            HalfYearAction::ShowFolder => self.show_last(show_in_folder),
            HalfYearAction::AskWithdraw(id) => {
                page.withdrawing = Some((id, String::new()));
            }
            HalfYearAction::LeaveWithdraw => page.withdrawing = None,
            HalfYearAction::Withdraw => self.withdraw(),
            HalfYearAction::Cancel => page.writing = None,
            HalfYearAction::Keep => {
                let now = &mut self.settings.now;
                now.case_texts.clone_from(&page.texts);
                let file = desk.state.path.to_string_lossy().into_owned();
                let typed = page.typed.iter().map(|it| (it.0.to_string(), it.1.clone()));
                now.overviews.insert(file, typed.collect());
                self.settings.keep();
            }
        }
    }

    fn withdraw(&mut self) {
        if let Some((id, reason)) = self.pages.half_year.withdrawing.take() {
            let reason = reason.trim().to_owned();
            let command = SharedCommand::WithdrawEdition { id, reason };
            self.ask_writer(Request::Run(Command::Shared(command), None));
        }
    }

    fn show_last(&mut self, show: fn(&Path) -> std::io::Result<()>) {
        let Some(path) = &self.pages.half_year.last else { return };
        if let Err(error) = show(path) {
            let what = format!("{}: {error}", path.display());
            self.say_what(Tone::Warning, "half-year-not-shown", what);
        }
    }

    /// Puts on the clipboard what has been made for it since the last frame.
    pub(super) fn take_copied(&mut self, ctx: &Context) {
        match Task::turn_of(&mut self.pages.half_year.copying) {
            Turn::Working => {}
            Turn::Lost => self.say_what(Tone::Bad, "half-year-not-copied", ""),
            Turn::Done(Copied { paste, result: Ok((text, html)) }) => {
                match paste {
                    Paste::Rich => self.platform.clipboard.copy(ctx, text, &html),
                    Paste::Text => ctx.copy_text(text),
                    Paste::Source => ctx.copy_text(html),
                }
                self.say_what(Tone::Good, "half-year-copied", "");
            }
            Turn::Done(Copied { result: Err(error), .. }) => {
                self.say_what(Tone::Bad, "half-year-not-copied", error);
            }
        }
    }

    /// Sends an edition that has been composed since the last frame.
    pub(super) fn take_composed(&mut self) {
        let Issue::Composing(composing) = &self.pages.half_year.issue else { return };
        let turn = composing.turn();
        if matches!(turn, Turn::Working) {
            return;
        }
        self.pages.half_year.issue = Issue::Not;
        match turn {
            Turn::Working => {}
            Turn::Lost => self.say_what(Tone::Bad, "half-year-not-issued", ""),
            Turn::Done(Ok((edition, files))) => {
                let waiting = Waiting::Edition(edition.number.to_string());
                let command = SharedCommand::Issue { edition: Box::new(edition), files };
                let request = Request::Run(Command::Shared(command), None);
                if self.send(request, waiting).is_some() {
                    self.pages.half_year.issue = Issue::Sent;
                }
            }
            Turn::Done(Err(error)) => self.say_what(Tone::Bad, "half-year-not-issued", error),
        }
    }

    /// Why an edition failed is said like any failure.
    pub(super) fn answer_edition(&mut self, number: &str, outcome: &Outcome) -> bool {
        self.pages.half_year.issue = Issue::Not;
        if matches!(outcome, Outcome::Moved(_)) {
            self.say_what(Tone::Good, "half-year-is-issued", number);
        }
        false
    }

    /// What has been written since the last frame.
    pub(super) fn take_written(&mut self) {
        let (path, aim, result) = match Task::turn_of(&mut self.pages.half_year.writing) {
            Turn::Working => return,
            Turn::Lost => return self.say_what(Tone::Bad, "half-year-lost", ""),
            Turn::Done(Written { path, aim, result }) => (path, aim, result),
        };
        match result {
            Ok(()) if aim == Aim::Print => {
                if let Err(error) = show(&path) {
                    self.say_what(Tone::Warning, "half-year-no-viewer", error);
                }
            }
            Ok(()) => {
                self.say_what(Tone::Good, "half-year-written", path.display());
                self.pages.half_year.last = Some(path);
            }
            Err(DocumentError::Unwritable(error)) => {
                self.tell(Tone::Bad, unwritten(self.lang(), &error, &path).text());
            }
            Err(DocumentError::Cancelled) => {}
            Err(error @ DocumentError::Typesetting(_)) => {
                let what = format!("{}: {error}", path.display());
                self.say_what(Tone::Bad, "half-year-unwritten", what);
            }
        }
    }
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
