//! Any text as a number, alone and in a list: what is understood is what another reader of decimals makes of the same digits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sagstakt_fuzz::alone::number::decimal_of_any_sign;
use sagstakt_fuzz::domain::Thousandths;
use sagstakt_fuzz::import::{Dialect, read_bytes};

fuzz_target!(|text: &str| {
    for (dialect, mark) in [(Dialect::Danish, ','), (Dialect::Plain, '.')] {
        if let Ok(Some(Thousandths(number))) = decimal_of_any_sign(text, dialect) {
            let kept =
                text.trim().chars().filter(|it| it.is_ascii_digit() || *it == '-' || *it == mark);
            let plain: String = kept.map(|it| if it == mark { '.' } else { it }).collect();
            let other: f64 = plain.parse().expect("what is understood is a number");
            assert!((other * 1000.0 - number as f64).abs() < 0.5, "{text:?} became {number}");
            assert!(other.abs() < 1e9, "{text:?} has more than nine digits");
        }
    }
    // A list costs as much as a hundred numbers: every sixteenth text stands in one.
    if text.bytes().map(u32::from).sum::<u32>().is_multiple_of(16) {
        in_a_list(text);
    }
});

fn in_a_list(text: &str) {
    if 40 < text.len() || text.contains([';', '"', '\n', '\r', '\0']) {
        return;
    }
    let list = format!("Enhed;M\u{e5}ned;Antal sager\r\nFH;2025-01;{text}\r\nFH;2025-02;7\r\n");
    let Ok(draft) = read_bytes(&[("tal.csv", list.as_bytes())]) else { return };
    for figure in draft.figures_of(0) {
        let digits = figure.value.0.unsigned_abs() < 1_000_000_000_000;
        assert!(digits && 0 <= figure.value.0, "{text:?} became {:?}", figure.value);
        let first = figure.month.month() == 1;
        assert!(!first || text.contains(|it: char| it.is_ascii_digit()), "{text:?}");
    }
}
