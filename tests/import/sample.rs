//! The sample: everything in it arrives, once, and corrections change what they name.

use sagstakt::book::draft::Table;
use sagstakt::book::{Existing, ImportOptions, Reason, Remark, Skip};
use sagstakt::domain::{Month, NewWords, Snapshot, UnitField};
use sagstakt::import::{read_bytes, sample};

use super::files::{assert_sound, file, import, options, read, sample_book};
use super::support::shared;

fn rows() -> [(Table, usize); 10] {
    [
        (Table::Units, 3),
        (Table::Caseworkers, 27),
        (Table::Employments, 43),
        (Table::Absences, 13),
        (Table::Counts, 1563),
        (Table::Figures, 281),
        (Table::Episodes, 872),
        (Table::Targets, 5),
        (Table::Events, 7),
        (Table::Committees, 5),
    ]
}

#[test]
fn every_row_of_the_sample_is_stored() {
    let mut book = Snapshot::default();
    let plan = import(&mut book, read_bytes(sample::FILES).unwrap(), options());
    assert_sound(&plan);
    for (table, count) in rows() {
        let file = file(&plan, table);
        assert_eq!((file.read, file.new), (count, count), "{table:?}");
        assert_eq!(file.remarks.first, [], "{table:?}");
    }
    let figures = file(&plan, Table::Figures);
    assert!(figures.skipped.first.iter().all(|it| it.reason == Skip::Register));
    assert_eq!(figures.skipped.count, 94 * 2);
    let [bfa, fh, fti] = ["BFA", "FH", "FTI"].map(|it| book.unit_by_code(it).unwrap());
    assert_eq!(bfa.counts.len(), 1563);
    assert_eq!(fh.episodes.len() + fti.episodes.len(), 872);
    let month = Month::parse_iso("2019-01").unwrap();
    assert_eq!(fh.typed(month, UnitField::Waiting), None);
    assert_eq!(fh.typed(month, UnitField::Opened), Some(5));
    let span = (month, Month::parse_iso("2026-10").unwrap());
    assert_eq!(fh.register_span().map(|it| it.0), Some(span.0));
    assert!(span.1 <= fh.register_span().unwrap().1);
}

#[test]
fn a_second_import_changes_nothing() {
    let mut book = sample_book();
    let before = book.clone();
    let plan = import(&mut book, read_bytes(sample::FILES).unwrap(), options());
    assert_sound(&plan);
    assert!(plan.changes.is_empty());
    assert_eq!(plan.words, NewWords::default());
    assert_eq!(book, before);
    for (table, count) in rows() {
        assert_eq!(file(&plan, table).unchanged, count, "{table:?}");
    }
}

#[test]
fn figures_and_register_in_two_imports_are_as_in_one() {
    let (register, rest): (Vec<_>, Vec<_>) =
        sample::FILES.iter().partition(|it| it.0 == "venteliste.csv");
    let mut book = Snapshot::default();
    assert_sound(&import(&mut book, read_bytes(&rest).unwrap(), options()));
    assert!(
        book.unit_by_code("FH")
            .unwrap()
            .typed(Month::parse_iso("2019-01").unwrap(), UnitField::Waiting)
            .is_some()
    );
    let plan = import(&mut book, read_bytes(&register).unwrap(), options());
    assert_sound(&plan);
    let takes_over = |it: &Remark| matches!(it, Remark::RegisterTakesOver { months: 94, .. });
    assert_eq!(plan.verdict.files[0].remarks.first.iter().filter(|it| takes_over(it)).count(), 2);
    let (one, two) = (sample_book(), book);
    for (a, b) in one.units().zip(two.units()) {
        assert_eq!((&a.figures, &a.episodes, &a.unit), (&b.figures, &b.episodes, &b.unit));
    }
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn corrections_change_the_cells_they_name_and_bring_their_reason() {
    let path = shared("data/corrections/rettelser.csv");
    let mut book = sample_book();
    let plan = import(&mut book, read(path.clone()), options());
    assert_sound(&plan);
    assert_eq!(file(&plan, Table::Corrections).changed.count, 4);
    assert!(plan.reason.unwrap().starts_with("Fire s"));
    let bfa = book.unit_by_code("BFA").unwrap();
    let december = Month::parse_iso("2025-12").unwrap();
    assert_eq!(bfa.typed(december, UnitField::Closed), Some(17));
    let ika = bfa
        .caseworkers
        .iter()
        .find(|it| book.identity(it.1.identity).unwrap().initials == "IKA")
        .unwrap();
    let count = bfa.cases(december, *ika.0).unwrap();
    assert_eq!((count.cases, count.split.unwrap().complex), (21, 11));

    let again = import(&mut book, read(path), options());
    assert!(again.changes.is_empty());
    assert_eq!(file(&again, Table::Corrections).unchanged, 4);

    let plan = import(&mut book, read_bytes(sample::FILES).unwrap(), options());
    assert_eq!(plan.verdict.refused(), 3, "the older figures differ from what is stored");
    let keep = ImportOptions { existing: Existing::Keep, ..options() };
    let plan = import(&mut book, read_bytes(sample::FILES).unwrap(), keep);
    assert!(plan.changes.is_empty());
    let replace = ImportOptions { existing: Existing::Replace, ..options() };
    let plan = import(&mut book, read_bytes(sample::FILES).unwrap(), replace);
    assert_eq!(plan.changes.len(), 3);
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn a_correction_of_something_else_is_refused() {
    let path = shared("data/corrections/rettelser.csv");
    let mut book = sample_book();
    let text = std::fs::read_to_string(path).unwrap().replace(";13;17;", ";14;17;");
    let plan =
        import(&mut book, read_bytes(&[("rettelser.csv", text.as_bytes())]).unwrap(), options());
    let refused = &file(&plan, Table::Corrections).refused.first;
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].line, Some(4));
    assert!(matches!(refused[0].reason, Reason::NotAsBefore { .. }));
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn variants_and_public_figures_are_read_whole() {
    for (folder, skipped) in
        [("variants/bands", 0), ("variants/typed", 0), ("variants/worked", 0), ("real/camhs", 2)]
    {
        let path = shared(&format!("data/{folder}"));
        let mut book = Snapshot::default();
        let plan = import(&mut book, read(path.clone()), options());
        assert_sound(&plan);
        let unknown = plan
            .verdict
            .files
            .iter()
            .filter(|it| it.skipped.first.iter().any(|it| it.reason == Skip::UnknownFile));
        assert_eq!(unknown.count(), skipped, "{folder}");
        for file in plan.verdict.files.iter().filter(|it| it.table.is_some()) {
            assert_eq!(file.read, file.new + file.skipped.count, "{folder} {}", file.name);
        }
        let again = import(&mut book, read(path), options());
        assert!(again.changes.is_empty(), "{folder}");
    }
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn two_figures_for_one_month_are_both_shown_and_refused() {
    let path = shared("data/real/camhs");
    let mut book = Snapshot::default();
    import(&mut book, read(path.clone()), options());
    let plan = import(&mut book, read(path.join("konflikt.csv")), options());
    let file = file(&plan, Table::Figures);
    assert_eq!(file.refused.count, 2);
    let conflict = |place: usize, line: u32| matches!(&file.refused.first[place].reason, Reason::Conflict { line: other, .. } if *other == line);
    assert!(conflict(0, 3) && conflict(1, 2), "{:?}", file.refused.first);
    assert!(plan.changes.is_empty());
}
