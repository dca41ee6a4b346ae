//! Reads days and months as people type them in Denmark: `1.9.2026`, `1. sep 2026`, `2026-09`, `september 2026`.

use super::{Lang, tr};
use crate::domain::{Day, FIRST_YEAR, LAST_YEAR, Month};

/// Why a typed text is not a date. The text stays in its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum DateError {
    #[error("not a date")]
    NotADate,
    #[error("not a month")]
    NotAMonth,
    /// `1.9.`: a year is never guessed.
    #[error("the year is missing")]
    NoYear,
    /// 31 February, month 13, or a year outside the calendar of the book.
    #[error("there is no such day")]
    NoSuchDay,
}

impl DateError {
    pub fn words(self, lang: Lang) -> String {
        let key = match self {
            Self::NotADate => "typed-not-a-date",
            Self::NotAMonth => "typed-not-a-month",
            Self::NoYear => "typed-no-year",
            Self::NoSuchDay => "typed-no-such-day",
        };
        tr(lang, key)
    }
}

/// A part of a date: a number with how many digits it had, or the name of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Number { value: i32, digits: usize },
    MonthName(u32),
}

/// A day; `None` when nothing is typed.
pub fn day(text: &str) -> Result<Option<Day>, DateError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let (year, month, number) = match parts(text).ok_or(DateError::NotADate)?.as_slice() {
        [year @ Part::Number { digits: 4, .. }, month, day]
        | [day, month, year @ Part::Number { .. }] => (year_of(*year), *month, *day),
        [Part::Number { digits: 1 | 2, .. }, _] => return Err(DateError::NoYear),
        _ => return Err(DateError::NotADate),
    };
    let Part::Number { value: number, digits: 1 | 2 } = number else {
        return Err(DateError::NotADate);
    };
    let month = month_of(month).ok_or(DateError::NotADate)?;
    let year = year.ok_or(DateError::NotADate)?;
    let found = u32::try_from(number).ok().and_then(|it| Day::new(year, month, it));
    found.filter(|_| is_known(year)).ok_or(DateError::NoSuchDay).map(Some)
}

/// A month; `None` when nothing is typed. Its first or last day names it too.
pub fn month(text: &str) -> Result<Option<Month>, DateError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let (year, month) = match parts(text).ok_or(DateError::NotAMonth)?.as_slice() {
        [year @ Part::Number { digits: 4, .. }, month]
        | [month, year @ Part::Number { digits: 2 | 4, .. }] => (year_of(*year), *month),
        [_, _, _] => return month_named_by(text),
        [Part::MonthName(_)] => return Err(DateError::NoYear),
        _ => return Err(DateError::NotAMonth),
    };
    let month = month_of(month).ok_or(DateError::NotAMonth)?;
    let year = year.ok_or(DateError::NotAMonth)?;
    let found = Month::new(year, month).filter(|_| is_known(year));
    found.ok_or(DateError::NoSuchDay).map(Some)
}

fn month_named_by(text: &str) -> Result<Option<Month>, DateError> {
    let day = day(text)?.ok_or(DateError::NotAMonth)?;
    let month = day.month();
    let names_it = day == month.first_day() || day == month.last_day();
    names_it.then_some(Some(month)).ok_or(DateError::NotAMonth)
}

fn is_known(year: i32) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&year)
}

/// Two digits are a year of this century.
const fn year_of(part: Part) -> Option<i32> {
    match part {
        Part::Number { value, digits: 4 } => Some(value),
        Part::Number { value, digits: 2 } => Some(2000 + value),
        Part::Number { .. } | Part::MonthName(_) => None,
    }
}

/// The number of a month; any other number makes a day that does not exist.
fn month_of(part: Part) -> Option<u32> {
    match part {
        Part::Number { value, digits: 1 | 2 } => u32::try_from(value).ok(),
        Part::MonthName(number) => Some(number),
        Part::Number { .. } => None,
    }
}

/// Numbers and names between points, hyphens, slashes and spaces; at most three.
fn parts(text: &str) -> Option<Vec<Part>> {
    let words = text.trim().split(['.', '-', '/', ' ', '\u{a0}']).filter(|it| !it.is_empty());
    let parts: Vec<Part> = words.map(part).collect::<Option<_>>()?;
    (parts.len() <= 3).then_some(parts)
}

fn part(word: &str) -> Option<Part> {
    if word.bytes().all(|it| it.is_ascii_digit()) && word.len() <= 4 {
        return Some(Part::Number { value: word.parse().ok()?, digits: word.len() });
    }
    let word = word.to_lowercase();
    (1..=12).find(|number| is_name(&word, *number)).map(Part::MonthName)
}

/// The whole name in any language, or its first letters from three on.
fn is_name(word: &str, number: u32) -> bool {
    let is_long_enough = 3 <= word.chars().count();
    let names = Lang::ALL.map(|it| tr(it, &format!("month-{number}")).to_lowercase());
    is_long_enough && names.iter().any(|it| it.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_day(text: &str, expected: &str) {
        assert_eq!(day(text).unwrap().unwrap().to_string(), expected, "{text}");
    }

    #[track_caller]
    fn check_month(text: &str, expected: &str) {
        assert_eq!(month(text).unwrap().unwrap().to_string(), expected, "{text}");
    }

    #[test]
    fn days_are_read_as_they_are_typed() {
        for text in [
            "1.9.2026",
            "01.09.2026",
            "1/9/2026",
            "01-09-2026",
            "1.9.26",
            "2026-09-01",
            "1. sep 2026",
            "1. sept. 2026",
            "1. september 2026",
            " 1 September 2026 ",
        ] {
            check_day(text, "2026-09-01");
        }
        check_day("29.2.2028", "2028-02-29");
        check_day("15. maj 2026", "2026-05-15");
        check_day("15. may 2026", "2026-05-15");
        assert_eq!(day("  "), Ok(None));
    }

    #[test]
    fn months_are_read_as_they_are_typed() {
        for text in [
            "2026-09",
            "9.2026",
            "09-2026",
            "9/2026",
            "sep 2026",
            "sep. 26",
            "September 2026",
            "1.9.2026",
            "30.9.2026",
        ] {
            check_month(text, "2026-09");
        }
        check_month("okt 2026", "2026-10");
        check_month("december 2026", "2026-12");
        assert_eq!(month(""), Ok(None));
    }

    #[test]
    fn everything_else_is_refused_with_its_reason() {
        use DateError::*;
        for (text, expected) in [
            ("1.9.", NoYear),
            ("31.2.2026", NoSuchDay),
            ("1.13.2026", NoSuchDay),
            ("0.1.2026", NoSuchDay),
            ("1.9.1850", NoSuchDay),
            ("1.9.202", NotADate),
            ("1.9.20266", NotADate),
            ("i morgen", NotADate),
            ("46023", NotADate),
            ("1.9.2026.4", NotADate),
            ("-", NotADate),
            ("١.٩.٢٠٢٦", NotADate),
        ] {
            assert_eq!(day(text), Err(expected), "{text}");
        }
        for (text, expected) in [
            ("september", NoYear),
            ("13.2026", NoSuchDay),
            ("2026-00", NoSuchDay),
            ("15.9.2026", NotAMonth),
            ("ma 2026", NotAMonth),
            ("2026", NotAMonth),
            ("9", NotAMonth),
        ] {
            assert_eq!(month(text), Err(expected), "{text}");
        }
    }
}
