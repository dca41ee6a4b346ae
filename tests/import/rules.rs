//! The hard rules between rows: what contradicts itself or the book is refused, with both sides shown.

use sagstakt::book::{AcceptPartial, Existing, ImportOptions, ImportPlan, Reason, Refused, Skip};
use sagstakt::domain::{Day, Month, Outcome, Snapshot, UnitField, WaitingList};
use sagstakt::import::{Mapping, read_bytes};

use super::files::{assert_sound, import, options};
use super::forms::{read, workbook};

const UNITS: &str = "code,name,counting_unit,caseworkers,waiting_list,valid_from,valid_to\n\
    A,Alpha,child,yes,no,2020-01,\nW,Wait,family,no,yes,2020-01,2025-12\n";
const PEOPLE: &str = "unit,initials,name,case_holding,valid_from,valid_to\n\
    A,AB,,yes,2020-01,2020-06\nA,AB,,no,2021-01,\nA,CD,,yes,2020-03,\n";

fn book() -> Snapshot {
    let mut book = Snapshot::default();
    assert_sound(&add(&mut book, &[("units.csv", UNITS), ("caseworkers.csv", PEOPLE)], options()));
    book
}

fn add(book: &mut Snapshot, files: &[(&str, &str)], options: ImportOptions) -> ImportPlan {
    let files: Vec<(&str, &[u8])> = files.iter().map(|it| (it.0, it.1.as_bytes())).collect();
    import(book, read_bytes(&files).unwrap(), options)
}

fn refused(plan: &ImportPlan) -> Vec<&Refused> {
    plan.verdict.files.iter().flat_map(|it| &it.refused.first).collect()
}

/// The lines and names of reasons of what is refused.
#[track_caller]
fn check(file: &str, text: &str, expected: &[(u32, &str)]) {
    let mut book = book();
    let plan = add(&mut book, &[(file, text)], options());
    let found: Vec<(u32, &str)> =
        refused(&plan).iter().map(|it| (it.line.unwrap_or(0), it.reason.key())).collect();
    assert_eq!(found, expected, "{text}");
    assert_eq!(plan.changes.is_empty(), !expected.is_empty());
}

#[test]
fn counts_belong_to_someone_who_was_there() {
    let head = "month,unit,caseworker,cases,simple,complex,very_complex\n";
    let counts = |rows: &str| format!("{head}{rows}");
    check("case_counts.csv", &counts("2020-02,A,AB,20,10,5,5\n"), &[]);
    check("case_counts.csv", &counts("2020-07,A,AB,20,,,\n"), &[(2, "outside_presence")]);
    check("case_counts.csv", &counts("2019-12,A,AB,20,,,\n"), &[(2, "outside_unit")]);
    check("case_counts.csv", &counts("2020-02,A,XX,20,,,\n"), &[(2, "unknown_caseworker")]);
    check("case_counts.csv", &counts("2020-02,X,AB,20,,,\n"), &[(2, "unknown_unit")]);
    check("case_counts.csv", &counts("2020-02,W,AB,20,,,\n"), &[(2, "not_by_caseworker")]);
    check("case_counts.csv", &counts("2020-02,A,AB,20,10,5,\n"), &[(2, "split_incomplete")]);
    check("case_counts.csv", &counts("2020-02,A,AB,20,10,5,4\n"), &[(2, "split_total")]);
    let twice = counts("2020-02,A,AB,20,,,\n2020-03,A,AB,1,,,\n2020-02,A,AB,21,,,\n");
    check("case_counts.csv", &twice, &[(2, "conflict"), (4, "conflict")]);
}

#[test]
fn nobody_waits_twice_for_the_same() {
    let head = "unit,reference,offer,approved_on,started_on,withdrawn_on\n";
    let list = |rows: &str| format!("{head}{rows}");
    check(
        "waiting_list.csv",
        &list("W,1,X,2020-01-01,2020-02-01,\nW,1,X,2020-02-01,,\nW,1,Y,2020-01-05,,\n"),
        &[],
    );
    check(
        "waiting_list.csv",
        &list("W,1,X,2020-02-01,,\nW,1,X,2020-01-01,2020-02-02,\n"),
        &[(2, "still_waiting")],
    );
    check(
        "waiting_list.csv",
        &list("W,1,X,2020-01-01,2019-12-31,\n"),
        &[(2, "started_before_approval")],
    );
    check(
        "waiting_list.csv",
        &list("W,1,X,2020-01-01,,2019-12-31\n"),
        &[(2, "withdrawn_before_approval")],
    );
    check(
        "waiting_list.csv",
        &list("W,1,X,2020-01-01,2020-02-01,2020-02-01\n"),
        &[(2, "started_and_withdrawn")],
    );
    check(
        "waiting_list.csv",
        &list("W,1,X,2020-01-01,2020-02-01,\nW,1,X,2020-01-01,2020-02-02,\n"),
        &[(2, "conflict"), (3, "conflict")],
    );
    check("waiting_list.csv", &list("A,1,X,2020-01-01,,\n"), &[(2, "no_waiting_list")]);
}

#[test]
fn an_end_is_filled_in_and_a_blank_takes_nothing_away() {
    let head = "unit,reference,offer,approved_on,started_on,withdrawn_on\n";
    let mut book = book();
    assert_sound(&add(
        &mut book,
        &[("waiting_list.csv", &format!("{head}W,1,X,2020-01-01,,\n"))],
        options(),
    ));
    let plan = add(
        &mut book,
        &[("waiting_list.csv", &format!("{head}W,1,X,2020-01-01,2020-03-01,\n"))],
        options(),
    );
    assert_eq!((plan.verdict.refused(), plan.verdict.changed_rows()), (0, 1));
    let plan =
        add(&mut book, &[("waiting_list.csv", &format!("{head}W,1,X,2020-01-01,,\n"))], options());
    assert!(plan.changes.is_empty() && plan.verdict.files[0].unchanged == 1);
    let other = format!("{head}W,1,X,2020-01-01,2020-03-02,\nW,1,X,2020-02-01,,\n");
    let plan = add(&mut book, &[("waiting_list.csv", &other)], options());
    let keys: Vec<&str> = refused(&plan).iter().map(|it| it.reason.key()).collect();
    assert_eq!(keys, ["differs_from_stored", "still_waiting"]);
}

#[test]
fn bands_are_whole() {
    let bands = |rows: &str| format!("month,unit,kind,from_week,to_week,count\n{rows}");
    check(
        "wait_bands.csv",
        &bands("2020-01,W,started,2,4,1\n2020-01,W,started,0,2,1\n2020-01,W,started,4,,1\n"),
        &[],
    );
    check(
        "wait_bands.csv",
        &bands("2020-01,W,started,0,2,1\n2020-01,W,started,3,4,1\n"),
        &[(3, "band_gap")],
    );
    check(
        "wait_bands.csv",
        &bands("2020-01,W,started,0,2,1\n2020-01,W,started,1,4,1\n"),
        &[(3, "band_overlap")],
    );
    check(
        "wait_bands.csv",
        &bands("2020-01,W,started,0,,1\n2020-01,W,started,4,8,1\n"),
        &[(3, "band_overlap")],
    );
    check("wait_bands.csv", &bands("2026-01,W,started,0,2,1\n"), &[(2, "outside_unit")]);
}

#[test]
fn names_and_presences_do_not_overlap() {
    let units = |rows: &str| {
        format!("code,name,counting_unit,caseworkers,waiting_list,valid_from,valid_to\n{rows}")
    };
    check("units.csv", &units("A,Beta,child,yes,no,2022-01,\n"), &[(2, "overlap")]);
    check(
        "units.csv",
        &units("A,Alpha,child,yes,no,2020-01,2021-12\nA,Beta,child,yes,no,2022-01,\n"),
        &[],
    );
    check("units.csv", &units("A,Alpha,family,yes,no,2020-01,\n"), &[(2, "differs_from_stored")]);
    check(
        "units.csv",
        &units("B,Beta,child,yes,no,2020-01,\nB,Beta,child,no,no,2020-01,\n"),
        &[(2, "conflict"), (3, "conflict")],
    );
    let people =
        |rows: &str| format!("unit,initials,name,case_holding,valid_from,valid_to\n{rows}");
    check("caseworkers.csv", &people("A,AB,,yes,2020-05,2020-09\n"), &[(2, "overlap")]);
    check("caseworkers.csv", &people("A,CD,,yes,2020-03,2020-12\n"), &[]);
}

#[test]
fn sound_rows_are_stored_when_that_is_accepted() {
    let mut book = book();
    let text = "month,unit,caseworker,cases\n2020-02,A,AB,20\n2020-02,A,XX,1\n";
    let plan = add(
        &mut book,
        &[("case_counts.csv", text)],
        ImportOptions { accept_partial: AcceptPartial::Yes, ..options() },
    );
    assert_eq!((plan.verdict.refused(), plan.changes.len()), (1, 1));
    let other = "month,unit,caseworker,cases\n2020-02,A,AB,25\n";
    let keep = ImportOptions { existing: Existing::Keep, ..options() };
    let plan = add(&mut book, &[("case_counts.csv", other)], keep);
    assert!(plan.changes.is_empty());
    assert_eq!(plan.verdict.files[0].skipped.first[0].reason, Skip::Kept);
    let plan = add(&mut book, &[("case_counts.csv", other)], options());
    assert!(matches!(refused(&plan)[0].reason, Reason::DiffersFromStored { .. }));
}

#[test]
fn a_register_keeps_the_months_its_figures_would_have_given_it() {
    let mut book = book();
    let figures = "month,unit,opened,waiting\n2020-02,W,,3\n2020-04,W,2,9\n2021-09,W,,4\n";
    let list =
        "unit,reference,offer,approved_on,started_on,withdrawn_on\nW,1,X,2020-03-01,2020-04-01,\n";
    assert_sound(&add(
        &mut book,
        &[("unit_figures.csv", figures), ("waiting_list.csv", list)],
        options(),
    ));
    let unit = book.unit_by_code("W").unwrap();
    let month = |it| Month::parse_iso(it);
    let (register_from, register_through) = (month("2020-02"), month("2021-09"));
    assert_eq!(unit.unit.waiting_list, WaitingList::Kept { register_from, register_through });
    assert_eq!(unit.register_span(), register_from.zip(register_through));
    assert_eq!(unit.typed(month("2020-04").unwrap(), UnitField::Waiting), None);
    assert_eq!(unit.typed(month("2020-04").unwrap(), UnitField::Opened), Some(2));
}

#[test]
fn days_of_a_register_are_read_as_people_write_them() {
    let rows: &[&[&str]] = &[
        &["Enhed", "L\u{f8}benummer", "Visitationsdato", "Opstart", "Frafald"],
        &["FTI", "9001", "3/4-25", "2025-05-03T00:00", ""],
        // 45780 is the third of May 2025.
        &["FTI", "9002", "d. 3. april 2025", "", "45780"],
    ];
    let bytes = workbook("Venteliste", rows);
    let draft = read_bytes(&[("tal.xlsx", bytes.as_slice())]).unwrap();
    let day = |month, day| Day::new(2025, month, day).unwrap();
    let found: Vec<(Day, Outcome)> =
        draft.episodes.iter().map(|it| (it.row.approved, it.row.outcome)).collect();
    let expected =
        [(day(4, 3), Outcome::Started(day(5, 3))), (day(4, 3), Outcome::Withdrawn(day(5, 3)))];
    assert_eq!(found, expected);
    // Which column is missing is said.
    let short: &[&[&str]] = &[
        &["Enhed", "L\u{f8}benr", "Visiteret", "Opstart"],
        &["FTI", "9001", "3/4-25", "2025-05-03"],
    ];
    let (figures, refused, _) =
        read("tal.xlsx", &workbook("Venteliste", short), Mapping::default());
    assert_eq!((figures.len(), refused), (0, vec!["missing_column"]));
}
