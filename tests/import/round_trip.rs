//! What is exported and imported again is the same book, and is written as the same bytes.

use std::collections::BTreeMap;

use proptest::prelude::*;
use sagstakt::book::{Create, ImportOptions};
use sagstakt::domain::Snapshot;
use sagstakt::export::{Dialect, tables};
use sagstakt::import::read_bytes;

use super::files::{DESCRIPTION, assert_sound, import, options, read, sample_book};
use super::support::shared;

fn exported(book: &Snapshot, dialect: Dialect) -> BTreeMap<&'static str, Vec<u8>> {
    tables(book, dialect).unwrap().into_iter().collect()
}

fn imported(files: &BTreeMap<&'static str, Vec<u8>>) -> Snapshot {
    let known = files.iter().filter(|it| *it.0 != DESCRIPTION);
    let files: Vec<(&str, &[u8])> = known.map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let mut book = Snapshot::default();
    let plan = import(&mut book, read_bytes(&files).unwrap(), options());
    assert_sound(&plan);
    book
}

#[track_caller]
fn check(book: &Snapshot) {
    for dialect in [Dialect::Danish, Dialect::Plain] {
        let first = exported(book, dialect);
        let second = exported(&imported(&first), dialect);
        for (name, bytes) in &first {
            let text = |it: &[u8]| String::from_utf8_lossy(it).into_owned();
            assert_eq!(text(bytes), text(&second[name]), "{name}");
        }
        assert_eq!(first.len(), second.len());
    }
}

#[test]
fn the_sample_comes_back_as_it_was() {
    let book = sample_book();
    check(&book);
    let back = imported(&exported(&book, Dialect::Danish));
    assert_eq!((&back.offers, &back.identities), (&book.offers, &book.identities));
    assert!(back.units().eq(book.units()), "units differ");
    assert_eq!(back.shared, book.shared);
    let files = exported(&book, Dialect::Danish);
    for name in [
        "enheder.csv",
        "raadgivere.csv",
        "ansaettelser.csv",
        "fravaer.csv",
        "sagstal.csv",
        "venteliste.csv",
        "maaltal.csv",
        "haendelser.csv",
        "udvalg.csv",
    ] {
        let original = sagstakt::import::sample::FILES.iter().find(|it| it.0 == name).unwrap().1;
        assert_eq!(
            String::from_utf8_lossy(&files[name]),
            String::from_utf8_lossy(original),
            "{name}"
        );
    }
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn variants_and_public_figures_come_back_as_they_were() {
    for folder in ["variants/bands", "variants/typed", "variants/worked", "real/camhs"] {
        let path = shared(&format!("data/{folder}"));
        let mut book = Snapshot::default();
        assert_sound(&import(&mut book, read(path), options()));
        check(&book);
    }
}

/// Rows of every table, drawn at random; what contradicts itself is refused and the rest is a book.
fn tables_of_rows() -> impl Strategy<Value = String> {
    let month = (2019_i32..2021, 1_u32..13).prop_map(|(y, m)| format!("{y}-{m:02}"));
    let who = prop::sample::select(vec![
        "AB",
        "=1+1",
        "'-x",
        "\u{c6}\u{d8}\u{c5}",
        "a;b",
        "q\"q",
        "x, y",
    ]);
    let row = (month, prop::sample::select(vec!["A", "+B"]), who, 0_u32..60).prop_map(
        |(month, unit, who, cases)| {
            format!("{month};{};{};{cases};;;\r\n", quoted(unit), quoted(who))
        },
    );
    prop::collection::vec(row, 1..40).prop_map(|rows| rows.concat())
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn registers() -> impl Strategy<Value = String> {
    let day = |from: i32| {
        (from..from + 2, 1_u32..13, 1_u32..29).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"))
    };
    let ended = prop_oneof![Just(String::new()), day(2021)];
    let row = (
        prop::sample::select(vec!["A", "+B", "C"]),
        0_u32..30,
        prop::sample::select(vec!["", "Samtale", "@x"]),
        day(2019),
        ended,
        any::<bool>(),
    )
        .prop_map(|(unit, number, offer, approved, ended, gone)| {
            let (started, withdrawn) =
                if gone { (String::new(), ended) } else { (ended, String::new()) };
            format!("{unit};R{number};{offer};{approved};{started};{withdrawn}\r\n")
        });
    prop::collection::vec(row, 0..30).prop_map(|rows| rows.concat())
}

fn figures() -> impl Strategy<Value = String> {
    let month = (2018_i32..2023, 1_u32..13).prop_map(|(y, m)| format!("{y}-{m:02}"));
    let number = || prop_oneof![Just(String::new()), (0_u32..2000).prop_map(|it| it.to_string())];
    let mean = || {
        prop_oneof![
            Just(String::new()),
            (0_u32..2000).prop_map(|it| format!("{},{:03}", it / 7, it % 1000))
        ]
    };
    let cells = (number(), number(), -5_i32..5, number(), number(), mean(), mean(), number());
    let row = (month, prop::sample::select(vec!["C", "D"]), cells).prop_map(|(month, unit, c)| {
        format!(
            "{month};{unit};{};;{};;{};{};{};;{};{};{}\r\n",
            c.0, c.1, c.2, c.3, c.4, c.5, c.6, c.7
        )
    });
    prop::collection::vec(row, 0..20).prop_map(|rows| rows.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_small_book_comes_back_as_it_was(counts in tables_of_rows(), register in registers(), figures in figures()) {
        let headed = |table: &str, rows: &str| {
            let original = sagstakt::import::sample::FILES.iter().find(|it| it.0 == table).unwrap().1;
            let header = String::from_utf8_lossy(original).lines().next().unwrap().to_owned();
            format!("{header}\r\n{rows}")
        };
        let files = [
            ("sagstal.csv", headed("sagstal.csv", &counts)),
            ("enhedstal.csv", headed("enhedstal.csv", &figures)),
            ("venteliste.csv", headed("venteliste.csv", &register)),
        ];
        let files: Vec<(&str, &[u8])> = files.iter().map(|it| (it.0, it.1.as_bytes())).collect();
        let anything = ImportOptions {
            create: Create::Yes,
            accept_partial: sagstakt::book::AcceptPartial::Yes,
            ..options()
        };
        let mut book = Snapshot::default();
        import(&mut book, read_bytes(&files).unwrap(), anything);
        check(&book);
    }
}
