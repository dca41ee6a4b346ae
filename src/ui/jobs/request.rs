//! What the window asks the writer for, and what comes back.

use std::path::PathBuf;

use super::open_book::BookState;
use crate::book::{BookError, Circumstances, Command, Erased, ImportPlan, KeptBackup, LogLine};
use crate::domain::{CaseworkerId, EntryId};
use crate::text::Lang;

/// Names a request under way: its answer carries the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(pub u64);

/// What the window asks the writer for.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    Open(PathBuf),
    /// A new book whose units are named in this language.
    Create(PathBuf, Lang),
    /// Make the sample book in a folder of its own.
    Demo(Lang),
    /// A command, with why where an issued overview covers it.
    Run(Command, Option<String>),
    /// What was planned, and the files it came from.
    Import {
        plan: Box<ImportPlan>,
        circumstances: Circumstances,
    },
    Undo,
    Redo,
    /// Take one step of the change log back, with why where that is asked for.
    TakeBack(EntryId, Option<String>),
    /// Take everything after a step back; the words say so in the log.
    GoBackTo {
        id: EntryId,
        words: String,
        reason: Option<String>,
    },
    /// Overwrite what a person is called, for good.
    Erase(CaseworkerId),
    /// Write everything the book holds about this person to a file.
    Disclose {
        id: CaseworkerId,
        path: PathBuf,
        lang: Lang,
    },
    /// The next lines of the change log after this one.
    Log(EntryId),
    /// Take the right to write from a computer that is silent.
    TakeOver,
    /// Which backups there are.
    Backups,
    BackUp,
    /// Put the content of this backup in place of the book's.
    Restore(PathBuf),
    Close,
}

/// An answer to the request with this ticket; news without one.
#[derive(Debug)]
pub struct Reply {
    pub ticket: Option<Ticket>,
    pub outcome: Outcome,
}

#[derive(Debug)]
pub enum Outcome {
    Opened(BookState),
    /// The book moved, here or by somebody else's hand, or its holder changed.
    Moved(BookState),
    /// The next lines of the change log, oldest first.
    Log(Vec<LogLine>),
    Erased(Box<Erased>, BookState),
    /// The backups beside the book, and the one that was made just now.
    Backups(Vec<KeptBackup>, Option<PathBuf>),
    /// The book says what a backup said; the other path is a copy of what it said before.
    Restored(BookState, PathBuf),
    /// Everything about the person with these initials lies in this file.
    Disclosed {
        initials: String,
        path: PathBuf,
    },
    /// There was nothing to change, or no book.
    Nothing,
    /// `path` names the file where the error does not.
    Failed {
        error: BookError,
        path: PathBuf,
    },
    Closed,
}
