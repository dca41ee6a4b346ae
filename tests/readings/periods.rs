//! Units that come and go, least numbers of months, breaks, and figures over all units.

use sagstakt::domain::{EventKind, Outcome, UnitData, UnitField, UnitId, UnitName};
use sagstakt::measure::{Key, Reason, Status, UnitMeasure, all_units, series};
use sagstakt::report::compose;

use super::hand::{Desk, day, month, period, ratio};

const HALF: [&str; 6] = ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"];

#[test]
fn a_renamed_unit_carries_the_name_of_the_end_of_the_period() {
    // Reading 22: a rename is no break unless the event says so.
    let mut desk = Desk::of_waiting_list(None);
    desk.data.unit.names[0].to = Some(month("2025-03"));
    let name = UnitName { name: "Det nye hus".to_owned(), from: month("2025-04"), to: None };
    desk.data.unit.names.push(name);
    desk.typed("2024-12", UnitField::Cases, 20).typed("2025-06", UnitField::Cases, 25);
    desk.event("2025-04-01", EventKind::Event);
    let overview = compose(&desk.snapshot(), period("2025H1"), None);
    assert_eq!(overview.units[0].name, "Det nye hus");
    assert_eq!(compose(&desk.snapshot(), period("2025Q1"), None).units[0].name, "Enheden");
    let change = desk.changes(Key::Cases, "2025H1").previous;
    assert_eq!((change.abs, change.pct), (ratio(5, 1), ratio(25, 1)));
    desk.event("2025-04-01", EventKind::SeriesBreak);
    let change = desk.changes(Key::Cases, "2025H1").previous;
    assert_eq!((change.abs, change.series_break), (None, Some(day("2025-04-01"))));
}

#[test]
fn a_break_blocks_sums_from_their_first_day_and_snapshots_from_theirs() {
    // Reading 21: a break of 1 October 2024; cases of December are already after it.
    let mut desk = Desk::of_waiting_list(None);
    for at in
        HALF.into_iter().chain(["2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12"])
    {
        desk.typed(at, UnitField::Cases, 20).typed(at, UnitField::Opened, 5);
    }
    desk.event("2024-10-01", EventKind::SeriesBreak);
    assert_eq!(desk.changes(Key::Cases, "2025H1").previous.abs, ratio(0, 1));
    let opened = desk.changes(Key::Opened, "2025H1").previous;
    assert_eq!(opened.reason, Some(Reason::SeriesBreak));
}

#[test]
fn a_break_on_the_first_day_of_the_base_does_not_block() {
    let mut desk = Desk::of_waiting_list(None);
    for at in
        HALF.into_iter().chain(["2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12"])
    {
        desk.typed(at, UnitField::Opened, 5);
    }
    desk.event("2024-07-01", EventKind::SeriesBreak);
    assert_eq!(desk.changes(Key::Opened, "2025H1").previous.abs, ratio(0, 1));
    desk.event("2025-06-30", EventKind::SeriesBreak);
    let opened = desk.changes(Key::Opened, "2025H1").previous;
    assert_eq!(opened.series_break, Some(day("2025-06-30")));
}

#[test]
fn means_need_two_months_of_a_quarter_four_of_a_half_and_eight_of_a_year() {
    // Reading 13. 10 and 20 cases over one full-time equivalent each month.
    let mut desk = Desk::of_caseworkers();
    desk.full_time(1).cases("2025-01", 1, 10);
    assert_eq!(desk.figure(Key::CaseloadHalfYear, "2025Q1").status, Status::Withheld);
    desk.cases("2025-02", 1, 20);
    let quarter = desk.figure(Key::CaseloadHalfYear, "2025Q1");
    assert_eq!((quarter.value, quarter.status), (ratio(15, 1), Status::Partial));
    desk.cases("2025-03", 1, 20);
    assert_eq!(desk.figure(Key::CaseloadHalfYear, "2025H1").status, Status::Withheld);
    desk.cases("2025-04", 1, 20);
    assert_eq!(desk.figure(Key::CaseloadHalfYear, "2025H1").status, Status::Partial);
    desk.cases("2025-05", 1, 20).cases("2025-06", 1, 20).cases("2025-07", 1, 20);
    assert_eq!(desk.figure(Key::CaseloadHalfYear, "2025").status, Status::Withheld);
    desk.cases("2025-08", 1, 20);
    // (10 + 7 × 20) / 8
    assert_eq!(desk.figure(Key::CaseloadHalfYear, "2025").value, ratio(75, 4));
}

#[test]
fn months_before_a_unit_exists_are_not_expected_of_it() {
    // Reading 24: coverage counts months of validity; a half-year still has six months.
    let mut desk = Desk::of_waiting_list(None);
    desk.data.unit.names[0].from = month("2025-04");
    for at in ["2025-04", "2025-05", "2025-06"] {
        desk.typed(at, UnitField::Cases, 10).typed(at, UnitField::Opened, 2);
    }
    assert_eq!(desk.figure(Key::Coverage, "2025H1").denominator, ratio(3, 1));
    let opened = desk.figure(Key::Opened, "2025H1");
    assert_eq!((opened.value, opened.status), (ratio(6, 1), Status::Partial));
    assert!(compose(&desk.snapshot(), period("2024H2"), None).units.is_empty());
    assert_eq!(compose(&desk.snapshot(), period("2025H1"), None).units.len(), 1);
}

#[test]
fn balance_is_checked_only_where_both_ends_are_known() {
    // Reading 25: 20 + 5 − 3 + 1 − 22 = 1 in February; January has no month before it.
    let mut desk = Desk::of_waiting_list(None);
    for (at, cases) in [("2025-01", 20), ("2025-02", 22)] {
        desk.typed(at, UnitField::Cases, cases).typed(at, UnitField::Opened, 5);
        desk.typed(at, UnitField::Closed, 3).typed(at, UnitField::NetTransferred, 1);
    }
    let balance = desk.figure(Key::BalanceError, "2025H1");
    assert_eq!(balance.errors, Some(vec![(month("2025-02"), 1)]));
    assert_eq!((balance.status, balance.months.unwrap().used), (Status::Partial, 1));
    assert_eq!(desk.figure(Key::BalanceError, "2025-01").status, Status::Missing);
}

/// Cases of 30 June, 30 September and 31 December; moved: 5 in July, 2 the other way in September, and
/// nothing typed in the other months.
fn with_transfers() -> Desk {
    let mut desk = Desk::of_waiting_list(None);
    for (at, cases) in [("2025-06", 20), ("2025-08", 24), ("2025-09", 26), ("2025-12", 31)] {
        desk.typed(at, UnitField::Cases, cases);
    }
    desk.typed("2025-07", UnitField::NetTransferred, 5);
    desk.typed("2025-09", UnitField::NetTransferred, -2);
    desk
}

#[test]
fn a_change_without_transfers_is_between_two_snapshots() {
    // 31 − 20 − (5 − 2), 26 − 20 − (5 − 2), and 26 − 24 − (−2).
    let desk = with_transfers();
    for (at, change) in [("2025H2", 8), ("2025Q3", 3), ("2025-09", 4), ("2025Q4", 5)] {
        let figure = desk.figure(Key::NetChange, at);
        assert_eq!((figure.value, figure.status), (ratio(change, 1), Status::Ok), "{at}");
    }
    // July and November have no stock of their own, and nothing is known of 2024.
    for at in ["2025-07", "2025-11", "2025", "2025H1"] {
        let figure = desk.figure(Key::NetChange, at);
        assert_eq!((figure.value, figure.status), (None, Status::Missing), "{at}");
    }
}

#[test]
fn a_change_without_transfers_never_crosses_a_series_break() {
    let mut desk = with_transfers();
    desk.event("2025-07-01", EventKind::SeriesBreak).event("2025-10-01", EventKind::Event);
    let figure = desk.figure(Key::NetChange, "2025H2");
    assert_eq!((figure.value, figure.reason), (None, Some(Reason::SeriesBreak)));
    assert_eq!(figure.status, Status::Missing);
    assert_eq!(desk.figure(Key::NetChange, "2025Q4").value, ratio(5, 1));
}

#[test]
fn transfers_are_checked_only_where_every_unit_has_typed_its_own() {
    let mut desk = Desk::of_waiting_list(None);
    desk.typed("2025-01", UnitField::NetTransferred, 2);
    desk.typed("2025-02", UnitField::NetTransferred, 2);
    let mut other = UnitData::new(UnitId(2), desk.data.unit.clone());
    other.figures.entry(month("2025-01")).or_default().set(UnitField::NetTransferred, Some(-1));
    let mut snapshot = desk.snapshot();
    snapshot.insert_unit(other);
    let all = compose(&snapshot, period("2025H1"), None).all_units.unwrap();
    let errors = all.get(Key::TransferError).unwrap();
    assert_eq!(errors.errors, Some(vec![(month("2025-01"), 1)]));
    assert_eq!(errors.months.unwrap().used, 1);
    // Asked about one unit, nothing is said about all.
    assert_eq!(compose(&snapshot, period("2025H1"), Some(&[UnitId(2)])).all_units, None);
}

#[test]
fn a_percentage_of_a_count_needs_a_base_of_ten() {
    // Reading 20.
    let mut desk = Desk::of_waiting_list(None);
    desk.typed("2024-12", UnitField::Cases, 9).typed("2025-06", UnitField::Cases, 12);
    let change = desk.changes(Key::Cases, "2025H1").previous;
    assert_eq!((change.abs, change.pct), (ratio(3, 1), None));
    assert_eq!((change.status, change.reason), (Status::Ok, Some(Reason::BaseTooSmall)));
    desk.typed("2024-12", UnitField::Cases, 10);
    assert_eq!(desk.changes(Key::Cases, "2025H1").previous.pct, ratio(20, 1));
    // An incomplete sum has no change; a mean only needs a value.
    desk.typed("2025-06", UnitField::Opened, 3).typed("2024-12", UnitField::Opened, 3);
    let opened = desk.changes(Key::Opened, "2025H1").previous;
    assert_eq!(opened.reason, Some(Reason::Incomplete));
}

#[test]
fn a_series_keeps_its_missing_months() {
    let mut desk = Desk::of_waiting_list(Some("2025-02"));
    desk.started("2025-02-01", "2025-03-01").episode("2025-04-01", Outcome::Waiting);
    let snapshot = desk.snapshot();
    let measure = UnitMeasure::new(&snapshot, snapshot.unit(UnitId(1)).unwrap());
    let months = series(&measure, Key::Started, month("2025-01"), month("2025-04"));
    let values: Vec<_> = months.iter().map(|it| (it.1.value, it.1.status)).collect();
    let zero = (ratio(0, 1), Status::Ok);
    let expected = [(None, Status::Missing), zero, (ratio(1, 1), Status::Ok), zero];
    assert_eq!(values, expected);
    assert!(series(&measure, Key::Caseload, month("2025-01"), month("2025-04")).is_empty());
}

/// A row of the table of figures that no unit and no book computes would be shown nowhere.
#[test]
fn every_figure_is_computed_of_some_unit_or_of_all() {
    let at = period("2026H1");
    let mut shown: Vec<Key> = Vec::new();
    for desk in [Desk::of_caseworkers(), Desk::of_waiting_list(Some("2026-01"))] {
        let snapshot = desk.snapshot();
        let measure = UnitMeasure::new(&snapshot, snapshot.unit(desk.data.id).unwrap());
        let figures = measure.figures(at);
        shown.extend(figures.iter().map(|it| it.0));
        shown.extend(all_units(&snapshot, at, &[&figures]).iter().map(|it| it.0));
    }
    shown.sort_unstable();
    shown.dedup();
    assert_eq!(shown, Key::ALL);
}
