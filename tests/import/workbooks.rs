//! The workbooks that departments keep give exactly the figures, gaps and left-out cells that are expected of them.

use std::collections::BTreeSet;

use sagstakt::book::draft::FigureSeen;
use sagstakt::book::{At, FileVerdict, ImportPlan, plan_import};
use sagstakt::domain::Snapshot;
use sagstakt::import::{Hints, Known, Mapping, read_paths_with};
use serde_json::Value as Json;

use super::files::{options, sample_book};
use super::support::shared;

/// A file read with a mapping and planned into a book.
pub fn read(book: &Snapshot, name: &str, mapping: Mapping) -> (Vec<FigureSeen>, ImportPlan) {
    let path = shared(&format!("data/workbooks/{name}"));
    let hints = Hints { known: Known::of(book), mapping, sheet: None };
    let draft = read_paths_with(&[path], &hints, &mut |_| true).unwrap();
    let figures = (0..draft.files.len()).flat_map(|it| draft.figures_of(it)).collect();
    (figures, plan_import(book, draft, options()))
}

/// As the expectations write places.
fn place(line: Option<u32>, at: Option<&At>) -> String {
    match at {
        Some(At::Lines(..)) => format!("linje {}", at.unwrap()),
        Some(At::Column(_)) => format!("kolonne {}", at.unwrap()),
        Some(at) => at.to_string(),
        None => format!("linje {}", line.unwrap()),
    }
}

fn facts(figures: &[FigureSeen]) -> BTreeSet<String> {
    let fact = |it: &FigureSeen| {
        let value = it.value.as_f64();
        let who = it.caseworker.clone().unwrap_or_else(|| "-".to_owned());
        let at = place(Some(it.place.line), it.place.at.as_ref());
        format!("{} {who} {} {} {value} {at}", it.unit, it.month, it.field.key())
    };
    figures.iter().map(fact).collect()
}

fn expected_facts(file: &Json) -> BTreeSet<String> {
    let rows = file["facts"].as_array().unwrap().iter();
    let fact = |it: &Json| {
        let text = |place: usize| it[place].as_str().unwrap_or("-").to_owned();
        let value = it[4].as_f64().unwrap();
        format!("{} {} {} {} {value} {}", text(0), text(1), text(2), text(3), text(5))
    };
    rows.map(fact).collect()
}

/// Everything left out for a reason of its own; what the plan says of the book is told apart.
fn skipped(verdict: &FileVerdict) -> BTreeSet<String> {
    let of_book = ["register", "counted_by_caseworker", "kept"];
    let skips = verdict.skipped.first.iter().filter(|it| !of_book.contains(&it.reason.key()));
    skips.map(|it| format!("{} {}", place(it.line, it.at.as_ref()), it.reason.key())).collect()
}

#[track_caller]
fn check_same(what: &str, found: &BTreeSet<String>, expected: &BTreeSet<String>) {
    let missing: Vec<_> = expected.difference(found).take(12).collect();
    let surplus: Vec<_> = found.difference(expected).take(12).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "{what}: missing {missing:#?}, surplus {surplus:#?}"
    );
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn the_workbooks_give_exactly_what_is_expected() {
    let path = shared("data/workbooks/EXPECTED.json");
    let expected: Json = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let book = sample_book();
    let mut count = 0;
    for file in expected["files"].as_array().unwrap() {
        let name = file["file"].as_str().unwrap();
        let (figures, plan) = read(&book, name, Mapping::default());
        let verdict = &plan.verdict.files[0];
        // One row of the list names somebody unknown: read, and left out when it meets the book.
        let strangers =
            verdict.skipped.first.iter().filter(|it| it.reason.key() == "unknown_caseworker");
        let strangers: BTreeSet<u32> = strangers.filter_map(|it| it.line).collect();
        let kept: Vec<FigureSeen> = figures
            .into_iter()
            .filter(|it| !(it.place.at.is_none() && strangers.contains(&it.place.line)))
            .collect();
        let mut found = facts(&kept);
        // The second of two equal rows is read too, and left out when it meets the first.
        for line in verdict.skipped.first.iter().filter(|it| it.reason.key() == "duplicate_row") {
            found.retain(|it| !it.ends_with(&place(line.line, line.at.as_ref())));
        }
        check_same(name, &found, &expected_facts(file));
        let list = |key: &str, text: &dyn Fn(&Json) -> String| -> BTreeSet<String> {
            file[key].as_array().unwrap().iter().map(text).collect()
        };
        let reasons = list("skipped", &|it| {
            format!("{} {}", it["at"].as_str().unwrap(), it["reason"].as_str().unwrap())
        });
        check_same(name, &skipped(verdict), &reasons);
        let blank = verdict.understood.blank.iter().map(|it| place(None, Some(it)));
        let blank: BTreeSet<String> = blank.collect();
        check_same(name, &blank, &list("blank", &|it| it.as_str().unwrap().to_owned()));
        let columns = verdict.understood.sheets.iter().flat_map(|it| &it.columns);
        let ignored = columns.filter(|it| it.column.is_none());
        let ignored =
            ignored.map(|it| format!("{} {}", place(None, Some(&it.at)), it.heading)).collect();
        let wanted = list("ignored_columns", &|it| {
            format!("{} {}", it["at"].as_str().unwrap(), it["text"].as_str().unwrap())
        });
        check_same(name, &ignored, &wanted);
        assert_eq!(verdict.refused.first, [], "{name}");
        count += 1;
    }
    assert_eq!(count, 4);
}
