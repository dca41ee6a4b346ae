//! Tables beside each other on one sheet, each with its own column of months, units or people.

use super::columns::Role;
use super::known::Likeness;
use super::layout::Layout;
use super::words;
use crate::book::draft::Column;
use crate::import::workbook::{Cell, Sheet, SheetRow};

/// The sheet in its tables from left to right, every cell where it stands; nothing where there is only one.
pub fn split(sheet: &Sheet, layout: &Layout) -> Vec<Sheet> {
    let starts = starts(layout);
    if starts.is_empty() {
        return Vec::new();
    }
    let begins = [0].into_iter().chain(starts.iter().copied());
    let ends = starts.iter().copied().chain([usize::MAX]);
    let block = |columns: (usize, usize)| Sheet {
        rows: (0..).zip(&sheet.rows).map(|(at, row)| cut(row, at, layout, columns)).collect(),
        ..sheet.without_rows()
    };
    begins.zip(ends).map(block).collect()
}

/// Columns where a second table and those after it begin: with another column of what the first one begins with, and
/// figures between them and after it.
fn starts(layout: &Layout) -> Vec<usize> {
    let label = |it: &Role| if let Role::Label(column) = it { Some(*column) } else { None };
    let is_named = |it: &usize| layout.headings.get(*it).is_some_and(|it| !it.is_empty());
    let mut labels = (0..layout.roles.len()).filter(is_named);
    let Some(first) = labels.find_map(|it| layout.roles.get(it).and_then(label)) else {
        return Vec::new();
    };
    let mut starts = Vec::new();
    let (mut labels, mut figures) = (0, false);
    for (column, role) in layout.roles.iter().enumerate() {
        let again = *role == Role::Ignored && is_called(layout, column, first);
        if *role == Role::Label(first) || again && figures {
            labels += 1;
            if 1 < labels {
                starts.push(column);
            }
            figures = false;
        }
        figures = figures || matches!(role, Role::Values(_)) && 0 < labels;
    }
    // A table without figures is a column of labels to read from, and part of the one before it.
    if !figures {
        starts.pop();
    }
    starts
}

fn is_called(layout: &Layout, column: usize, label: Column) -> bool {
    let heading = layout.headings.get(column).and_then(|it| words::heading(it));
    heading.is_some_and(|it| it.column == label && it.likeness == Likeness::Same)
}

/// A row with what stands in these columns. What is said over the headings holds for every table that says nothing
/// there itself.
fn cut(row: &SheetRow, at: usize, layout: &Layout, (from, to): (usize, usize)) -> SheetRow {
    let is_own = |column: usize| from <= column && column < to;
    let filled = |it: &usize| !row.cell(*it).is_blank();
    let is_over = at < layout.places.1;
    if is_over && !(0..row.cells.len()).filter(filled).any(is_own) {
        return row.clone();
    }
    let cells = row.cells.iter().enumerate();
    let cells = cells.map(|(at, it)| if is_own(at) { it.clone() } else { Cell::Blank });
    SheetRow { cells: cells.collect(), ..row.clone() }
}
