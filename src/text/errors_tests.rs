//! Every rule and every trouble with the file has a sentence in every language.

use std::path::PathBuf;

use super::*;
use crate::domain::{EditionId, EntryId, SettingKey};
use crate::text::sources_tests::assert_whole;

fn every_barred() -> Vec<Barred> {
    let month = Month::parse_iso("2026-09").unwrap();
    let (unit, field) = (|| "FTI".to_owned(), UnitField::Opened);
    vec![
        Barred::UnknownCaseworker,
        Barred::UnitNotThere { unit: unit(), month },
        Barred::CaseworkerNotThere { month },
        Barred::NotBegun { month, latest: month },
        Barred::Negative { field, value: -3 },
        Barred::TooLarge { value: 10_000_000_000 },
        Barred::SplitDoesNotAddUp { cases: 3, parts: 4 },
        Barred::NotTyped { unit: unit(), field },
        Barred::RegisterKept { unit: unit(), month },
        Barred::NoWaitingList { unit: unit() },
        Barred::NoCaseworkers { unit: unit() },
    ]
}

fn every_refusal() -> Vec<Refusal> {
    let month = Month::parse_iso("2026-09").unwrap();
    let day = month.first_day();
    let unit = || "FTI".to_owned();
    vec![
        Refusal::UnknownUnit,
        Refusal::Barred(Barred::UnknownCaseworker),
        Refusal::PlannedEarlier,
        Refusal::NoLongerThere,
        Refusal::EndedBeforeApproval { approved: day, ended: day },
        Refusal::AlreadyWaiting { reference: "F1".to_owned(), since: day },
        Refusal::EpisodeExists { reference: "F1".to_owned() },
        Refusal::CodeTaken { code: unit() },
        Refusal::InitialsTaken { initials: "AB".to_owned() },
        Refusal::EndsBeforeItBegins,
        Refusal::Overlap,
        Refusal::TargetWithoutLimits,
        Refusal::TermsOutOfRange,
        WordingError::Empty.into(),
        WordingError::TooLong { most: 80 }.into(),
        WordingError::Hidden('\u{200B}').into(),
        WordingError::Cpr.into(),
        Refusal::Setting { key: SettingKey::Language },
        Refusal::ReasonNeeded { month },
        Refusal::CommitteeNotInOffice,
        Refusal::ComposedEarlier,
        Refusal::AlreadyWithdrawn(EditionId(1)),
        Refusal::NotYoursToUndo,
        Refusal::TouchedLater { entry: EntryId(2), user: "mha".to_owned(), at: 0 },
        Refusal::FinalSince { entry: EntryId(2) },
        Refusal::NotInEffect(EntryId(2)),
    ]
}

#[test]
fn every_refusal_has_a_sentence() {
    assert_whole(&every_refusal(), "book", "Refusal");
    for (lang, rule) in
        Lang::ALL.into_iter().flat_map(|it| every_refusal().into_iter().map(move |rule| (it, rule)))
    {
        check(&refusal(lang, &rule).text());
    }
    assert_whole(&every_barred(), "domain", "Barred");
    for lang in Lang::ALL {
        for rule in every_barred() {
            check(&barred(lang, &rule).text());
        }
    }
}

#[track_caller]
fn check(text: &str) {
    let is_sentence = text.contains(' ') && !text.contains(['{', '$']) && !text.contains("  ");
    assert!(is_sentence, "{text}");
}

fn every_store_error() -> Vec<StoreError> {
    let path = || PathBuf::from("bog.sagstakt");
    let holder = |user: &str| Holder { user: user.to_owned(), computer: user.to_owned(), since: 0 };
    vec![
        StoreError::NotFound(path()),
        StoreError::NoFolder(path()),
        StoreError::Exists(path()),
        StoreError::Strange(Strange::Empty),
        StoreError::Strange(Strange::NotADatabase),
        StoreError::Strange(Strange::OtherProgram),
        StoreError::Strange(Strange::OtherTables),
        StoreError::Newer { found: 9, known: 3 },
        StoreError::damaged("page 4"),
        StoreError::Held(holder("mha")),
        StoreError::Held(holder("")),
        StoreError::Changed,
        StoreError::Gone(path()),
        StoreError::ReadOnly(PathBuf::new()),
        StoreError::DiskFull,
        StoreError::Disk(std::io::Error::other("gone")),
        StoreError::Database(std::ffi::CString::new("\0").unwrap_err().into()),
    ]
}

#[test]
fn every_trouble_with_the_file_says_what_happened_and_what_to_do_or_what_is_safe() {
    assert_whole(&every_store_error(), "storage", "StoreError");
    for lang in Lang::ALL {
        for error in every_store_error() {
            let told = store_error(lang, &error, Path::new("bog.sagstakt"));
            check(&told.text());
            assert!(!told.message.safe.is_empty() || !told.message.advice.is_empty(), "{error}");
            let (folder, occasion) = (PathBuf::from("kopier"), Occasion::Import);
            let kept = BookError::NotBackedUp { occasion, folder, source: error };
            check(&book_error(lang, &kept, Path::new("bog.sagstakt")).text());
        }
    }
}

#[test]
fn the_hour_is_written_as_in_the_language() {
    let holder = Holder { user: "mha".to_owned(), computer: "pc".to_owned(), since: 0 };
    for (lang, mark) in [(Lang::Da, '.'), (Lang::En, ':')] {
        let told = store_error(lang, &StoreError::Held(holder.clone()), Path::new("a"));
        let time = dates::clock(lang, 0);
        assert!(time.contains(mark) && told.message.what.contains(&time), "{}", told.text());
    }
}
