//! Any text as a month or a day, alone and in a list: what is understood stands in the text, and nothing is made up.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sagstakt_fuzz::alone::when::{self, When};
use sagstakt_fuzz::import::read_bytes;

fuzz_target!(|text: &str| {
    let numbers: Vec<&str> =
        text.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
    let has = |number: i64| numbers.iter().any(|it| it.parse() == Ok(number));
    let has_year = |year: i32| {
        (1900..=2199).contains(&year)
            && (has(year.into())
                || has((year - 2000).into())
                || numbers.iter().any(|it| it.len() == 6))
    };
    match when::read(text) {
        Some(When::Month { year, month, .. }) => {
            assert!((1..=12).contains(&month), "{text:?}");
            assert!(year.is_none_or(has_year), "{text:?} has no year {year:?}");
        }
        Some(When::Day(day)) => {
            let (year, _, day) = day.ymd();
            assert!(has_year(year) && has(day.into()), "{text:?} became the {day}. of {year}");
        }
        None => {}
    }
    // A list costs as much as a hundred dates: every sixteenth text stands in one.
    if text.bytes().map(u32::from).sum::<u32>().is_multiple_of(16) {
        in_a_list(text);
    }
});

fn in_a_list(text: &str) {
    if 40 < text.len() || text.contains([';', '"', '\n', '\r', '\0', '\t', '|', ',']) {
        return;
    }
    let list = format!("Enhed;Dato;Antal sager\r\nFH;31-01-2025;7\r\nFH;{text};8\r\n");
    let Ok(draft) = read_bytes(&[("tal.csv", list.as_bytes())]) else { return };
    for figure in draft.figures_of(0) {
        let (month, year) = (figure.month.month(), figure.month.year());
        assert!((1..=12).contains(&month) && (1900..=2199).contains(&year), "{text:?}");
    }
}
