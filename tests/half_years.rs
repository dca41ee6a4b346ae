//! A book of which only some half-years are read says of them what the whole book says.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use std::path::PathBuf;

use rusqlite::Connection;
use sagstakt::book::{Book, Circumstances, Command, SharedCommand, clock};
use sagstakt::domain::{HalfYear, Month, Period, SettingKey, Source, WaitingList};
use sagstakt::import::sample;
use sagstakt::report::{compose, halves_read};
use sagstakt::storage::StoreError;

fn book() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.sagstakt");
    drop(sample::make(&path, "Eksempel", &clock::author(Source::CommandLine)).unwrap());
    (folder, path)
}

fn periods() -> Vec<Period> {
    let mut periods = Vec::new();
    for year in 2019..=2026 {
        periods.push(Period::parse(&year.to_string()).unwrap());
        periods.extend((1..=4).map(|it| Period::parse(&format!("{year}Q{it}")).unwrap()));
        periods.extend((1..=2).map(|it| Period::HalfYear(HalfYear::new(year, it).unwrap())));
        periods.extend([1, 6, 10].map(|it| Period::Month(Month::new(year, it).unwrap())));
    }
    periods
}

#[test]
fn a_period_is_the_same_from_its_half_years_as_from_the_whole_book() {
    let (_folder, path) = book();
    let whole = Book::open(&path).unwrap();
    let all: usize = whole.snapshot().units().map(|it| it.counts.len()).sum();
    let mut fewer = 0;
    for period in periods() {
        let part = Book::read(&path, &halves_read(period)).unwrap();
        let held: usize = part.units().map(|it| it.counts.len()).sum();
        fewer += usize::from(held < all);
        assert_eq!(
            compose(&part, period, None),
            compose(whole.snapshot(), period, None),
            "{period:?}"
        );
    }
    assert!(periods().len() / 2 < fewer, "most periods are read from part of the book: {fewer}");
}

/// Changes one stored count behind the program's back.
fn damage(path: &PathBuf, year: i32) {
    let connection = Connection::open(path).unwrap();
    let sql = "UPDATE case_count SET cases = cases + 1 WHERE month = ?1 AND caseworker = \
               (SELECT min(caseworker) FROM case_count WHERE month = ?1)";
    assert_eq!(connection.prepare(sql).unwrap().execute([year * 12]).unwrap(), 1);
}

#[test]
fn damage_in_a_half_year_that_is_read_is_found() {
    for (damaged, found) in [(2024, true), (2026, true), (2020, false)] {
        let (_folder, path) = book();
        damage(&path, damaged);
        let period = Period::parse("2026H1").unwrap();
        let read = Book::read(&path, &halves_read(period));
        assert_eq!(matches!(read, Err(StoreError::Damaged(_))), found, "{damaged}");
        assert!(matches!(Book::open(&path), Err(StoreError::Damaged(_))), "the whole book: always");
    }
}

#[test]
fn a_book_saved_before_half_years_were_told_apart_is_read_whole_and_learns_them_with_the_next_save()
{
    let (_folder, path) = book();
    let connection = Connection::open(&path).unwrap();
    let sql = "UPDATE book_state SET digests = substr(digests, 1, 128)";
    assert_eq!(connection.prepare(sql).unwrap().execute([]).unwrap(), 1);
    drop(connection);
    let period = Period::parse("2026H1").unwrap();
    let held = || -> usize {
        let read = Book::read(&path, &halves_read(period)).unwrap();
        read.units().map(|it| it.counts.len()).sum()
    };
    let all = held();
    let mut book = Book::open(&path).unwrap();
    let name = Some("Ny".to_owned());
    let command =
        Command::Shared(SharedCommand::SetSettings(vec![(SettingKey::Municipality, name)]));
    book.run(command, &clock::author(Source::CommandLine), Circumstances::default()).unwrap();
    book.release();
    drop(book);
    assert!(held() < all);
    Book::open(&path).unwrap();
}

#[test]
fn a_waiting_list_begins_with_the_first_count_also_when_that_half_year_is_not_asked_for() {
    let (_folder, path) = book();
    let mut book = Book::open(&path).unwrap();
    let unit = book.snapshot().unit_by_code("BFA").unwrap();
    let (id, mut unit) = (unit.id, unit.unit.clone());
    unit.waiting_list = WaitingList::Kept { register_from: None, register_through: None };
    let author = clock::author(Source::CommandLine);
    book.run(Command::EditUnit { id, unit }, &author, Circumstances::default()).unwrap();
    book.release();
    let whole = book.snapshot().unit_by_code("BFA").unwrap();
    let half = |text| HalfYear::parse(text).unwrap();
    for (first, last) in
        [("2022H1", "2023H2"), ("2019H1", "2019H1"), ("2026H2", "2026H2"), ("2030H1", "2031H1")]
    {
        let read = Book::read(&path, &(half(first)..=half(last))).unwrap();
        let part = read.unit_by_code("BFA").unwrap();
        assert!(part.counts.len() < whole.counts.len());
        assert_eq!(part.first_typed_month(), whole.first_typed_month());
        assert_eq!(part.last_typed_month(), whole.last_typed_month());
    }
}
