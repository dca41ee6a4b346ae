//! Backups and restoring: verified copies beside the book, and a book put back from one.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{Author, Book, BookError};
use crate::domain::EntryKind;
use crate::storage::{Stamp, StoreError, StoreResult, copy_to, restore_over, verify};

/// A copy that was made and read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    pub bytes: u64,
}

/// The folder beside a book where its backups lie.
pub fn backup_folder(book: &Path) -> PathBuf {
    let mut name = book.file_stem().unwrap_or_default().to_owned();
    name.push("-sikkerhedskopier");
    book.with_file_name(name)
}

/// A backup that lies in the folder of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptBackup {
    pub path: PathBuf,
    /// Milliseconds since 1 January 1970, UTC; by its name, for a copy of a file gets a new date.
    pub at: i64,
    pub bytes: u64,
}

/// The backups of a book by name, the newest first. What cannot be listed is not there.
pub fn backups_of(book: &Path) -> Vec<KeptBackup> {
    let items = std::fs::read_dir(backup_folder(book)).into_iter().flatten().flatten();
    let mut found: Vec<KeptBackup> = items.filter_map(|it| kept(&it.path())).collect();
    found.sort_by(|a, b| (b.at, &b.path).cmp(&(a.at, &a.path)));
    found
}

fn kept(path: &Path) -> Option<KeptBackup> {
    let stem = path.file_stem()?.to_str()?;
    let stamp = stem.get(stem.len().checked_sub(STAMP_LENGTH)?..)?;
    let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?;
    let bytes = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?.len();
    Some(KeptBackup { path: path.to_owned(), at: at.and_utc().timestamp_millis(), bytes })
}

/// How the moment stands at the end of a backup's name, and how many characters that is.
const STAMP: &str = "%Y%m%d-%H%M%S-%3f";
const STAMP_LENGTH: usize = 19;

/// What is about to happen that has no way back but the backup; its name says so, and it is never thinned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Risk {
    /// New tables.
    Upgrade,
    Erasure,
    Restore,
}

impl Risk {
    const fn word(self) -> &'static str {
        match self {
            Self::Upgrade => "-opgradering",
            Self::Erasure => "-sletning",
            Self::Restore => "-gendannelse",
        }
    }
}

/// `navn-20261122-091500-123.sagstakt`: sorts by time, and the same moment never comes twice.
pub fn backup_name(book: &Path, now: i64) -> PathBuf {
    named(book, "", now)
}

fn named(book: &Path, before: &str, now: i64) -> PathBuf {
    let stem = book.file_stem().unwrap_or_default().to_string_lossy();
    let at = DateTime::<Utc>::from_timestamp_millis(now).unwrap_or_default();
    let stamp = at.format(STAMP);
    backup_folder(book).join(format!("{stem}{before}-{stamp}.sagstakt"))
}

impl Book {
    /// Copies the book to `path`, or into its folder of backups, where older ones are thinned.
    pub fn backup(&self, path: Option<&Path>, now: i64) -> StoreResult<Backup> {
        if let Some(path) = path {
            return self.copy(path.to_owned());
        }
        let made = self.copy_to_folder("", now)?;
        // There is one more than before; that old ones cannot be let go of is no reason to stop.
        drop(self.thin_backups(now));
        Ok(made)
    }

    /// The same before something that cannot be undone.
    pub(super) fn backup_before(&self, risk: Risk, now: i64) -> StoreResult<Backup> {
        self.copy_to_folder(risk.word(), now)
    }

    fn copy_to_folder(&self, before: &str, now: i64) -> StoreResult<Backup> {
        std::fs::create_dir_all(backup_folder(self.path()))?;
        self.copy(named(self.path(), before, now))
    }

    fn copy(&self, path: PathBuf) -> StoreResult<Backup> {
        if let Err(error) = copy_to(&self.store, &path) {
            // Gone again unless there are earlier copies in it.
            drop(std::fs::remove_dir(backup_folder(self.path())));
            return Err(error);
        }
        let bytes = std::fs::metadata(&path)?.len();
        Ok(Backup { path, bytes })
    }

    /// Puts the content of a backup in place of this book's, as one whole. The present
    /// content is backed up first, and the journal says who did it. Gives where the present content is.
    pub fn restore(mut self, from: &Path, author: &Author) -> Result<(Self, Backup), BookError> {
        verify(from)?;
        self.prepare(author)?;
        let path = self.path().to_owned();
        let saved = match self.backup_before(Risk::Restore, author.now) {
            Ok(saved) => saved,
            // It could be opened, but not everything in it can be read: it is kept as it is.
            Err(StoreError::Damaged(_)) => {
                drop(self);
                let (book, kept) = Self::restore_in_place_of(&path, from, author)?;
                let path = kept.unwrap_or(path);
                let bytes = std::fs::metadata(&path).map_err(StoreError::from)?.len();
                return Ok((book, Backup { path, bytes }));
            }
            Err(error) => return Err(error.into()),
        };
        let lease = self.holding.hand_over();
        drop(self.store);
        restore_over(&path, from, stamp(from, author))?;
        let mut book = Self::open(&path)?;
        book.holding.receive(lease);
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
        restore_over(path, from, stamp(from, author))?;
        Ok((Self::open(path)?, kept))
    }
}

/// The journal line of a restore: what came before it cannot be undone.
fn stamp(from: &Path, author: &Author) -> Stamp {
    let name = from.file_name().unwrap_or_default();
    Stamp {
        kind: EntryKind::Final,
        at: author.now,
        user: author.user.clone(),
        source: author.source,
        detail: name.to_string_lossy().into_owned(),
        reason: None,
    }
}

/// A damaged file is never deleted.
fn keep_damaged(path: &Path, author: &Author) -> StoreResult<Option<PathBuf>> {
    if !path.exists() {
        return Ok(None);
    }
    for number in 1..100 {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".beskadiget-{}", author.today));
        if 1 < number {
            name.push(format!("-{number}"));
        }
        let kept = PathBuf::from(name);
        if !kept.exists() {
            std::fs::rename(path, &kept)?;
            return Ok(Some(kept));
        }
    }
    Err(StoreError::Exists(path.to_owned()))
}
