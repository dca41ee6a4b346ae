//! The open book: the one mutable thing in the program.

mod author;
pub mod clock;
mod command;
mod copies;
mod daily;
pub mod draft;
mod editions;
mod first_units;
mod erasure;
mod history;
mod holding;
mod import_plan;
mod storing;
mod log;
mod person;
mod plan;
mod refusal;
mod take_back;
mod thinning;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use self::author::Author;
pub use self::command::{Cell, Command, NewEpisode, PeopleCommand, SharedCommand, WrittenFile};
use self::copies::Risk;
pub use self::copies::{Backup, KeptBackup, backup_name, backups_of};
pub use self::erasure::{Erased, Holds, KeptCopy};
pub use self::first_units::{FirstNames, create_first};
pub use self::history::History;
use self::holding::Holding;
pub use self::holding::{Patience, TakeOver};
pub use self::import_plan::{
    AcceptPartial, At, Changed, Create, EncodingDoubt, Existing, FileVerdict, ImportOptions,
    ImportPlan, Listed, Reason, Refused, Remark, Skip, Skipped, Value, Verdict, plan_import,
};
pub use self::log::{LogLine, named};
pub use self::person::{Person, PersonalData};
use self::plan::Plan;
pub use self::refusal::Refusal;
use crate::domain::{ChangeBlock, Entry, EntryId, EntryKind, NewWords, Snapshot};
use crate::storage::{
    CheckReport, Committed, EntryHead, Halves, Holder, NewEntry, Stamp, Store, StoreError,
    StoreResult, Unfinished,
};

/// A file, what it says, and what can be undone.
pub struct Book {
    store: Store,
    snapshot: Arc<Snapshot>,
    /// Read when it is first needed.
    history: Option<History>,
    holding: Holding,
    /// The last write failed, so memory may be behind the disk.
    doubtful: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum BookError {
    #[error(transparent)]
    Refused(#[from] Refusal),

    #[error("the change was not saved")]
    NotSaved(#[from] StoreError),

    /// Before an import nothing was stored, for there would have been no way back.
    #[error("the backup could not be made in {}", folder.display())]
    NotBackedUp { occasion: Occasion, folder: PathBuf, source: StoreError },
}

/// What a backup is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    Import,
    /// What was saved that day is saved, but there is no copy of it.
    Day,
}

/// What belongs to a step besides its changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Circumstances {
    pub detail: String,
    pub reason: Option<String>,
}

impl Book {
    /// Makes a new, empty book and opens it.
    pub fn create(path: &Path) -> StoreResult<Self> {
        Store::create(path)?;
        Self::open(path)
    }

    /// Makes a new book, fills it, and only then gives it its name: all of it is there, or nothing.
    pub fn create_with(
        path: &Path,
        fill: impl FnOnce(&mut Self) -> Result<(), BookError>,
    ) -> Result<Self, BookError> {
        let unfinished = Unfinished::beside(path)?;
        let mut book = Self::open(unfinished.path())?;
        fill(&mut book)?;
        book.release();
        drop(book);
        unfinished.keep(path)?;
        Ok(Self::open(path)?)
    }

    pub fn open(path: &Path) -> StoreResult<Self> {
        let mut store = Store::open(path)?;
        let snapshot = Arc::new(store.load()?);
        Ok(Self {
            holding: Holding::of(store.path()),
            store,
            snapshot,
            history: None,
            doubtful: false,
        })
    }

    /// What the book says, with the case counts of at least these half-years: for those who read one
    /// period and leave. A large book is not read whole for it.
    pub fn read(path: &Path, halves: &Halves) -> StoreResult<Snapshot> {
        let mut store = Store::open(path)?;
        match store.load_halves(halves)? {
            Some(snapshot) => Ok(snapshot),
            None => store.load(),
        }
    }

    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// A number this file was given when it was made; a copy keeps it.
    pub fn uuid(&self) -> String {
        self.store.uuid()
    }

    /// What the book says now. Cheap to clone and safe to hand to another thread.
    pub const fn snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot
    }

    /// Nobody can write this file here: it or its folder is write-protected.
    pub fn is_read_only(&self) -> bool {
        self.store.is_read_only()
    }

    /// Who has the right to write now, ourselves included.
    pub fn holder(&self) -> Option<Holder> {
        self.holding.holder()
    }

    /// The right to write is ours now.
    pub fn is_holding(&self) -> bool {
        self.holding.is_ours()
    }

    /// A holder on another computer has stood still for so long that it may be taken over.
    pub fn is_holder_silent(&mut self, author: &Author) -> bool {
        self.holding.is_silent(author)
    }

    /// Takes the right to write from a holder that is silent, and catches up with what it saved.
    pub fn take_over(&mut self, author: &Author) -> StoreResult<()> {
        self.holding.take_silent(author)?;
        self.catch_up().map(drop)
    }

    /// How long to wait for somebody else's lease, and whether a silent one may be taken.
    pub const fn set_patience(&mut self, patience: Patience) {
        self.holding.patience = patience;
    }

    /// Gives the right to write back to whoever wants it.
    pub fn release(&mut self) {
        self.holding.release();
    }

    /// Shows other computers that we are alive; to be called every few seconds while holding.
    pub fn beat(&mut self) {
        self.holding.beat();
    }

    /// Between two saves of a long run: others get a moment to try.
    pub fn make_room(&mut self) {
        self.holding.make_room();
    }

    /// Takes the right to write and catches up with what others saved meanwhile.
    pub fn prepare(&mut self, author: &Author) -> StoreResult<()> {
        if self.store.is_read_only() {
            return Err(StoreError::ReadOnly(self.path().to_owned()));
        }
        let fresh = self.holding.take(author)?;
        if fresh || self.doubtful {
            self.catch_up()?;
        }
        if self.store.is_old() {
            // What cannot be undone is done to a book of which there is a copy.
            self.backup_before(Risk::Upgrade, author.now)?;
            self.store.migrate()?;
        }
        Ok(())
    }

    /// Reads the file again when it has moved on. True when it had.
    pub fn catch_up(&mut self) -> StoreResult<bool> {
        let moved = self.store.has_moved_on()? || self.doubtful;
        if moved {
            self.snapshot = Arc::new(self.store.load()?);
            self.history = None;
            self.doubtful = false;
        }
        Ok(moved)
    }

    /// Carries out a command as one transaction, one journal entry and one undo step.
    ///
    /// `None` when there was nothing to change: such a command leaves no trace.
    pub fn run(
        &mut self,
        command: Command,
        author: &Author,
        circumstances: Circumstances,
    ) -> Result<Option<Entry>, BookError> {
        self.prepare(author)?;
        let plan = plan::plan(&self.snapshot, command, author.month())?;
        self.check_issued(&plan.changes, circumstances.reason.as_deref())?;
        self.commit_plan(plan, author, circumstances)
    }

    /// Commits changes that were planned against the present snapshot.
    fn commit_plan(
        &mut self,
        plan: Plan,
        author: &Author,
        circumstances: Circumstances,
    ) -> Result<Option<Entry>, BookError> {
        if plan.changes.is_empty()
            && plan.words == NewWords::default()
            && plan.kind == EntryKind::Did
        {
            return Ok(None);
        }
        self.prepare(author)?;
        Ok(Some(self.record(plan, author, circumstances)?))
    }

    /// Takes back the latest step; `None` when there is none.
    pub fn undo(&mut self, author: &Author) -> Result<Option<Entry>, BookError> {
        self.prepare(author)?;
        let Some(of) = self.history()?.next_undo() else {
            return Ok(None);
        };
        let changes = self.changes_of(of)?.inverted();
        self.step(EntryKind::Undid(of), changes, author)
    }

    /// Carries out again what was last taken back; `None` when there is nothing.
    pub fn redo(&mut self, author: &Author) -> Result<Option<Entry>, BookError> {
        self.prepare(author)?;
        let Some(of) = self.history()?.next_redo() else {
            return Ok(None);
        };
        let changes = self.changes_of(of)?;
        let changes = Ok(ChangeBlock::clone(&changes));
        self.step(EntryKind::Redid(of), changes, author)
    }

    /// What can be undone and redone.
    pub fn history(&mut self) -> StoreResult<&History> {
        if self.history.is_none() {
            let heads = self.store.heads()?;
            let replayed = History::replay(heads.iter().map(|it| (it.id, it.kind)));
            self.history = Some(replayed);
        }
        Ok(self.history.get_or_insert_default())
    }

    /// Every journal line, oldest first.
    pub fn journal(&self) -> StoreResult<Vec<EntryHead>> {
        self.store.heads()
    }

    /// One journal line with its changes.
    pub fn entry(&self, id: EntryId) -> StoreResult<Option<Entry>> {
        self.store.entry(id)
    }

    /// Looks at everything in the file.
    pub fn check(&mut self) -> StoreResult<CheckReport> {
        self.store.check()
    }

    fn changes_of(&self, id: EntryId) -> StoreResult<Arc<ChangeBlock>> {
        let entry = self.store.entry(id)?;
        entry
            .map(|it| it.changes)
            .ok_or_else(|| StoreError::Damaged(format!("entry {} is missing", id.0)))
    }

    fn step(
        &mut self,
        kind: EntryKind,
        changes: Result<ChangeBlock, crate::domain::BlockError>,
        author: &Author,
    ) -> Result<Option<Entry>, BookError> {
        let changes = changes.map_err(|error| StoreError::Damaged(error.to_string()))?;
        let plan =
            Plan { kind, words: NewWords::default(), changes, next_id: self.snapshot.next_id };
        Ok(Some(self.record(plan, author, Circumstances::default())?))
    }

    /// Disk first: memory and history move only once the transaction has committed.
    fn record(
        &mut self,
        plan: Plan,
        author: &Author,
        circumstances: Circumstances,
    ) -> StoreResult<Entry> {
        self.holding.still_ours()?;
        let words = plan.words.clone();
        let next_id = plan.next_id;
        let stamp = Stamp {
            kind: plan.kind,
            at: author.now,
            user: author.user.clone(),
            source: author.source,
            detail: circumstances.detail,
            reason: circumstances.reason,
        };
        let new = NewEntry { stamp, words: plan.words, changes: plan.changes, next_id };
        self.doubtful = true;
        let Committed { entry, delta } = self.store.commit(new)?;
        self.doubtful = false;
        let snapshot = Arc::make_mut(&mut self.snapshot);
        snapshot.learn(&words);
        snapshot.next_id = next_id;
        snapshot.apply_delta(entry.id, delta);
        if let Some(history) = &mut self.history {
            history.push(entry.id, entry.kind);
        }
        Ok(entry)
    }
}

#[cfg(test)]
mod tests;
