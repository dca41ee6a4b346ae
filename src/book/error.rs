//! Why the book did not do what it was asked.

use std::path::PathBuf;

use super::Refusal;
use crate::storage::StoreError;

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
