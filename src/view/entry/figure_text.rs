//! A stored figure as text.

use crate::domain::Counted;
use crate::measure::Ratio;
use crate::text::{Lang, number};

/// A stored figure as it is read.
pub fn shown(lang: Lang, counted: Counted, value: i64) -> String {
    if counted.has_decimals() {
        number::full(lang, Ratio::thousandths(value))
    } else {
        number::whole(lang, value)
    }
}

/// A stored figure as it is typed: digits with a comma, no thousands mark.
pub fn text_of(counted: Counted, value: i64) -> String {
    if counted.has_decimals() {
        number::full(Lang::Da, Ratio::thousandths(value))
    } else {
        value.to_string()
    }
}
