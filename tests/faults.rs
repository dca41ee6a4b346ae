//! Files that are damaged, foreign, newer or hostile: refused in words, unchanged, at once.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by failing"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use support::{sagstakt, shared};

fn run(arguments: &[&str]) -> Output {
    let began = Instant::now();
    let output = Command::new(sagstakt()).args(arguments).output().unwrap();
    assert!(began.elapsed() < Duration::from_secs(20), "{arguments:?} hangs");
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(!words.contains("panicked"), "{arguments:?}: {words}");
    output
}

/// Every verb refuses the file in words, with this exit code, and leaves its bytes alone.
fn check_refused(path: &Path, exit: i32, code: &str) {
    let before = fs::read(path).unwrap();
    let db = path.display().to_string();
    let verbs: [&[&str]; 6] = [
        &["check", "--db", &db],
        &["overview", "--db", &db, "--half", "2026H1"],
        &["record", "--db", &db, "--unit", "FTI", "--month", "2026-09", "cases=4"],
        &["undo", "--db", &db],
        &["log", "--db", &db],
        &["backup", "--db", &db],
    ];
    for verb in verbs {
        let output = run(verb);
        let words = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(exit), "{verb:?}: {words}");
        assert!(words.contains(&format!("({code})")), "{verb:?}: {words}");
    }
    assert_eq!(fs::read(path).unwrap(), before, "{db} was changed");
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn foreign_and_malformed_files_are_refused_by_name_and_left_alone() {
    let corpora = shared("corpora");
    let folder = tempfile::tempdir().unwrap();
    let mut files: Vec<PathBuf> = Vec::new();
    for place in ["sqlite-malformed", "generated"] {
        for item in fs::read_dir(corpora.join(place)).unwrap() {
            let path = item.unwrap().path();
            if path.extension().is_some_and(|it| it == "db") {
                files.push(path);
            }
        }
    }
    assert!(160 < files.len(), "{} files", files.len());
    files.sort();
    // Each verb on a few, one verb on all: the way in is the same.
    for (at, path) in files.iter().enumerate() {
        let copy = folder.path().join(path.file_name().unwrap());
        fs::copy(path, &copy).unwrap();
        if at % 20 == 0 {
            check_refused(&copy, 5, "FREMMED-FIL");
            continue;
        }
        let output = run(&["check", "--db", &copy.display().to_string()]);
        assert_eq!(output.status.code(), Some(5), "{}", path.display());
        assert_eq!(fs::read(&copy).unwrap(), fs::read(path).unwrap(), "{}", path.display());
    }
}

/// A sound book of the sample, to be spoilt.
fn sample(folder: &Path) -> PathBuf {
    let path = folder.join("prøve & æøå.sagstakt");
    let made = run(&["demo", "--out", &path.display().to_string()]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    path
}

fn spoil(path: &Path, name: &str, change: impl FnOnce(&mut Vec<u8>)) -> PathBuf {
    let mut bytes = fs::read(path).unwrap();
    change(&mut bytes);
    let spoilt = path.with_file_name(name);
    fs::write(&spoilt, bytes).unwrap();
    spoilt
}

#[test]
fn a_newer_file_is_named_as_newer() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let newer = spoil(&path, "nyere.sagstakt", |bytes| {
        bytes[60..64].copy_from_slice(&9999_u32.to_be_bytes());
    });
    check_refused(&newer, 5, "NYERE-VERSION");
    let words = run(&["check", "--db", &newer.display().to_string()]);
    assert!(String::from_utf8_lossy(&words.stderr).contains("9999"));
}

#[test]
fn a_book_of_ours_with_other_tables_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("andre.sagstakt");
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch(
            "PRAGMA application_id=1399280747; PRAGMA user_version=1; CREATE TABLE entry (a);",
        )
        .unwrap();
    connection.close().unwrap();
    check_refused(&path, 5, "BESKADIGET");
}

#[test]
fn every_damaged_page_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let whole = fs::read(&path).unwrap();
    let pages = whole.len() / 4096;
    assert!(20 < pages);
    let mut accepted = Vec::new();
    for page in 0..pages {
        for kind in ["zero", "ff", "swap", "cut"] {
            let spoilt = spoil(&path, "skadet.sagstakt", |bytes| damage(bytes, page, pages, kind));
            let output = run(&["check", "--db", &spoilt.display().to_string()]);
            if output.status.code() != Some(5) {
                accepted.push(format!("{kind} {page}: {:?}", output.status.code()));
            }
        }
    }
    assert!(accepted.is_empty(), "not found: {accepted:?}");
}

fn damage(bytes: &mut Vec<u8>, page: usize, pages: usize, kind: &str) {
    let place = page * 4096..(page + 1) * 4096;
    match kind {
        "zero" => bytes[place].fill(0),
        "ff" => bytes[place].fill(0xff),
        "swap" => {
            let other = (page + 1) % pages;
            let kept = bytes[place.clone()].to_vec();
            let moved = bytes[other * 4096..(other + 1) * 4096].to_vec();
            bytes[place].copy_from_slice(&moved);
            bytes[other * 4096..(other + 1) * 4096].copy_from_slice(&kept);
        }
        _ => bytes.truncate(page * 4096 + 100),
    }
}

#[test]
fn a_row_changed_by_another_program_is_noticed_when_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection
        .execute_batch("UPDATE case_count SET cases = cases + 1 WHERE rowid_is_not_here IS NULL")
        .unwrap_err();
    connection
        .execute_batch("UPDATE case_count SET cases = 30 WHERE month = 24240 AND cases = 29")
        .unwrap();
    connection
        .execute_batch("UPDATE episode SET started = started + 1 WHERE reference = 'FH0001'")
        .unwrap();
    connection.close().unwrap();
    check_refused(&path, 5, "BESKADIGET");
}

#[test]
fn a_missing_file_is_said_to_be_missing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("findes-ikke.sagstakt");
    let output = run(&["check", "--db", &path.display().to_string()]);
    assert_eq!(output.status.code(), Some(6));
    assert!(String::from_utf8_lossy(&output.stderr).contains("(FIL-VAEK)"));
    assert!(!path.exists());
    assert!(!folder.path().join("findes-ikke.sagstakt.lease").exists());
}

#[test]
fn names_that_mean_something_else_to_a_database_are_only_names() {
    let folder = tempfile::tempdir().unwrap();
    for name in [":memory:", "file:x?mode=memory", "a;b.sagstakt", "Børn & Unge (2026).sagstakt"] {
        let path = folder.path().join(name);
        let made = Command::new(sagstakt())
            .current_dir(folder.path())
            .args(["new", name])
            .output()
            .unwrap();
        assert!(made.status.success(), "{name}: {}", String::from_utf8_lossy(&made.stderr));
        assert!(path.exists(), "{name}");
        let output = run(&["check", "--db", &path.display().to_string()]);
        assert!(output.status.success(), "{name}");
    }
    let names = fs::read_dir(folder.path()).unwrap().flatten().map(|it| it.file_name());
    let strays: Vec<_> = names.filter(|it| it.to_string_lossy().contains("-journal")).collect();
    assert!(strays.is_empty(), "left behind: {strays:?}");
}
