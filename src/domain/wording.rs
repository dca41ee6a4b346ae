//! What may be written in names and notes: tidy text without hidden characters, and never a civil registration number.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

use super::Day;

/// The most characters a name may have.
pub const NAME_LENGTH: usize = 80;
/// The most characters a note, a title or a source may have.
pub const NOTE_LENGTH: usize = 2000;

/// Why a text cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WordingError {
    #[error("nothing is written")]
    Empty,
    #[error("longer than {most} characters")]
    TooLong { most: usize },
    #[error("holds a hidden character, {0:?}")]
    Hidden(char),
    #[error("holds a civil registration number")]
    Cpr,
}

/// A name as it is kept: NFC, trimmed, on one line, 1–80 characters, nothing hidden, no CPR number.
pub fn check_name(text: &str) -> Result<Cow<'_, str>, WordingError> {
    if is_plain(text, NAME_LENGTH) {
        return no_cpr(Cow::Borrowed(text));
    }
    let tidy = on_one_line(text);
    check(tidy, NAME_LENGTH, |it| it == '\n')
}

/// A note as it is kept: as a name, but up to 2,000 characters and with line breaks.
pub fn check_note(text: &str) -> Result<Cow<'_, str>, WordingError> {
    if is_plain(text, NOTE_LENGTH) {
        return no_cpr(Cow::Borrowed(text));
    }
    let tidy: String = text.replace("\r\n", "\n").replace('\r', "\n");
    let tidy = tidy.replace('\t', " ").trim().nfc().collect();
    check(tidy, NOTE_LENGTH, |_| false)
}

fn check(
    tidy: String,
    most: usize,
    is_unwanted: impl Fn(char) -> bool,
) -> Result<Cow<'static, str>, WordingError> {
    if tidy.is_empty() {
        return Err(WordingError::Empty);
    }
    if most < tidy.chars().count() {
        return Err(WordingError::TooLong { most });
    }
    if let Some(hidden) = tidy.chars().find(|it| is_hidden(*it) || is_unwanted(*it)) {
        return Err(WordingError::Hidden(hidden));
    }
    no_cpr(Cow::Owned(tidy))
}

fn no_cpr(text: Cow<'_, str>) -> Result<Cow<'_, str>, WordingError> {
    match find_cpr(&text) {
        Some(_) => Err(WordingError::Cpr),
        None => Ok(text),
    }
}

/// ASCII on one line without spaces at its ends: already as it should be.
fn is_plain(text: &str, most: usize) -> bool {
    let inner = text.bytes().all(|it| (b' '..=b'~').contains(&it));
    let ends = text.starts_with(' ') || text.ends_with(' ');
    inner && !ends && !text.is_empty() && text.len() <= most
}

/// Line breaks and tabs become one space; spaces at the ends go.
fn on_one_line(text: &str) -> String {
    let lines = text.split(['\r', '\n', '\t']).map(str::trim);
    let kept: Vec<&str> = lines.filter(|it| !it.is_empty()).collect();
    kept.join(" ").nfc().collect()
}

/// Controls, direction marks, zero-width characters and what has no agreed meaning.
fn is_hidden(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFF}' | '\u{1D173}'..='\u{1D17A}' | '\u{E000}'..='\u{F8FF}'
            | '\u{E0000}'..='\u{10FFFF}')
}

/// The first place that reads as a CPR number: ten digits that begin with a date, run together or
/// parted by hyphens, spaces, dots or slashes after the second, fourth and sixth digit.
pub fn find_cpr(text: &str) -> Option<String> {
    let few = text.len() < 10 || text.bytes().filter(|it| is_digit_byte(*it)).count() < 10;
    if few {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    let starts = chars.iter().enumerate().filter(|(at, letter)| {
        let after_digit = at.checked_sub(1).and_then(|it| chars.get(it)).copied();
        digit(**letter).is_some() && after_digit.is_none_or(|it| digit(it).is_none())
    });
    starts.into_iter().find_map(|(at, _)| cpr_at(chars.get(at..)?))
}

/// An ASCII digit, or a byte that other digits are made of.
const fn is_digit_byte(byte: u8) -> bool {
    byte.is_ascii_digit() || 0x80 <= byte
}

fn cpr_at(chars: &[char]) -> Option<String> {
    let mut digits = Vec::new();
    let mut gap = 0;
    let mut used = 0;
    for letter in chars {
        match digit(*letter) {
            Some(_) if digits.len() == 10 && gap == 0 => return None,
            _ if digits.len() == 10 => break,
            Some(value) => {
                digits.push(value);
                gap = 0;
            }
            None => {
                gap += 1;
                let may_part = matches!(digits.len(), 2 | 4 | 6) && gap <= 3 && is_parting(*letter);
                if !may_part {
                    return None;
                }
            }
        }
        used += 1;
    }
    let is_date = |digits: &[u32]| -> Option<bool> {
        let pair = |at: usize| Some(digits.get(at)? * 10 + digits.get(at + 1)?);
        let (day, month, year) = (pair(0)?, pair(2)?, pair(4)?.cast_signed());
        Some([1900, 2000].iter().any(|it| Day::new(it + year, month, day).is_some()))
    };
    let found = digits.len() == 10 && is_date(&digits)?;
    found.then(|| chars.iter().take(used).collect())
}

/// A digit of any common script: hiding a number in other digits does not help.
fn digit(letter: char) -> Option<u32> {
    let zero = match letter {
        '0'..='9' => '0',
        '\u{0660}'..='\u{0669}' => '\u{0660}',
        '\u{06F0}'..='\u{06F9}' => '\u{06F0}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some(u32::from(letter) - u32::from(zero))
}

const fn is_parting(letter: char) -> bool {
    matches!(
        letter,
        ' ' | '-' | '.' | '/' | '_' | '\u{A0}' | '\u{2009}' | '\u{202F}' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_tidied_or_refused() {
        assert_eq!(check_name(" \tAKM\r").unwrap(), "AKM");
        assert_eq!(check_name("B\r\n& U").unwrap(), "B & U");
        assert_eq!(check_name("A\u{30A}").unwrap(), "\u{C5}");
        assert_eq!(check_name("  "), Err(WordingError::Empty));
        assert_eq!(check_name("A\u{200B}B"), Err(WordingError::Hidden('\u{200B}')));
        assert_eq!(check_name("\u{202E}AB"), Err(WordingError::Hidden('\u{202E}')));
        assert_eq!(check_name(&"x".repeat(81)), Err(WordingError::TooLong { most: 80 }));
        assert_eq!(check_note("a\r\nb").unwrap(), "a\nb");
    }

    #[test]
    fn cpr_numbers_are_found_in_ten_forms() {
        for text in [
            "010190-1234",
            "0101901234",
            "010190 1234",
            "01 01 90 1234",
            "01.01.90-1234",
            "01-01-90-1234",
            "010190 - 1234",
            "barn 311299-4321 flyttet",
            "cpr:2902001234.",
            "010190\u{2013}1234",
            "(290200\u{A0}1234)",
        ] {
            assert!(find_cpr(text).is_some(), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "12345678",
            "4512345678",
            "320190-1234",
            "011390-1234",
            "01019012345",
            "2026-09-14 12:00",
            "V0000123",
            "310290-1234",
        ] {
            assert_eq!(find_cpr(text), None, "{text}");
        }
    }
}
