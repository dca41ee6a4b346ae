//! Reads numbers as people type them in Denmark: `1.234,5`. Blank is missing, never zero.

use super::{Lang, tr};
use crate::domain::Thousandths;

const MOST_DIGITS: usize = 9;
const MOST_DECIMALS: usize = 3;

/// Why a typed text is not a number. The text stays in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum NumberError {
    /// Letters, an exponent, NaN, or digits outside 0-9.
    #[error("not a number")]
    NotANumber,
    #[error("more than nine digits")]
    TooManyDigits,
    #[error("more than three decimals")]
    TooManyDecimals,
    #[error("not a whole number")]
    NotWhole,
    /// Thousands not in groups of three: a decimal point was probably meant as a comma.
    #[error("thousands are not in groups of three")]
    Grouping,
    /// A dash or a mathematical minus in place of the hyphen.
    #[error("another minus sign than the hyphen")]
    MinusSign,
}

impl NumberError {
    pub fn words(self, lang: Lang) -> String {
        let key = match self {
            Self::NotANumber => "number-not-a-number",
            Self::TooManyDigits => "number-too-many-digits",
            Self::TooManyDecimals => "number-too-many-decimals",
            Self::NotWhole => "number-not-whole",
            Self::Grouping => "number-grouping",
            Self::MinusSign => "number-minus-sign",
        };
        tr(lang, key)
    }
}

/// A number with at most three decimals; `None` when the text is blank.
pub fn number(text: &str) -> Result<Option<Thousandths>, NumberError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (sign, digits) = sign(text)?;
    let (whole, decimals) = match digits.split_once(',') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (digits, None),
    };
    let whole = ungrouped(whole)?;
    let decimals = decimals.map_or(Ok(""), plain)?;
    if MOST_DECIMALS < decimals.len() {
        return Err(NumberError::TooManyDecimals);
    }
    if MOST_DIGITS < whole.len() + decimals.len() {
        return Err(NumberError::TooManyDigits);
    }
    let thousandths: Result<i64, _> = format!("{whole}{decimals:0<3}").parse();
    let thousandths = thousandths.map_err(|_error| NumberError::NotANumber)?;
    Ok(Some(Thousandths(sign * thousandths)))
}

/// A whole number; `None` when the text is blank.
pub fn whole(text: &str) -> Result<Option<i64>, NumberError> {
    let Some(Thousandths(thousandths)) = number(text)? else {
        return Ok(None);
    };
    if text.contains(',') {
        return Err(NumberError::NotWhole);
    }
    Ok(Some(thousandths / 1000))
}

/// What was typed into a cell: a number, or a sum of numbers such as `100-55`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed {
    /// `None` when nothing was typed.
    pub value: Option<Thousandths>,
    /// It had to be worked out, so that the result is to be shown before it is stored.
    pub is_sum: bool,
}

/// Reads a cell in which people type: a number, or numbers with `+` and `-` between them.
///
/// Only for typed cells: in a pasted block or an imported file `4-5` is not a number.
pub fn typed(text: &str) -> Result<Typed, NumberError> {
    let text = text.trim();
    let is_operator = |it: char| it == '+' || it == '-';
    let operators = text.char_indices().skip(1).filter(|it| is_operator(it.1));
    let starts: Vec<usize> = operators.map(|it| it.0).collect();
    if starts.is_empty() {
        return number(text).map(|value| Typed { value, is_sum: false });
    }
    let mut sum = 0;
    let mut from = 0;
    for to in starts.into_iter().chain([text.len()]) {
        let part = text.get(from..to).unwrap_or_default().trim();
        // The first number keeps its own sign; before the others stands an operator.
        let part = if from == 0 { part } else { part.strip_prefix('+').unwrap_or(part) };
        let part = part
            .strip_prefix('-')
            .map_or_else(|| part.to_owned(), |digits| format!("-{}", digits.trim_start()));
        sum += number(&part)?.ok_or(NumberError::NotANumber)?.0;
        from = to;
    }
    if MOST_SUM < sum.abs() {
        return Err(NumberError::TooManyDigits);
    }
    Ok(Typed { value: Some(Thousandths(sum)), is_sum: true })
}

/// A sum is no longer than what can be typed: nine digits before the comma.
const MOST_SUM: i64 = 999_999_999_999;

fn sign(text: &str) -> Result<(i64, &str), NumberError> {
    let other_minus = ['\u{2212}', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}'];
    if text.starts_with(other_minus) {
        return Err(NumberError::MinusSign);
    }
    Ok(text.strip_prefix('-').map_or((1, text), |digits| (-1, digits)))
}

/// One or more of the digits 0-9.
fn plain(digits: &str) -> Result<&str, NumberError> {
    let is_plain = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    is_plain.then_some(digits).ok_or(NumberError::NotANumber)
}

/// Digits without their thousands marks: one kind of point or space, before every three digits.
fn ungrouped(text: &str) -> Result<String, NumberError> {
    let Some(mark) = text.chars().find(|it| ['.', ' ', '\u{a0}', '\u{202f}'].contains(it)) else {
        return plain(text).map(str::to_owned);
    };
    let mut digits = String::new();
    for (at, group) in text.split(mark).enumerate() {
        let group = plain(group)?;
        let fits = if at == 0 { group.len() <= 3 } else { group.len() == 3 };
        if !fits {
            return Err(NumberError::Grouping);
        }
        digits.push_str(group);
    }
    Ok(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<i64, NumberError>) {
        assert_eq!(number(text), expected.map(|it| Some(Thousandths(it))), "{text}");
    }

    #[test]
    fn danish_numbers_are_read() {
        check("1.234,5", Ok(1_234_500));
        check(" 31 ", Ok(31_000));
        check("1.204", Ok(1_204_000));
        check("1\u{a0}198", Ok(1_198_000));
        check("-0,125", Ok(-125));
        check("007", Ok(7_000));
        check("999.999.999", Ok(999_999_999_000));
        assert_eq!(number("  "), Ok(None));
        assert_eq!(whole("1.234"), Ok(Some(1234)));
        assert_eq!(whole(""), Ok(None));
    }

    #[test]
    fn everything_else_is_refused_with_its_reason() {
        use NumberError::*;
        for text in [
            "NaN", "inf", "1e5", "0x1F", "٣", "23*", "ca. 8", "4-5", "orlov", "-", "+5", ",5",
            "5,", "1,2,3", "--5", "1.", "1..234", "½",
        ] {
            check(text, Err(NotANumber));
        }
        for text in ["1.5", "33.25", "1234.567", "1.23,4"] {
            check(text, Err(Grouping));
        }
        check("1 234.567", Err(NotANumber));
        check("1234567890", Err(TooManyDigits));
        check("12345678901234567890", Err(TooManyDigits));
        check("1234567,891", Err(TooManyDigits));
        check("0,1234", Err(TooManyDecimals));
        check("\u{2212}5", Err(MinusSign));
        check("–5", Err(MinusSign));
        assert_eq!(whole("23,5"), Err(NotWhole));
        assert_eq!(whole("23,0"), Err(NotWhole));
    }

    #[track_caller]
    fn check_typed(text: &str, expected: Result<i64, NumberError>) {
        let sum = |it| Typed { value: Some(Thousandths(it)), is_sum: true };
        assert_eq!(typed(text), expected.map(sum), "{text}");
    }

    #[test]
    fn sums_are_worked_out_in_typed_cells() {
        check_typed("100-55", Ok(45_000));
        check_typed(" 31 + 5 - 2 ", Ok(34_000));
        check_typed("-3+10", Ok(7_000));
        check_typed("1.204-0,5", Ok(1_203_500));
        check_typed("5-9", Ok(-4_000));
        let plain = |value| Ok(Typed { value, is_sum: false });
        assert_eq!(typed("26"), plain(Some(Thousandths(26_000))));
        assert_eq!(typed("-4"), plain(Some(Thousandths(-4_000))));
        assert_eq!(typed(" "), plain(None));
    }

    #[test]
    fn half_a_sum_is_not_a_number() {
        for text in ["100-", "100--5", "1++2", "5-x", "2*3", "=2", "1e5-3"] {
            check_typed(text, Err(NumberError::NotANumber));
        }
        check_typed("5-1.5", Err(NumberError::Grouping));
        check_typed("999999999+1", Err(NumberError::TooManyDigits));
        assert_eq!(typed("+5"), Err(NumberError::NotANumber));
        assert_eq!(typed("-"), Err(NumberError::NotANumber));
    }

    #[test]
    fn every_reason_has_words() {
        use NumberError::*;
        for error in [NotANumber, TooManyDigits, TooManyDecimals, NotWhole, Grouping, MinusSign] {
            for lang in [Lang::Da, Lang::En] {
                assert!(!error.words(lang).starts_with("number-"));
            }
        }
    }
}
