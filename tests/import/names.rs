//! Names and notes: formulas stay text, hidden characters are refused, and nobody's CPR number gets in.

use sagstakt::book::{AcceptPartial, Create, ImportOptions, Reason};
use sagstakt::domain::{Snapshot, WordingError};
use sagstakt::export::{Dialect, tables};
use sagstakt::import::read_bytes;

use super::files::{DESCRIPTION, import, options};
use super::hostile::create;

fn names(book: &Snapshot) -> Vec<String> {
    book.identities.values().map(|it| it.initials.clone()).collect()
}

/// Exports and imports again.
pub fn back(book: &Snapshot, dialect: Dialect) -> Snapshot {
    let files = tables(book, dialect).unwrap();
    let files: Vec<(&str, &[u8])> =
        files.iter().filter(|it| it.0 != DESCRIPTION).map(|it| (it.0, it.1.as_slice())).collect();
    let mut again = Snapshot::default();
    let plan = import(&mut again, read_bytes(&files).unwrap(), options());
    assert_eq!(plan.verdict.refused(), 0, "{:?}", plan.verdict);
    again
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn formulas_are_text_and_stay_text() {
    let (verdict, book) = create("injection_names.csv");
    assert_eq!((verdict.refused.count, verdict.new, verdict.skipped.count), (0, 9, 2));
    for dialect in [Dialect::Danish, Dialect::Plain] {
        assert_eq!(names(&back(&book, dialect)), names(&book));
        let separator = if dialect == Dialect::Danish { b';' } else { b',' };
        for (name, bytes) in tables(&book, dialect).unwrap() {
            if name == DESCRIPTION {
                continue;
            }
            let mut reader =
                csv::ReaderBuilder::new().delimiter(separator).from_reader(bytes.as_slice());
            for cell in reader
                .records()
                .flat_map(|it| it.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
            {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            }
        }
    }
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn hidden_characters_are_refused() {
    let (verdict, _) = create("unicode_names.csv");
    let hidden = verdict
        .refused
        .first
        .iter()
        .filter(|it| matches!(it.reason, Reason::Wording(WordingError::Hidden(_))));
    assert!(4 <= hidden.count(), "{:?}", verdict.refused.first);
    assert!(
        verdict
            .refused
            .first
            .iter()
            .any(|it| matches!(it.reason, Reason::Wording(WordingError::TooLong { .. })))
    );
}

/// A file for each column that takes words, and the column that holds them.
fn files_with(form: &str) -> [(&'static str, String, &'static str); 8] {
    [
        (
            "enheder.csv",
            format!(
                "Kode;Navn;T\u{e6}lleenhed;R\u{e5}dgivere;Venteliste;Gyldig fra\r\nA;{form};barn;Ja;Ja;2020-01\r\n"
            ),
            "Navn",
        ),
        (
            "sagstal.csv",
            format!("M\u{e5}ned;Enhed;R\u{e5}dgiver;Sager\r\n2020-01;A;{form};3\r\n"),
            "R\u{e5}dgiver",
        ),
        (
            "venteliste.csv",
            format!(
                "Enhed;L\u{f8}benr;Indsats;Visiteret;P\u{e5}begyndt;Frafald\r\nA;{form};;2020-01-01;;\r\n"
            ),
            "L\u{f8}benr",
        ),
        (
            "venteliste.csv",
            format!(
                "Enhed;L\u{f8}benr;Indsats;Visiteret;P\u{e5}begyndt;Frafald\r\nA;1;{form};2020-01-01;;\r\n"
            ),
            "Indsats",
        ),
        (
            "haendelser.csv",
            format!("Dato;Enhed;Titel;Databrud\r\n2020-01-01;;{form};Nej\r\n"),
            "Titel",
        ),
        (
            "maaltal.csv",
            format!(
                "M\u{e5}ltal;Enhed;Nedre;\u{d8}vre;M\u{e5}leenhed;Gyldig fra;Kilde\r\nVentetid;;;70;dage;2018-01-01;{form}\r\n"
            ),
            "Kilde",
        ),
        (
            "udvalg.csv",
            format!("Kode;Navn;Gyldig fra;Gyldig til\r\nBUU;{form};2018-01-01;\r\n"),
            "Navn",
        ),
        (
            "sagstal.csv",
            format!(
                "M\u{e5}ned;Enhed;R\u{e5}dgiver;Sager;Bem\u{e6}rkning\r\n2020-01;A;AB;3;{form}\r\n"
            ),
            "Bem\u{e6}rkning",
        ),
    ]
}

#[test]
fn cpr_numbers_are_stopped_in_every_column() {
    let forms = [
        "010190-1234",
        "0101901234",
        "010190 1234",
        "01 01 90 1234",
        "01.01.90-1234",
        "01-01-90-1234",
        "010190 - 1234",
        "01/01/90 1234",
        "Mor 311299-4321",
        "cpr:2902001234",
    ];
    for form in forms {
        for (name, text, column) in files_with(form) {
            let mut book = Snapshot::default();
            let anything = ImportOptions {
                create: Create::Yes,
                accept_partial: AcceptPartial::Yes,
                ..options()
            };
            let plan = import(&mut book, read_bytes(&[(name, text.as_bytes())]).unwrap(), anything);
            let refused = &plan.verdict.files[0].refused.first;
            assert_eq!(refused.len(), 1, "{name} {form}");
            assert_eq!(
                (refused[0].line, refused[0].column.as_deref()),
                (Some(2), Some(column)),
                "{name} {form}"
            );
            assert_eq!(refused[0].reason, Reason::Wording(WordingError::Cpr), "{name} {form}");
            assert!(plan.changes.is_empty());
        }
    }
}
