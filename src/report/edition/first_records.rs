//! Reads the records of the first editions, which hold what was printed as Danish text only.

use crate::text::{Digits, Lang, Style};

/// The number in such a text: `1.234,5`, `-3`, `28,6 %`; `None` for words, signs and ranges.
pub fn digits(text: &str) -> Option<Digits> {
    let (number, style) = match text.strip_suffix(" %") {
        Some(number) => (number, Style::Percent),
        None => (text, Style::Plain),
    };
    let decimals = number.split_once(',').map_or(0, |it| it.1.len());
    let units = number.replace(['.', ','], "").parse().ok()?;
    let digits = Digits { units, decimals: u8::try_from(decimals).ok()?, style };
    // What is not written like that is no number of ours.
    (digits.text(Lang::Da) == text).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_far_as_they_were_printed() {
        for (text, plain) in [
            ("1.234,5", "1234.5"),
            ("0", "0"),
            ("27,0", "27.0"),
            ("-0,5", "-0.5"),
            ("21,1 %", "21.1"),
        ] {
            assert_eq!(digits(text).map(Digits::plain).as_deref(), Some(plain), "{text}");
        }
        assert_eq!(digits("21,1 %").unwrap().style, Style::Percent);
    }

    #[test]
    fn words_signs_and_what_is_hidden_are_no_numbers() {
        for text in [
            "<5", "*", "..", "–", "", "-", "%", "ca. 5,0", "20–30", "4 af 6", "=1+1", "1e5", "+3",
            "1,2,3",
        ] {
            assert_eq!(digits(text), None, "{text}");
        }
    }
}
