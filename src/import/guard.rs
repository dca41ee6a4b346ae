//! Keeps text in a table from being run as a formula: an apostrophe goes before it, and comes off again on the way in.

use std::borrow::Cow;

/// With a leading apostrophe where a spreadsheet would compute, or where the apostrophe is the text's own.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if is_live(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Without the guard.
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_live(rest)).unwrap_or(text)
}

/// Apostrophes or none, then a sign that begins a formula.
fn is_live(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_guarded_comes_back_as_it_was() {
        for text in [
            "=1+1",
            "'=1+1",
            "''@x",
            "-5",
            "+4",
            "'s-Hertogenbosch",
            "'",
            "",
            "AKM",
            "\t=1",
            "\u{FF1D}1",
        ] {
            assert_eq!(unguarded(&guarded(text)), text);
        }
        assert_eq!(guarded("=1+1"), "'=1+1");
        assert_eq!(guarded("AKM"), "AKM");
    }
}
