//! The open book itself: whose turn it is to write, what is stored, and what is taken back.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::copies::{self, Risk};
use super::erasure::{self, Erased, Erasure};
use super::holding::{Held, Holding};
use super::plan::{Plan, plan};
use super::{
    Author, Backup, BookError, Circumstances, Command, History, ImportPlan, LogLine, Occasion,
    Patience, PersonalData, Refusal, Way, backups, editions, log, person, take_back,
};
use crate::domain::{
    CaseworkerId, ChangeBlock, Correction, EditionId, Entry, EntryHead, EntryId, EntryKind,
    HalfYear, NewWords, Snapshot,
};
use crate::storage::{
    CheckReport, Committed, Halves, Holder, NewEntry, Store, StoreError, StoreResult, Unfinished,
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
        let holding = Holding::of(store.path());
        Ok(Self { store, snapshot, history: None, holding, doubtful: false })
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
            self.copy_before(Risk::Upgrade, author.now)?;
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
        let plan = plan(&self.snapshot, command, author.month())?;
        self.check_and_commit(plan, author, circumstances)
    }

    /// Commits an import: one entry, one undo step. Refused where the book has moved on since it was planned.
    ///
    /// A book that holds figures or people is backed up first; without a backup nothing is stored.
    pub fn import(
        &mut self,
        plan: ImportPlan,
        author: &Author,
        circumstances: Circumstances,
    ) -> Result<Option<Entry>, BookError> {
        self.prepare(author)?;
        if plan.against != self.snapshot.revision {
            return Err(Refusal::PlannedEarlier.into());
        }
        let ImportPlan { changes, words, next_id, reason, .. } = plan;
        let reason = circumstances.reason.or(reason);
        editions::check_issued(&self.snapshot, &changes, reason.as_deref())?;
        let plan = Plan { kind: EntryKind::Did, words, changes, next_id };
        if plan.is_nothing() {
            return Ok(None);
        }
        if !backups::is_blank(&self.snapshot) {
            backups::back_up_for(&self.store, Occasion::Import, author.now)?;
        }
        let circumstances = Circumstances { reason, ..circumstances };
        Ok(Some(self.record(plan, author, circumstances)?))
    }

    /// Takes back the latest step; `None` when there is none.
    pub fn undo(&mut self, author: &Author) -> Result<Option<Entry>, BookError> {
        self.step(Way::Back, author, |_| true)
    }

    /// Carries out again what was last taken back; `None` when there is nothing.
    pub fn redo(&mut self, author: &Author) -> Result<Option<Entry>, BookError> {
        self.step(Way::Forth, author, |_| true)
    }

    /// One step back or forth, where that step may be taken here.
    pub fn step(
        &mut self,
        way: Way,
        author: &Author,
        may: impl FnOnce(&Entry) -> bool,
    ) -> Result<Option<Entry>, BookError> {
        self.prepare(author)?;
        let Some(of) = self.history()?.next(way) else { return Ok(None) };
        let entry = self.store.known_entry(of)?;
        if !may(&entry) {
            return Err(Refusal::NotYoursToUndo.into());
        }
        let (kind, changes) = match way {
            Way::Back => (EntryKind::Undid(of), entry.changes.inverted()),
            Way::Forth => (EntryKind::Redid(of), Ok(Arc::unwrap_or_clone(entry.changes))),
        };
        let plan = self.plan_of(kind, changes.map_err(StoreError::from)?);
        Ok(Some(self.record(plan, author, Circumstances::default())?))
    }

    /// Takes one step back, whoever made it and whenever. Refused when a later step touched the same.
    pub fn take_back(
        &mut self,
        id: EntryId,
        author: &Author,
        circumstances: Circumstances,
    ) -> Result<Option<Entry>, BookError> {
        self.prepare(author)?;
        let history = self.history()?.clone();
        let changes = take_back::one(&self.store, &history, id)?;
        let plan = self.plan_of(EntryKind::Undid(id), changes);
        self.check_and_commit(plan, author, circumstances)
    }

    /// Takes everything after a step back as one new entry, which can be undone itself.
    pub fn go_back_to(
        &mut self,
        id: EntryId,
        author: &Author,
        circumstances: Circumstances,
    ) -> Result<Option<Entry>, BookError> {
        self.prepare(author)?;
        let history = self.history()?.clone();
        let changes = take_back::all_after(&self.store, &history, id)?;
        let plan = self.plan_of(EntryKind::Did, changes);
        self.check_and_commit(plan, author, circumstances)
    }

    /// Overwrites every name a person has had, in all units they have been in. Cannot be undone.
    ///
    /// The book is backed up first; team figures stay as they are.
    pub fn erase(&mut self, id: CaseworkerId, author: &Author) -> Result<Erased, BookError> {
        self.prepare(author)?;
        let person = person::find(&self.store, id)?;
        self.copy_before(Risk::Erasure, author.now)?;
        let Erasure { pseudonym, names, words } = Erasure::of(&self.snapshot, &person);
        let plan = Plan { words, ..self.plan_of(EntryKind::Final, ChangeBlock::default()) };
        let circumstances = Circumstances { detail: pseudonym.clone(), reason: None };
        let entry = self.record(plan, author, circumstances)?;
        self.store.vacuum()?;
        let copies = erasure::copies_of(self.path(), &names)?;
        let written_in = person::free_texts_with(&self.store, &self.snapshot, &names)?;
        Ok(Erased { entry, pseudonym, copies, written_in })
    }

    /// What a person may ask to see of themselves.
    pub fn personal_data(&self, id: CaseworkerId) -> Result<PersonalData, BookError> {
        person::personal_data(&self.store, &self.snapshot, id)
    }

    /// What can be undone and redone.
    pub fn history(&mut self) -> StoreResult<&History> {
        if self.history.is_none() {
            let heads = self.store.heads()?;
            self.history = Some(History::replay(heads.iter().map(|it| (it.0, it.1.kind))));
        }
        Ok(self.history.get_or_insert_default())
    }

    /// Every journal line, oldest first.
    pub fn journal(&self) -> StoreResult<Vec<(EntryId, EntryHead)>> {
        self.store.heads()
    }

    /// One journal line with its changes.
    pub fn entry(&self, id: EntryId) -> StoreResult<Option<Entry>> {
        self.store.entry(id)
    }

    /// The next lines after an entry, oldest first, at most this many, each with what it touched.
    pub fn log_after(&self, after: EntryId, most: u64) -> StoreResult<Vec<LogLine>> {
        log::read_after(&self.store, after, most)
    }

    /// The bytes of an issued file; `None` where the edition has no such file.
    pub fn edition_file(&self, of: EditionId, name: &str) -> StoreResult<Option<Vec<u8>>> {
        editions::file(&self.store, &self.snapshot, of, name)
    }

    /// Every step after this entry that changed figures of these half-years, oldest first.
    pub fn corrections_after(
        &self,
        after: EntryId,
        halves: &BTreeSet<HalfYear>,
    ) -> StoreResult<Vec<Correction>> {
        editions::corrections_after(&self.store, after, halves)
    }

    /// Looks at everything in the file.
    pub fn check(&mut self) -> StoreResult<CheckReport> {
        self.store.check()
    }

    /// Copies the book to `path`, or into its folder of backups, where older ones are thinned.
    pub fn backup(&self, path: Option<&Path>, now: i64) -> StoreResult<Backup> {
        backups::back_up(&self.store, path, now)
    }

    /// Whether there is something to lose and no backup of the last day.
    pub fn is_backup_due(&self, now: i64) -> bool {
        self.is_worth_a_backup() && backups::is_due(self.path(), now)
    }

    /// Whether somebody who may write has put anything in.
    pub fn is_worth_a_backup(&self) -> bool {
        !self.is_read_only() && !backups::is_blank(&self.snapshot)
    }

    /// The day's backup; `None` when somebody is saving just now, and it is to be tried again.
    pub fn daily_backup(&self, now: i64) -> Result<Option<Backup>, BookError> {
        backups::back_up_for(&self.store, Occasion::Day, now)
    }

    /// A copy before something that cannot be undone.
    pub(super) fn copy_before(&self, risk: Risk, now: i64) -> StoreResult<Backup> {
        copies::copy_to_folder(&self.store, Some(risk), now)
    }

    /// Lets go of the file, but not of the right to write, which the next opening may have.
    pub(super) fn close(mut self) -> Option<Held> {
        self.holding.hand_over()
    }

    pub(super) fn receive(&mut self, lease: Option<Held>) {
        self.holding.receive(lease);
    }

    fn plan_of(&self, kind: EntryKind, changes: ChangeBlock) -> Plan {
        Plan { kind, words: NewWords::default(), changes, next_id: self.snapshot.next_id }
    }

    /// Commits what was planned against the present snapshot; the right to write has been taken.
    fn check_and_commit(
        &mut self,
        plan: Plan,
        author: &Author,
        circumstances: Circumstances,
    ) -> Result<Option<Entry>, BookError> {
        editions::check_issued(&self.snapshot, &plan.changes, circumstances.reason.as_deref())?;
        if plan.is_nothing() {
            return Ok(None);
        }
        Ok(Some(self.record(plan, author, circumstances)?))
    }

    /// Disk first: memory and history move only once the transaction has committed.
    fn record(
        &mut self,
        plan: Plan,
        author: &Author,
        circumstances: Circumstances,
    ) -> StoreResult<Entry> {
        self.holding.still_ours()?;
        let Plan { kind, words, changes, next_id } = plan;
        let head = author.head(kind, circumstances);
        self.doubtful = true;
        let new = NewEntry { head, words, changes, next_id };
        let Committed { entry, words, delta } = self.store.commit(new)?;
        self.doubtful = false;
        let snapshot = Arc::make_mut(&mut self.snapshot);
        snapshot.learn(&words);
        snapshot.next_id = next_id;
        snapshot.apply_delta(entry.id, delta);
        if let Some(history) = &mut self.history {
            history.push(entry.id, kind);
        }
        Ok(entry)
    }
}
