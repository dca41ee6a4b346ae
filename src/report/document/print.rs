//! The number in a printed figure, for the files that hold numbers: as far as it is printed, and no further.
//!
//! A file that held more than the page would give away what the page rounds or hides.

use crate::text::Lang;

/// How a number is written beside its digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberForm {
    Plain,
    /// `-3,5`, `+3,5`: a change.
    Signed,
    /// `28,6 %`.
    Percent,
}

/// A decimal number: `units` × 10^-`places`; of a percentage, the number before the sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    pub units: i64,
    pub places: u8,
    pub form: NumberForm,
}

impl Digits {
    /// The nearest floating-point number to what is printed; a percentage as it stands before its sign.
    pub fn as_f64(self) -> f64 {
        self.plain().parse().unwrap_or(0.0)
    }

    /// `-1234.5`: for programs.
    pub fn plain(self) -> String {
        self.with_mark('.')
    }

    /// Without thousands marks, with this decimal mark.
    pub fn with_mark(self, mark: char) -> String {
        let places = usize::from(self.places);
        let digits = format!("{:0>width$}", self.units.unsigned_abs(), width = places + 1);
        let sign = if self.units < 0 { "-" } else { "" };
        let (whole, part) = digits.split_at_checked(digits.len() - places).unwrap_or(("0", ""));
        if part.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}{mark}{part}")
        }
    }
}

/// The number that a printed figure is; `None` for words, signs, ranges and anything with words in it.
pub fn printed(lang: Lang, text: &str) -> Option<Digits> {
    let (thousands, decimal) = (lang.locale().thousands_mark, lang.locale().decimal_mark);
    let (number, form) = match text.strip_suffix('%') {
        Some(number) => (number.trim_end(), NumberForm::Percent),
        None => (text, NumberForm::Plain),
    };
    let (number, form) = match number.strip_prefix('+') {
        Some(rest) => (rest, if form == NumberForm::Plain { NumberForm::Signed } else { form }),
        None => (number, form),
    };
    let (number, sign) = number.strip_prefix('-').map_or((number, 1), |rest| (rest, -1));
    let (whole, part) = number.split_once(decimal).unwrap_or((number, ""));
    let whole: String = whole.chars().filter(|it| *it != thousands).collect();
    let is_digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || !is_digits(&whole) || !is_digits(part) {
        return None;
    }
    let units: i64 = format!("{whole}{part}").parse().ok()?;
    Some(Digits { units: sign * units, places: u8::try_from(part.len()).ok()?, form })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lang: Lang, text: &str, expected: Option<(&str, NumberForm)>) {
        let found = printed(lang, text).map(|it| (it.plain(), it.form));
        assert_eq!(found, expected.map(|it| (it.0.to_owned(), it.1)), "{text}");
    }

    #[test]
    fn a_printed_number_is_read_as_far_as_it_is_printed() {
        check(Lang::Da, "1.234,5", Some(("1234.5", NumberForm::Plain)));
        check(Lang::Da, "0", Some(("0", NumberForm::Plain)));
        check(Lang::Da, "27,0", Some(("27.0", NumberForm::Plain)));
        check(Lang::Da, "-0,5", Some(("-0.5", NumberForm::Plain)));
        check(Lang::Da, "+12", Some(("12", NumberForm::Signed)));
        check(Lang::Da, "21,1 %", Some(("21.1", NumberForm::Percent)));
        check(Lang::En, "1,234.5", Some(("1234.5", NumberForm::Plain)));
        check(Lang::En, "28.6%", Some(("28.6", NumberForm::Percent)));
    }

    #[test]
    fn words_signs_and_what_is_hidden_are_no_numbers() {
        for text in
            ["<5", "*", "..", "–", "", "-", "+", "%", "ca. 5,0", "20–30", "4 af 6", "=1+1", "1e5"]
        {
            check(Lang::Da, text, None);
        }
    }

    #[test]
    fn digits_are_written_with_the_mark_asked_for() {
        let half = Digits { units: -5, places: 1, form: NumberForm::Plain };
        assert_eq!(half.with_mark(','), "-0,5");
        assert!((half.as_f64() + 0.5).abs() < f64::EPSILON);
    }
}
