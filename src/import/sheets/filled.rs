//! Labels that stand once for several rows: in merged cells, or as pivot tables leave the rows after the first blank.

use super::columns::Role;
use super::when;
use super::words;
use crate::book::draft::Column;
use crate::import::workbook::{Cell, Merged, SheetRow};

/// How many rows are looked at.
const LOOKED_AT: usize = 60;

/// Columns of labels that are written once for several rows: blank in at least half of the rows, and never said twice in a row.
pub fn said_once(rows: &[SheetRow], roles: &[Role]) -> Vec<usize> {
    let is_label = |it: &usize| matches!(roles.get(*it), Some(Role::Label(_)));
    let labels: Vec<usize> = (0..roles.len()).filter(is_label).collect();
    let to_the_right = |column: usize| labels.iter().copied().filter(move |it| column < *it);
    labels
        .iter()
        .copied()
        .filter(|column| roles.get(*column) != Some(&Role::Label(Column::Field)))
        .filter(|column| {
            let keys: Vec<usize> = to_the_right(*column).collect();
            !keys.is_empty() && is_said_once(rows, *column, &keys)
        })
        .collect()
}

fn is_said_once(rows: &[SheetRow], column: usize, keys: &[usize]) -> bool {
    let (mut said, mut blank) = (0, 0);
    let mut last: Option<&Cell> = None;
    for row in rows.iter().take(LOOKED_AT).filter(|it| 2 <= filled(it)) {
        let cell = row.cell(column);
        if words::is_total_row(cell.text()) {
            continue;
        }
        if !cell.is_blank() {
            if last.replace(cell) == Some(cell) {
                return false;
            }
            said += 1;
        } else if keys.iter().any(|it| !row.cell(*it).is_blank()) {
            if last.is_none() {
                return false;
            }
            blank += 1;
        }
    }
    0 < said && said <= blank
}

fn filled(row: &SheetRow) -> usize {
    row.cells.iter().filter(|it| !it.is_blank()).count()
}

/// A row with a day for the number in its column of months; `None` where it has none.
pub fn dated(row: &SheetRow, roles: &[Role]) -> Option<SheetRow> {
    let column = roles.iter().position(|it| *it == Role::Label(Column::Month))?;
    let Cell::Number(number) = row.cell(column) else { return None };
    let day = when::serial(*number)?;
    let mut dated = row.clone();
    if let Some(cell) = dated.cells.get_mut(column) {
        *cell = Cell::Date(day);
    }
    Some(dated)
}

/// A row with the labels that hold for it from above; `None` where it needs none.
pub fn completed(
    row: &SheetRow,
    above: Option<&SheetRow>,
    (roles, said_once): (&[Role], &[usize]),
    merged: &[Merged],
) -> Option<SheetRow> {
    let above = above.filter(|_| 2 <= filled(row))?;
    let mut whole: Option<SheetRow> = None;
    for (column, role) in roles.iter().enumerate() {
        let from = above.cell(column);
        if !matches!(role, Role::Label(_)) || !row.cell(column).is_blank() || from.is_blank() {
            continue;
        }
        let at = u32::try_from(column).unwrap_or(u32::MAX);
        let spans = |it: &Merged| it.holds(row.number, at) && it.holds(above.number, at);
        if said_once.contains(&column) || merged.iter().any(spans) {
            let whole = whole.get_or_insert_with(|| row.clone());
            if whole.cells.len() <= column {
                whole.cells.resize(column + 1, Cell::Blank);
            }
            if let Some(cell) = whole.cells.get_mut(column) {
                *cell = from.clone();
            }
        }
    }
    whole
}
