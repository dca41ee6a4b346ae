//! A committed step: journal line, undo step and revision in one.

use std::sync::Arc;

use super::{ChangeBlock, EntryId};

/// What an entry did to the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    Did,
    /// Took back the named entry.
    Undid(EntryId),
    /// Carried the named entry out again.
    Redid(EntryId),
    /// Cannot be taken back: an issue, an erasure, a restore, a migration. What lies before it stays.
    Final,
}

/// Where the wish came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Window,
    CommandLine,
}

/// Who made a step, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryHead {
    pub kind: EntryKind,
    /// Milliseconds since 1 January 1970, UTC; for showing. Order is by id.
    pub at: i64,
    pub user: String,
    pub source: Source,
    /// What it was about, where the changes alone do not say: names of imported files.
    pub detail: String,
    /// Why, when a reason was asked for or given.
    pub reason: Option<String>,
}

/// A committed list of changes. Disk, memory and history move by whole entries only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: EntryId,
    pub head: EntryHead,
    pub changes: Arc<ChangeBlock>,
}
