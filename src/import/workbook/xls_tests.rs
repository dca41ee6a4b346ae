//! An XLS workbook is read as a library reads it that many use, and the things it does not tell are seen.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xls};

use super::super::xlsx::day_of;
use super::*;

const BOOK: &[u8] = include_bytes!("../../../tests/files/import/mangt.xls");

fn same(ours: &Cell, theirs: &Data) -> bool {
    match (ours, theirs) {
        (Cell::Blank, Data::Empty) => true,
        (Cell::Number(a), Data::Float(b)) => a.to_bits() == b.to_bits(),
        (Cell::Number(a), Data::Int(b)) => a.to_string() == b.to_string(),
        (Cell::Text(a), Data::String(b)) => **a == **b,
        (Cell::Text(a), Data::Bool(b)) => (&**a == "SAND") == *b,
        (Cell::Error(a), Data::Error(b)) => **a == b.to_string(),
        (Cell::Date(day), Data::DateTime(moment)) => {
            day_of(moment.as_f64(), Epoch::Year1900) == Some(*day)
        }
        _ => false,
    }
}

#[test]
fn every_cell_is_as_the_library_reads_it() {
    let book = read(Cursor::new(BOOK), &mut || true).unwrap();
    let mut theirs: Xls<_> = Xls::new(Cursor::new(BOOK)).unwrap();
    let names: Vec<String> = book.sheets.iter().map(|it| it.name.clone()).collect();
    assert_eq!(names, theirs.sheet_names());
    assert_eq!(names, ["Tal \u{e6}\u{f8}\u{e5}", "Lange", "Skjult"]);
    let mut count = 0;
    for sheet in &book.sheets {
        let range = theirs.worksheet_range(&sheet.name).unwrap();
        for row in &sheet.rows {
            for (column, cell) in (0_u32..).zip(&row.cells) {
                let place = (row.number - 1, column);
                let other = range.get_value(place).unwrap_or(&Data::Empty);
                assert!(same(cell, other), "{}!{place:?}: {cell:?}, not {other:?}", sheet.name);
                count += usize::from(*cell != Cell::Blank);
            }
        }
        let filled = range.used_cells().filter(|it| *it.2 != Data::Empty).count();
        let own = sheet.rows.iter().flat_map(|it| &it.cells).filter(|it| **it != Cell::Blank);
        assert_eq!(own.count(), filled, "{}", sheet.name);
    }
    assert!(200 < count, "{count}");
}

#[test]
fn hidden_rows_columns_sheets_and_merged_cells_are_seen() {
    let book = read(Cursor::new(BOOK), &mut || true).unwrap();
    let sheet = &book.sheets[0];
    let hidden = sheet.rows.iter().filter(|it| it.visibility == Visibility::Hidden);
    assert_eq!(hidden.map(|it| it.number).collect::<Vec<_>>(), [5]);
    assert_eq!(sheet.hidden_columns, [(2, 2)]);
    assert_eq!(sheet.merged, [Merged { rows: (15, 15), columns: (0, 2) }]);
    assert_eq!(book.sheets[2].visibility, Visibility::Hidden);
}

#[test]
fn every_cut_and_every_changed_byte_is_answered() {
    for place in (0..BOOK.len()).step_by(41) {
        let mut bytes = BOOK.to_vec();
        bytes[place] ^= 0x5A;
        drop(read(Cursor::new(bytes.as_slice()), &mut || true));
        drop(read(Cursor::new(&BOOK[..place]), &mut || true));
    }
}
