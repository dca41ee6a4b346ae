//! Naughty strings as names and notes: equal after a round trip, put in order and said so, or refused.

use sagstakt::book::{Create, ImportOptions, Remark};
use sagstakt::domain::Snapshot;
use sagstakt::export::Dialect;
use sagstakt::import::{guarded, read_bytes};

use super::files::{import, options};
use super::names::back;
use super::support::shared;

fn strings() -> Vec<String> {
    let path = shared("corpora/blns/blns.json");
    let strings: Vec<String> =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(strings.len(), 515);
    strings
}

fn quoted(text: &str) -> String {
    guarded(text).replace('"', "\"\"")
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn naughty_strings_come_back_as_they_were_or_are_refused() {
    let strings = strings();
    let mut kept = 0;
    for text in &strings {
        let row = |name: &str| {
            format!(
                "\u{feff}Kode;Navn;T\u{e6}lleenhed;R\u{e5}dgivere;Venteliste;Gyldig fra\r\nA;\"{}\";barn;Ja;Nej;2020-01\r\n",
                name.replace('"', "\"\"")
            )
        };
        let guarded = guarded(text);
        let mut book = Snapshot::default();
        let plan = import(
            &mut book,
            read_bytes(&[("enheder.csv", row(&guarded).as_bytes())]).unwrap(),
            options(),
        );
        let Some(unit) = book.unit_by_code("A") else {
            assert_eq!(plan.verdict.refused(), 1, "{text:?}");
            continue;
        };
        let tidied = plan.verdict.files[0]
            .remarks
            .first
            .iter()
            .any(|it| matches!(it, Remark::Tidied { .. } | Remark::DecodedTwice { .. }));
        assert!(
            unit.unit.names[0].name == *text || tidied,
            "{text:?} became {:?}",
            unit.unit.names[0].name
        );
        kept += 1;
        for dialect in [Dialect::Danish, Dialect::Plain] {
            assert_eq!(back(&book, dialect).unit_by_code("A").unwrap().unit.names, unit.unit.names);
        }
    }
    assert!(300 < kept, "{kept}");
}

/// A note is the source of a target: text that may have several lines.
#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn naughty_strings_as_notes_come_back_as_they_were_or_are_refused() {
    let strings = strings();
    let mut kept = 0;
    for text in &strings {
        let file = format!(
            "\u{feff}M\u{e5}ltal;Enhed;Nedre;\u{d8}vre;M\u{e5}leenhed;Gyldig fra;Kilde\r\nVentetid;;;70;dage;2018-01-01;\"{}\"\r\n",
            quoted(text)
        );
        let mut book = Snapshot::default();
        let plan =
            import(&mut book, read_bytes(&[("maaltal.csv", file.as_bytes())]).unwrap(), options());
        let source =
            |book: &Snapshot| book.shared.targets.values().next().map(|it| it.source.clone());
        let Some(stored) = source(&book) else {
            assert_eq!(plan.verdict.refused(), 1, "{text:?}");
            continue;
        };
        let remarks = &plan.verdict.files[0].remarks.first;
        let is_said =
            |it: &Remark| matches!(it, Remark::Tidied { .. } | Remark::DecodedTwice { .. });
        // A field of spaces is an empty one.
        let is_same = stored == *text || stored.is_empty() && text.trim().is_empty();
        assert!(is_same || remarks.iter().any(is_said), "{text:?} became {stored:?}");
        kept += 1;
        for dialect in [Dialect::Danish, Dialect::Plain] {
            assert_eq!(source(&back(&book, dialect)), Some(stored.clone()), "{text:?}");
        }
    }
    assert!(300 < kept, "{kept}");
}

/// As people in a list of a department: nobody is stored under another name than the one that stood there.
#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn naughty_strings_as_people_of_a_list_are_stored_as_they_stand_or_refused() {
    let strings = strings();
    let mut kept = 0;
    for text in &strings {
        let list = format!(
            "Afdeling\tSagsbehandler\tPeriode\tAntal sager\nBFA\t\"{}\"\t2025-01\t7\n",
            text.replace('"', "\"\"")
        );
        let mut book = Snapshot::default();
        let create = ImportOptions { create: Create::Yes, ..options() };
        let draft = read_bytes(&[("tal.txt", list.as_bytes())]).unwrap();
        let plan = import(&mut book, draft, create);
        let verdict = &plan.verdict.files[0];
        let Some(person) = book.identities.values().next() else {
            // Refused, a total, a note, or nobody: never stored as somebody else's.
            let cases: usize = book.units().map(|it| it.counts.len()).sum();
            assert_eq!(cases, 0, "{text:?}");
            let said = verdict.refused.count + verdict.skipped.count + book.units().count();
            assert_ne!(said, 0, "{text:?}");
            continue;
        };
        let tidied = verdict
            .remarks
            .first
            .iter()
            .any(|it| matches!(it, Remark::Tidied { .. } | Remark::DecodedTwice { .. }));
        assert!(
            person.initials == text.trim() || tidied,
            "{text:?} became {:?}: {:?}",
            person.initials,
            verdict.remarks.first
        );
        kept += 1;
    }
    assert!(250 < kept, "{kept}");
}
