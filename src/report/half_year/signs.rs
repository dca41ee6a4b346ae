//! What the signs and marks in a table mean.

use super::composer::{Composer, PROVISIONAL, REVISED};
use crate::report::document::Table;
use crate::text::{committee, figures};

/// A sentence for each that stands in the table.
pub fn signs(of: &Composer<'_>, table: &Table) -> Vec<String> {
    let cells = || table.rows.iter().flatten();
    let has = |sign: &str| cells().any(|it| it.text == sign);
    let mut notes = Vec::new();
    for (sign, key) in [
        (figures::NOT_REPORTED, "document-sign-missing"),
        (figures::NOT_COMPUTABLE, "document-sign-none"),
        (figures::SERIES_BREAK, "document-sign-break"),
        (committee::HIDDEN, "document-sign-secondary"),
    ] {
        if has(sign) {
            notes.push(of.word(key));
        }
    }
    let small = committee::small(of.prints.threshold);
    if has(&small) {
        notes.push(of.words("document-sign-hidden", &[("sign", small.into())]));
    }
    for (mark, key) in
        [(REVISED, "document-sign-revised"), (PROVISIONAL, "document-sign-provisional")]
    {
        if cells().any(|it| it.mark == mark) {
            notes.push(of.word(key));
        }
    }
    notes
}
