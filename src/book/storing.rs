//! An import is stored: a backup of what was there first, then all of it as one step.

use super::copies::backup_folder;
use super::import_plan::ImportPlan;
use super::plan::Plan;
use super::{Author, Book, BookError, Circumstances, Occasion};
use crate::domain::{Entry, EntryKind, NewWords, Snapshot};
use crate::storage::StoreError;

impl Book {
    /// Commits an import that was planned against the present snapshot: one entry, one undo step.
    ///
    /// A book that holds figures or people is backed up first; without a backup nothing is stored.
    pub fn import(
        &mut self,
        plan: ImportPlan,
        author: &Author,
        circumstances: Circumstances,
    ) -> Result<Option<Entry>, BookError> {
        let reason = circumstances.reason.or(plan.reason);
        self.check_issued(&plan.changes, reason.as_deref())?;
        let circumstances = Circumstances { reason, ..circumstances };
        let changes_something = !plan.changes.is_empty() || plan.words != NewWords::default();
        if changes_something && !is_blank(&self.snapshot) {
            self.back_up_before(author)?;
        }
        let plan = Plan {
            kind: EntryKind::Did,
            words: plan.words,
            changes: plan.changes,
            next_id: plan.next_id,
        };
        self.commit_plan(plan, author, circumstances)
    }

    fn back_up_before(&mut self, author: &Author) -> Result<(), BookError> {
        self.prepare(author)?;
        match self.backup(None, author.now) {
            // Exists: the book as it is now was backed up at this very moment.
            Ok(_) | Err(StoreError::Exists(_)) => Ok(()),
            Err(source) => {
                let folder = backup_folder(self.path());
                Err(BookError::NotBackedUp { occasion: Occasion::Import, folder, source })
            }
        }
    }
}

/// Nothing in it that could be lost.
pub(super) fn is_blank(snapshot: &Snapshot) -> bool {
    snapshot.units().all(|it| {
        it.caseworkers.is_empty() && it.last_typed_month().is_none() && it.episodes.is_empty()
    })
}
