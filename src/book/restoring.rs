//! A book put back from a backup.

use std::path::{Path, PathBuf};

use super::copies::{Backup, Risk, backup_at, head_of_restore, keep_damaged};
use super::{Author, Book, BookError};
use crate::storage::{StoreError, restore_over, verify};

impl Book {
    /// Puts the content of a backup in place of this book's, as one whole. The present
    /// content is backed up first, and the journal says who did it. Gives where the present content is.
    pub fn restore(mut self, from: &Path, author: &Author) -> Result<(Self, Backup), BookError> {
        verify(from)?;
        self.prepare(author)?;
        let path = self.path().to_owned();
        let saved = match self.copy_before(Risk::Restore, author.now) {
            Ok(saved) => saved,
            // It could be opened, but not everything in it can be read: it is kept as it is.
            Err(StoreError::Damaged(_)) => {
                drop(self);
                let (book, kept) = Self::restore_in_place_of(&path, from, author)?;
                return Ok((book, backup_at(kept.unwrap_or(path))?));
            }
            Err(error) => return Err(error.into()),
        };
        let lease = self.close();
        restore_over(&path, from, head_of_restore(from, author))?;
        let mut book = Self::open(&path)?;
        book.receive(lease);
        Ok((book, saved))
    }

    /// Puts a backup where there is no readable book: what is there is kept under another name.
    pub fn restore_in_place_of(
        path: &Path,
        from: &Path,
        author: &Author,
    ) -> Result<(Self, Option<PathBuf>), BookError> {
        verify(from)?;
        let kept = keep_damaged(path, author)?;
        restore_over(path, from, head_of_restore(from, author))?;
        Ok((Self::open(path)?, kept))
    }
}
