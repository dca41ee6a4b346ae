//! What the page holds between two frames: where one is, what is being saved, what was refused.

use super::add::NewCaseworker;
use super::cells::Cells;
use super::sheet::extent;
use crate::domain::{CellKey, Month, Snapshot, UnitId};
use crate::text::{Lang, tr};
use crate::ui::desk::Revision;
use crate::ui::stored_draft::StoredDraft;
use crate::ui::widgets::grid::GridState;
use crate::view::Memo;
use crate::view::entry::{EntryModel, EntryQuery, EntryView, RowOrder};

/// The page between two frames.
#[derive(Debug, Default)]
pub struct EntryDesk {
    pub grid: GridState,
    pub cells: Cells,
    pub view: EntryView,
    /// The month that is shown alone.
    pub month: Option<Month>,
    pub order: RowOrder,
    pub(super) model: Memo<(Revision, EntryQuery), Option<EntryModel>>,
    pub new_caseworker: NewCaseworker,
    /// The note of the question being answered.
    pub note: Option<String>,
    /// Where to go at the next frame: a cell, or the first empty one of a month.
    pub goal: Option<Goal>,
    /// Where F6 goes from the sheet.
    pub leaving: Option<SidePanel>,
    /// The cell one is in.
    pub here: Option<CellKey>,
    /// Which sheet the cursor stands in.
    shown: Option<ShownSheet>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ShownSheet {
    unit: UnitId,
    view: EntryView,
    first: Month,
}

/// What stands beside the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SidePanel {
    Question,
    NewCaseworker,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    Cell(CellKey),
    FirstEmpty(Month),
    /// The first empty cell of the month that is being filled in.
    Open,
}

impl EntryDesk {
    /// Goes where it was asked to go; a sheet that is new begins at its first empty cell.
    pub(super) fn settle(&mut self, model: &EntryModel, snapshot: &Snapshot) {
        let first = model.sheet.month_of(0).unwrap_or(model.latest);
        let EntryQuery { unit, view, .. } = model.query;
        let shown = Some(ShownSheet { unit, view, first });
        if self.shown != shown {
            self.shown = shown;
            self.put_down(model.query.lang);
            self.grid.take_focus();
            self.grid.go((0, 0), extent(model));
            self.goal = self.goal.or(Some(Goal::Open));
        }
        let spot = match self.goal.take() {
            Some(Goal::Cell(key)) => model.sheet.spot(key),
            Some(Goal::FirstEmpty(month)) => model.first_empty(snapshot, month),
            Some(Goal::Open) => {
                self.grid.take_focus();
                model.entering.and_then(|it| model.first_empty(snapshot, it))
            }
            None => None,
        };
        if let Some(spot) = spot {
            self.grid.go(spot, extent(model));
            self.grid.take_focus();
        }
    }

    /// The page was chosen: to the first empty cell, unless something is half typed.
    pub fn come_in(&mut self) {
        self.grid.take_focus();
        if self.grid.typing.line.is_none() {
            self.goal = Some(Goal::Open);
        }
    }

    /// What is half typed stays in its cell when one goes elsewhere.
    fn put_down(&mut self, lang: Lang) {
        if let Some((line, key)) = self.grid.typing.line.take().zip(self.here) {
            self.cells.refuse(key, line.text(), tr(lang, "entry-draft-kept"));
        }
    }

    /// The book was closed or another one opened.
    pub fn forget(&mut self) {
        let order = std::mem::take(&mut self.order);
        *self = Self { view: self.view, order, ..Self::default() };
    }

    /// The text that is half typed, and those that were refused: kept when the window closes.
    pub fn unsaved(&self) -> Vec<StoredDraft> {
        let line = self.grid.typing.line.as_ref().zip(self.here);
        let half = line.map(|(line, key)| StoredDraft::of(key, line.text(), String::new()));
        let stood = self.cells.drafts();
        let stood = stood
            .map(|(key, draft)| StoredDraft::of(key, draft.text.clone(), draft.reason.clone()));
        stood.chain(half).collect()
    }

    /// Puts kept texts back into their cells.
    pub fn restore(&mut self, drafts: &[StoredDraft], reason: &str) {
        for draft in drafts {
            if let Some(key) = draft.key() {
                let why = if draft.reason.is_empty() { reason } else { &draft.reason };
                self.cells.refuse(key, draft.text.clone(), why.to_owned());
            }
        }
    }
}
