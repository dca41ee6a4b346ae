//! Any text as a month or a day: what is understood names its year, or nothing is kept.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sagstakt::import::read_bytes;

fuzz_target!(|text: &str| {
    if text.contains([';', '"', '\n', '\r', '\0', '\t', '|', ',']) {
        return;
    }
    let list = format!("Enhed;Dato;Antal sager\r\nFH;31-01-2025;7\r\nFH;{text};8\r\n");
    let Ok(draft) = read_bytes(&[("tal.csv", list.as_bytes())]) else { return };
    for figure in draft.figures_of(0) {
        let (month, year) = (figure.month.month(), figure.month.year());
        assert!((1..=12).contains(&month) && (1900..=2199).contains(&year), "{text:?}");
    }
});
