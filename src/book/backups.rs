//! When a backup is made, and what is let go for it.

use std::path::Path;

use super::copies::{Backup, backup_folder, backups_of, copy, copy_to_folder};
use super::thinning::{DAY, thin_backups};
use super::{BookError, Occasion};
use crate::domain::Snapshot;
use crate::storage::{Store, StoreError, StoreResult};

/// Copies the book to `path`, or into its folder of backups, where older ones are thinned.
pub fn back_up(store: &Store, path: Option<&Path>, now: i64) -> StoreResult<Backup> {
    if let Some(path) = path {
        return copy(store, path.to_owned());
    }
    let made = copy_to_folder(store, None, now)?;
    // There is one more than before; that old ones cannot be let go of is no reason to stop.
    drop(thin_backups(store, now));
    Ok(made)
}

/// `None` when a backup of this very moment is there, or somebody is saving just now on an ordinary day.
pub fn back_up_for(
    store: &Store,
    occasion: Occasion,
    now: i64,
) -> Result<Option<Backup>, BookError> {
    match back_up(store, None, now) {
        Ok(made) => Ok(Some(made)),
        Err(StoreError::Exists(_)) => Ok(None),
        Err(StoreError::Changed) if occasion == Occasion::Day => Ok(None),
        Err(source) => {
            let folder = backup_folder(store.path());
            Err(BookError::NotBackedUp { occasion, folder, source })
        }
    }
}

/// Whether there is no backup of the last day. One that is dated later than now is not of the last day,
/// whichever clock was wrong.
pub fn is_due(book: &Path, now: i64) -> bool {
    let newest = backups_of(book).into_iter().find(|it| it.at <= now);
    newest.is_none_or(|it| DAY <= now - it.at)
}

/// Nothing in it that could be lost.
pub fn is_blank(snapshot: &Snapshot) -> bool {
    snapshot.units().all(|data| {
        data.caseworkers.is_empty() && data.last_typed_month().is_none() && data.episodes.is_empty()
    })
}
