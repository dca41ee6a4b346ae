//! What can go wrong between the program and its file, named for what one can do about it.

use std::path::{Path, PathBuf};

use crate::domain::BlockError;

/// Why bytes are not one of our books.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strange {
    /// Nothing in it.
    Empty,
    /// Not a database at all, or an encrypted one.
    NotADatabase,
    /// A database, but of another program.
    OtherProgram,
    /// Claims to be a book, but has other tables than a book has.
    OtherTables,
}

/// Who holds the right to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub user: String,
    pub computer: String,
    /// Milliseconds since 1 January 1970, UTC.
    pub since: i64,
}

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("no such file: {0}")]
    NotFound(PathBuf),

    /// Already the folder it was to be in is missing, which is another mistake.
    #[error("no such folder: {0}")]
    NoFolder(PathBuf),

    #[error("a file of that name exists: {0}")]
    Exists(PathBuf),

    #[error("not a book: {0:?}")]
    Strange(Strange),

    #[error("made by a newer version: schema {found}, known up to {known}")]
    Newer { found: u32, known: u32 },

    #[error("damaged: {0}")]
    Damaged(String),

    #[error("held by {} on {}", .0.user, .0.computer)]
    Held(Holder),

    /// Somebody saved since this copy was read; read again and repeat.
    #[error("changed by somebody else in the meantime")]
    Changed,

    /// The file was moved, deleted or replaced while it was open.
    #[error("the file is no longer where it was opened: {0}")]
    Gone(PathBuf),

    #[error("cannot be written: {0}")]
    ReadOnly(PathBuf),

    #[error("the disk is full")]
    DiskFull,

    #[error("the disk did not answer as it should")]
    Disk(#[source] std::io::Error),

    #[error("the database refused")]
    Database(#[source] rusqlite::Error),
}

pub type StoreResult<T> = Result<T, StoreError>;

impl StoreError {
    pub fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged(what.into())
    }

    /// Names the file an error is about, where the error did not know it.
    #[must_use]
    pub fn at(self, path: &Path) -> Self {
        let unnamed = |known: &PathBuf| known.as_os_str().is_empty();
        if matches!(&self, Self::ReadOnly(known) if unnamed(known)) {
            Self::ReadOnly(path.to_owned())
        } else if matches!(&self, Self::NotFound(known) if unnamed(known)) {
            Self::missing(path)
        } else {
            self
        }
    }

    fn missing(path: &Path) -> Self {
        match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
                Self::NoFolder(folder.to_owned())
            }
            Some(_) | None => Self::NotFound(path.to_owned()),
        }
    }
}

impl From<BlockError> for StoreError {
    fn from(error: BlockError) -> Self {
        Self::damaged(error.to_string())
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        // The file ends before a page that its header promises.
        if error
            .sqlite_error()
            .is_some_and(|it| it.extended_code == rusqlite::ffi::SQLITE_IOERR_SHORT_READ)
        {
            return Self::Damaged(error.to_string());
        }
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull,
            Some(Code::NotADatabase) => Self::Strange(Strange::NotADatabase),
            Some(Code::DatabaseCorrupt | Code::TypeMismatch | Code::TooBig) => {
                Self::Damaged(error.to_string())
            }
            // Our own budget for reading ran out: only a damaged file asks for more.
            Some(Code::OperationInterrupted) => Self::damaged("reading it does not end"),
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => {
                Self::Held(Holder { user: String::new(), computer: String::new(), since: 0 })
            }
            Some(Code::ReadOnly) => Self::ReadOnly(PathBuf::new()),
            Some(Code::SystemIoFailure | Code::CannotOpen | Code::PermissionDenied) => {
                Self::Disk(std::io::Error::other(error))
            }
            _ => wrong_value(error),
        }
    }
}

/// A value of the wrong kind in a row is damage too.
fn wrong_value(error: rusqlite::Error) -> StoreError {
    let damage = matches!(
        error,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..)
            | rusqlite::Error::QueryReturnedNoRows
    );
    if damage { StoreError::Damaged(error.to_string()) } else { StoreError::Database(error) }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        let kind = error.kind();
        if [Kind::StorageFull, Kind::QuotaExceeded, Kind::FileTooLarge].contains(&kind) {
            Self::DiskFull
        } else if [Kind::PermissionDenied, Kind::ReadOnlyFilesystem].contains(&kind) {
            Self::ReadOnly(PathBuf::new())
        } else if kind == Kind::NotFound {
            Self::NotFound(PathBuf::new())
        } else {
            Self::Disk(error)
        }
    }
}
