//! The overview as a table and as CSV, read as a person or a program would.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test says what went wrong by failing"
)]

use sagstakt::domain::{Period, Snapshot};
use sagstakt::export::{overview_csv, overview_text};
use sagstakt::import::Dialect;
use sagstakt::report::{Overview, compose};
use sagstakt::text::{Display, Lang};

mod support;

fn overview(snapshot: &Snapshot, period: &str) -> Overview {
    compose(snapshot, Period::parse(period).unwrap(), None)
}

#[test]
fn no_line_of_the_table_is_wider_than_a_hundred_columns() {
    let snapshot = support::sample();
    for period in ["2020H1", "2024H1", "2026H2", "2025", "2025Q2", "2026-09"] {
        for lang in [Lang::Da, Lang::En] {
            let display = Display { lang, ..Display::default() };
            let text = overview_text(&overview(&snapshot, period), display);
            for line in text.lines() {
                assert!(line.chars().count() <= 100, "{line}");
            }
            println!("{text}");
        }
    }
}

#[test]
fn the_table_says_what_is_missing_and_what_broke() {
    let snapshot = support::sample();
    let show = |period| overview_text(&overview(&snapshot, period), Display::default());
    let incomplete = show("2026H2");
    assert!(incomplete.contains("¹ 4 af 6 måneder"), "{incomplete}");
    assert!(show("2024H1").contains("| 1. januar 2024: Barnets Lov i kraft."));
    assert!(show("2022H2").contains("okt. 2022 +3"));
    assert!(show("2021H2").contains("15 af 16 rådgivere"));
}

#[test]
fn csv_for_people_and_for_programs_hold_the_same_rows() {
    let snapshot = support::sample();
    let overview = overview(&snapshot, "2025H1");
    let danish = String::from_utf8(overview_csv(&overview, Dialect::Danish).unwrap()).unwrap();
    let plain = String::from_utf8(overview_csv(&overview, Dialect::Plain).unwrap()).unwrap();
    assert!(danish.starts_with("\u{feff}Periode;Enhed;Navn;"));
    assert!(danish.contains(";wait_started_mean;Ventetid, påbegyndte;47,9375;dage;hel;"));
    assert!(plain.contains(",wait_started_mean,\"Wait, started\",47.9375,days,ok,"));
    assert_eq!(danish.matches("\r\n").count(), plain.matches('\n').count());
    let mut reader = csv::Reader::from_reader(plain.as_bytes());
    for row in reader.records() {
        assert_eq!(row.unwrap().len(), 27);
    }
}

#[test]
fn signals_stand_under_the_table_and_in_the_file() {
    let snapshot = support::sample();
    let overview = overview(&snapshot, "2025H2");
    let table = overview_text(&overview, Display::default());
    let unwrapped = table.replace("\n  ", " ");
    // Longest runs of the truth: 9 for the caseload of BFA, 8 for the cases of FH.
    let caseload = "• Antallet af sager pr. årsværk har ligget under medianen i 9 måneder i træk";
    assert!(unwrapped.contains(caseload), "{table}");
    assert!(unwrapped.contains("• Sagstallet har ligget over medianen i 8 af 9 måneder"));
    // Calm figures are not talked about.
    assert!(!table.contains("kun tilfældig variation"), "{table}");
    let danish = String::from_utf8(overview_csv(&overview, Dialect::Danish).unwrap()).unwrap();
    let rows: Vec<_> = danish.lines().filter(|it| it.contains(";opened;")).collect();
    assert!(rows[0].contains(";Nej;Tilgangen viser kun tilfældig variation i"), "{}", rows[0]);
}

#[test]
fn nobody_is_told_of_signals_before_there_are_ten_points() {
    let snapshot = support::sample();
    let table = overview_text(&overview(&snapshot, "2024H1"), Display::default());
    assert!(!table.contains("Signaler"), "{table}");
}

#[test]
fn changes_are_more_than_chance_or_within_it() {
    let snapshot = support::sample();
    let overview = overview(&snapshot, "2025H2");
    let plain = String::from_utf8(overview_csv(&overview, Dialect::Plain).unwrap()).unwrap();
    let row = plain.lines().find(|it| it.contains(",BFA,") && it.contains(",closed,")).unwrap();
    assert!(row.contains(",more than chance,within chance variation,"), "{row}");
}
