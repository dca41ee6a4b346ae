//! Months and days as people write them in sheets. Which year is meant may stand elsewhere.

use crate::domain::{Day, FIRST_YEAR, LAST_YEAR, Month};

use super::months::month_named;
use crate::import::workbook::{Epoch, day_of};

/// What a cell says about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Without a year it is told elsewhere.
    Month {
        year: Option<i32>,
        month: u32,
        form: YearForm,
    },
    Day(Day),
}

/// How the year was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearForm {
    Whole,
    /// `jan-26`: a spreadsheet's month, or a day in January.
    Short,
    None,
}

/// The earliest and the latest year that a sheet of figures is about.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

pub fn is_year(number: i32) -> bool {
    YEARS.contains(&number)
}

/// Reads `januar`, `jan-26`, `Januar 2026`, `2026-01`, `01/2026`, `2026M01`, `31-01-2026`, `31. januar 2026` and their like.
pub fn read(text: &str) -> Option<When> {
    if 40 < text.len() {
        return None;
    }
    let lower = text.trim().to_lowercase();
    let bare = without_clock(month_end(&lower));
    let parts: Vec<&str> = bare
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .flat_map(letters_from_digits)
        .collect();
    match *parts.as_slice() {
        [only] => month_named(only).map(bare_month).or_else(|| run_together(only)),
        [a, b] => two(a, b),
        [a, b, c] => three(a, b, c),
        _ => None,
    }
}

/// Without what only says that the end of a month is meant.
fn month_end(lower: &str) -> &str {
    const SAID: &[&str] = &[
        "ultimo ",
        "ult. ",
        "ult ",
        "pr. ",
        "pr ",
        "udgangen af ",
        "slutningen af ",
        "den ",
        "d. ",
        "d ",
    ];
    let mut bare = lower;
    while let Some(shorter) = SAID.iter().find_map(|it| bare.strip_prefix(it)) {
        bare = shorter.trim_start();
    }
    bare
}

const fn bare_month(month: u32) -> When {
    When::Month { year: None, month, form: YearForm::None }
}

/// Whether a day is the first or the last of its month.
pub fn is_edge(day: Day) -> bool {
    day == day.month().first_day() || day == day.month().last_day()
}

/// Cuts `08:15` and what follows it off a day that a system printed.
fn without_clock(text: &str) -> &str {
    let Some((before, _)) = text.split_once(':') else { return text };
    let day = before.trim_end_matches(|it: char| it.is_ascii_digit());
    let is_clock = (1..=2).contains(&(before.len() - day.len())) && day.ends_with([' ', 't']);
    let bare = day.strip_suffix("kl. ").or_else(|| day.strip_suffix("kl ")).unwrap_or(day);
    if is_clock { bare.trim_end_matches([' ', 't']) } else { text }
}

/// `jan26` and `2026m01` are two words each.
fn letters_from_digits(word: &str) -> Vec<&str> {
    let mut cuts = vec![0];
    let mut before: Option<bool> = None;
    for (at, letter) in word.char_indices() {
        let is_digit = letter.is_ascii_digit();
        if before.is_some_and(|it| it != is_digit) {
            cuts.push(at);
        }
        before = Some(is_digit);
    }
    let ends = cuts.iter().skip(1).copied().chain([word.len()]);
    cuts.iter().zip(ends).filter_map(|(a, b)| word.get(*a..b)).collect()
}

/// The day that a number is in a workbook that counts from 1900, where one of a sheet of figures is likely.
pub fn serial(number: f64) -> Option<Day> {
    let is_likely = number.fract() == 0.0 && (32_874.0..73_416.0).contains(&number);
    day_of(number, Epoch::Year1900).filter(|_| is_likely)
}

/// `202601`
pub fn run_together(word: &str) -> Option<When> {
    let (year, month) = word.split_at_checked(4).filter(|_| word.len() == 6)?;
    month_of(year_of(year)?.0, number(month)?)
}

fn two(a: &str, b: &str) -> Option<When> {
    let whole = |word: &str| year_of(word).filter(|it| it.1 == YearForm::Whole);
    // `26 jan` is a day of January: only a whole year stands before its month.
    let named = month_named(a).zip(year_of(b)).or_else(|| month_named(b).zip(whole(a)));
    if let Some((month, (year, form))) = named {
        let year = Some(year);
        return Some(When::Month { year, month, form });
    }
    if let (Some(month), Some(day)) = (month_named(b), number(a)) {
        // Which February has 29 days, the year would say that is told elsewhere.
        let ends = [2024, 2025].map(|it| Day::new(it, month, day));
        let is_last = ends.into_iter().flatten().any(|it| it == it.month().last_day());
        return is_last.then(|| bare_month(month));
    }
    match (whole(a), whole(b)) {
        (Some((year, _)), None) => month_of(year, number(b)?),
        (None, Some((year, _))) => month_of(year, number(a)?),
        _ => None,
    }
}

fn three(a: &str, b: &str, c: &str) -> Option<When> {
    if let Some(month) = month_named(b) {
        let (year, _) = year_of(c)?;
        return Day::new(year, month, number(a)?).map(When::Day);
    }
    // `2026M01` in three words.
    if b == "m" {
        return month_of(year_of(a)?.0, number(c)?);
    }
    if a.len() == 4 {
        return Day::new(year_of(a)?.0, number(b)?, number(c)?).map(When::Day);
    }
    Day::new(year_of(c)?.0, number(b)?, number(a)?).map(When::Day)
}

fn month_of(year: i32, month: u32) -> Option<When> {
    Month::new(year, month)?;
    Some(When::Month { year: Some(year), month, form: YearForm::Whole })
}

fn number(word: &str) -> Option<u32> {
    let plain = (1..=2).contains(&word.len()) && word.bytes().all(|it| it.is_ascii_digit());
    plain.then(|| word.parse().ok()).flatten()
}

fn year_of(word: &str) -> Option<(i32, YearForm)> {
    if !word.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let year: i32 = word.parse().ok()?;
    match word.len() {
        4 if FIRST_YEAR <= year && year <= LAST_YEAR => Some((year, YearForm::Whole)),
        // Nobody counts cases of 2070 yet, and `jan-99` is the last century's.
        2 if year < 70 => Some((2000 + year, YearForm::Short)),
        _ => None,
    }
}

/// The one year that a title, a sheet's or a file's name speaks of.
pub fn year_in(text: &str) -> Option<i32> {
    let words = text.split(|it: char| !it.is_ascii_digit()).filter(|it| it.len() == 4);
    let mut years = words.filter_map(|it| it.parse().ok()).filter(|it| is_year(*it));
    let found = years.next()?;
    years.all(|it| it == found).then_some(found)
}

/// The one year that a file's name speaks of; a whole date in it says when the file was made, and not what it is about.
pub fn year_in_file(name: &str) -> Option<i32> {
    let parts: Vec<&str> = name.split(|it: char| !it.is_ascii_digit()).collect();
    let short = |at: Option<usize>| {
        at.and_then(|it| parts.get(it)).is_some_and(|it| (1..=2).contains(&it.len()))
    };
    let is_dated = (0..parts.len()).any(|at| {
        let before = |by| short(at.checked_sub(by));
        let is_year = parts.get(at).is_some_and(|it| it.len() == 4);
        is_year && (before(1) && before(2) || short(Some(at + 1)) && short(Some(at + 2)))
    });
    if is_dated { None } else { year_in(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn month(text: &str, year: Option<i32>, month: u32) {
        match read(text) {
            Some(When::Month { year: y, month: m, .. }) => {
                assert_eq!((y, m), (year, month), "{text}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn months_are_read_as_people_write_them() {
        for text in ["jan", "Jan.", "januar", "JANUAR", " januar "] {
            month(text, None, 1);
        }
        for text in [
            "jan-26",
            "januar 2026",
            "Jan. 2026",
            "jan26",
            "jan '26",
            "2026-01",
            "2026/1",
            "01-2026",
            "1/2026",
            "01.2026",
            "2026M01",
            "202601",
            "2026 januar",
            "ultimo januar 2026",
            "ult. jan 2026",
            "pr. ult. januar 2026",
            "udgangen af januar 2026",
        ] {
            month(text, Some(2026), 1);
        }
        month("maj", None, 5);
        month("31. januar", None, 1);
        month("pr. 28. februar", None, 2);
        month("29. feb", None, 2);
        month("okt 25", Some(2025), 10);
        month("October 2025", Some(2025), 10);
    }

    #[test]
    fn days_are_read_whatever_stands_between_their_parts() {
        let day = Day::new(2026, 7, 31).unwrap();
        for text in [
            "31-07-2026",
            "31.07.2026",
            "31/7-2026",
            "2026-07-31",
            "31. juli 2026",
            "31 jul 2026",
            "31-07-26",
            "31-07-2026 00:00:00",
            "31-07-2026 8:15",
            "31. juli 2026 kl. 23:59",
            "2026-07-31T00:00:00",
            "pr. 31. juli 2026",
        ] {
            assert_eq!(read(text), Some(When::Day(day)), "{text}");
        }
    }

    #[test]
    fn nothing_else_is_a_month_or_a_day() {
        for text in [
            "",
            "2026",
            "13",
            "uge 5",
            "31-02-2026",
            "07/31/2026",
            "2026-13",
            "00-2026",
            "januar februar",
            "46023",
            "jan-99",
            "primo januar 2026",
            "12-25",
            "26 jan",
            "1. januar",
            "30. januar",
            "i alt",
            "1. halv\u{e5}r",
            "j",
            "2026-1-1-1",
            "marts og april 2026",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_is_read_where_one_is_named() {
        assert_eq!(year_in("Sager 2025"), Some(2025));
        assert_eq!(year_in("01-07-2026 - 31-10-2026"), Some(2026));
        assert_eq!(year_in("2025 og 2026"), None);
        assert_eq!(year_in("tlf. 2044, nr. 12025"), Some(2044));
        assert_eq!(year_in("Venteliste"), None);
        assert_eq!(year_in_file("FTI 2025.xlsx"), Some(2025));
        assert_eq!(year_in_file("FTI 2026-03.xlsx"), Some(2026));
        assert_eq!(year_in_file("FTI 2026-11-05.xlsx"), None);
        assert_eq!(year_in_file("FTI 5.11.2026.xlsx"), None);
    }
}
