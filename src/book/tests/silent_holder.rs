//! A holder on another computer that no longer gives a sign of life is taken over by a person's word, and not before.

use std::time::Duration;

use super::*;

/// A lease as another computer writes it, with its counter.
fn lease_from_elsewhere(book: &Path, beat: u64) {
    let note = serde_json::json!({
        "id": "6b1f0f3e-7a9c-4a53-9d0e-2f1c5b8f7a11",
        "user": "karen", "computer": "PC-1423", "boot": "another", "process": 7,
        "since": 1_790_000_000_000_i64, "beat": beat,
    });
    let mut path = book.as_os_str().to_owned();
    path.push(".lease");
    std::fs::write(path, note.to_string()).unwrap();
}

#[test]
fn a_moving_counter_is_alive_and_a_still_one_is_taken_over_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bog.sagstakt");
    let author = author();
    let mut book = Book::create(&path).unwrap();
    book.set_patience(Patience { silence: Duration::from_millis(300), ..Patience::default() });
    lease_from_elsewhere(&path, 1);
    assert!(!book.is_holder_silent(&author), "seen once");
    std::thread::sleep(Duration::from_millis(400));
    // It has moved meanwhile: the time begins again.
    lease_from_elsewhere(&path, 2);
    assert!(!book.is_holder_silent(&author));
    let refused = book.take_over(&author).unwrap_err();
    assert!(matches!(refused, StoreError::Held(fixture) if fixture.user == "karen"));
    std::thread::sleep(Duration::from_millis(400));
    assert!(book.is_holder_silent(&author));
    // Nobody takes it without being asked to.
    assert!(!book.is_holding());
    book.take_over(&author).unwrap();
    assert!(book.is_holding() && !book.is_holder_silent(&author));
    assert_ne!(book.holder().unwrap().user, "karen");
}
