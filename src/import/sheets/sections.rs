//! Several tables under each other on one sheet, each with headings of its own.

use super::composite;
use super::layout::{self, Given, Layout};
use super::token::{self, Token};
use super::when::is_year;
use super::words;
use crate::import::workbook::{Cell, Sheet, SheetRow};

/// How many rows of a table are looked at to find its form.
const LOOKED_AT: usize = 100;

/// The sheet in its parts, titles with the headings under them; one part where there is only one table.
pub fn split(sheet: &Sheet, first: &Layout, given: &Given<'_>) -> Vec<Sheet> {
    let starts = starts(&sheet.rows, first, given);
    let ends = starts.iter().copied().chain([sheet.rows.len()]);
    let begins = [0].into_iter().chain(starts.iter().copied());
    let part = |(from, to): (usize, usize)| Sheet {
        rows: sheet.rows.get(from..to).unwrap_or_default().to_vec(),
        ..sheet.without_rows()
    };
    begins.zip(ends).map(part).collect()
}

/// Places where a second table and those after it begin.
fn starts(rows: &[SheetRow], first: &Layout, given: &Given<'_>) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut current = first.clone();
    let mut from = first.places.1 + 1;
    for (place, row) in rows.iter().enumerate().skip(from) {
        if place < from || !may_be_headings(row) {
            continue;
        }
        let tokens: Vec<Token> = row.cells.iter().map(|it| token::token(it, given.known)).collect();
        if !layout::is_header(&tokens) {
            continue;
        }
        let begin = title_over(rows, from, place);
        let titles = rows.get(begin..place).unwrap_or_default();
        if layout::repeats(&current, row) && !titles.iter().any(|it| says_more(it, given)) {
            continue;
        }
        let end = rows.len().min(begin + LOOKED_AT);
        let table = rows.get(begin..end).unwrap_or_default();
        if let Some(next) = layout::find(table, given) {
            starts.push(begin);
            from = begin + next.places.1 + 1;
            current = next;
        }
    }
    starts
}

/// Words in two cells or more, and no numbers: cheap to see, and true of few rows of figures.
fn may_be_headings(row: &SheetRow) -> bool {
    let is_figure = |it: &Cell| match it {
        Cell::Number(number) => token::whole(*number).is_none_or(|it| !is_year(it)),
        Cell::Error(_) | Cell::Unsaved => true,
        Cell::Blank | Cell::Text(_) | Cell::Date(_) => false,
    };
    let filled = row.cells.iter().filter(|it| !it.is_blank()).count();
    2 <= filled && !row.cells.iter().any(is_figure)
}

/// The first of the lines of one cell that stand right over a heading; one empty row may lie among them.
fn title_over(rows: &[SheetRow], from: usize, heading: usize) -> usize {
    let number = |place: usize| rows.get(place).map_or(0, |it| it.number);
    let mut begin = heading;
    let mut gaps = 0;
    while from < begin {
        let Some(row) = rows.get(begin - 1) else { break };
        let gap = number(begin).saturating_sub(row.number).saturating_sub(1);
        gaps += gap;
        if 1 < row.cells.iter().filter(|it| !it.is_blank()).count() || 1 < gaps {
            break;
        }
        begin -= 1;
    }
    begin
}

/// Whether a title says more than a banner can: `FTI 2025`.
fn says_more(row: &SheetRow, given: &Given<'_>) -> bool {
    let Some(cell) = row.cells.iter().find(|it| !it.is_blank()) else { return false };
    let is_banner = matches!(
        token::token(cell, given.known),
        Token::Unit(_) | Token::Year(_) | Token::Month { .. } | Token::Person(_)
    );
    let text = cell.text();
    let parts = composite::parts(text, given.known);
    let is_simple = parts.is_some_and(|it| it.is_of_something());
    !is_banner && !is_simple && !words::fold(text).is_empty() && given.known.unit_in(text).is_some()
}
