//! A number rounded once, as far as it is printed: what pages, files, charts and editions share.
//!
//! A file that held more than the page would give away what the page rounds or hides.

use super::Lang;
use crate::measure::Ratio;

/// How a number is written beside its digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    /// `-3,5`, `+3,5`: a change.
    Signed,
    /// `28,6 %`.
    Percent,
}

/// A decimal number: `units` × 10^-`decimals`; of a percentage, the number before the sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    pub units: i64,
    pub decimals: u8,
    pub style: Style,
}

impl Digits {
    pub const fn whole(number: i64) -> Self {
        Self { units: number, decimals: 0, style: Style::Plain }
    }

    /// The nearest, a half away from zero; `None` beyond anything that can be typed.
    pub fn of(value: Ratio, decimals: u8) -> Option<Self> {
        let units = i64::try_from(value.rounded(decimals.into())?).ok()?;
        Some(Self { decimals, ..Self::whole(units) })
    }

    #[must_use]
    pub const fn styled(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// How large it is, whichever way it goes.
    #[must_use]
    pub const fn size(self) -> Self {
        Self { units: self.units.saturating_abs(), style: Style::Plain, ..self }
    }

    /// The nearest floating-point number; a percentage as it stands before its sign.
    pub fn as_f64(self) -> f64 {
        self.plain().parse().unwrap_or(0.0)
    }

    /// `-1234.5`: for programs.
    pub fn plain(self) -> String {
        self.with_mark('.')
    }

    /// Without thousands marks, with this decimal mark.
    pub fn with_mark(self, mark: char) -> String {
        self.written(mark, str::to_owned)
    }

    /// As people read it: `1.234,5`, `+3,5`, `28,6 %`; English `28.6%`.
    pub fn text(self, lang: Lang) -> String {
        let number = self.written(lang.locale().decimal_mark, |it| grouped(lang, it));
        match self.style {
            Style::Signed if 0 < self.units => format!("+{number}"),
            Style::Plain | Style::Signed => number,
            Style::Percent => format!("{number}{}", lang.locale().percent),
        }
    }

    fn written(self, mark: char, before: impl Fn(&str) -> String) -> String {
        let decimals = usize::from(self.decimals);
        let digits = format!("{:0>width$}", self.units.unsigned_abs(), width = decimals + 1);
        let sign = if self.units < 0 { "-" } else { "" };
        let (whole, part) = digits.split_at_checked(digits.len() - decimals).unwrap_or(("0", ""));
        let mark = if part.is_empty() { String::new() } else { mark.to_string() };
        format!("{sign}{}{mark}{part}", before(whole))
    }
}

/// With a thousands mark before every three digits.
pub fn grouped(lang: Lang, digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at != 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(lang.locale().thousands_mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_written_as_they_are_read_and_for_programs() {
        let check = |units, decimals, style, [da, en, plain]: [&str; 3]| {
            let digits = Digits { units, decimals, style };
            assert_eq!(digits.text(Lang::Da), da);
            assert_eq!(digits.text(Lang::En), en);
            assert_eq!(digits.plain(), plain);
        };
        check(12_345, 1, Style::Plain, ["1.234,5", "1,234.5", "1234.5"]);
        check(0, 0, Style::Signed, ["0", "0", "0"]);
        check(270, 1, Style::Plain, ["27,0", "27.0", "27.0"]);
        check(-5, 1, Style::Signed, ["-0,5", "-0.5", "-0.5"]);
        check(12, 0, Style::Signed, ["+12", "+12", "12"]);
        check(286, 1, Style::Percent, ["28,6 %", "28.6%", "28.6"]);
    }

    #[test]
    fn digits_are_written_with_the_mark_asked_for() {
        let half = Digits { units: -5, decimals: 1, style: Style::Plain };
        assert_eq!(half.with_mark(','), "-0,5");
        assert!((half.as_f64() + 0.5).abs() < f64::EPSILON);
    }

    #[test]
    fn a_value_is_rounded_once_half_away_from_zero() {
        let of = |up, down, decimals| {
            Digits::of(Ratio::new(up, down).unwrap(), decimals).unwrap().plain()
        };
        assert_eq!(of(97, 4, 1), "24.3");
        assert_eq!(of(-97, 4, 1), "-24.3");
        assert_eq!(of(-1, 25, 1), "0.0");
        assert_eq!(of(2469, 2, 0), "1235");
    }
}
