//! A backup a day of a book that is open for writing.

use super::copies::{backup_folder, backups_of};
use super::storing::is_blank;
use super::thinning::DAY;
use super::{Backup, Book, BookError, Occasion};
use crate::storage::StoreError;

impl Book {
    /// Whether there is something to lose and no backup of the last day. One that is dated later than now
    /// is not of the last day, whichever clock was wrong.
    pub fn is_backup_due(&self, now: i64) -> bool {
        let newest = || backups_of(self.path()).into_iter().find(|it| it.at <= now);
        self.is_worth_a_backup() && newest().is_none_or(|it| DAY <= now - it.at)
    }

    /// Whether somebody who may write has put anything in.
    pub fn is_worth_a_backup(&self) -> bool {
        !self.is_read_only() && !is_blank(self.snapshot())
    }

    /// Makes it; `None` when somebody is saving just now, and it is to be tried again.
    pub fn daily_backup(&self, now: i64) -> Result<Option<Backup>, BookError> {
        match self.backup(None, now) {
            Ok(made) => Ok(Some(made)),
            Err(StoreError::Changed | StoreError::Exists(_)) => Ok(None),
            Err(source) => {
                let folder = backup_folder(self.path());
                Err(BookError::NotBackedUp { occasion: Occasion::Day, folder, source })
            }
        }
    }
}
