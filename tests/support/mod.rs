//! Where the shared files and the program are, and the short way from a folder to a book in memory.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses its own part, and says what it skips"
)]

use std::path::{Path, PathBuf};

use sagstakt::book::{AcceptPartial, Create, Existing, ImportOptions, plan_import};
use sagstakt::domain::{Day, EntryId, Snapshot};
use sagstakt::import::read_paths;

/// A folder or file of the shared ones, which `SAGSTAKT_SHARED` names or which stand beside the repository.
///
/// A test that asks for it says `#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]`, so that it
/// is seen as ignored where there are none; a folder that is named and lacks it is a failure.
#[track_caller]
pub fn shared(place: &str) -> PathBuf {
    let path = Path::new(env!("SHARED_FOLDER")).join(place);
    assert!(path.exists(), "{} is not there", path.display());
    path
}

/// The sample of this repository.
pub fn sample() -> Snapshot {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data"))
}

/// The program under test.
pub fn sagstakt() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_sagstakt"))
}

/// A book of everything in a folder.
pub fn load(folder: &Path) -> Snapshot {
    let mut snapshot = Snapshot::default();
    add(&mut snapshot, folder);
    snapshot
}

/// Imports a file or folder into a book, in place of what is there. Nothing may be refused.
pub fn add(snapshot: &mut Snapshot, path: &Path) {
    let options = ImportOptions {
        existing: Existing::Replace,
        create: Create::No,
        accept_partial: AcceptPartial::No,
        today: Day::new(2026, 11, 22).unwrap(),
    };
    let draft = read_paths(&[path.to_owned()], &mut |_| true).unwrap();
    let plan = plan_import(snapshot, draft, options);
    assert_eq!(plan.verdict.refused(), 0, "{:?}", plan.verdict);
    snapshot.learn(&plan.words);
    snapshot.apply(EntryId(snapshot.revision.0 + 1), &plan.changes).unwrap();
}
