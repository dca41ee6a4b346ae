//! A table on a sheet: real numbers in their printed decimals, a filter, and a header that stays.

use rust_xlsxwriter::{
    Format, FormatAlign, Table as TableObject, TableColumn, TableStyle, Workbook, Worksheet,
    XlsxError,
};

use super::names::SheetNames;
use super::page::{
    INK, LINES, MUTED, SIZE, characters, height, lines_in, paper, set_lines, underlined, words,
};
use crate::export::text_room::Letters;
use crate::export::xml_text::allowed;
use crate::report::{Align, Cell, Document, Table, TableKind};
use crate::text::{Digits, Style};

/// The most characters a cell may hold.
const LONGEST: usize = 32_767;
/// Characters on a page across; what is wider is made smaller on paper.
const PAGE: f64 = 105.0;
/// What the button of a filter takes in a heading, in points.
const BUTTON: f32 = 16.0;

/// A sheet of its own: the table at the top left, where other programs look for it. Gives the sheet's name.
pub fn sheet(
    book: &mut Workbook,
    document: &Document,
    (table, note): (&Table, &str),
    names: &mut SheetNames,
) -> Result<String, XlsxError> {
    let sheet = book.add_worksheet();
    let name = names.of(&table.name);
    sheet.set_name(&name)?;
    let widths = widths(table);
    for (place, width) in (0_u16..).zip(&widths) {
        sheet.set_column_width(place, *width)?;
    }
    write(sheet, table, (0, 0), &names.table(), Filter::Shown)?;
    set_heights(sheet, table, &widths)?;
    write_note(sheet, table, note, &widths)?;
    sheet.set_freeze_panes(1, 1)?.set_repeat_rows(0, 0)?;
    paper(sheet, document);
    if PAGE < widths.iter().sum() {
        sheet.set_print_fit_to_pages(1, 0);
    }
    Ok(name)
}

/// Each column holds its longest text on one line, within reason, and its heading on two.
fn widths(table: &Table) -> Vec<f64> {
    let columns = table.columns.iter().enumerate().map(|(place, column)| {
        let (least, most) = match (place, column.align, table.kind) {
            (0, ..) => (18.0, 60.0),
            (_, Align::Right, _) => (12.0, 24.0),
            (_, Align::Left, TableKind::Words) => (14.0, 60.0),
            (_, Align::Left, _) => (12.0, 40.0),
        };
        let cells = table.rows.iter().filter_map(|it| it.get(place));
        let cells = cells.map(|it| Letters::plain(SIZE).width(&it.whole_text()));
        let head = Letters::bold(SIZE).width_on_two_lines(&column.head) + BUTTON;
        characters(cells.fold(head, f32::max)).clamp(least, most)
    });
    columns.collect()
}

/// A heading has a line more than its words: there the buttons of the filter stand.
fn set_heights(sheet: &mut Worksheet, table: &Table, widths: &[f64]) -> Result<(), XlsxError> {
    let heads = table.columns.iter().zip(widths);
    let lines = heads.map(|(column, width)| lines_in(&column.head, *width, Letters::bold(SIZE)));
    sheet.set_row_height(0, height(lines.max().unwrap_or(1) + 1))?;
    for (row, cells) in (1..).zip(&table.rows) {
        let texts = cells.iter().zip(widths).filter(|(cell, _)| cell.number.is_none());
        let lines =
            texts.map(|(cell, width)| lines_in(&cell.whole_text(), *width, Letters::plain(SIZE)));
        set_lines(sheet, row, lines.max().unwrap_or(1))?;
    }
    Ok(())
}

/// What the signs in a table mean, under it.
fn write_note(
    sheet: &mut Worksheet,
    table: &Table,
    note: &str,
    widths: &[f64],
) -> Result<(), XlsxError> {
    let last = u16::try_from(widths.len()).unwrap_or(1).saturating_sub(1);
    let row = u32::try_from(table.rows.len()).unwrap_or(0) + 2;
    if note.is_empty() || last == 0 {
        return Ok(());
    }
    let format = words().set_font_color(MUTED);
    let text: String = allowed(note).chars().take(LONGEST).collect();
    let lines = lines_in(&text, widths.iter().sum(), Letters::plain(SIZE));
    sheet.merge_range(row, 0, row, last, &text, &format)?;
    set_lines(sheet, row, lines)
}

/// Whether a table has the buttons of a filter: they hide whole rows of its sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    Shown,
    Left,
}

/// Puts a table with its header at this row and column.
pub fn write(
    sheet: &mut Worksheet,
    table: &Table,
    (top, left): (u32, u16),
    name: &str,
    filter: Filter,
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
    let header = underlined(INK).set_bold();
    let columns: Vec<TableColumn> = heads
        .iter()
        .enumerate()
        .map(|(place, head)| {
            let format = aligned(header.clone(), table, place);
            TableColumn::new().set_header(head).set_header_format(format)
        })
        .collect();
    let formats: Vec<Format> =
        (0..table.columns.len()).map(|place| aligned(underlined(LINES), table, place)).collect();
    for (row, cells) in (top + 1..).zip(&table.rows) {
        for ((place, cell), format) in (left..).zip(cells).zip(&formats) {
            put(sheet, (row, place), cell, format)?;
        }
    }
    let last_row = top + u32::try_from(table.rows.len().max(1)).unwrap_or(1);
    let last_column = left + u16::try_from(table.columns.len().max(1) - 1).unwrap_or(0);
    let object = TableObject::new()
        .set_name(name)
        .set_columns(&columns)
        .set_style(TableStyle::Light1)
        .set_banded_rows(false)
        .set_autofilter(filter == Filter::Shown)
        .set_alt_text(allowed(&table.caption));
    sheet.add_table(top, left, last_row, last_column, &object)?;
    Ok(())
}

/// Numbers to the right; words beside numbers keep a distance from them.
fn aligned(format: Format, table: &Table, place: usize) -> Format {
    let align = |place: usize| table.columns.get(place).map(|it| it.align);
    match (place.checked_sub(1).and_then(align), align(place)) {
        (_, Some(Align::Right)) => format.set_align(FormatAlign::Right),
        (Some(Align::Right), _) => format.set_align(FormatAlign::Left).set_indent(1),
        _ => format,
    }
}

fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    if let Some(digits) = cell.number {
        let format = format.clone().set_num_format(number_format(digits, &cell.mark));
        sheet.write_number_with_format(row, column, value(digits), &format)?;
        return Ok(());
    }
    let text: String = allowed(&cell.whole_text()).chars().take(LONGEST).collect();
    sheet.write_string_with_format(row, column, text, format)?;
    Ok(())
}

/// A percentage is a fraction in a workbook.
pub fn value(digits: Digits) -> f64 {
    match digits.style {
        Style::Percent => Digits { decimals: digits.decimals + 2, ..digits }.as_f64(),
        Style::Plain | Style::Signed => digits.as_f64(),
    }
}

/// The printed decimals; the mark stands behind the number, which stays one.
fn number_format(digits: Digits, mark: &str) -> String {
    let zeros = "0".repeat(usize::from(digits.decimals));
    let number = if zeros.is_empty() { "#,##0".to_owned() } else { format!("#,##0.{zeros}") };
    let mark: String = mark.chars().filter(|it| it.is_alphanumeric()).collect();
    let tail = if mark.is_empty() { String::new() } else { format!("\" {mark}\"") };
    match digits.style {
        Style::Signed if 0 < digits.units => {
            format!("+{number}{tail};-{number}{tail};{number}{tail}")
        }
        Style::Plain | Style::Signed => format!("{number}{tail}"),
        Style::Percent => format!("{number}\\ %{tail}"),
    }
}
