//! The sentences of signals as people read them.

use super::*;
use crate::domain::Month;

fn month(text: &str) -> Month {
    Month::parse_iso(text).unwrap()
}

/// 20 useful points in 24 months of 2024 and 2025, without a signal.
fn calm() -> Signal {
    let (first, last) = (month("2024-01"), month("2025-12"));
    Signal {
        from_month: first,
        to_month: last,
        n: 24,
        n_useful: 20,
        median: None,
        longest_run: 5,
        longest_run_max: 7,
        crossings: 9,
        crossings_min: 6,
        reason: None,
        run: Some(Run { first: month("2025-02"), last: month("2025-06"), side: Side::Below }),
        known: Some((first, last)),
    }
}

fn with_run(n: usize, first: &str, last: &str, side: Side) -> Signal {
    let run = Some(Run { first: month(first), last: month(last), side });
    Signal { longest_run: n, run, ..calm() }
}

#[track_caller]
fn check(key: Key, signal: &Signal, danish: &str, english: &str) {
    assert_eq!(sentence(Lang::Da, key, signal), danish);
    assert_eq!(sentence(Lang::En, key, signal), english);
}

#[test]
fn a_run_names_its_months_and_its_side() {
    check(
        Key::Cases,
        &with_run(9, "2025-03", "2025-11", Side::Above),
        "Sagstallet har ligget over medianen i 9 måneder i træk, marts–november 2025; det er mere end tilfældig variation.",
        "The number of cases has been above the median for 9 months in a row, March–November 2025; that is more than chance variation.",
    );
    check(
        Key::WaitStartedMean,
        &with_run(15, "2025-04", "2026-08", Side::Below),
        "Ventetiden for påbegyndte (gennemsnit) har ligget under medianen i 15 af 17 måneder, april 2025 – august 2026, de øvrige på medianen eller uden tal; det er mere end tilfældig variation.",
        "The wait of those started (mean) has been below the median for 15 of 17 months, April 2025 – August 2026, the others on the median or without figures; that is more than chance variation.",
    );
}

#[test]
fn few_crossings_are_counted_among_useful_points() {
    check(
        Key::Opened,
        &Signal { crossings: 4, ..calm() },
        "Tilgangen har kun krydset medianen 4 gange i 20 af 24 måneder, januar 2024 – december 2025, de øvrige på medianen eller uden tal, hvor mindst 6 er sædvanligt; det er mere end tilfældig variation.",
        "The number opened has crossed the median only 4 times in 20 of 24 months, January 2024 – December 2025, the others on the median or without figures, where at least 6 is usual; that is more than chance variation.",
    );
    check(
        Key::Waiting,
        &Signal { crossings: 1, n_useful: 24, ..calm() },
        "Antallet af ventende har kun krydset medianen 1 gang i 24 måneder, januar 2024 – december 2025, hvor mindst 6 er sædvanligt; det er mere end tilfældig variation.",
        "The number waiting has crossed the median only once in 24 months, January 2024 – December 2025, where at least 6 is usual; that is more than chance variation.",
    );
}

#[test]
fn no_signal_is_said_calmly() {
    check(
        Key::Closed,
        &calm(),
        "Afgangen viser kun tilfældig variation i 24 måneder, januar 2024 – december 2025.",
        "The number closed shows only chance variation in 24 months, January 2024 – December 2025.",
    );
    check(
        Key::Caseload,
        &Signal { n: 22, ..calm() },
        "Antallet af sager pr. årsværk viser kun tilfældig variation i 22 måneder, januar 2024 – december 2025; 2 måneder mangler.",
        "The number of cases per FTE shows only chance variation in 22 months, January 2024 – December 2025; 2 months are missing.",
    );
}

#[test]
fn what_cannot_be_judged_says_why() {
    let few = |n_useful, n| Signal {
        n,
        n_useful,
        reason: Some(Reason::FewerThan10Points),
        known: Some((month("2025-01"), month("2025-12"))),
        ..calm()
    };
    check(
        Key::WaitSoFarMedian,
        &few(9, 11),
        "Ventetiden indtil nu (median) har for få punkter til et signal: 9 af mindst 10; 1 måned er uden tal.",
        "The wait so far (median) has too few points for a signal: 9 of at least 10; 1 month is without a figure.",
    );
    check(
        Key::Started,
        &few(0, 12),
        "Antallet af påbegyndte har været uændret i 12 måneder, januar–december 2025.",
        "The number started has been unchanged for 12 months, January–December 2025.",
    );
    check(
        Key::Cases,
        &Signal { known: None, ..few(0, 0) },
        "Sagstallet kan ikke bedømmes: ingen måneder med tal.",
        "The number of cases cannot be judged: no months with figures.",
    );
    check(
        Key::Started,
        &Signal { reason: Some(Reason::MedianIsMinimum), ..calm() },
        "Antallet af påbegyndte kan ikke bedømmes: mindst halvdelen af månederne ligger på den laveste værdi.",
        "The number started cannot be judged: at least half of the months lie at the lowest value.",
    );
}
