//! What an import comes to, file by file, before anything is stored: shown, counted, never in words.
//!
//! Reading fills its half of it; the plan returns the other, and the two are put together.

use super::{At, Reason, Remark, Skip, Table, Understood, Value};

/// How many of a kind are kept to be shown and saved; the rest are counted, so that a file of nothing but faults
/// does not fill memory.
const KEPT: usize = 100_000;

/// The first of many, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<T> {
    pub first: Vec<T>,
    pub count: usize,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { first: Vec::new(), count: 0 }
    }
}

impl<T> Listed<T> {
    pub fn push(&mut self, item: T) {
        self.count += 1;
        if self.first.len() < KEPT {
            self.first.push(item);
        }
    }

    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    fn append(&mut self, later: Self) {
        let room = KEPT.saturating_sub(self.first.len());
        self.count += later.count;
        self.first.extend(later.first.into_iter().take(room));
    }
}

/// What was found in one file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileVerdict {
    pub name: String,
    /// `None` while the file has not been recognised.
    pub table: Option<Table>,
    /// Rows below the header.
    pub read: usize,
    pub new: usize,
    pub changed: Listed<Changed>,
    pub unchanged: usize,
    pub refused: Listed<Refused>,
    pub skipped: Listed<Skipped>,
    pub remarks: Listed<Remark>,
    /// What was made of sheets; empty for our own tables.
    pub understood: Understood,
}

impl FileVerdict {
    /// What reading found in a file, with what the plan found after it.
    #[must_use]
    pub fn with(mut self, planned: Self) -> Self {
        self.new += planned.new;
        self.unchanged += planned.unchanged;
        self.changed.append(planned.changed);
        self.refused.append(planned.refused);
        self.skipped.append(planned.skipped);
        self.remarks.append(planned.remarks);
        self
    }
}

/// A stored value that the import replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub line: u32,
    pub at: Option<At>,
    pub column: Option<String>,
    pub before: Value,
    pub after: Value,
}

/// A row or cell that cannot be stored; without a line it is the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub line: Option<u32>,
    pub at: Option<At>,
    /// As the file calls it.
    pub column: Option<String>,
    pub value: Option<Value>,
    pub reason: Reason,
}

/// A line or file that is left out without blocking the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    pub line: Option<u32>,
    pub at: Option<At>,
    /// What stands there, where that helps.
    pub text: Option<String>,
    pub reason: Skip,
}

impl Skipped {
    pub const fn line(line: u32, reason: Skip) -> Self {
        Self { line: Some(line), at: None, text: None, reason }
    }
}

/// The whole import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    pub files: Vec<FileVerdict>,
}

impl Verdict {
    /// Rows, cells and files that cannot be stored.
    pub fn refused(&self) -> usize {
        self.files.iter().map(|it| it.refused.count).sum()
    }

    pub fn new_rows(&self) -> usize {
        self.files.iter().map(|it| it.new).sum()
    }

    pub fn changed_rows(&self) -> usize {
        self.files.iter().map(|it| it.changed.count).sum()
    }
}
