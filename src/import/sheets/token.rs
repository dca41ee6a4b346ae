//! What a single cell of a heading could be.

use super::composite::{self, Parts};
use super::known::{Known, Likeness};
use super::when::{self, When, YearForm, is_edge, is_year};
use super::words;
use crate::book::draft::{Column, WaitUnit};
use crate::domain::Ymd;
use crate::import::workbook::Cell;

#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Blank,
    Number,
    Month {
        year: Option<i32>,
        month: u32,
        form: YearForm,
    },
    Year(i32),
    Total,
    /// A half-year or a quarter above its months.
    Period,
    Heading {
        column: Column,
        likeness: Likeness,
        wait_unit: Option<WaitUnit>,
        is_ratio: bool,
    },
    /// A figure with its unit or its time in one heading.
    Composite(Box<Parts>),
    /// By code.
    Unit(String),
    /// By initials.
    Person(String),
    /// Short and in capitals, as initials are.
    Initials(String),
    /// A heading of something that is not kept.
    Other,
    Text,
}

impl Token {
    const fn of(heading: words::Heading) -> Self {
        let words::Heading { column, likeness, wait_unit, is_ratio } = heading;
        Self::Heading { column, likeness, wait_unit, is_ratio }
    }

    pub const fn is_label(&self) -> bool {
        matches!(
            self,
            Self::Heading {
                column: Column::Month
                    | Column::Day
                    | Column::Unit
                    | Column::Initials
                    | Column::Field,
                ..
            }
        )
    }

    pub fn is_figure(&self) -> bool {
        if let Self::Composite(parts) = self {
            return parts.figure.is_some();
        }
        matches!(self, Self::Heading { column, .. } if words::field(*column).is_some())
    }
}

/// The meaning of a cell, standing in a heading.
pub fn token(cell: &Cell, known: &Known) -> Token {
    match cell {
        Cell::Blank => Token::Blank,
        Cell::Error(_) | Cell::Unsaved => Token::Number,
        Cell::Number(number) => {
            let whole = whole(*number);
            let month = whole.and_then(|it| when::run_together(&it.to_string()));
            if let Some(When::Month { year, month, form }) = month {
                return Token::Month { year, month, form };
            }
            whole.filter(|it| is_year(*it)).map_or(Token::Number, Token::Year)
        }
        Cell::Date(day) => {
            let Ymd { year, month, .. } = day.ymd();
            if is_edge(*day) {
                Token::Month { year: Some(year), month, form: YearForm::Whole }
            } else {
                Token::Text
            }
        }
        Cell::Text(text) => text_token(text.trim(), known),
    }
}

fn text_token(text: &str, known: &Known) -> Token {
    if text.is_empty() {
        return Token::Blank;
    }
    if let Ok(number) = text.parse::<f64>() {
        return whole(number).filter(|it| is_year(*it)).map_or(Token::Number, Token::Year);
    }
    match when::read(text) {
        Some(When::Month { year, month, form }) => return Token::Month { year, month, form },
        Some(When::Day(day)) => {
            let Ymd { year, month, .. } = day.ymd();
            return if is_edge(day) {
                Token::Month { year: Some(year), month, form: YearForm::Whole }
            } else {
                Token::Number
            };
        }
        None => {}
    }
    if looks_like_number(text) {
        return Token::Number;
    }
    let heading = words::heading(text);
    if let Some(it) = heading.filter(|it| it.likeness == Likeness::Same) {
        return Token::of(it);
    }
    if is_of_several_labels(text) {
        return Token::of(words::Heading::of_a_label());
    }
    if words::is_total(text) {
        return if words::is_period(text) { Token::Period } else { Token::Total };
    }
    if let Some((unit, Likeness::Same)) = known.unit(text) {
        return Token::Unit(unit.code.clone());
    }
    let person = known.units.iter().find_map(|it| it.person(text));
    if let Some((initials, Likeness::Same)) = person {
        return Token::Person(initials.to_owned());
    }
    if let Some(parts) = composite::parts(text, known)
        && parts.figure.is_some()
        && parts.is_of_something()
    {
        return Token::Composite(Box::new(parts));
    }
    if words::is_other(text) {
        return Token::Other;
    }
    if let Some(it) = heading {
        return Token::of(it);
    }
    if are_initials(text) { Token::Initials(text.to_owned()) } else { Token::Text }
}

/// `Enhed / måned`: which of them its cells are, they say themselves.
fn is_of_several_labels(text: &str) -> bool {
    let is_label = |it: &str| {
        let heading = words::heading(it).map(|it| it.column);
        matches!(heading, Some(Column::Month | Column::Day | Column::Unit | Column::Initials))
    };
    text.contains('/') && text.split('/').all(is_label)
}

/// Two to five capital letters, perhaps with a digit.
pub fn are_initials(text: &str) -> bool {
    let length = text.chars().count();
    let fits = |it: char| it.is_uppercase() || it.is_ascii_digit();
    2 <= length && length <= 5 && text.chars().all(fits) && text.starts_with(char::is_uppercase)
}

fn looks_like_number(text: &str) -> bool {
    let fits =
        |it: char| it.is_ascii_digit() || it.is_whitespace() || matches!(it, '.' | ',' | '-');
    text.contains(|it: char| it.is_ascii_digit()) && text.chars().all(fits)
}

/// A whole number as it stands in a cell; `None` for anything else.
pub fn whole(number: f64) -> Option<i32> {
    let fits = number.fract() == 0.0 && number.abs() <= 1e9;
    #[expect(clippy::cast_possible_truncation, reason = "whole and within a billion")]
    fits.then_some(number as i32)
}
