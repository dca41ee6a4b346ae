//! Columns that nobody has put headings over, as they are copied out of a sheet: what stands in each says what it is.

use super::columns::{Columns, Role, Values};
use super::layout::{self, Given, Layout};
use super::mapping::Use;
use super::token::{Token, token};
use super::words;
use crate::book::draft::{Certainty, Column, column_name};
use crate::import::workbook::{Cell, SheetRow};

/// The form of rows without headings: at least two, one column that says what they are about, and one of numbers.
/// The headings are the columns' letters, in a row before the first.
pub fn find(rows: &[SheetRow], given: &Given<'_>) -> Option<Layout> {
    let filled = |it: &&SheetRow| 2 <= it.cells.iter().filter(|it| !it.is_blank()).count();
    let is_total = |it: &SheetRow| it.cells.iter().any(|it| words::is_total_row(it.text()));
    let told: Vec<&SheetRow> = rows.iter().filter(filled).filter(|it| !is_total(it)).collect();
    // A row over them that is left out may be headings that nobody understands.
    let first = rows.iter().find(filled);
    if first.map(|it| it.number) != told.first().map(|it| it.number) {
        return None;
    }
    let width = told.iter().map(|it| it.cells.len()).max().filter(|_| 2 <= told.len())?;
    let mut columns = Columns::default();
    for column in 0..width {
        let letter = column_name(u32::try_from(column).unwrap_or(u32::MAX));
        let (role, certainty) = match given.mapping.told_column("", &letter) {
            Some(told) => (of_told(told), Certainty::Told),
            None => (of_content(&told, column, given, &columns.roles)?, Certainty::Exact),
        };
        columns.roles.push(role);
        columns.certainties.push(certainty);
        columns.headings.push(letter);
    }
    let is_label = |it: &Role| matches!(it, Role::Label(_));
    let is_values = |it: &Role| matches!(it, Role::Values(_));
    if !columns.roles.iter().any(is_label) || !columns.roles.iter().any(is_values) {
        return None;
    }
    // Of several columns of numbers none is like another: which is what must be told of all.
    let untold = |it: &usize| columns.roles.get(*it) == Some(&Role::Values(Values::default()));
    let untold: Vec<usize> = (0..width).filter(untold).collect();
    if 1 < untold.len() || untold.len() < columns.roles.iter().filter(|it| is_values(it)).count() {
        columns.disputed = untold;
    }
    let mut whole = vec![SheetRow::default()];
    whole.extend(rows.iter().cloned());
    Some(layout::of_columns(&whole, (0, 0), columns, given))
}

fn of_told(told: Use) -> Role {
    match told {
        Use::No => Role::Ignored,
        Use::As(column) if words::field(column).is_some() => {
            Role::Values(Values { figure: Some(column), ..Values::default() })
        }
        Use::As(column) => Role::Label(column),
    }
}

/// What every cell of a column is; `None` where they are not all of one kind, so that nothing is taken for granted.
fn of_content(
    rows: &[&SheetRow],
    column: usize,
    given: &Given<'_>,
    before: &[Role],
) -> Option<Role> {
    let cells = rows.iter().map(|it| it.cell(column)).filter(|it| !it.is_blank());
    let mut kinds: Vec<Kind> = cells.map(|it| kind(it, given)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let has = |label| before.contains(&Role::Label(label));
    Some(match *kinds.as_slice() {
        [] => Role::Blank,
        [Kind::Label(Column::Day)] if has(Column::Day) || !has(Column::Month) => {
            Role::Values(Values::default())
        }
        [Kind::Label(label)] if has(label) => Role::Ignored,
        [Kind::Label(label)] => Role::Label(label),
        [Kind::Number] | [Kind::Label(Column::Day), Kind::Number] => {
            Role::Values(Values::default())
        }
        _ => return None,
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Label(Column),
    Number,
    Other,
}

fn kind(cell: &Cell, given: &Given<'_>) -> Kind {
    match token(cell, given.known) {
        Token::Month { .. } => Kind::Label(Column::Month),
        Token::Unit(_) => Kind::Label(Column::Unit),
        Token::Person(_) | Token::Initials(_) => Kind::Label(Column::Initials),
        Token::Year(_) => Kind::Label(Column::Day),
        Token::Number => Kind::Number,
        it if it.is_figure() => Kind::Label(Column::Field),
        Token::Blank
        | Token::Total
        | Token::Period
        | Token::Heading { .. }
        | Token::Composite(_)
        | Token::Other
        | Token::Text => Kind::Other,
    }
}
