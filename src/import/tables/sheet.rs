//! One of our own tables on a sheet of a workbook: its cells are written as a text would have them, and read the same way.

use std::ops::Range;

use super::header::{self, Header, find_in_sheet};
use super::reader::TableReader;
use super::row::Cells;
use crate::book::draft::{Draft, DraftFile, FileNumber};
use crate::book::{Reason, Skip};
use crate::import::columns::Dialect;
use crate::import::sheets::when;
use crate::import::workbook::{Cell, Epoch, Sheet, SheetRow};

/// The headings of one of our tables on a sheet.
pub fn header(sheet: &Sheet) -> Option<Header> {
    find_in_sheet(sheet.rows.iter().map(|row| (row.number, names(row))))
}

/// What a sheet lacks to be our register of those who wait; `None` where it is far from one.
pub fn missing(sheet: &Sheet) -> Option<Reason> {
    header::missing_in_sheet(sheet.rows.iter().map(|row| (row.number, names(row))))
}

/// Reads a sheet that holds one of our tables, as a file of its own.
///
/// It takes the file with this number where that is not used yet.
pub fn read(
    draft: &mut Draft,
    number: FileNumber,
    file: &str,
    (sheet, header, epoch): (&Sheet, &Header, Epoch),
) {
    let is_free = |it: &DraftFile| it.verdict.table.is_none() && it.spots.is_empty();
    let number = if draft.files.get(number).is_some_and(is_free) {
        number
    } else {
        draft.files.push(DraftFile::default());
        draft.files.len() - 1
    };
    if let Some(seen) = draft.files.get_mut(number) {
        seen.verdict.name = format!("{file}: {}", sheet.name);
        seen.spots.table = Some(sheet.name.clone());
    }
    let width = header.columns.len();
    let is_days = |it: usize| epoch == Epoch::Year1900 && header.is_of_days(it);
    let dialect = header.dialect;
    let mut reader = TableReader::new(draft, number, header);
    for row in &sheet.rows {
        if row.number < header.line {
            reader.skip(row.number, Skip::Title);
        } else if header.line < row.number && !row.is_blank() {
            let (text, fields, odd) = as_text(row, width, dialect, is_days);
            let cells = Cells { text: &text, fields: &fields, is_sheet: true };
            reader.sheet_row(row.number, cells, &odd);
        }
    }
    reader.finish();
}

fn names(row: &SheetRow) -> Vec<String> {
    let filled = row.cells.iter().rposition(|it| !it.is_blank()).map_or(0, |it| it + 1);
    row.cells.iter().take(filled).map(|it| it.text().to_owned()).collect()
}

type Odd = Vec<(usize, Reason)>;

/// A row as a text would have it, and the cells that hold no value to use.
fn as_text(
    row: &SheetRow,
    width: usize,
    dialect: Dialect,
    is_days: impl Fn(usize) -> bool,
) -> (String, Vec<Range<usize>>, Odd) {
    let mut text = String::new();
    let mut fields = Vec::new();
    let mut odd = Vec::new();
    for column in 0..width.max(row.cells.len()) {
        let start = text.len();
        match row.cell(column) {
            Cell::Blank => {}
            Cell::Text(letters) => text.push_str(letters),
            Cell::Number(number) => {
                // A day that lost its form.
                let day = Some(*number).filter(|_| is_days(column)).and_then(when::serial);
                text.push_str(&day.map_or_else(|| written(*number, dialect), |it| it.to_string()));
            }
            Cell::Date(day) => text.push_str(&day.to_string()),
            Cell::Error(error) => {
                text.push_str(error);
                odd.push((column, Reason::ErrorCell));
            }
            Cell::Unsaved => odd.push((column, Reason::UnsavedFormula)),
        }
        fields.push(start..text.len());
    }
    (text, fields, odd)
}

fn written(number: f64, dialect: Dialect) -> String {
    let text = number.to_string();
    match dialect {
        Dialect::Danish => text.replace('.', ","),
        Dialect::Plain => text,
    }
}
