//! Remarks on books made by hand: every expected sentence can be counted on the fingers.

use super::*;
use crate::domain::{
    Absence, AbsenceId, AbsenceKind, CaseCount, CaseHolding, CaseReporting, Caseworker,
    CountingUnit, Event, EventId, EventKind, IdentityId, Presence, Target, TargetId, Terms,
    Thousandths, Unit, UnitName, WaitingList,
};
use crate::measure::UnitMeasure;

const ANNA: CaseworkerId = CaseworkerId(7);
const UNIT: UnitId = UnitId(1);

fn month(number: i32) -> Month {
    Month::january(2026).plus(number - 1)
}

/// A unit with one caseworker from January 2026 on, 37 hours, and these cases month by month.
fn unit(cases: &[u32]) -> UnitData {
    let name = UnitName { name: "BFA".to_owned(), from: Month::january(2020), to: None };
    let mut data = UnitData::new(
        UNIT,
        Unit {
            code: "BFA".to_owned(),
            counts: CountingUnit::Child,
            case_reporting: CaseReporting::ByCaseworker,
            waiting_list: WaitingList::None,
            names: vec![name],
        },
    );
    let presence = Presence { from: month(1), to: None, case_holding: CaseHolding::Yes };
    let anna = Caseworker { unit: UNIT, identity: IdentityId(1), presences: vec![presence] };
    data.caseworkers.insert(ANNA, anna);
    let terms = Terms { weekly_hours: Thousandths::whole(37), weight: Thousandths::ONE };
    data.employments.insert((ANNA, month(1)), terms);
    let counts = std::sync::Arc::make_mut(&mut data.counts);
    for (at, cases) in (1..).zip(cases) {
        counts.set((month(at), ANNA), Some(CaseCount { cases: *cases, split: None }));
    }
    data
}

fn kinds(snapshot: &Snapshot, data: &UnitData, at: i32) -> Vec<RemarkKind> {
    let remarks = Remarks::new(snapshot, data, &[ANNA].into());
    let row = |from, to| remarks.of_row(Counted::Cases(ANNA), month(from), month(to));
    // However much of the row is asked for, a month is asked the same.
    let of_month = row(at, at);
    let of_year = row(1, 12).into_iter().filter(|it| it.cell.month == month(at));
    assert_eq!(of_month, of_year.collect::<Vec<_>>());
    of_month.into_iter().map(|it| it.kind).collect()
}

#[track_caller]
fn check(cases: &[u32], at: i32, expected: &[RemarkKind]) {
    assert_eq!(kinds(&Snapshot::default(), &unit(cases), at), expected);
}

#[test]
fn a_change_larger_than_all_before_is_asked_about() {
    // The changes into February to August are 1, 2, 4, 1, 1, 2 and 16.
    let cases = [30, 31, 29, 33, 32, 31, 33, 49];
    check(&cases, 8, &[RemarkKind::Jump { before: 33, largest: 4 }]);
    check(&cases, 7, &[]);
}

#[test]
fn as_large_as_before_or_with_little_before_is_not_asked_about() {
    check(&[30, 34, 30, 34, 30, 34, 30, 34], 8, &[]);
    // Five changes before it are too few.
    check(&[30, 31, 30, 31, 30, 31, 60], 7, &[]);
    // Two cases more are nothing to ask about.
    check(&[30, 31, 30, 31, 30, 31, 30, 32], 8, &[]);
}

#[test]
fn coming_back_from_leave_is_no_jump() {
    let mut data = unit(&[30, 31, 29, 33, 32, 31, 33, 49]);
    let away = Absence {
        caseworker: ANNA,
        from: month(7).last_day(),
        to: Some(month(7).last_day()),
        kind: AbsenceKind::Leave,
    };
    data.absences.insert(AbsenceId(1), away);
    assert_eq!(kinds(&Snapshot::default(), &data, 8), []);
}

#[test]
fn a_series_break_begins_the_series_again() {
    let mut snapshot = Snapshot::default();
    let data = unit(&[30, 31, 29, 33, 32, 31, 33, 49]);
    let event = Event {
        day: month(8).first_day(),
        unit: None,
        title: "Ny opgørelse".to_owned(),
        kind: EventKind::SeriesBreak,
    };
    std::sync::Arc::make_mut(&mut snapshot.shared).events.insert(EventId(1), event);
    assert_eq!(kinds(&snapshot, &data, 8), []);
}

#[test]
fn the_same_figure_six_months_running_is_asked_about_once() {
    let cases = [25; 12];
    check(&cases, 5, &[]);
    check(&cases, 6, &[RemarkKind::Unchanged { months: 6 }]);
    check(&cases, 7, &[]);
    check(&cases, 12, &[RemarkKind::Unchanged { months: 12 }]);
    check(&[0; 6], 6, &[]);
}

#[test]
fn cases_while_absent_all_month_are_asked_about() {
    let mut data = unit(&[30, 30]);
    let kind = AbsenceKind::LongTermSick;
    let from = month(2).first_day();
    data.absences.insert(AbsenceId(1), Absence { caseworker: ANNA, from, to: None, kind });
    assert_eq!(kinds(&Snapshot::default(), &data, 2), [RemarkKind::WhileAbsent]);
    assert_eq!(kinds(&Snapshot::default(), &data, 1), []);
}

#[test]
fn cases_after_leaving_are_asked_about() {
    let mut data = unit(&[30, 30]);
    let anna = data.caseworkers.get_mut(&ANNA).unwrap();
    anna.presences[0].to = Some(month(1));
    assert_eq!(kinds(&Snapshot::default(), &data, 2), [RemarkKind::NotInUnit]);
    assert_eq!(kinds(&Snapshot::default(), &data, 1), []);
}

#[test]
fn more_than_three_times_the_norm_on_own_hours_is_asked_about() {
    let mut snapshot = Snapshot::default();
    let target = Target {
        metric: TargetMetric::Caseload,
        unit: None,
        lower: None,
        upper: Some(Thousandths::whole(30)),
        valid_from: month(1).first_day(),
        source: "DS".to_owned(),
    };
    std::sync::Arc::make_mut(&mut snapshot.shared).targets.insert(TargetId(1), target);
    // Half of 37 hours: 45 cases are exactly 90 for a full-time post, which is three times 30.
    let mut data = unit(&[45, 46]);
    let half = Terms { weekly_hours: Thousandths(18_500), weight: Thousandths::ONE };
    data.employments.insert((ANNA, month(1)), half);
    assert_eq!(kinds(&snapshot, &data, 1), []);
    let upper = Ratio::whole(30);
    let expected = RemarkKind::FarAboveNorm { caseload: Ratio::whole(92), upper };
    assert_eq!(kinds(&snapshot, &data, 2), [expected]);
}

#[test]
fn a_balance_that_does_not_add_up_is_asked_about() {
    let mut data = unit(&[30, 33]);
    let mut set = |field, value| {
        data.figures.entry(month(2)).or_default().set(field, Some(value));
    };
    set(UnitField::Opened, 5);
    set(UnitField::Closed, 3);
    let snapshot = Snapshot::default();
    let unfinished = UnitMeasure::new(&snapshot, &data).balance(month(2));
    assert_eq!(unfinished.error(), None, "transfers are not typed yet");
    data.figures.entry(month(2)).or_default().set(UnitField::NetTransferred, Some(0));
    let measure = UnitMeasure::new(&snapshot, &data);
    let balance = measure.balance(month(2));
    // 30 + 5 - 3 + 0 = 32, one less than 33.
    assert_eq!((balance.expected(), balance.error()), (Some(32), Some(-1)));
    let remark = remarked_on(balance, UNIT, month(2)).unwrap();
    assert_eq!(remark.value, 33);
    assert_eq!(remark.kind, RemarkKind::Balance(balance));
}

/// What a department sees: few questions, or nobody reads them. Three caseworkers of the sample kept
/// their cases while on leave, which is asked about every month.
#[test]
fn eight_years_of_the_sample_ask_about_few_cells() {
    let snapshot = crate::view::sample::sample();
    let data = snapshot.unit_by_code("BFA").unwrap();
    let people = data.caseworkers.keys().copied().collect();
    let remarks = Remarks::new(snapshot, data, &people);
    let mut asked = std::collections::BTreeMap::new();
    let span = data.first_typed_month().zip(data.last_typed_month()).unwrap();
    for id in data.caseworkers.keys() {
        for remark in remarks.of_row(Counted::Cases(*id), span.0, span.1) {
            *asked.entry(remark.kind.name()).or_insert(0) += 1;
        }
    }
    let cells = data.counts.len();
    let absent = asked.remove("while-absent").unwrap_or(0);
    let others: usize = asked.values().sum();
    assert!(1_000 < cells && 0 < absent, "{cells} cells, {absent} of absent people");
    assert!(others * 40 < cells, "{asked:?} in {cells} cells");
}
