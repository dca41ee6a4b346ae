//! Erasing what a person is called: every name they had is overwritten, and nothing in the file leads back.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::Person;
use super::copies::backup_folder;
use crate::domain::{Edit, Entry, Identity, NewWords, Snapshot};
use crate::storage::{Store, StoreResult};

/// A file that still says what the person was called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptCopy {
    pub path: PathBuf,
    pub holds: Holds,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    Person,
    /// It could not be opened, so nobody knows.
    Unknown,
}

/// What came of an erasure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    pub entry: Entry,
    /// What the person is called from now on.
    pub pseudonym: String,
    /// Copies beside the book that still hold the person, the one made just before included.
    pub copies: Vec<KeptCopy>,
    /// Notes, titles and reasons that hold the full name; the program does not rewrite what people wrote.
    pub written_in: Vec<String>,
}

/// An erasure before it is carried out.
pub struct Erasure {
    pub pseudonym: String,
    /// What the person has been called.
    pub names: Vec<Identity>,
    pub words: NewWords,
}

impl Erasure {
    /// Overwrites every name a person has had, in all units they have been in.
    pub fn of(snapshot: &Snapshot, person: &Person) -> Self {
        let pseudonym = free_pseudonym(snapshot);
        let (mut names, mut words) = (Vec::new(), NewWords::default());
        for id in &person.identities {
            let Some(known) = snapshot.identity(*id).cloned() else { continue };
            let after = Identity { initials: pseudonym.clone(), name: None };
            names.push(known.clone());
            words.erased.push(Edit::new(*id, Some(known), Some(after)));
        }
        Self { pseudonym, names, words }
    }
}

/// Whether this is what an erasure calls a person.
pub fn is_pseudonym(text: &str) -> bool {
    let number = text.strip_prefix('X').unwrap_or_default();
    !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit())
}

/// X and the first number nobody has; it tells nothing about the person.
fn free_pseudonym(snapshot: &Snapshot) -> String {
    let taken: BTreeSet<&str> =
        snapshot.identities.values().map(|it| it.initials.as_str()).collect();
    let free = (1..=u32::MAX).map(|it| format!("X{it}")).find(|it| !taken.contains(it.as_str()));
    free.unwrap_or_default()
}

/// Copies in the book's folder and in its folder of backups that hold any of the names.
pub fn copies_of(book: &Path, names: &[Identity]) -> StoreResult<Vec<KeptCopy>> {
    let mut found = Vec::new();
    let folder = book.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let stem = book.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    for (folder, all) in [(folder.to_owned(), false), (backup_folder(book), true)] {
        let items = match std::fs::read_dir(&folder) {
            Ok(items) => items,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error.into()),
        };
        for item in items {
            let path = item?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            // Beside an open book lie its lease and SQLite's emptied journal.
            let is_companion = [".lease", "-journal"].iter().any(|it| name.ends_with(it));
            let is_copy = name.contains(".sagstakt") && !is_companion;
            let is_of_book = all || name.starts_with(&stem);
            if !is_copy || !is_of_book || path == book || !path.is_file() {
                continue;
            }
            if let Some(holds) = holds_any(&path, names) {
                found.push(KeptCopy { path, holds });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn holds_any(path: &Path, names: &[Identity]) -> Option<Holds> {
    let Ok(copy) = Store::open(path).and_then(|mut it| it.load()) else {
        return Some(Holds::Unknown);
    };
    let known: Vec<&Identity> = copy.identities.values().collect();
    names.iter().any(|it| known.contains(&it)).then_some(Holds::Person)
}
