//! A cell as the figure it is kept as: whole numbers whole, waits in days, and nothing guessed.

use std::borrow::Cow;

use super::words;
use crate::book::Reason;
use crate::book::draft::{NumberForm, WaitUnit};
use crate::domain::{Thousandths, UnitField};
use crate::import::Dialect;
use crate::import::number;
use crate::import::workbook::Cell;

/// The most a figure may be: nine digits.
const MOST: f64 = 1e9;

/// What a cell turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    Blank,
    /// As it is stored: thousandths where the figure has decimals.
    Figure(i64),
    /// Words, left out and said so.
    Words,
    Refused(Reason),
}

/// Reads a cell as a figure. `told` says that the form of numbers is known and not only likely.
pub fn read(
    cell: &Cell,
    field: UnitField,
    wait_unit: Option<WaitUnit>,
    (form, told): (NumberForm, bool),
) -> Reading {
    let number = match cell {
        Cell::Blank => return Reading::Blank,
        Cell::Error(_) => return Reading::Refused(Reason::ErrorCell),
        Cell::Unsaved => return Reading::Refused(Reason::UnsavedFormula),
        Cell::Date(_) => return Reading::Refused(Reason::DateForNumber),
        Cell::Number(number) if number.abs() < MOST => thousandths(*number),
        Cell::Number(_) => return Reading::Refused(Reason::TooManyDigits),
        Cell::Text(text) => match text_number(text, (form, told)) {
            Ok(None) => return Reading::Blank,
            Ok(Some(number)) => number,
            Err(Reason::NotANumber) => return with_unit(text, field, (form, told)),
            Err(reason) => return Reading::Refused(reason),
        },
    };
    match stored(number, field, wait_unit) {
        Ok(value) => Reading::Figure(value),
        Err(reason) => Reading::Refused(reason),
    }
}

/// A wait with its unit in the cell, `6,5 uger`, or a count with what is counted, `24 sager`; everything else that is no
/// number is words.
fn with_unit(text: &str, field: UnitField, form: (NumberForm, bool)) -> Reading {
    let Some((number, word)) = text.trim().rsplit_once(char::is_whitespace) else {
        return Reading::Words;
    };
    let unit = words::wait_unit(word).filter(|_| field.is_wait());
    if unit.is_none() && (field.is_wait() || !words::is_counted(word)) {
        return Reading::Words;
    }
    match text_number(number, form) {
        Ok(Some(number)) => match stored(number, field, unit) {
            Ok(value) => Reading::Figure(value),
            Err(reason) => Reading::Refused(reason),
        },
        Ok(None) | Err(_) => Reading::Words,
    }
}

/// A number without the mark of a footnote that stands after it: `12*`, `12 1)`, `12\u{b2}`. Digits alone are no mark.
pub fn without_mark(text: &str) -> Option<&str> {
    let text = text.trim();
    let is_mark = |it: char| matches!(it, '*' | '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2020}');
    let numbered = || {
        let (before, mark) = text.strip_suffix(')')?.rsplit_once(char::is_whitespace)?;
        let mark = mark.trim_start_matches('(');
        let is_note = mark.len() == 1 && mark.starts_with(|it: char| it.is_ascii_alphanumeric());
        is_note.then_some(before)
    };
    let starred = || Some(text.trim_end_matches(is_mark)).filter(|it| it.len() < text.len());
    let bare = starred().or_else(numbered)?.trim_end();
    let is_number = |it: char| it.is_ascii_digit() || matches!(it, '.' | ',' | ' ' | '\u{a0}');
    let begins = bare.starts_with(|it: char| it.is_ascii_digit());
    (begins && bare.chars().all(is_number)).then_some(bare)
}

/// A number of a sheet, to the thousandth. Sums and means of formulas have more digits than anyone typed.
#[expect(clippy::cast_possible_truncation, reason = "below a million million, rounded")]
pub fn thousandths(number: f64) -> Thousandths {
    Thousandths((number * 1000.0).round() as i64)
}

fn text_number(
    text: &str,
    (form, told): (NumberForm, bool),
) -> Result<Option<Thousandths>, Reason> {
    let (own, other) = match form {
        NumberForm::Danish => (Dialect::Danish, Dialect::Plain),
        NumberForm::English => (Dialect::Plain, Dialect::Danish),
    };
    let text = plain_minus(text);
    let text = text.as_ref();
    let read = number::decimal_of_any_sign(text, own);
    // In a column with decimal points 1.204 may be either: that is asked about.
    if form == NumberForm::English && !told && is_ambiguous(text) {
        return Err(Reason::MixedNumberForms);
    }
    if read == Err(Reason::NotANumber) && number::decimal_of_any_sign(text, other).is_ok() {
        return Err(Reason::MixedNumberForms);
    }
    read
}

/// With a hyphen for the minus or the dash that stands before a number, or alone for nothing.
fn plain_minus(text: &str) -> Cow<'_, str> {
    match text.trim().strip_prefix(['\u{2212}', '\u{2013}', '\u{2014}']) {
        Some(rest) => Cow::Owned(format!("-{rest}")),
        None => Cow::Borrowed(text),
    }
}

/// One to three digits, a full stop, and three digits.
fn is_ambiguous(text: &str) -> bool {
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    let parts = text.trim().split_once('.');
    parts.is_some_and(|(a, b)| a.len() <= 3 && b.len() == 3 && digits(a) && digits(b))
}

fn stored(
    number: Thousandths,
    field: UnitField,
    wait_unit: Option<WaitUnit>,
) -> Result<i64, Reason> {
    let Thousandths(number) = number;
    if number < 0 && !field.may_be_negative() {
        return Err(Reason::Negative);
    }
    if field.is_wait() {
        let days = in_days(number, wait_unit.ok_or(Reason::WaitUnitNotTold)?);
        return Ok(if field.has_decimals() { days } else { (days + 500).div_euclid(1000) });
    }
    if number % 1000 != 0 {
        return Err(Reason::NotWhole);
    }
    Ok(number / 1000)
}

/// Thousandths of a unit as thousandths of days; a month is a twelfth of 365.25 days.
const fn in_days(number: i64, unit: WaitUnit) -> i64 {
    match unit {
        WaitUnit::Days => number,
        WaitUnit::Weeks => number * 7,
        WaitUnit::Months => (number * 304_375 + 5000).div_euclid(10_000),
    }
}

/// How the numbers that are text are written, from all of them: decimal points are believed where nothing contradicts them.
pub fn form_of<T: AsRef<str>>(texts: impl Iterator<Item = T>) -> NumberForm {
    let (mut danish, mut english) = (0, 0);
    for text in texts {
        let text = text.as_ref();
        let reads =
            |dialect| number::decimal_of_any_sign(text, dialect).is_ok_and(|it| it.is_some());
        match (reads(Dialect::Danish), reads(Dialect::Plain)) {
            (true, false) => danish += 1,
            (false, true) => english += 1,
            _ => {}
        }
    }
    if danish == 0 && 0 < english { NumberForm::English } else { NumberForm::Danish }
}
