//! The book on the writer thread: whose turn it is to write, what may be taken back, what others saved.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::book::{
    Author, Backup, Book, BookError, Circumstances, Command, Erased, ImportPlan, LogLine, Patience,
    PersonalData, Refusal, Way, clock,
};
use crate::domain::{CaseworkerId, Day, Entry, EntryId, Snapshot, Source};
use crate::view::Access;

/// How long the right to write is kept after the last change.
const QUIET: Duration = Duration::from_mins(2);
/// How long a save waits for somebody who is saving.
const WAIT: Duration = Duration::from_secs(2);

/// The book as it stands after a step.
#[derive(Debug, Clone)]
pub struct BookState {
    pub path: PathBuf,
    pub access: Access,
    pub snapshot: Arc<Snapshot>,
    pub newest: Option<Arc<Entry>>,
    /// The step that can be taken back here.
    pub undo: Option<Arc<Entry>>,
}

impl BookState {
    /// What the window shows of it; two alike need not be sent twice.
    fn gist(&self) -> Gist {
        Gist {
            revision: self.snapshot.revision,
            access: self.access.clone(),
            can_undo: self.undo.is_some(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Gist {
    revision: EntryId,
    access: Access,
    can_undo: bool,
}

pub struct OpenBook {
    book: Book,
    /// The newest entry when it was opened: what lies before is not taken back here.
    opened_at: EntryId,
    changed: Instant,
    newest: Option<Arc<Entry>>,
    sent: Option<Gist>,
    /// Why the file could not be looked at has been said.
    in_trouble: bool,
    /// The day whose backup has been seen to; `None` just after opening.
    backup_seen_to: Option<Day>,
}

impl OpenBook {
    pub fn new(mut book: Book) -> Self {
        book.set_patience(Patience { wait: WAIT, ..Patience::default() });
        Self {
            opened_at: book.snapshot().revision,
            book,
            changed: Instant::now(),
            newest: None,
            sent: None,
            in_trouble: false,
            backup_seen_to: None,
        }
    }

    pub fn path(&self) -> PathBuf {
        self.book.path().to_owned()
    }

    pub fn run(
        &mut self,
        command: Command,
        reason: Option<String>,
    ) -> Result<Option<Entry>, BookError> {
        let author = author();
        self.changed = Instant::now();
        self.book.run(command, &author, Circumstances { reason, ..Circumstances::default() })
    }

    /// Stores an import; when the book has moved since it was planned, nothing happens, and the new
    /// state tells the window to plan again.
    pub fn import(
        &mut self,
        plan: ImportPlan,
        circumstances: Circumstances,
    ) -> Result<Option<Entry>, BookError> {
        self.changed = Instant::now();
        match self.book.import(plan, &author(), circumstances) {
            Err(BookError::Refused(Refusal::PlannedEarlier)) => Ok(None),
            other => other,
        }
    }

    /// Takes back one step, whoever made it.
    pub fn take_back(
        &mut self,
        id: EntryId,
        reason: Option<String>,
    ) -> Result<Option<Entry>, BookError> {
        let author = author();
        self.changed = Instant::now();
        self.book.take_back(id, &author, Circumstances { reason, ..Circumstances::default() })
    }

    pub fn go_back_to(
        &mut self,
        id: EntryId,
        detail: String,
        reason: Option<String>,
    ) -> Result<Option<Entry>, BookError> {
        let author = author();
        self.changed = Instant::now();
        self.book.go_back_to(id, &author, Circumstances { detail, reason })
    }

    pub fn erase(&mut self, id: CaseworkerId) -> Result<Erased, BookError> {
        let author = author();
        self.changed = Instant::now();
        self.book.erase(id, &author)
    }

    /// What the book holds about a person.
    pub fn personal_data(&self, id: CaseworkerId) -> Result<PersonalData, BookError> {
        self.book.personal_data(id)
    }

    /// Takes the right to write from a computer that is silent.
    pub fn take_over(&mut self) -> Result<(), BookError> {
        self.changed = Instant::now();
        Ok(self.book.take_over(&author())?)
    }

    /// A verified copy in the book's folder of backups.
    pub fn back_up(&self) -> Result<Backup, BookError> {
        Ok(self.book.backup(None, author().now)?)
    }

    /// Whether the day's backup has not been seen to since the book was opened or the day began.
    pub fn is_day_new(&self) -> bool {
        self.backup_seen_to.is_none_or(|it| it != author().today)
    }

    /// As if the day's backup had been seen to the day before.
    #[cfg(test)]
    pub fn day_before(&mut self) {
        self.backup_seen_to = self.backup_seen_to.map(|it| it.plus(-1));
    }

    /// The day's backup: after opening where the newest is a day old, and when a new day begins.
    pub fn daily_backup(&mut self) -> Result<Option<Backup>, BookError> {
        let author = author();
        let is_due = match self.backup_seen_to {
            Some(day) => day != author.today && self.book.is_worth_a_backup(),
            None => self.book.is_backup_due(author.now),
        };
        let made = if is_due { self.book.daily_backup(author.now) } else { Ok(None) };
        if !is_due || !matches!(made, Ok(None)) {
            self.backup_seen_to = Some(author.today);
        }
        made
    }

    /// The book with the content of a backup; what it said before is backed up first.
    pub fn restore(self, from: &Path) -> Result<(Self, Backup), BookError> {
        let (book, kept) = self.book.restore(from, &author())?;
        Ok((Self::new(book), kept))
    }

    pub fn log_after(&self, after: EntryId, most: u64) -> Result<Vec<LogLine>, BookError> {
        Ok(self.book.log_after(after, most)?)
    }

    /// Takes back this user's own latest step; nobody else's, and none from before.
    pub fn undo(&mut self) -> Result<Option<Entry>, BookError> {
        self.step(Way::Back)
    }

    pub fn redo(&mut self) -> Result<Option<Entry>, BookError> {
        self.step(Way::Forth)
    }

    fn step(&mut self, way: Way) -> Result<Option<Entry>, BookError> {
        let author = author();
        self.changed = Instant::now();
        let opened_at = self.opened_at;
        self.book.step(way, &author, |it| opened_at < it.id && it.head.user == author.user)
    }

    /// The latest step, when it is this user's own since the opening.
    fn undoable(&mut self) -> Result<Option<Entry>, BookError> {
        let newest = self.book.history()?.next(Way::Back);
        let Some(id) = newest.filter(|it| self.opened_at < *it) else { return Ok(None) };
        let user = author().user;
        Ok(self.book.entry(id)?.filter(|it| it.head.user == user))
    }

    /// Moves our sign of life, or gives the right to write back when it has not been used for long.
    pub fn keep_lease(&mut self) {
        if QUIET <= self.changed.elapsed() {
            self.book.release();
        } else {
            self.book.beat();
        }
    }

    /// Looks whether others have saved; the state when the window does not know it yet.
    ///
    /// Why the file cannot be looked at is said once.
    pub fn look(&mut self) -> Result<Option<BookState>, BookError> {
        self.keep_lease();
        if let Err(error) = self.book.catch_up() {
            let is_new = !std::mem::replace(&mut self.in_trouble, true);
            return if is_new { Err(error.into()) } else { Ok(None) };
        }
        self.in_trouble = false;
        let known = self.sent.clone();
        let state = self.state()?;
        Ok(Some(state).filter(|it| known != Some(it.gist())))
    }

    /// The book as it stands now.
    pub fn state(&mut self) -> Result<BookState, BookError> {
        let snapshot = Arc::clone(self.book.snapshot());
        let newest = self.newest.take().filter(|it| it.id == snapshot.revision);
        self.newest = match newest {
            Some(known) => Some(known),
            None => self.book.entry(snapshot.revision)?.map(Arc::new),
        };
        let state = BookState {
            path: self.path(),
            access: self.access(),
            snapshot,
            newest: self.newest.clone(),
            undo: self.undoable()?.map(Arc::new),
        };
        self.sent = Some(state.gist());
        Ok(state)
    }

    fn access(&mut self) -> Access {
        if self.book.is_read_only() {
            return Access::ReadOnly;
        }
        if self.book.is_holding() {
            return Access::Own;
        }
        match self.book.holder() {
            Some(holder) if self.book.is_holder_silent(&author()) => {
                Access::Silent { user: holder.user, computer: holder.computer }
            }
            Some(holder) => Access::HeldBy { user: holder.user, computer: holder.computer },
            None => Access::Free,
        }
    }
}

fn author() -> Author {
    clock::author(Source::Window)
}
