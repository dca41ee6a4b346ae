//! Cases, caseworkers and full-time equivalents.

use sagstakt::domain::{TargetMetric, UnitField};
use sagstakt::measure::{CaseParts, Key, Note, Reason, Status};

use super::hand::{Desk, ratio};

#[test]
fn someone_between_two_presences_is_not_expected_and_counts_nothing() {
    // Readings 3 and 10: months, both ends included.
    let mut desk = Desk::of_caseworkers();
    desk.full_time(1);
    desk.caseworker(2, &[("2025-01", Some("2025-03")), ("2025-06", None)]);
    desk.hours(2, "2025-01", 18_500);
    desk.cases("2025-04", 1, 30).cases("2025-06", 1, 30);
    let april = desk.figure(Key::Caseload, "2025-04");
    assert_eq!((april.value, april.status), (ratio(30, 1), Status::Ok));
    let june = desk.figure(Key::Caseload, "2025-06");
    assert_eq!(june.reason, Some(Reason::CaseworkersUnreported));
    assert_eq!(june.note, Some(Note::Caseworkers { reported: 1, expected: 2 }));
    // 18.5 / 37 hours beside a full post.
    assert_eq!(desk.figure(Key::Fte, "2025-03").value, ratio(3, 2));
    assert_eq!(desk.figure(Key::Fte, "2025-05").value, ratio(1, 1));
}

#[test]
fn a_day_in_two_absences_counts_once() {
    // Reading 10: 10-20 and 15-25 June are 16 of 30 days; 14 are left.
    let mut desk = Desk::of_caseworkers();
    desk.full_time(1);
    desk.away(1, "2025-06-10", Some("2025-06-20"));
    desk.away(1, "2025-06-15", Some("2025-06-25"));
    assert_eq!(desk.figure(Key::Fte, "2025-06").value, ratio(14, 30));
    // An absence inside another, then an open one from the last day.
    desk.away(1, "2025-06-12", Some("2025-06-13"));
    desk.away(1, "2025-06-30", None);
    assert_eq!(desk.figure(Key::Fte, "2025-06").value, ratio(13, 30));
    assert_eq!(desk.figure(Key::Fte, "2025-07").value, ratio(0, 1));
}

#[test]
fn a_missing_employment_makes_the_unit_missing_and_never_zero() {
    // Reading 10; the month is left out of the mean (docs/definitions.md).
    let mut desk = Desk::of_caseworkers();
    desk.full_time(1).caseworker(2, &[("2020-01", None)]);
    desk.hours(2, "2025-03", 37_000);
    for at in ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"] {
        desk.cases(at, 1, 20).cases(at, 2, 30);
    }
    let january = desk.figure(Key::Fte, "2025-01");
    assert_eq!((january.value, january.status), (None, Status::Missing));
    assert_eq!(january.reason, Some(Reason::EmploymentMissing));
    let caseload = desk.figure(Key::Caseload, "2025-01");
    assert_eq!(caseload.reason, Some(Reason::EmploymentMissing));
    assert_eq!(desk.figure(Key::Cases, "2025-01").value, ratio(50, 1));
    // March to June: 4 × 50 / (4 × 2).
    let mean = desk.figure(Key::CaseloadHalfYear, "2025H1");
    assert_eq!((mean.value, mean.status), (ratio(25, 1), Status::Partial));
    assert_eq!(mean.months.unwrap().used, 4);
}

#[test]
fn cases_without_anyone_there_are_said_in_words_and_enter_the_mean() {
    // Reading 7: N counts unallocated cases too; F = 0 enters with its cases.
    let mut desk = Desk::of_caseworkers();
    desk.full_time(1);
    desk.away(1, "2025-06-01", Some("2025-06-30"));
    for at in ["2025-02", "2025-03", "2025-04", "2025-05", "2025-06"] {
        desk.cases(at, 1, 20).typed(at, UnitField::Unallocated, 2);
    }
    let june = desk.figure(Key::Caseload, "2025-06");
    assert_eq!((june.value, june.reason), (None, Some(Reason::NoFte)));
    assert_eq!(june.note, Some(Note::CasesWithoutFte(22)));
    // 5 × 20 cases over 4 full-time equivalents.
    let mean = desk.figure(Key::CaseloadHalfYear, "2025H1");
    assert_eq!(mean.value, ratio(25, 1));
    assert_eq!(mean.months.unwrap().used, 5);
    // Nobody there and no cases: a bare dash.
    desk.cases("2025-06", 1, 0).typed("2025-06", UnitField::Unallocated, 0);
    let june = desk.figure(Key::Caseload, "2025-06");
    assert_eq!((june.reason, june.note), (Some(Reason::NoFte), None));
}

#[test]
fn cases_without_any_full_time_equivalent_are_zero_when_there_are_none() {
    // Definitions: C = 0, F > 0 is 0,0.
    let mut desk = Desk::of_caseworkers();
    desk.full_time(1).cases("2025-06", 1, 0);
    assert_eq!(desk.figure(Key::Caseload, "2025-06").value, ratio(0, 1));
    let headcount = desk.figure(Key::CaseloadHeadcount, "2025-06");
    assert_eq!(headcount.reason, Some(Reason::NobodyHoldsCases));
}

#[test]
fn blank_unallocated_is_missing_where_it_was_ever_typed() {
    // Reading 5: the cases are partial, the ratio of allocated cases is still known.
    let mut desk = Desk::of_caseworkers();
    desk.full_time(1).cases("2025-06", 1, 20);
    assert_eq!(desk.figure(Key::Cases, "2025-06").status, Status::Ok);
    desk.typed("2025-01", UnitField::Unallocated, 3);
    desk.target(TargetMetric::Caseload, 30, "2020-01-01");
    let cases = desk.figure(Key::Cases, "2025-06");
    assert_eq!((cases.value, cases.status), (ratio(20, 1), Status::Partial));
    assert_eq!(cases.reason, Some(Reason::UnallocatedUnreported));
    let parts = CaseParts { allocated: Some(20), unallocated: None };
    assert_eq!(cases.parts, Some(parts));
    assert_eq!(desk.figure(Key::Caseload, "2025-06").status, Status::Ok);
    let short = desk.figure(Key::PostsShort, "2025-06");
    assert_eq!((short.value, short.status), (None, Status::Missing));
    // The month is not covered either (reading 24).
    assert_eq!(desk.figure(Key::Coverage, "2025-06").numerator, ratio(0, 1));
}

#[test]
fn an_own_target_beats_one_for_all_and_the_last_typed_of_one_day_holds() {
    // Reading 11.
    let mut desk = Desk::of_caseworkers();
    desk.full_time(1).cases("2025-06", 1, 60);
    desk.own_target(TargetMetric::Caseload, 20, "2015-01-01");
    desk.target(TargetMetric::Caseload, 30, "2025-01-01");
    assert_eq!(desk.figure(Key::PostsShort, "2025-06").value, ratio(2, 1));
    desk.own_target(TargetMetric::Caseload, 30, "2015-01-01");
    assert_eq!(desk.figure(Key::PostsShort, "2025-06").value, ratio(1, 1));
    // In force from the snapshot day itself, not from the day after.
    desk.own_target(TargetMetric::Caseload, 60, "2025-06-30");
    desk.own_target(TargetMetric::Caseload, 10, "2025-07-01");
    assert_eq!(desk.figure(Key::PostsShort, "2025-06").value, ratio(0, 1));
}

#[test]
fn exactly_at_the_norm_is_not_above_it() {
    // Reading 9: 27 cases on 33.3 hours are exactly 30.
    let mut desk = Desk::of_caseworkers();
    desk.target(TargetMetric::Caseload, 30, "2020-01-01");
    for id in 1..=5 {
        desk.full_time(id).hours(id, "2020-01", 33_300).cases("2025-06", id, 27);
    }
    assert_eq!(desk.figure(Key::AboveNormShare, "2025-06").value, ratio(0, 1));
    desk.cases("2025-06", 5, 28);
    assert_eq!(desk.figure(Key::AboveNormShare, "2025-06").value, ratio(1, 5));
    // Four caseworkers are too few.
    desk.away(5, "2025-06-01", None);
    let share = desk.figure(Key::AboveNormShare, "2025-06");
    assert_eq!((share.reason, share.n), (Some(Reason::TooFewCaseworkers), Some(4)));
}

#[test]
fn nothing_reported_by_anyone_is_missing_and_not_zero() {
    // Reading 4: nobody is expected, and nothing was typed.
    let mut desk = Desk::of_caseworkers();
    desk.full_time(1).away(1, "2025-06-01", Some("2025-06-30"));
    let cases = desk.figure(Key::Cases, "2025-06");
    assert_eq!((cases.value, cases.status), (None, Status::Missing));
    // What someone absent reports counts.
    desk.cases("2025-06", 1, 7);
    assert_eq!(desk.figure(Key::Cases, "2025-06").value, ratio(7, 1));
}
