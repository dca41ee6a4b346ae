//! Backups and restoring: verified copies beside the book, and a book put back from one.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};

use super::{Author, Circumstances};
use crate::domain::{EntryHead, EntryKind};
use crate::storage::{Store, StoreError, StoreResult, copy_to};

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

/// Copies an open book to `path`.
pub fn copy(store: &Store, path: PathBuf) -> StoreResult<Backup> {
    if let Err(error) = copy_to(store, &path) {
        // Gone again unless there are earlier copies in it.
        drop(std::fs::remove_dir(backup_folder(store.path())));
        return Err(error);
    }
    backup_at(path)
}

/// Copies an open book into its folder of backups, before something that cannot be undone where one is named.
pub fn copy_to_folder(store: &Store, before: Option<Risk>, now: i64) -> StoreResult<Backup> {
    std::fs::create_dir_all(backup_folder(store.path()))?;
    copy(store, named(store.path(), before.map_or("", Risk::word), now))
}

/// A copy that is there.
pub fn backup_at(path: PathBuf) -> StoreResult<Backup> {
    let bytes = std::fs::metadata(&path)?.len();
    Ok(Backup { path, bytes })
}

/// The journal line of a restore: what came before it cannot be undone.
pub fn head_of_restore(from: &Path, author: &Author) -> EntryHead {
    let name = from.file_name().unwrap_or_default().to_string_lossy().into_owned();
    author.head(EntryKind::Final, Circumstances { detail: name, reason: None })
}

/// A damaged file is never deleted.
pub fn keep_damaged(path: &Path, author: &Author) -> StoreResult<Option<PathBuf>> {
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
