//! The change log: read piece by piece, stepped back in, and written to a file.

use std::path::Path;
use std::sync::Arc;

use crate::book::{BookError, Erased, Holds, LogLine, Refusal};
use crate::domain::EntryId;
use crate::export::{Dialect, log_csv, write_whole};
use crate::text::errors::{book_error, io_error, refusal};
use crate::text::{tr, tr_with};
use crate::ui::app::App;
use crate::ui::dialogs::Purpose;
use crate::ui::jobs::{BookState, Outcome, Request, Task, Turn};
use crate::ui::pages::{LogAction, LogWritten};
use crate::view::{Notice, Tone};

impl App {
    pub(super) fn perform_log(&mut self, ctx: &egui::Context, action: LogAction) {
        let draft = &mut self.register.log;
        draft.refused.clear();
        match action {
            LogAction::Choose(id) => {
                draft.chosen = Some(id);
                draft.reason = None;
            }
            LogAction::TakeBack(id) => {
                let reason = draft.reason.clone();
                self.register.log.sent = self.send(Request::TakeBack(id, reason));
            }
            LogAction::GoBackTo(id) => {
                let reason = draft.reason.clone();
                let args = [("entry", id.0.to_string().into())];
                let words = tr_with(self.lang(), "log-back-to", &args);
                self.register.log.sent = self.send(Request::GoBackTo(id, words, reason));
            }
            LogAction::Export => self.ask(ctx, Purpose::SaveLog),
        }
    }

    /// Asks for what the log says after the lines that are known.
    pub(in crate::ui) fn want_log(&mut self) {
        let Some(desk) = &mut self.desk else { return };
        let known = desk.log.last().map_or(EntryId(0), |it| it.entry.id);
        if desk.log_is_coming || desk.state.snapshot.revision <= known {
            return;
        }
        desk.log_is_coming = true;
        self.ask_writer(Request::Log(known));
    }

    pub(super) fn take_log(&mut self, lines: Vec<LogLine>) {
        if let Some(desk) = &mut self.desk {
            desk.log_is_coming = false;
            let known = desk.log.last().map_or(EntryId(0), |it| it.entry.id);
            let former = Arc::make_mut(&mut desk.former);
            for line in lines.into_iter().filter(|it| known < it.entry.id) {
                former.extend(&line.names);
                desk.log.push(line);
            }
        }
    }

    /// The answer to a step in the log. True when nothing more is to be said about it.
    pub(super) fn answer_log(&mut self, number: Option<u64>, outcome: &Outcome) -> bool {
        let lang = self.lang();
        let draft = &mut self.register.log;
        if number.is_none() || draft.sent != number {
            return false;
        }
        draft.sent = None;
        let Outcome::Failed { error, path } = outcome else {
            draft.reason = None;
            return false;
        };
        match error {
            BookError::Refused(why @ Refusal::ReasonNeeded { .. }) => {
                draft.reason.get_or_insert_default();
                draft.refused = refusal(lang, why).text();
            }
            BookError::Refused(why) => draft.refused = refusal(lang, why).text(),
            BookError::NotSaved(_) | BookError::NotBackedUp { .. } => {
                draft.refused = book_error(lang, error, path).text();
            }
        }
        true
    }

    /// The lines that are listed, in their order, as CSV; written on a thread of its own.
    pub(in crate::ui) fn save_log(&mut self, ctx: &egui::Context, path: &Path) {
        let lang = self.lang();
        let Some(desk) = &self.desk else { return };
        let snapshot = desk.named();
        let query = self.log_query();
        let model = crate::view::change_log::log_model(&snapshot, &desk.log, &query);
        let lines: Vec<LogLine> =
            model.rows.iter().rev().filter_map(|it| desk.log.get(*it)).cloned().collect();
        let (place, waker) = (path.to_owned(), ctx.clone());
        let work = move |_: &crate::domain::Progress| LogWritten {
            outcome: log_csv(&snapshot, &lines, lang, Dialect::Danish)
                .and_then(|bytes| write_whole(&place, &bytes)),
            path: place,
        };
        match Task::start("change log", move || waker.request_repaint(), work) {
            Ok(task) => self.register.log.writing = Some(task),
            Err(error) => {
                let written = LogWritten { path: path.to_owned(), outcome: Err(error) };
                self.tell_log_written(written);
            }
        }
    }

    pub(in crate::ui) fn follow_log_file(&mut self) {
        let Some(task) = &self.register.log.writing else { return };
        let turn = task.turn();
        if !matches!(turn, Turn::Working) {
            self.register.log.writing = None;
        }
        match turn {
            Turn::Working => {}
            Turn::Done(written) => self.tell_log_written(written),
            Turn::Lost => {
                let text = tr(self.lang(), "half-year-lost");
                self.notify(Notice { tone: Tone::Bad, text });
            }
        }
    }

    fn tell_log_written(&mut self, LogWritten { path, outcome }: LogWritten) {
        let lang = self.lang();
        let notice = match outcome {
            Ok(()) => {
                let args = [("path", path.display().to_string().into())];
                Notice { tone: Tone::Good, text: tr_with(lang, "cli-log-written", &args) }
            }
            Err(error) => {
                let text = io_error(lang, error, &path).text();
                Notice { tone: Tone::Bad, text }
            }
        };
        self.notify(notice);
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
        self.notify(Notice { tone: Tone::Good, text });
        if let Some(desk) = &mut self.desk {
            desk.state = state;
        }
    }
}
