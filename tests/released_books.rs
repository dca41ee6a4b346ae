//! A book of every released schema opens, checks and says what it said.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by failing"
)]

use std::path::Path;

use sagstakt::book::Book;
use sagstakt::domain::Period;
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
