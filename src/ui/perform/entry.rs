//! What the page for entry does with the book, and what the writer's answers mean for its cells.

use crate::book::{BookError, Command, Refusal};
use crate::domain::{Month, UnitId};
use crate::text::errors::book_error;
use crate::text::tr;
use crate::ui::app::App;
use crate::ui::correction_reason::NeedsReason;
use crate::ui::jobs::{BookState, Outcome, Request, Ticket};
use crate::ui::pages::{EntryAction, Goal};
use crate::ui::pending::Waiting;
use crate::view::Page;

impl App {
    pub(super) fn perform_entry(&mut self, action: EntryAction) {
        match action {
            EntryAction::Save(cells) => {
                let request = Request::Run(cells.command.clone(), None);
                if let Some(ticket) = self.send(request, Waiting::Cells(Some(cells.command))) {
                    self.pages.entry.cells.sent(ticket, cells.texts);
                } else {
                    let reason = tr(self.lang(), "ui-writer-gone");
                    self.pages.entry.cells.refuse_all(cells.texts, &reason);
                }
            }
            EntryAction::View(view) => self.pages.entry.view = view,
            EntryAction::Month(month) => self.pages.entry.month = Some(month),
        }
    }

    pub(super) fn turn_to_sheet(&mut self, unit: UnitId, month: Month, goal: Goal) {
        self.selection.unit = Some(unit);
        self.selection.half_year = month.half_year();
        self.selection.page = Page::Entry;
        self.pages.entry.month = Some(month);
        self.pages.entry.goal = Some(goal);
    }

    /// Takes something back, or brings it again; its cell is shown once it is done.
    pub(super) fn step(&mut self, request: Request) {
        let _ticket = self.send(request, Waiting::Step(self.book.openings));
    }

    pub(super) fn answer_step(&mut self, opening: u64, outcome: &Outcome) -> bool {
        if let Outcome::Moved(state) = outcome
            && opening == self.book.openings
        {
            self.show_step(state);
        }
        false
    }

    /// Cells that an issued overview covers wait for a reason; what was refused stands in its cells.
    pub(super) fn answer_cells(
        &mut self,
        ticket: Ticket,
        command: Option<Command>,
        outcome: &Outcome,
    ) -> bool {
        let texts = self.pages.entry.cells.answered(ticket);
        let Outcome::Failed { error, path } = outcome else { return false };
        if texts.is_empty() {
            return false;
        }
        if let (Some(command), BookError::Refused(Refusal::ReasonNeeded { month })) =
            (command, error)
        {
            self.overlay.ask_reason(*month, NeedsReason::Cells(command, texts));
            return true;
        }
        let reason = book_error(self.lang(), error, path).text();
        self.pages.entry.cells.refuse_all(texts, &reason);
        matches!(error, BookError::Refused(_))
    }

    /// On the page for entry the sheet turns to the cell that was taken back.
    fn show_step(&mut self, state: &BookState) {
        let Some(entry) = &state.newest else { return };
        let mut changes = entry.changes.iter().filter_map(Result::ok);
        let Some(key) = changes.find_map(|it| it.cell()) else { return };
        if self.selection.page == Page::Entry && state.snapshot.unit(key.unit).is_some() {
            self.selection.unit = Some(key.unit);
            self.selection.half_year = key.month.half_year();
            self.pages.entry.month = self.pages.entry.month.map(|_| key.month);
            self.pages.entry.goal = Some(Goal::Cell(key));
        }
    }

    /// Texts that were not saved when this file was last open come back into their cells.
    pub(super) fn restore_drafts(&mut self) {
        let Some(path) = self.book.file_key() else { return };
        let reason = tr(self.lang(), "entry-draft-kept");
        if let Some(drafts) = self.settings.now.drafts.get(&path) {
            self.pages.entry.restore(drafts, &reason);
        }
    }

    /// Texts that are not saved are kept for the next time this file is open.
    pub(in crate::ui) fn keep_drafts(&mut self) {
        let Some(path) = self.book.file_key() else { return };
        let drafts = self.pages.entry.unsaved();
        if drafts.is_empty() {
            self.settings.now.drafts.remove(&path);
        } else {
            self.settings.now.drafts.insert(path, drafts);
        }
    }
}
