//! What the page holds between two frames: where one is, what is being saved, what was refused.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::NewCaseworker;
use super::extent;
use crate::book::Command;
use crate::domain::{
    CaseworkerId, CellKey, Complexity, Counted, Month, Snapshot, UnitField, UnitId,
};
use crate::text::{Lang, tr};
use crate::ui::widgets::grid::GridState;
use crate::view::entry::{EntryModel, EntryView, RowOrder};

/// A text that stands in a cell and is not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub text: String,
    /// Why it is not saved.
    pub reason: String,
}

/// Texts on their way to the disk, and texts that did not get there.
#[derive(Debug, Default)]
pub struct Cells {
    drafts: BTreeMap<CellKey, Draft>,
    /// By number of the request, oldest first.
    sent: BTreeMap<u64, Vec<(CellKey, String)>>,
}

impl Cells {
    /// What is being saved in this cell; the latest word.
    pub fn saving(&self, key: CellKey) -> Option<&str> {
        let all = self.sent.values().rev().flatten();
        all.into_iter().find(|it| it.0 == key).map(|it| it.1.as_str())
    }

    pub fn draft(&self, key: CellKey) -> Option<&Draft> {
        self.drafts.get(&key)
    }

    /// What the cell shows in place of what is stored.
    pub fn standing(&self, key: CellKey) -> Option<&str> {
        self.saving(key).or_else(|| self.draft(key).map(|it| it.text.as_str()))
    }

    pub fn refuse(&mut self, key: CellKey, text: String, reason: String) {
        self.drafts.insert(key, Draft { text, reason });
    }

    pub fn give_up(&mut self, key: CellKey) {
        self.drafts.remove(&key);
    }

    pub fn drafts(&self) -> impl Iterator<Item = (CellKey, &Draft)> {
        self.drafts.iter().map(|(key, it)| (*key, it))
    }
}

/// Cells and the command that saves them.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    pub command: Command,
    pub texts: Vec<(CellKey, String)>,
}

/// The page between two frames.
#[derive(Debug, Default)]
pub struct EntryDesk {
    pub grid: GridState,
    pub cells: Cells,
    pub view: EntryView,
    /// The month that is shown alone.
    pub month: Option<Month>,
    pub order: RowOrder,
    pub new_caseworker: NewCaseworker,
    /// The note of the question being answered.
    pub note: Option<String>,
    /// Where to go at the next frame: a cell, or the first empty one of a month.
    pub goal: Option<Goal>,
    /// Requests that take something back or bring it again: their cell is shown.
    pub steps: std::collections::BTreeSet<u64>,
    /// What was sent and is not answered yet, in case the book asks why.
    pub commands: BTreeMap<u64, Command>,
    /// Where F6 goes from the sheet.
    pub leaving: Option<Beside>,
    /// The cell one is in.
    pub here: Option<CellKey>,
    /// Which sheet the cursor stands in.
    shown: Option<(UnitId, EntryView, Month)>,
}

/// What stands beside the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
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
        let shown = Some((model.query.unit, model.query.view, first));
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

    /// Remembers what was sent until it is answered.
    pub fn sent(&mut self, number: u64, texts: Vec<(CellKey, String)>) {
        for (key, _) in &texts {
            self.cells.give_up(*key);
        }
        self.cells.sent.insert(number, texts);
    }

    /// The cells of a request that has been answered.
    pub fn answered(&mut self, number: u64) -> Vec<(CellKey, String)> {
        self.cells.sent.remove(&number).unwrap_or_default()
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
        let stood = stood.map(|(key, it)| StoredDraft::of(key, it.text.clone(), it.reason.clone()));
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

/// A text that was not saved, as it is kept between two runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredDraft {
    unit: u32,
    month: i32,
    /// `cases 7`, `simple 7`, `opened`.
    counted: String,
    text: String,
    reason: String,
}

impl StoredDraft {
    fn of(key: CellKey, text: String, reason: String) -> Self {
        let counted = match key.counted {
            Counted::Cases(id) => format!("cases {}", id.0),
            Counted::Part(id, part) => format!("{} {}", part.name(), id.0),
            Counted::Figure(field) => field.key().to_owned(),
        };
        Self { unit: key.unit.0, month: key.month.number(), counted, text, reason }
    }

    fn key(&self) -> Option<CellKey> {
        let counted = match self.counted.split_once(' ') {
            None => Counted::Figure(UnitField::from_key(&self.counted)?),
            Some((name, id)) => {
                let id = CaseworkerId(id.parse().ok()?);
                match Complexity::from_name(name) {
                    Some(part) => Counted::Part(id, part),
                    None => Counted::Cases(id),
                }
            }
        };
        let month = Month::from_number(self.month)?;
        Some(CellKey { unit: UnitId(self.unit), month, counted })
    }
}
