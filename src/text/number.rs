//! Numbers as people read them, rounded here and nowhere else: one decimal, half away from zero.

use super::Lang;
use super::digits::{Digits, Style, grouped};
use crate::domain::Thousandths;
use crate::measure::Ratio;

/// A whole number: `1.234`.
pub fn whole(lang: Lang, number: i64) -> String {
    Digits::whole(number).text(lang)
}

/// A number as it is typed in a field, which is as in Danish in every language: `33,3`, `37`.
pub fn typed(number: Thousandths) -> String {
    plain(Lang::Da, number)
}

/// All of a stored number, without thousands marks: `33,3`, `37`.
pub fn plain(lang: Lang, Thousandths(number): Thousandths) -> String {
    let (sign, size) = (if number < 0 { "-" } else { "" }, number.unsigned_abs());
    let mark = lang.locale().decimal_mark;
    let text = format!("{sign}{}{mark}{:03}", size / 1000, size % 1000);
    text.trim_end_matches('0').trim_end_matches(mark).to_owned()
}

/// The nearest whole number, a half away from zero: `1.234`.
pub fn rounded(lang: Lang, value: Ratio) -> String {
    fixed(lang, value, 0, Style::Plain)
}

/// One decimal: `1.234,5`, `-0,5`.
pub fn decimal(lang: Lang, value: Ratio) -> String {
    fixed(lang, value, 1, Style::Plain)
}

/// A number that is already in percent: `-12,5 %`.
pub fn percent_of(lang: Lang, percent: Ratio) -> String {
    fixed(lang, percent, 1, Style::Percent)
}

/// `+3,5`, `-3,5` or `0,0`: how a change is written.
pub fn signed(text: String, value: Ratio) -> String {
    let is_change = !value.is_negative() && text.contains(|it: char| '1' <= it && it <= '9');
    if is_change { format!("+{text}") } else { text }
}

/// All of a number for other programs: `27,5`, `35.294117647058826`; no thousands mark.
pub fn full(lang: Lang, value: Ratio) -> String {
    if value.is_whole() {
        return value.numerator().to_string();
    }
    let mark = lang.locale().decimal_mark.to_string();
    value.as_f64().to_string().replace('.', &mark)
}

/// A number on the axis of a chart, which is round already: `1.250`, `0,5`.
pub fn tick(lang: Lang, value: f64, places: u8) -> String {
    let plain = format!("{:.*}", usize::from(places), value.abs());
    let sign = if value < 0.0 && plain.contains(|it| '1' <= it && it <= '9') { "-" } else { "" };
    match plain.split_once('.') {
        Some((whole, fraction)) => {
            format!("{sign}{}{}{fraction}", grouped(lang, whole), lang.locale().decimal_mark)
        }
        None => format!("{sign}{}", grouped(lang, &plain)),
    }
}

/// Beyond 18 digits in full; nothing that can be typed comes near.
fn fixed(lang: Lang, value: Ratio, decimals: u8, style: Style) -> String {
    let digits = Digits::of(value, decimals);
    digits.map_or_else(|| full(lang, value), |it| it.styled(style).text(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::figures::WaitUnit;

    fn ratio(numerator: i128, denominator: i128) -> Ratio {
        Ratio::new(numerator, denominator).unwrap()
    }

    #[test]
    fn danish_numbers_have_a_thousands_dot_and_a_decimal_comma() {
        assert_eq!(whole(Lang::Da, 1_234_567), "1.234.567");
        assert_eq!(whole(Lang::Da, -1234), "-1.234");
        assert_eq!(whole(Lang::En, 999), "999");
        assert_eq!(decimal(Lang::Da, ratio(12345, 10)), "1.234,5");
        assert_eq!(decimal(Lang::En, ratio(12345, 10)), "1,234.5");
    }

    #[test]
    fn halves_are_rounded_away_from_zero_from_the_exact_value() {
        // Reading 30: 24.25 and 56.25 %.
        assert_eq!(decimal(Lang::Da, ratio(97, 4)), "24,3");
        assert_eq!(decimal(Lang::Da, ratio(-97, 4)), "-24,3");
        assert_eq!(percent_of(Lang::Da, ratio(900, 16)), "56,3 %");
        assert_eq!(percent_of(Lang::En, ratio(200, 7)), "28.6%");
        assert_eq!(decimal(Lang::Da, ratio(1, 25)), "0,0");
        assert_eq!(decimal(Lang::Da, ratio(-1, 25)), "0,0");
        assert_eq!(rounded(Lang::Da, ratio(2469, 2)), "1.235");
    }

    #[test]
    fn waits_are_shown_in_weeks() {
        let weeks = |days| decimal(Lang::Da, WaitUnit::Weeks.of_days(days));
        assert_eq!(weeks(Ratio::whole(41)), "5,9");
        assert_eq!(weeks(ratio(767, 16)), "6,8");
    }

    #[test]
    fn changes_carry_their_sign() {
        let shown = |value| signed(decimal(Lang::Da, value), value);
        assert_eq!(shown(ratio(7, 2)), "+3,5");
        assert_eq!(shown(ratio(-7, 2)), "-3,5");
        assert_eq!(shown(ratio(1, 25)), "0,0");
    }

    #[test]
    fn ticks_have_the_decimals_of_their_axis() {
        assert_eq!(tick(Lang::Da, 1250.0, 0), "1.250");
        assert_eq!(tick(Lang::Da, 0.5, 1), "0,5");
        assert_eq!(tick(Lang::En, -2.5, 1), "-2.5");
        assert_eq!(tick(Lang::Da, -0.0, 0), "0");
    }

    #[test]
    fn numbers_are_shown_as_they_are_typed() {
        for (number, text) in
            [(37_000, "37"), (33_300, "33,3"), (600, "0,6"), (-1_250, "-1,25"), (-500, "-0,5")]
        {
            assert_eq!(typed(Thousandths(number)), text);
        }
    }

    #[test]
    fn numbers_for_programs_are_whole_or_in_full() {
        assert_eq!(full(Lang::Da, ratio(55, 2)), "27,5");
        assert_eq!(full(Lang::En, ratio(6, 17)), "0.35294117647058826");
        assert_eq!(full(Lang::Da, Ratio::whole(-1234)), "-1234");
    }
}
