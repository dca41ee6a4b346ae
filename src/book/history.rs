//! What can be undone and redone, read off the journal.

use crate::domain::{EntryId, EntryKind};

/// Which way a step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Back,
    Forth,
}

/// Two stacks derived from the journal; never stored on their own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    undo: Vec<EntryId>,
    redo: Vec<EntryId>,
    /// The newest entry that cannot be taken back.
    last_final: Option<EntryId>,
}

impl History {
    pub fn replay(journal: impl IntoIterator<Item = (EntryId, EntryKind)>) -> Self {
        let mut history = Self::default();
        for (id, kind) in journal {
            history.push(id, kind);
        }
        history
    }

    /// Follows one more entry.
    pub fn push(&mut self, id: EntryId, kind: EntryKind) {
        match kind {
            EntryKind::Did => {
                self.undo.push(id);
                self.redo.clear();
            }
            EntryKind::Undid(of) => {
                self.undo.retain(|it| *it != of);
                self.redo.push(of);
            }
            EntryKind::Redid(of) => {
                self.redo.retain(|it| *it != of);
                self.undo.push(of);
            }
            EntryKind::Final => {
                self.undo.clear();
                self.redo.clear();
                self.last_final = Some(id);
            }
        }
    }

    /// What lies before it stays.
    pub const fn last_final(&self) -> Option<EntryId> {
        self.last_final
    }

    /// The steps in effect that can be taken back, oldest first.
    pub fn in_effect(&self) -> &[EntryId] {
        &self.undo
    }

    /// The step that undo takes back, or redo repeats.
    pub fn next(&self, way: Way) -> Option<EntryId> {
        match way {
            Way::Back => self.undo.last().copied(),
            Way::Forth => self.redo.last().copied(),
        }
    }
}
