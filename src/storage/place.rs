//! Where a file is: whether the name still leads to the file that was opened, and directories made durable.

use std::fs::{File, Metadata};
use std::path::{Path, PathBuf};

use super::{StoreError, StoreResult};

/// A file as it was found under its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    path: PathBuf,
    mark: (u64, u64),
}

impl Place {
    /// Asks the file system; opens nothing.
    pub fn of(path: &Path) -> StoreResult<Self> {
        let path = std::path::absolute(path)?;
        let metadata = std::fs::metadata(&path)?;
        let mark = mark(&metadata);
        Ok(Self { path, mark })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Fails when the file was moved, deleted or replaced by another.
    pub fn still_there(&self) -> StoreResult<()> {
        let found = std::fs::metadata(&self.path).map(|it| mark(&it));
        match found {
            Ok(mark) if mark == self.mark => Ok(()),
            Ok(_) | Err(_) => Err(StoreError::Gone(self.path.clone())),
        }
    }
}

#[cfg(unix)]
fn mark(metadata: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    (metadata.dev(), metadata.ino())
}

/// Elsewhere an open file cannot be moved or deleted, so its presence is enough.
#[cfg(not(unix))]
fn mark(_: &Metadata) -> (u64, u64) {
    (0, 0)
}

/// The folder a file lies in.
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Makes a new or renamed name in the folder last through a power cut.
pub fn sync_folder_of(path: &Path) -> StoreResult<()> {
    if cfg!(unix) {
        File::open(folder_of(path))?.sync_all()?;
    }
    Ok(())
}

/// A hidden, unique name beside `path`, removed again unless it is kept.
pub fn beside(path: &Path) -> StoreResult<tempfile::TempPath> {
    let prefix = format!(".{}.", path.file_name().unwrap_or_default().to_string_lossy());
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(".ny");
    with_ordinary_rights(&mut builder);
    let file = builder.tempfile_in(folder_of(path));
    let named = |error: std::io::Error| match StoreError::from(error) {
        missing @ StoreError::NotFound(_) => missing.at(path),
        other => other.at(&folder_of(path)),
    };
    Ok(file.map_err(named)?.into_temp_path())
}

/// As any new file of this person's: the process's mask decides who else may read it.
#[cfg(unix)]
fn with_ordinary_rights(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(0o666));
}

/// Elsewhere the folder decides.
#[cfg(not(unix))]
fn with_ordinary_rights(_: &mut tempfile::Builder<'_, '_>) {}

/// The empty journal that SQLite leaves beside a file is of no use once the file has another name.
fn drop_journal_of(path: &Path) {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    let _none = std::fs::remove_file(journal);
}

/// Gives a finished file its name, unless something has that name already. Durable on return.
pub fn keep_new(temporary: tempfile::TempPath, path: &Path) -> StoreResult<()> {
    File::open(&temporary)?.sync_all()?;
    drop_journal_of(&temporary);
    temporary.persist_noclobber(path).map_err(|failed| {
        if failed.error.kind() == std::io::ErrorKind::AlreadyExists {
            StoreError::Exists(path.to_owned())
        } else {
            failed.error.into()
        }
    })?;
    sync_folder_of(path)
}

/// Gives a finished file its name in place of what had it. Durable on return.
pub fn keep_over(temporary: tempfile::TempPath, path: &Path) -> StoreResult<()> {
    File::open(&temporary)?.sync_all()?;
    drop_journal_of(&temporary);
    temporary.persist(path).map_err(|failed| failed.error)?;
    sync_folder_of(path)
}
