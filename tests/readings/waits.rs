//! Waiting lists: registers, typed means, bands, and half-years made of more than one of them.

use sagstakt::domain::{BandKind, Outcome, TargetMetric, UnitField};
use sagstakt::measure::{Key, Note, Reason, Status};

use super::hand::{Desk, day, ratio};

const EDGES: [u32; 5] = [2, 4, 8, 13, 26];

#[test]
fn a_register_without_typed_months_answers_from_its_first_approval_to_its_last_date() {
    // Reading 12, where no month was ever typed.
    let mut desk = Desk::of_waiting_list(None);
    desk.started("2025-02-10", "2025-03-10").episode("2025-05-05", Outcome::Waiting);
    assert_eq!(desk.figure(Key::Waiting, "2025-01").status, Status::Missing);
    assert_eq!(desk.figure(Key::Waiting, "2025-02").value, ratio(1, 1));
    assert_eq!(desk.figure(Key::Waiting, "2025-05").value, ratio(1, 1));
    // June is after the last date: not reported, whatever today is.
    assert_eq!(desk.figure(Key::Waiting, "2025-06").status, Status::Missing);
    let approved = desk.figure(Key::Approved, "2025H1");
    assert_eq!((approved.value, approved.status), (ratio(2, 1), Status::Partial));
    assert_eq!(approved.months.unwrap().used, 4);
    // Nothing else is reported by the unit: its register's months are covered.
    assert_eq!(desk.figure(Key::Coverage, "2025H1").value, ratio(4, 6));
}

#[test]
fn the_snapshot_day_belongs_to_those_who_start_and_to_those_approved() {
    let mut desk = Desk::of_waiting_list(Some("2025-01"));
    desk.started("2025-05-01", "2025-06-30").episode("2025-06-30", Outcome::Waiting);
    desk.episode("2025-06-01", Outcome::Withdrawn(day("2025-06-30")));
    assert_eq!(desk.figure(Key::Waiting, "2025-06").value, ratio(1, 1));
    assert_eq!(desk.figure(Key::WaitSoFarLongest, "2025-06").value, ratio(0, 1));
    assert_eq!(desk.figure(Key::Withdrawn, "2025-06").value, ratio(1, 1));
}

#[test]
fn a_half_year_in_which_the_register_begins_joins_typed_means_and_starts() {
    // Typed: January 4 starts of 30 days, February nobody, March 2 of 21 days.
    // Register from April: 40 and 20 days. (120 + 42 + 60) / 8 = 27.75.
    let mut desk = Desk::of_waiting_list(Some("2025-04"));
    desk.typed("2025-01", UnitField::Started, 4).typed(
        "2025-01",
        UnitField::WaitStartedMean,
        30_000,
    );
    desk.typed("2025-02", UnitField::Started, 0);
    desk.typed("2025-03", UnitField::Started, 2).typed(
        "2025-03",
        UnitField::WaitStartedMean,
        21_000,
    );
    desk.started("2025-03-02", "2025-04-11").started("2025-05-01", "2025-05-21");
    desk.episode("2025-06-15", Outcome::Waiting);
    let mean = desk.figure(Key::WaitStartedMean, "2025H1");
    assert_eq!((mean.value, mean.n), (ratio(111, 4), Some(8)));
    assert_eq!(mean.status, Status::Ok);
    assert_eq!(desk.figure(Key::Started, "2025H1").value, ratio(8, 1));
    // The median can only be read from the register: three months are too few.
    let median = desk.figure(Key::WaitStartedMedian, "2025H1");
    assert_eq!((median.status, median.months.unwrap().used), (Status::Withheld, 3));
    // Approvals are known from April.
    let approved = desk.figure(Key::Approved, "2025H1");
    assert_eq!((approved.value, approved.status), (ratio(2, 1), Status::Partial));
    // March is before the register, and cannot say who was within the target.
    let within = desk.figure(Key::WithinTargetStarted, "2025-03");
    assert_eq!(within.reason, Some(Reason::NoRegister));
    // Starts before the register do not count: three months of starts are 2 typed and 2 registered.
    let clearance = desk.figure(Key::ClearanceTime, "2025-05");
    assert_eq!(clearance.n, Some(4));
}

#[test]
fn starts_are_held_against_the_target_of_their_own_day() {
    // Reading 14: 56 days until 31 March, 42 from 1 April; none before 2025.
    let mut desk = Desk::of_waiting_list(Some("2024-07"));
    desk.target(TargetMetric::Wait, 56, "2025-01-01");
    desk.own_target(TargetMetric::Wait, 42, "2025-04-01");
    desk.started("2025-02-03", "2025-03-31"); // 56 days, within
    desk.started("2025-02-04", "2025-04-01"); // 56 days, not within
    desk.started("2025-03-01", "2025-04-12"); // 42 days, within
    desk.started("2024-11-01", "2024-12-31"); // no target
    desk.episode("2025-06-01", Outcome::Waiting);
    let within = desk.figure(Key::WithinTargetStarted, "2025H1");
    assert_eq!((within.value, within.n), (ratio(2, 3), Some(3)));
    let year = desk.figure(Key::WithinTargetStarted, "2024H2");
    assert_eq!((year.value, year.reason), (None, Some(Reason::NoTarget)));
    // A whole year holds all four starts; the one without a target leaves the share.
    desk.data.unit.waiting_list = sagstakt::domain::WaitingList::Kept {
        register_from: Some(super::hand::month("2024-07")),
        register_through: Some(super::hand::month("2025-12")),
    };
    assert_eq!(desk.figure(Key::WithinTargetStarted, "2025").value, ratio(2, 3));
}

#[test]
fn bands_with_other_edges_cannot_be_added() {
    // Reading 19.
    let mut desk = Desk::of_waiting_list(None);
    for at in ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"] {
        desk.bands(at, BandKind::Started, &EDGES, &[1, 1, 1, 0, 0, 0]);
        desk.typed(at, UnitField::Started, 3);
    }
    desk.typed("2025-06", UnitField::Started, 2);
    desk.bands("2025-06", BandKind::Started, &[18], &[2, 0]);
    let median = desk.figure(Key::WaitStartedMedian, "2025H1");
    assert_eq!((median.value, median.reason), (None, Some(Reason::BandsDiffer)));
    assert_eq!(desk.figure(Key::WaitStartedMedian, "2025Q1").status, Status::Ok);
    let mean = desk.figure(Key::WaitStartedMean, "2025H1");
    assert_eq!(mean.reason, Some(Reason::BandsOnly));
}

#[test]
fn one_band_with_more_than_half_makes_the_median_rough() {
    // N = 4, 3 in 4-<8 weeks: the 2nd is at 4 + (2 - 1) / 3 × 4 weeks = 112/3 days.
    let mut desk = Desk::of_waiting_list(None);
    desk.typed("2025-06", UnitField::Waiting, 4);
    desk.bands("2025-06", BandKind::Waiting, &EDGES, &[0, 1, 3, 0, 0, 0]);
    let median = desk.figure(Key::WaitSoFarMedian, "2025-06");
    assert_eq!((median.value, median.approximate), (ratio(112, 3), true));
    assert!(!desk.figure(Key::WaitSoFarP90, "2025-06").approximate);
    desk.bands("2025-06", BandKind::Waiting, &EDGES, &[1, 0, 0, 0, 0, 3]);
    let open = desk.figure(Key::WaitSoFarMedian, "2025-06");
    assert_eq!((open.value, open.above_days), (None, Some(182)));
    assert_eq!(open.note, Some(Note::AboveWeeks(26)));
}

#[test]
fn typed_starts_without_a_mean_are_not_nobody() {
    // Reading 18.
    let mut desk = Desk::of_waiting_list(None);
    for at in ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"] {
        desk.typed(at, UnitField::Started, 0);
    }
    let nobody = desk.figure(Key::WaitStartedMean, "2025H1");
    assert_eq!((nobody.value, nobody.reason), (None, Some(Reason::NobodyStarted)));
    desk.typed("2025-06", UnitField::Started, 3);
    let mean = desk.figure(Key::WaitStartedMean, "2025H1");
    assert_eq!((mean.status, mean.reason), (Status::Missing, Some(Reason::MeanNotReported)));
    // Waiting without a mean likewise; nobody waiting is a dash and not 0.
    desk.typed("2025-06", UnitField::Waiting, 3);
    let so_far = desk.figure(Key::WaitSoFarMean, "2025-06");
    assert_eq!(so_far.reason, Some(Reason::MeanNotReported));
    desk.typed("2025-06", UnitField::Waiting, 0);
    let so_far = desk.figure(Key::WaitSoFarMean, "2025-06");
    assert_eq!((so_far.reason, so_far.n), (Some(Reason::NobodyWaiting), Some(0)));
}

#[test]
fn a_queue_that_nobody_leaves_has_no_clearance_time() {
    // Reading 16: also when nobody waits.
    let mut desk = Desk::of_waiting_list(None);
    for at in ["2025-04", "2025-05", "2025-06"] {
        desk.typed(at, UnitField::Started, 0).typed(at, UnitField::Waiting, 0);
    }
    let clearance = desk.figure(Key::ClearanceTime, "2025-06");
    assert_eq!((clearance.reason, clearance.note), (Some(Reason::NoStarts), Some(Note::NoStarts)));
    // 13 starts in April to June, 91 days: 1 a week; 9 waiting take 9 weeks.
    desk.typed("2025-05", UnitField::Started, 13).typed("2025-06", UnitField::Waiting, 9);
    let clearance = desk.figure(Key::ClearanceTime, "2025H1");
    assert_eq!((clearance.value, clearance.denominator), (ratio(9, 1), ratio(1, 1)));
}

#[test]
fn the_expected_wait_follows_a_year_of_approvals_to_the_snapshot() {
    // Reading 15: started after 10 days, started after 20, withdrawn after 15, waiting 29 days.
    // S: 3/4 at 10, 3/4 × 1/2 at 20: the median is 20 days.
    let mut desk = Desk::of_waiting_list(Some("2024-01"));
    desk.started("2025-01-01", "2025-01-11").started("2025-02-01", "2025-02-21");
    desk.episode("2025-03-01", Outcome::Withdrawn(day("2025-03-16")));
    desk.episode("2025-06-01", Outcome::Waiting);
    desk.started("2024-06-30", "2024-07-01"); // approved a day too early
    let median = desk.figure(Key::KmMedian, "2025H1");
    assert_eq!((median.value, median.n, median.events), (ratio(20, 1), Some(4), Some(2)));
    // A start after the snapshot is not known at the snapshot.
    desk.started("2025-06-02", "2025-07-20");
    let median = desk.figure(Key::KmMedian, "2025H1");
    assert_eq!((median.n, median.events), (Some(5), Some(2)));
}
