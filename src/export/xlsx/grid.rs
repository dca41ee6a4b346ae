//! A table on a sheet: real numbers in their printed decimals, a filter, and a header that stays.

use rust_xlsxwriter::{
    Format, FormatAlign, Table as TableObject, TableColumn, TableStyle, Workbook, Worksheet,
    XlsxError,
};

use super::names::SheetNames;
use crate::export::xml_text::allowed;
use crate::report::{Align, Cell, Digits, NumberForm, Table, TableKind};

/// The most characters a cell may hold.
const LONGEST: usize = 32_767;

/// A sheet of its own: the table at the top left, where other programs look for it.
pub fn sheet(book: &mut Workbook, table: &Table, names: &mut SheetNames) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(names.of(&table.name))?;
    write(sheet, table, (0, 0), &names.table())?;
    sheet.set_freeze_panes(1, 1)?;
    for (place, column) in (0_u16..).zip(&table.columns) {
        let width = match (place, column.align, table.kind) {
            (0, ..) => 42.0,
            (_, Align::Right, _) => 16.0,
            (_, Align::Left, TableKind::Words) => 60.0,
            (_, Align::Left, _) => 28.0,
        };
        sheet.set_column_width(place, width)?;
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Puts a table with its header at this row and column.
pub fn write(
    sheet: &mut Worksheet,
    table: &Table,
    (top, left): (u32, u16),
    name: &str,
) -> Result<(), XlsxError> {
    let mut heads: Vec<String> = Vec::new();
    for column in &table.columns {
        let mut head = allowed(&column.head).replace('\n', " ").trim().to_owned();
        // Columns of a table object are told apart by their names.
        while head.is_empty() || heads.iter().any(|it| it.eq_ignore_ascii_case(&head)) {
            head.push('\u{A0}');
        }
        heads.push(head);
    }
    let header = Format::new().set_bold().set_text_wrap();
    let columns: Vec<TableColumn> = heads
        .iter()
        .zip(&table.columns)
        .map(|(head, column)| {
            let format = match column.align {
                Align::Left => header.clone(),
                Align::Right => header.clone().set_align(FormatAlign::Right),
            };
            TableColumn::new().set_header(head).set_header_format(format)
        })
        .collect();
    for (row, cells) in (top + 1..).zip(&table.rows) {
        for ((place, cell), column) in (left..).zip(cells).zip(&table.columns) {
            put(sheet, (row, place), cell, column.align)?;
        }
    }
    let last_row = top + u32::try_from(table.rows.len().max(1)).unwrap_or(1);
    let last_column = left + u16::try_from(table.columns.len().max(1) - 1).unwrap_or(0);
    let object = TableObject::new()
        .set_name(name)
        .set_columns(&columns)
        .set_style(TableStyle::Light1)
        .set_banded_rows(false)
        .set_alt_text(allowed(&table.caption));
    sheet.add_table(top, left, last_row, last_column, &object)?;
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    align: Align,
) -> Result<(), XlsxError> {
    if let Some(digits) = cell.number {
        let format = Format::new().set_num_format(number_format(digits, &cell.mark));
        sheet.write_number_with_format(row, column, value(digits), &format)?;
        return Ok(());
    }
    let text: String = allowed(&cell.whole_text()).chars().take(LONGEST).collect();
    let format = match align {
        Align::Left => Format::new().set_text_wrap().set_align(FormatAlign::Top),
        Align::Right => Format::new().set_align(FormatAlign::Right),
    };
    sheet.write_string_with_format(row, column, text, &format)?;
    Ok(())
}

/// A percentage is a fraction in a workbook.
pub fn value(digits: Digits) -> f64 {
    match digits.form {
        NumberForm::Percent => {
            let shifted = Digits { places: digits.places + 2, ..digits };
            shifted.as_f64()
        }
        NumberForm::Plain | NumberForm::Signed => digits.as_f64(),
    }
}

/// The printed decimals; the mark stands behind the number, which stays one.
fn number_format(digits: Digits, mark: &str) -> String {
    let zeros = "0".repeat(usize::from(digits.places));
    let number = if zeros.is_empty() { "#,##0".to_owned() } else { format!("#,##0.{zeros}") };
    let mark: String = mark.chars().filter(|it| it.is_alphanumeric()).collect();
    let tail = if mark.is_empty() { String::new() } else { format!("\" {mark}\"") };
    match digits.form {
        NumberForm::Plain => format!("{number}{tail}"),
        NumberForm::Signed => format!("+{number}{tail};-{number}{tail};{number}{tail}"),
        NumberForm::Percent => format!("{number}\\ %{tail}"),
    }
}
