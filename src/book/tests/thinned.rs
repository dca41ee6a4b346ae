//! Backups of a real book are thinned by their names, and those that may be needed stay.

use super::*;
use crate::book::copies::backup_folder;

const HOUR: i64 = 3_600_000;

/// Names of the backups there are.
fn names(fixture: &Fixture) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(backup_folder(&fixture.path))
        .unwrap()
        .map(|it| it.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn at(hours: i64) -> i64 {
    author().now + hours * HOUR
}

/// A book with backups in the first and second quarter of each of these hours before now.
fn backed_up(hours: &[i64]) -> Fixture {
    let fixture = Fixture::new();
    for hour in hours {
        for quarter in [0, HOUR / 4] {
            let name = backup_name(&fixture.path, at(-hour) + quarter);
            std::fs::create_dir_all(backup_folder(&fixture.path)).unwrap();
            fixture.book.backup(Some(&name), 0).unwrap();
        }
    }
    fixture
}

fn is_there(fixture: &Fixture, moment: i64) -> bool {
    backup_name(&fixture.path, moment).exists()
}

#[test]
fn a_new_backup_lets_go_of_what_later_ones_stand_for() {
    let fixture = backed_up(&[3, 100]);
    fixture.book.backup(None, at(0)).unwrap();
    for hour in [3, 100] {
        assert!(!is_there(&fixture, at(-hour)), "{hour}");
        assert!(is_there(&fixture, at(-hour) + HOUR / 4), "{hour}");
    }
    assert_eq!(names(&fixture).len(), 3);
}

#[test]
fn what_is_not_ours_or_was_made_before_a_risk_stays() {
    let mut fixture = backed_up(&[3]);
    let folder = backup_folder(&fixture.path);
    let ours = backup_name(&fixture.path, at(-3));
    let stem = ours.file_name().unwrap().to_string_lossy().into_owned();
    for other in ["Kopi af ", "x"] {
        std::fs::copy(&ours, folder.join(format!("{other}{stem}"))).unwrap();
    }
    std::fs::write(folder.join("noter.txt"), "mine").unwrap();
    fixture.run(Command::SetCells(vec![cases(2, 1, 31)]));
    let Author { now, .. } = author();
    let backup = backups_of(&fixture.path).first().unwrap().path.clone();
    let (book, saved) =
        fixture.book.restore(&backup, &Author { now: now + 1, ..author() }).unwrap();
    let fixture = Fixture { book, ..fixture };
    assert!(saved.path.to_string_lossy().contains("-gendannelse-"), "{}", saved.path.display());
    fixture.book.backup(None, now + 2).unwrap();
    fixture.book.backup(None, now + 3 * HOUR).unwrap();
    fixture.book.backup(None, now + 3 * HOUR + 1).unwrap();
    let left = names(&fixture);
    assert!(saved.path.exists() && folder.join("noter.txt").exists(), "{left:?}");
    assert_eq!(left.iter().filter(|it| it.ends_with(&stem) && **it != stem).count(), 2, "{left:?}");
    assert!(!ours.exists(), "an ordinary one is let go of");
}

#[test]
fn what_an_erasure_listed_stays() {
    let mut fixture = backed_up(&[3]);
    let erased = fixture.book.erase(CaseworkerId(2), &author()).unwrap();
    assert_eq!(erased.copies.len(), 3);
    let made = erased.copies.iter().filter(|it| it.path.to_string_lossy().contains("-sletning-"));
    assert_eq!(made.count(), 1);
    // Two of one hour after it, and the hour is long gone.
    for minutes in [60, 65] {
        fixture.book.backup(None, author().now + minutes * 60_000).unwrap();
    }
    fixture.book.backup(None, at(400 * 24)).unwrap();
    assert!(erased.copies.iter().all(|it| it.path.exists()), "{:?}", names(&fixture));
    assert!(!is_there(&fixture, author().now + 60 * 60_000), "those after it are thinned");
}

/// The clock of the computer stands at 1970, or a day back.
#[test]
fn a_clock_behind_the_book_prunes_nothing() {
    for now in [0, author().now - 24 * HOUR] {
        let fixture = backed_up(&[3, 30, 100]);
        fixture.book.backup(None, now).unwrap();
        assert_eq!(names(&fixture).len(), 7, "{now}");
    }
}

#[test]
fn what_cannot_be_read_stays_and_so_does_the_newest_that_can() {
    let fixture = backed_up(&[3]);
    let newest = backup_name(&fixture.path, at(-3) + HOUR / 4);
    let mut bytes = std::fs::read(&newest).unwrap();
    let middle = bytes.len() / 2;
    bytes.get_mut(middle..middle + 4096).unwrap().fill(0x55);
    std::fs::write(&newest, &bytes).unwrap();
    fixture.book.backup(None, at(0)).unwrap();
    assert!(is_there(&fixture, at(-3)) && newest.exists());
}

#[test]
fn one_from_before_an_upgrade_stays_whatever_it_is_called() {
    let fixture = backed_up(&[3]);
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/v1.sagstakt");
    std::fs::copy(old, backup_name(&fixture.path, at(-3))).unwrap();
    fixture.book.backup(None, at(0)).unwrap();
    assert_eq!(names(&fixture).len(), 3);

    // An old book is backed up under a name of its own before its first save.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gammel.sagstakt");
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/v1.sagstakt");
    std::fs::copy(old, &path).unwrap();
    let mut book = Book::open(&path).unwrap();
    book.prepare(&author()).unwrap();
    let all = backups_of(&path);
    assert_eq!(all.len(), 1);
    assert!(all.first().unwrap().path.to_string_lossy().contains("gammel-opgradering-"));
}

#[test]
fn a_day_without_a_backup_is_due_and_a_backup_of_tomorrow_does_not_count() {
    let mut fixture = Fixture::new();
    let now = author().now;
    assert!(fixture.book.is_backup_due(now), "there is none");
    let made = fixture.book.daily_backup(now).unwrap().unwrap();
    assert!(!fixture.book.is_backup_due(now + 23 * HOUR));
    assert!(fixture.book.is_backup_due(now + 24 * HOUR));
    assert!(fixture.book.is_backup_due(now - HOUR), "it is dated later than now");
    // Where the folder should be lies a file: it is said, and the book is as it was.
    std::fs::remove_file(made.path).unwrap();
    std::fs::remove_dir(backup_folder(&fixture.path)).unwrap();
    std::fs::write(backup_folder(&fixture.path), "").unwrap();
    let failed = fixture.book.daily_backup(now).unwrap_err();
    let words =
        crate::text::errors::book_error(crate::text::Lang::Da, &failed, &fixture.path).text();
    assert!(words.starts_with("Dagens sikkerhedskopi kunne ikke skrives"), "{words}");
    fixture.run(Command::SetCells(vec![cases(2, 1, 31)]));
    let folder = tempfile::tempdir().unwrap();
    let empty = Book::create(&folder.path().join("ny.sagstakt")).unwrap();
    assert!(!empty.is_backup_due(now), "nothing in it can be lost");
}
