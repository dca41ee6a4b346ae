//! Reads numbers, months and dates as they may stand in a file: exactly, and refused rather than guessed.

use super::columns::Dialect;
use crate::book::Reason;
use crate::domain::Thousandths;

/// The most digits before the decimal sign.
const MOST_DIGITS: usize = 9;

/// A whole number, 0 or above; blank is `None`.
pub fn whole(text: &str, dialect: Dialect) -> Result<Option<u32>, Reason> {
    if let Some(number) = plain_digits(text) {
        return Ok(Some(number));
    }
    let Some(number) = signed(text, dialect)? else {
        return Ok(None);
    };
    u32::try_from(number).map(Some).or(Err(Reason::Negative))
}

/// A whole number that may be below 0.
pub fn signed(text: &str, dialect: Dialect) -> Result<Option<i64>, Reason> {
    match decimal_of_any_sign(text, dialect)? {
        None => Ok(None),
        Some(Thousandths(number)) if number % 1000 == 0 => Ok(Some(number / 1000)),
        Some(_) => Err(Reason::NotWhole),
    }
}

/// A number with at most three decimals, 0 or above.
pub fn decimal(text: &str, dialect: Dialect) -> Result<Option<Thousandths>, Reason> {
    match decimal_of_any_sign(text, dialect)? {
        Some(number) if number.0 < 0 => Err(Reason::Negative),
        number => Ok(number),
    }
}

/// The common case: one to nine digits and nothing else.
fn plain_digits(text: &str) -> Option<u32> {
    let fits = !text.is_empty() && text.len() <= MOST_DIGITS;
    let mut number = 0_u32;
    for byte in text.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number.wrapping_mul(10).wrapping_add(u32::from(byte - b'0'));
    }
    fits.then_some(number)
}

pub fn decimal_of_any_sign(text: &str, dialect: Dialect) -> Result<Option<Thousandths>, Reason> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if text.starts_with(['\u{2212}', '\u{2013}']) {
        return Err(Reason::Negative);
    }
    let number = unsigned(digits, dialect)?;
    Ok(Some(Thousandths(if negative { -number } else { number })))
}

fn unsigned(text: &str, dialect: Dialect) -> Result<i64, Reason> {
    let (mark, thousands) = match dialect {
        Dialect::Danish => (',', '.'),
        Dialect::Plain => ('.', ','),
    };
    let is_gap =
        |it: char| it == thousands || matches!(it, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}');
    let form = |it: char| it.is_ascii_digit() || it == mark || is_gap(it);
    if !text.starts_with(|it: char| it.is_ascii_digit()) || !text.chars().all(form) {
        return Err(Reason::NotANumber);
    }
    let (before, after) = text.split_once(mark).map_or((text, None), |(a, b)| (a, Some(b)));
    if after.is_some_and(|it| it.contains(is_gap)) {
        return Err(Reason::MixedNumberForms);
    }
    let after = after.unwrap_or("0");
    if after.is_empty() || !after.bytes().all(|it| it.is_ascii_digit()) {
        return Err(Reason::NotANumber);
    }
    if 3 < after.trim_end_matches('0').len() {
        return Err(Reason::TooManyDecimals);
    }
    let mut groups = before.split(is_gap);
    let first = groups.next().unwrap_or_default();
    let mut digits = first.to_owned();
    let mut grouped = false;
    for group in groups {
        grouped = true;
        if group.len() != 3 {
            return Err(Reason::NotANumber);
        }
        digits.push_str(group);
    }
    if grouped && (3 < first.len() || first == "0") {
        return Err(Reason::NotANumber);
    }
    if MOST_DIGITS < digits.len() {
        return Err(Reason::TooManyDigits);
    }
    let whole: i64 = digits.parse().or(Err(Reason::NotANumber))?;
    let decimals = after.bytes().chain(*b"000").take(3);
    Ok(decimals.fold(whole, |sum, it| sum * 10 + i64::from(it - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    #[expect(clippy::needless_pass_by_value, reason = "reads better in the tests")]
    fn check(text: &str, expected: Result<Option<i64>, Reason>) {
        let read = decimal_of_any_sign(text, Dialect::Danish);
        assert_eq!(read.map(|it| it.map(|it| it.0)), expected, "{text}");
    }

    #[test]
    fn danish_numbers_are_read() {
        check("23", Ok(Some(23_000)));
        check(" 31 ", Ok(Some(31_000)));
        check("1.204", Ok(Some(1_204_000)));
        check("1\u{A0}198", Ok(Some(1_198_000)));
        check("1 234 567,5", Ok(Some(1_234_567_500)));
        check("92,6", Ok(Some(92_600)));
        check("-3", Ok(Some(-3000)));
        check("0,125", Ok(Some(125)));
        check("1,5000", Ok(Some(1500)));
        check("", Ok(None));
        check("  ", Ok(None));
    }

    #[test]
    fn everything_else_is_refused_with_its_reason() {
        for text in [
            "NaN",
            "inf",
            "1e400",
            "0x17",
            "\u{662}\u{663}",
            "#DIV/0!",
            "1.2O4",
            "23*",
            "ca. 8",
            "4-5",
            "1.20",
            "14.5",
            ",5",
            "5,",
            "1..204",
            "+5",
            "0.204",
            "1234.567",
            "- 5",
            "1,2,3",
        ] {
            check(text, Err(Reason::NotANumber));
        }
        check("\u{2212}23", Err(Reason::Negative));
        check("1,204.5", Err(Reason::MixedNumberForms));
        check("99999999999999999999", Err(Reason::TooManyDigits));
        check("1,2345", Err(Reason::TooManyDecimals));
        assert_eq!(whole("23,5", Dialect::Danish), Err(Reason::NotWhole));
        assert_eq!(whole("-1", Dialect::Danish), Err(Reason::Negative));
        assert_eq!(whole("1234567890", Dialect::Danish), Err(Reason::TooManyDigits));
    }

    #[test]
    fn plain_numbers_have_a_decimal_point() {
        let read = |text| decimal(text, Dialect::Plain).unwrap().unwrap().0;
        assert_eq!(read("92.6"), 92_600);
        assert_eq!(read("1,204.5"), 1_204_500);
        assert_eq!(decimal("92,6", Dialect::Plain), Err(Reason::NotANumber));
    }
}
