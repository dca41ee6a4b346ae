//! Files, folders and texts, each read into the same draft.

use std::fs::File;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use super::columns::TABLES;
use super::error::{ImportError, Watch};
use super::file;
use super::sheets::Hints;
use crate::book::draft::{Draft, DraftFile, Table};
use crate::book::{FileVerdict, Skip, Skipped};

/// Reads files and folders knowing nothing beside them.
pub fn read_paths(paths: &[PathBuf], watch: &mut Watch<'_>) -> Result<Draft, ImportError> {
    read_paths_with(paths, &Hints::default(), watch)
}

/// Reads files and folders. From a folder only files with a known name are read, in the order in
/// which the tables lean on each other; a file that is named is read whatever it is called.
pub fn read_paths_with(
    paths: &[PathBuf],
    hints: &Hints,
    watch: &mut Watch<'_>,
) -> Result<Draft, ImportError> {
    let mut draft = Draft::default();
    let mut found: Vec<(Option<Table>, PathBuf)> = Vec::new();
    for path in paths {
        if path.is_dir() {
            for path in listed(path)? {
                match table_of(&name_of(&path)) {
                    Some(table) => found.push((Some(table), path)),
                    None => skip(&mut draft, &name_of(&path)),
                }
            }
        } else {
            found.push((table_of(&name_of(path)), path.clone()));
        }
    }
    // Files whose table is not told by their name come last: what they lean on has been read.
    found.sort_by_key(|it| (it.0.is_none(), it.0));
    for (table, path) in found {
        let name = name_of(&path);
        let opened = File::open(&path)
            .map_err(|source| ImportError::Unreadable { name: name.clone(), source })?;
        file::read_file(&mut draft, (&name, table), opened, hints, watch)?;
    }
    Ok(draft)
}

/// Reads files that are already in memory, as if from a folder.
pub fn read_bytes(files: &[(&str, &[u8])]) -> Result<Draft, ImportError> {
    read_bytes_with(files, &Hints::default())
}

pub fn read_bytes_with(files: &[(&str, &[u8])], hints: &Hints) -> Result<Draft, ImportError> {
    let mut draft = Draft::default();
    for (name, bytes) in files {
        let place = (*name, table_of(name));
        file::read_file(&mut draft, place, Cursor::new(*bytes), hints, &mut |_| true)?;
    }
    Ok(draft)
}

/// The table that goes by this file name.
pub fn table_of(name: &str) -> Option<Table> {
    let name = name.to_lowercase();
    let found = TABLES.iter().find(|it| it.danish == name || it.plain == name);
    found.map(|it| it.table)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The files of a folder, by name. Folders in it are left alone.
fn listed(folder: &Path) -> Result<Vec<PathBuf>, ImportError> {
    let unreadable = |source| ImportError::Unreadable { name: name_of(folder), source };
    let mut files = Vec::new();
    for entry in folder.read_dir().map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn skip(draft: &mut Draft, name: &str) {
    let mut verdict = FileVerdict { name: name.to_owned(), ..FileVerdict::default() };
    let (line, at, text, reason) = (None, None, None, Skip::UnknownFile);
    verdict.skipped.push(Skipped { line, at, text, reason });
    draft.files.push(DraftFile { verdict, ..DraftFile::default() });
}
