//! The change log: read piece by piece, stepped back in, and written to a file.

use std::path::Path;
use std::sync::Arc;

use super::actions::shown;
use crate::book::{BookError, Erased, Holds, LogLine, Refusal};
use crate::domain::EntryId;
use crate::export::{Dialect, log_csv, write_whole};
use crate::text::errors::{book_error, io_error};
use crate::text::{tr, tr_with};
use crate::ui::app::App;
use crate::ui::dialogs::Purpose;
use crate::ui::jobs::{BookState, Outcome, Request, Task, Ticket, Turn};
use crate::ui::pages::{LogAction, LogWritten};
use crate::ui::pending::Waiting;
use crate::view::Tone;

impl App {
    pub(super) fn perform_log(&mut self, ctx: &egui::Context, action: LogAction) {
        let draft = &mut self.pages.register.log;
        draft.refused.clear();
        match action {
            LogAction::Choose(id) => {
                draft.chosen = Some(id);
                draft.reason = None;
            }
            LogAction::TakeBack(id) => {
                let reason = draft.reason.clone();
                self.pages.register.log.sent =
                    self.send(Request::TakeBack(id, reason), Waiting::LogStep);
            }
            LogAction::GoBackTo(id) => {
                let reason = draft.reason.clone();
                let args = [("entry", id.0.to_string().into())];
                let words = tr_with(self.lang(), "log-back-to", &args);
                let request = Request::GoBackTo { id, words, reason };
                self.pages.register.log.sent = self.send(request, Waiting::LogStep);
            }
            LogAction::Export => self.ask(ctx, Purpose::SaveLog),
        }
    }

    /// Asks for what the log says after the lines that are known.
    pub(in crate::ui) fn want_log(&mut self) {
        let Some(desk) = &mut self.book.open else { return };
        let known = desk.log.last().map_or(EntryId(0), |it| it.entry.id);
        if desk.log_is_coming || desk.state.snapshot.revision <= known {
            return;
        }
        desk.log_is_coming = true;
        self.ask_writer(Request::Log(known));
    }

    pub(super) fn take_log(&mut self, lines: Vec<LogLine>) {
        if let Some(desk) = &mut self.book.open {
            desk.log_is_coming = false;
            let known = desk.log.last().map_or(EntryId(0), |it| it.entry.id);
            let former = Arc::make_mut(&mut desk.former);
            for line in lines.into_iter().filter(|it| known < it.entry.id) {
                former.extend(&line.names);
                desk.log.push(line);
            }
        }
    }

    /// True when nothing more is to be said about it.
    pub(super) fn answer_log(&mut self, ticket: Ticket, outcome: &Outcome) -> bool {
        let lang = self.lang();
        let draft = &mut self.pages.register.log;
        if draft.sent != Some(ticket) {
            return false;
        }
        draft.sent = None;
        let Outcome::Failed { error, path } = outcome else {
            draft.reason = None;
            return false;
        };
        if matches!(error, BookError::Refused(Refusal::ReasonNeeded { .. })) {
            draft.reason.get_or_insert_default();
        }
        draft.refused = book_error(lang, error, path).text();
        true
    }

    /// The lines that are listed, in their order, as CSV; written on a thread of its own.
    pub(in crate::ui) fn save_log(&mut self, ctx: &egui::Context, path: &Path) {
        let lang = self.lang();
        let Some(desk) = &self.book.open else { return };
        let snapshot = desk.named();
        let query = self.pages.register.log_query(lang, self.platform.today);
        let model = crate::view::change_log::log_model(&snapshot, &desk.log, &query);
        let lines: Vec<LogLine> =
            model.rows.iter().rev().filter_map(|it| desk.log.get(*it)).cloned().collect();
        let place = path.to_owned();
        let work = move |_: &crate::domain::Progress| LogWritten {
            outcome: log_csv(&snapshot, &lines, lang, Dialect::Danish)
                .and_then(|bytes| write_whole(&place, &bytes)),
            path: place,
        };
        match Task::spawn(ctx, "change log", work) {
            Ok(task) => self.pages.register.log.writing = Some(task),
            Err(error) => {
                let written = LogWritten { path: path.to_owned(), outcome: Err(error) };
                self.tell_log_written(written);
            }
        }
    }

    pub(super) fn follow_log_file(&mut self) {
        match Task::turn_of(&mut self.pages.register.log.writing) {
            Turn::Working => {}
            Turn::Done(written) => self.tell_log_written(written),
            Turn::Lost => self.say(Tone::Bad, "half-year-lost", &[]),
        }
    }

    fn tell_log_written(&mut self, LogWritten { path, outcome }: LogWritten) {
        match outcome {
            Ok(()) => self.say(Tone::Good, "cli-log-written", &[("path", shown(&path))]),
            Err(error) => self.tell(Tone::Bad, io_error(self.lang(), error, &path).text()),
        }
    }

    /// Which copies still hold the person is said, and stays until it is closed.
    pub(super) fn take_erased(&mut self, erased: &Erased, state: BookState) {
        let lang = self.lang();
        let name = [("name", (&erased.pseudonym).into())];
        let mut text = tr_with(lang, "cli-erased", &name);
        if !erased.copies.is_empty() {
            text = format!("{text}\n{}", tr(lang, "cli-erased-copies"));
        }
        for copy in &erased.copies {
            let doubt = match copy.holds {
                Holds::Person => String::new(),
                Holds::Unknown => format!(" {}", tr(lang, "cli-erased-unknown")),
            };
            text = format!("{text}\n{}{doubt}", copy.path.display());
        }
        if !erased.written_in.is_empty() {
            let texts = erased.written_in.join("\n");
            text = format!("{text}\n{}\n{texts}", tr(lang, "cli-erased-texts"));
        }
        self.tell(Tone::Good, text);
        if let Some(desk) = &mut self.book.open {
            desk.state = state;
        }
    }
}
