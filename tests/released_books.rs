//! A book of every released schema opens, checks and says what it said.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by failing"
)]

use std::path::Path;

use sagstakt::book::Book;
use sagstakt::domain::{Change, ChangeBlock, EntryId, FactKind, Period};
use sagstakt::export::overview_json;
use sagstakt::report::compose;

fn check(name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name), &path)
        .unwrap();
    let mut book = Book::open(&path).unwrap();
    assert!(book.check().unwrap().is_sound());
    let overview = overview_json(&compose(book.snapshot(), Period::parse("2026H1").unwrap(), None));
    // From the expected figures of the sample, overview-2026H1.
    let shown = |unit: usize, key: &str| overview[unit]["figures"][key]["shown"].clone();
    assert_eq!(shown(0, "cases"), "469");
    assert_eq!(shown(0, "caseload"), "29,3");
    assert_eq!(shown(2, "wait_started_median"), "15,0");
}

#[test]
fn schema_1() {
    check("v1.sagstakt");
}

/// Holds every kind of fact but an edition, every number that stands for a word, and steps taken back and carried out
/// again. A kind or a word that got another number would be read, hashed or replayed as something else.
#[test]
fn every_number_of_the_file_means_what_it_meant() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("numbers.sagstakt");
    let released = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/v2-numbers.sagstakt");
    std::fs::copy(released, &path).unwrap();
    let mut book = Book::open(&path).unwrap();
    let report = book.check().unwrap();
    assert!(report.is_sound() && report.entries == 6, "{report:?}");
    let block = book.entry(EntryId(1)).unwrap().unwrap().changes;
    let changes: Vec<Change> = block.iter().map(Result::unwrap).collect();
    let mut kinds: Vec<FactKind> = changes.iter().map(Change::kind).collect();
    kinds.dedup();
    assert_eq!(kinds.len(), 12, "all but an edition: {kinds:?}");
    assert_eq!(ChangeBlock::from_changes(&changes), *block, "written as it was");
}

/// Holds an edition with its files.
#[test]
fn schema_2() {
    check("v2.sagstakt");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("v2.sagstakt");
    let released = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/v2.sagstakt");
    std::fs::copy(released, &path).unwrap();
    let mut book = Book::open(&path).unwrap();
    let snapshot = std::sync::Arc::clone(book.snapshot());
    let (id, edition) = snapshot.shared.editions.iter().next().unwrap();
    assert_eq!((edition.half_year.to_string().as_str(), edition.number), ("2019H1", 1));
    assert_eq!(edition.files.len(), 10);
    for file in &edition.files {
        let bytes = book.edition_file(*id, &file.name).unwrap().unwrap();
        assert_eq!(bytes.len() as u64, file.length, "{}", file.name);
    }
    assert!(sagstakt::report::Past::of(&snapshot, None).is_ok(), "what was frozen is read");
    assert!(book.check().unwrap().is_sound());
    drop(book);

    // A byte of a stored file changed by another program is found.
    let mut bytes = std::fs::read(&path).unwrap();
    let place = bytes.windows(8).position(|it| it.starts_with(b"%PDF-1.7")).unwrap();
    bytes[place + 200] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let mut book = Book::open(&path).unwrap();
    assert!(!book.check().unwrap().is_sound());
    let pdf = edition.files.iter().find(|it| it.media_type == "application/pdf").unwrap();
    assert!(book.edition_file(*id, &pdf.name).is_err(), "never given back");
}
