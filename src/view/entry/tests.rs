//! Sheets of the sample, cell by cell; texts that become commands, and those that do not.

use super::*;
use crate::book::{Cell, Command};
use crate::domain::{CellKey, Complexity, Counted, Day, HalfYear, Month, UnitField};
use crate::text::Lang;
use crate::view::sample::sample;

fn model(view: EntryView, unit: &str) -> EntryModel {
    let query = EntryQuery {
        lang: Lang::Da,
        unit: sample().unit_by_code(unit).unwrap().id,
        half_year: HalfYear::parse("2026H2").unwrap(),
        view,
        month: None,
        today: Day::parse_iso("2026-12-01").unwrap(),
    };
    let mut model = entry_model(sample(), &query, &mut RowOrder::default()).unwrap();
    let (rows, columns) = (model.sheet.rows.len(), model.sheet.columns.len());
    model.prepare(sample(), 0..rows, 0..columns);
    model
}

#[test]
fn the_sheet_has_everyone_of_the_half_year_by_the_danish_alphabet() {
    let model = model(EntryView::HalfYear, "BFA");
    let people: Vec<&str> = model
        .sheet
        .rows
        .iter()
        .filter(|it| matches!(it.kind, RowKind::Person(_)))
        .map(|it| it.label.as_str())
        .collect();
    let mut sorted = people.clone();
    sorted.sort_by(|a, b| crate::text::collation::compare(a, b));
    assert_eq!(people, sorted);
    assert!(people.len() > 12 && people.contains(&"CLM"));
    assert_eq!(model.entering, Month::parse_iso("2026-11"));
}

#[test]
fn totals_are_those_of_the_truth() {
    let model = model(EntryView::HalfYear, "BFA");
    // October 2026, from months.json of the truth: 471 allocated and 1 unallocated, 16.3 FTE, 28.8.
    let october = model.month(Month::parse_iso("2026-10").unwrap()).unwrap();
    assert_eq!((october.fte.as_str(), october.caseload.as_str()), ("16,3", "28,8"));
    assert!(october.is_filled);
    let november = model.month(Month::parse_iso("2026-11").unwrap()).unwrap();
    assert_eq!((november.cases.as_str(), november.is_filled), ("", false));
}

#[test]
fn a_cell_is_found_again_where_it_stands() {
    for (view, unit) in [
        (EntryView::HalfYear, "BFA"),
        (EntryView::Month, "BFA"),
        (EntryView::AllMonths, "BFA"),
        (EntryView::Month, "FH"),
        (EntryView::HalfYear, "FTI"),
    ] {
        let model = model(view, unit);
        for row in 0..model.sheet.rows.len() {
            for column in 0..model.sheet.columns.len() {
                if let Some(key) = model.sheet.key((row, column)) {
                    assert_eq!(model.sheet.spot(key), Some((row, column)), "{unit} {key:?}");
                }
            }
        }
    }
}

#[track_caller]
fn check_value(counted: Counted, text: &str, origin: Origin, expected: Result<Option<i64>, &str>) {
    let value = value_of(counted, text, origin);
    let value = value.map_err(|it| problem_words(Lang::Da, &it));
    assert_eq!(value, expected.map_err(str::to_owned), "{text}");
}

#[test]
fn sums_are_for_typed_cells_only() {
    let cases = Counted::Figure(UnitField::Cases);
    check_value(cases, "100-55", Origin::Typed, Ok(Some(45)));
    check_value(cases, "100-55", Origin::Pasted, Err("Det er ikke et tal"));
    check_value(cases, "1.204", Origin::Pasted, Ok(Some(1204)));
    check_value(cases, "", Origin::Pasted, Ok(None));
    check_value(cases, "14,5", Origin::Typed, Err("Skriv et helt tal"));
    check_value(cases, "10-0,5", Origin::Typed, Err("Skriv et helt tal"));
    let mean = Counted::Figure(UnitField::WaitStartedMean);
    check_value(mean, "33,25", Origin::Typed, Ok(Some(33_250)));
    assert_eq!(result_words(Lang::Da, cases, "1200+34"), "= 1.234");
    assert_eq!(result_words(Lang::Da, cases, "1200"), "");
    assert_eq!(result_words(Lang::Da, cases, "1200+"), "");
}

#[test]
fn parts_wait_for_each_other_and_a_total_alone_drops_them() {
    let data = sample().unit_by_code("BFA").unwrap();
    let ((month, id), stored) = data.counts.iter().find(|it| it.1.split.is_some()).unwrap();
    let key = |counted| CellKey { unit: data.id, month, counted };
    let total = key(Counted::Cases(id));
    let more = i64::from(stored.cases) + 1;
    let one_count = |edits: &[Edit]| match command(data, edits) {
        Ok(Command::SetCells(cells)) => match cells.as_slice() {
            [Cell::Cases { count, .. }] => Ok(*count),
            _ => panic!("{cells:?}"),
        },
        Ok(other) => panic!("{other:?}"),
        Err(problem) => Err(problem.1),
    };
    // A new total: the parts of the old one go, and that is said.
    let count = one_count(&[(total, Some(more))]).unwrap().unwrap();
    assert_eq!((i64::from(count.cases), count.split), (more, None));
    assert_eq!(splits_lost(data, &[(total, Some(more))]), [total]);
    // A new part: the total follows.
    let simple = key(Counted::Part(id, Complexity::Simple));
    let split = stored.split.unwrap();
    let count = one_count(&[(simple, Some(i64::from(split.simple) + 2))]).unwrap().unwrap();
    assert_eq!(count.cases, stored.cases + 2);
    assert_eq!(splits_lost(data, &[(simple, Some(5))]), []);
    // One part taken away leaves the others without their sum.
    assert_eq!(one_count(&[(simple, None)]), Err(Problem::PartsMissing));
    assert_eq!(one_count(&[(total, None)]), Ok(None));
}

#[test]
fn the_balance_names_what_is_missing() {
    let model = model(EntryView::HalfYear, "BFA");
    let side = model.side(sample(), (0, 4));
    let balance = side.balance.unwrap();
    assert_eq!(balance.title, "Balance, november");
    assert!(balance.verdict.starts_with("Mangler tilgang, afgang, nettoflytning"), "{balance:?}");
    let october = model.side(sample(), (0, 3)).balance.unwrap();
    assert_eq!((october.adds_up, october.verdict.as_str()), (Some(true), "Stemmer"));
    assert_eq!(side.hints, "Grå tal: til højre oktober, til venstre november 2025.");
}
