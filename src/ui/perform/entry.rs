//! What the page for entry does with the book, and what the writer's answers mean for its cells.

use crate::book::BookError;
use crate::domain::{CellKey, Snapshot};
use crate::text::errors::{book_error, refusal};
use crate::text::tr;
use crate::ui::app::App;
use crate::ui::jobs::{BookState, Outcome, Request};
use crate::ui::pages::{EntryAction, Goal};
use crate::view::{Page, TodoCell};

/// Whether a message is still to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    AtTheCell,
    NotYet,
}

impl App {
    pub(super) fn perform_entry(&mut self, action: EntryAction) {
        match action {
            EntryAction::Save(sent) => {
                let texts = sent.texts.clone();
                let command = sent.command.clone();
                if let Some(number) = self.send(Request::Run(sent.command)) {
                    self.entry.commands.insert(number, command);
                    self.entry.sent(number, texts);
                } else {
                    let reason = tr(self.lang(), "ui-writer-gone");
                    self.refuse_all(texts, &reason);
                }
            }
            EntryAction::View(view) => self.entry.view = view,
            EntryAction::Month(month) => self.entry.month = Some(month),
        }
    }

    /// To the first empty cell of a month.
    pub(super) fn enter(&mut self, cell: TodoCell) {
        self.selection.unit = Some(cell.unit);
        self.selection.half_year = cell.month.half_year();
        self.selection.page = Page::Entry;
        self.entry.month = Some(cell.month);
        self.entry.goal = Some(Goal::FirstEmpty(cell.month));
    }

    /// Takes something back, or brings it again; its cell is shown once it is done.
    pub(super) fn step(&mut self, request: Request) {
        if let Some(number) = self.send(request) {
            self.entry.steps.insert(number);
        }
    }

    /// What an answer means for the cells that wait for it.
    pub(super) fn entry_answered(&mut self, number: Option<u64>, outcome: &Outcome) -> Told {
        let Some(number) = number else {
            return Told::NotYet;
        };
        let texts = self.entry.answered(number);
        let is_step = self.entry.steps.remove(&number);
        match outcome {
            Outcome::Failed { error, path } if !texts.is_empty() => {
                let (reason, told) = match error {
                    BookError::Refused(why) => (refusal(self.lang(), why).text(), Told::AtTheCell),
                    BookError::NotSaved(_) | BookError::NotBackedUp { .. } => {
                        (book_error(self.lang(), error, path).text(), Told::NotYet)
                    }
                };
                self.refuse_all(texts, &reason);
                told
            }
            Outcome::Moved(state) if is_step => {
                self.show_step(state);
                Told::NotYet
            }
            Outcome::Opened(_)
            | Outcome::Moved(_)
            | Outcome::Nothing
            | Outcome::Log(_)
            | Outcome::Erased(..)
            | Outcome::Backups(..)
            | Outcome::Disclosed { .. }
            | Outcome::Restored(..)
            | Outcome::Failed { .. }
            | Outcome::Closed => Told::NotYet,
        }
    }

    /// The cells keep their texts. What was typed there since goes before.
    pub(super) fn refuse_all(&mut self, texts: Vec<(CellKey, String)>, reason: &str) {
        for (key, text) in texts {
            if self.entry.cells.standing(key).is_none() {
                self.entry.cells.refuse(key, text, reason.to_owned());
            }
        }
    }

    /// On the page for entry the sheet turns to the cell that was taken back.
    fn show_step(&mut self, state: &BookState) {
        let Some(entry) = &state.newest else {
            return;
        };
        let mut changes = entry.changes.iter().filter_map(Result::ok);
        let Some(key) = changes.find_map(|it| CellKey::of_change(&it)) else {
            return;
        };
        if self.selection.page == Page::Entry && exists(&state.snapshot, key) {
            self.selection.unit = Some(key.unit);
            self.selection.half_year = key.month.half_year();
            self.entry.month = self.entry.month.map(|_| key.month);
            self.entry.goal = Some(Goal::Cell(key));
        }
    }

    /// Texts that were not saved when this file was last open come back into their cells.
    pub(super) fn restore_drafts(&mut self) {
        let Some(desk) = &self.desk else {
            return;
        };
        let path = desk.state.path.to_string_lossy().into_owned();
        let reason = tr(self.lang(), "entry-draft-kept");
        if let Some(drafts) = self.settings.drafts.get(&path) {
            self.entry.restore(drafts, &reason);
        }
    }

    /// Texts that are not saved are kept for the next time this file is open.
    pub(in crate::ui) fn keep_drafts(&mut self) {
        let Some(desk) = &self.desk else {
            return;
        };
        let path = desk.state.path.to_string_lossy().into_owned();
        let drafts = self.entry.unsaved();
        if drafts.is_empty() {
            self.settings.drafts.remove(&path);
        } else {
            self.settings.drafts.insert(path, drafts);
        }
    }
}

fn exists(snapshot: &Snapshot, key: CellKey) -> bool {
    snapshot.unit(key.unit).is_some()
}
