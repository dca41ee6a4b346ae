//! Signals at their edges, counted by hand.

use super::*;

/// Months from January 2024; a figure each, `None` where it is not complete.
fn signal(series: &[Option<i64>]) -> Signal {
    let series: Vec<_> = series.iter().map(|it| it.map(Ratio::whole)).collect();
    Signal::of(Month::january(2024), &series)
}

fn whole(series: &[i64]) -> Signal {
    signal(&series.iter().copied().map(Some).collect::<Vec<_>>())
}

fn month(text: &str) -> Month {
    Month::parse_iso(text).unwrap()
}

#[test]
fn exactly_ten_useful_points_are_judged() {
    // Ten points: round(log2 10) + 3 = 6, and qbinom(0.05, 9, 0.5) = 2.
    let step = whole(&[1, 1, 1, 1, 1, 3, 3, 3, 3, 3]);
    assert_eq!((step.n_useful, step.longest_run_max, step.crossings_min), (10, 6, 2));
    assert_eq!((step.longest_run, step.crossings), (5, 1));
    // The median, 2, is not the minimum.
    assert_eq!((step.flag(), step.shift(), step.too_few_crossings()), (Some(true), false, true));
    let fewer = whole(&[1, 1, 1, 1, 1, 2, 3, 3, 3, 3]);
    assert_eq!((fewer.n, fewer.n_useful), (10, 10));
    let nine = whole(&[1, 1, 1, 1, 2, 3, 3, 3, 3]);
    assert_eq!((nine.n, nine.n_useful), (9, 8));
    assert_eq!(nine.reason, Some(Reason::FewerThan10Points));
    assert_eq!((nine.flag(), nine.is_given()), (None, false));
}

#[test]
fn a_run_goes_on_across_missing_months_and_the_median() {
    // Median of 5 × 1, one 5 and 5 × 9 is 5; the run of 1 spans a gap, that of 9 the 5.
    let series = [1, 1, 0, 1, 1, 1, 9, 9, 5, 9, 9, 9];
    let series = series.map(|it| (it != 0).then_some(it));
    let judged = signal(&series);
    assert_eq!((judged.n, judged.n_useful, judged.n_missing()), (11, 10, 1));
    assert_eq!(judged.median, Some(Ratio::whole(5)));
    let run = judged.run.unwrap();
    // Both runs are as long; the latest is told.
    assert_eq!((run.first, run.last, run.side), (month("2024-07"), month("2024-12"), Side::Above));
    assert_eq!((judged.longest_run, run.span()), (5, 6));
    assert_eq!(judged.known, Some((month("2024-01"), month("2024-12"))));
}

#[test]
fn months_before_the_first_and_after_the_last_are_not_missing() {
    let judged = signal(&[None, Some(4), None, Some(6), None, None]);
    assert_eq!((judged.from_month, judged.to_month), (month("2024-01"), month("2024-06")));
    assert_eq!((judged.n, judged.span(), judged.n_missing()), (2, 3, 1));
    let nothing = signal(&[None; 12]);
    assert_eq!((nothing.n, nothing.median, nothing.run), (0, None, None));
    assert_eq!(nothing.reason, Some(Reason::FewerThan10Points));
}

#[test]
fn a_series_that_never_moves_has_no_useful_points() {
    let judged = whole(&[7; 24]);
    assert_eq!((judged.n, judged.n_useful, judged.run), (24, 0, None));
    assert_eq!(judged.reason, Some(Reason::FewerThan10Points));
}

#[test]
fn a_median_that_is_the_minimum_gives_no_signal() {
    // 12 months of 0 and 11 above: every useful point lies above the median.
    let series: Vec<i64> = (0..23).map(|it| if it < 12 { 0 } else { it }).collect();
    let judged = whole(&series);
    assert_eq!((judged.n_useful, judged.longest_run), (11, 11));
    assert_eq!((judged.reason, judged.flag()), (Some(Reason::MedianIsMinimum), None));
    // One month below, and it is judged: 12 of 24 still lie on the median.
    let below = whole(&[series, vec![-1]].concat());
    assert_eq!((below.n_useful, below.flag()), (12, Some(true)));
}

#[test]
fn equal_fractions_tie_with_the_median() {
    // One third written in three ways is one value.
    let third = |n: i128| Ratio::new(n, 30);
    let series = [third(1), third(10), Ratio::new(1, 3), Ratio::new(27, 81), third(20)];
    let judged = Signal::of(Month::january(2024), &series);
    assert_eq!((judged.median, judged.n_useful), (Ratio::new(1, 3), 2));
}

#[track_caller]
fn check_window(period: &str, breaks: &[&str], began: Option<&str>, expected: &str) {
    let breaks: Vec<_> = breaks.iter().map(|it| Day::parse_iso(it).unwrap()).collect();
    let period = Period::parse(period).unwrap();
    let (first, last) = window(period, &breaks, began.map(month));
    assert_eq!(first.to_string(), expected);
    assert_eq!(last, period.last_month());
}

#[test]
fn the_window_is_three_years_and_no_break_inside_it() {
    check_window("2025H2", &[], None, "2023-01");
    check_window("2025-06", &[], None, "2022-07");
    check_window("2025Q2", &["2020-01-01"], None, "2022-07");
    check_window("2025", &[], Some("2010-01"), "2023-01");
    check_window("2025H2", &[], Some("2025-03"), "2025-03");
    // The month of the break belongs to the new part, on whatever day it falls.
    check_window("2025H2", &["2023-04-01", "2024-10-31"], None, "2024-10");
    // A break after the snapshot has not come yet; one on it leaves a single month.
    check_window("2025H1", &["2024-01-01", "2025-07-01"], None, "2024-01");
    check_window("2025H1", &["2025-06-30"], None, "2025-06");
}
