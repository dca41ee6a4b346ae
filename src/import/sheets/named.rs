//! Headings that are nobody's word for anything but names: those a mapping knows, and those that have the form of people's.

use super::known::{self, Known};
use super::layout::Given;
use super::mapping::Mapping;
use super::token::Token;
use super::words;
use crate::book::draft::Column;
use crate::import::workbook::{Cell, SheetRow};

/// Gives a row's names a meaning: told ones are what the mapping says, and a row of months' heading and people's names
/// is a row of people.
pub fn take_in(tokens: &mut [Token], row: &SheetRow, given: &Given<'_>) {
    for (token, cell) in tokens.iter_mut().zip(&row.cells) {
        if let Some(told) = told(token, cell.text(), given) {
            *token = told;
        }
    }
    let is_name = |(token, text): &(&Token, &str)| {
        let is_text = **token == Token::Text && (is_of_a_person(text) || is_short(text));
        is_text || matches!(token, Token::Initials(_))
    };
    let texts = || tokens.iter().zip(row.cells.iter().map(Cell::text));
    let names = texts().filter(is_name).count();
    let others = texts().filter(|it| !is_name(it));
    let may_stand = |it: &Token| {
        let is_month = matches!(it, Token::Heading { column: Column::Month | Column::Day, .. });
        let is_unallocated = matches!(it, Token::Heading { column: Column::Unallocated, .. });
        is_month || is_unallocated || matches!(it, Token::Blank | Token::Total | Token::Other)
    };
    let has_place = tokens.first().is_some_and(|it| may_stand(it) && *it != Token::Other);
    if names < 2 || !has_place || !others.map(|it| it.0).all(may_stand) {
        return;
    }
    for (token, cell) in tokens.iter_mut().zip(&row.cells) {
        if *token == Token::Text {
            *token = Token::Initials(cell.text().to_owned());
        }
    }
}

fn told(token: &Token, text: &str, given: &Given<'_>) -> Option<Token> {
    if !matches!(token, Token::Text | Token::Initials(_) | Token::Unit(_)) {
        return None;
    }
    let Mapping { units, caseworkers, .. } = given.mapping;
    if let Some(unit) = Mapping::renamed(units, text) {
        return Some(Token::Unit(code(given.known, unit)));
    }
    Mapping::renamed(caseworkers, text).map(|it| Token::Person(it.to_owned()))
}

fn code(known: &Known, name: &str) -> String {
    known.unit(name).map_or_else(|| name.to_owned(), |it| it.0.code.clone())
}

/// Two to four words, each with a capital before small letters, and none that units are called by: `Carl Ø. Dam`.
pub fn is_of_a_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_word = |word: &&str| {
        let mut letters = word.chars().filter(|it| !matches!(it, '-' | '.' | '\''));
        let first = letters.next();
        first.is_some_and(char::is_uppercase)
            && letters.all(|it| it.is_lowercase() || word.contains('-') && it.is_alphabetic())
    };
    (2..=4).contains(&words.len())
        && words.iter().all(is_word)
        && words.iter().any(|it| 2 < it.chars().count())
        && !words.iter().any(|it| known::is_kind(&words::fold(it)))
        && words::heading(text).is_none()
}

/// Initials in small letters.
fn is_short(text: &str) -> bool {
    (2..=4).contains(&text.chars().count()) && text.chars().all(char::is_lowercase)
}
