//! Any text as a number in a list of ours and in one of a department: nothing is kept that is not digits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sagstakt::import::read_bytes;

fuzz_target!(|text: &str| {
    if text.contains([';', '"', '\n', '\r', '\0']) || !text.is_ascii() {
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
});
