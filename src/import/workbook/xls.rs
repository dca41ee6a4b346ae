//! XLS: its records are looked through first, for passwords and for sheets that would take too much memory;
//! only then is it given to the library that reads it.

use std::io::{Cursor, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Reader as _, SheetVisible, Xls, XlsError};

use super::compound::{Compound, u16_at};
use super::sheet::{Cell, Filling, Merged, Visibility};
use super::xlsx::day_of;
use super::{Epoch, Going, Trouble, Workbook, caps};
use crate::book::Reason;
use crate::domain::Day;

pub fn read(mut source: impl Read + Seek, going: &mut Going<'_>) -> Result<Workbook, Trouble> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes).map_err(Trouble::Failed)?;
    let seen = look_through(&bytes)?;
    if !going() {
        return Err(Trouble::Cancelled);
    }
    // The library meets files that nobody has looked at before: what it trips over is a damaged file.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(bytes, &seen)));
    read.unwrap_or_else(|_| Err(Reason::Damaged.into()))
}

/// What the records say beside the cells.
#[derive(Debug, Default)]
struct Seen {
    epoch: Epoch,
    /// Hidden rows by sheet, in the order of the sheets' records.
    hidden_rows: Vec<Vec<u16>>,
}

/// Records that begin with the row and the column of a cell.
const CELLS: [u16; 7] = [0x0006, 0x00BD, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E];
const BEGIN: u16 = 0x0809;
const PASSWORD: u16 = 0x002F;
const FROM_1904: u16 = 0x0022;
const ROW: u16 = 0x0208;

fn look_through(bytes: &[u8]) -> Result<Seen, Reason> {
    let file = Compound::open(bytes)?;
    if file.has("EncryptedPackage") {
        return Err(Reason::Protected);
    }
    let stream = match file.stream("Workbook")? {
        Some(stream) => stream,
        None => file.stream("Book")?.ok_or(Reason::NotATable)?,
    };
    let mut seen = Seen::default();
    let mut bounds: Option<[u16; 4]> = None;
    let mut cells: u64 = 0;
    let mut at = 0;
    while let Some((kind, length)) = u16_at(&stream, at).zip(u16_at(&stream, at + 2)) {
        let data = stream.get(at + 4..at + 4 + usize::from(length)).unwrap_or_default();
        at += 4 + usize::from(length);
        match kind {
            PASSWORD => return Err(Reason::Protected),
            FROM_1904 if u16_at(data, 0) == Some(1) => seen.epoch = Epoch::Year1904,
            // The first substream is the workbook's own, then one for each sheet.
            BEGIN if u16_at(data, 2) != Some(0x0005) => {
                seen.hidden_rows.push(Vec::new());
                bounds = None;
            }
            ROW if u16_at(data, 12).is_some_and(|it| it & 0x20 != 0) => {
                let row = u16_at(data, 0);
                if let (Some(rows), Some(row)) = (seen.hidden_rows.last_mut(), row) {
                    rows.push(row);
                }
            }
            kind if CELLS.contains(&kind) => {
                let Some((row, column)) = u16_at(data, 0).zip(u16_at(data, 2)) else {
                    return Err(Reason::Damaged);
                };
                let [top, left, bottom, right] = bounds.unwrap_or([row, column, row, column]);
                let now = [top.min(row), left.min(column), bottom.max(row), right.max(column)];
                cells = cells - bounds.map_or(0, area) + area(now);
                if caps::CELLS as u64 / 2 < cells {
                    let cell = super::cell_name(u32::from(row), u32::from(column));
                    return Err(Reason::FarCell { cell });
                }
                bounds = Some(now);
            }
            _ => {}
        }
    }
    Ok(seen)
}

fn area([top, left, bottom, right]: [u16; 4]) -> u64 {
    (u64::from(bottom - top) + 1) * (u64::from(right - left) + 1)
}

fn sheets(bytes: Vec<u8>, seen: &Seen) -> Result<Workbook, Trouble> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| {
        let is_locked = matches!(error, XlsError::Password);
        Trouble::Refused(if is_locked { Reason::Protected } else { Reason::Damaged })
    })?;
    let names = book.sheets_metadata().to_vec();
    let mut filling = Filling::default();
    let mut sheets = Vec::new();
    for (number, sheet) in names.iter().enumerate() {
        let visibility = match sheet.visible {
            SheetVisible::Visible => Visibility::Shown,
            SheetVisible::Hidden | SheetVisible::VeryHidden => Visibility::Hidden,
        };
        filling.start(sheet.name.clone(), visibility);
        let hidden = seen.hidden_rows.get(number).map(Vec::as_slice).unwrap_or_default();
        // A sheet that is a chart has no cells.
        if let Ok(range) = book.worksheet_range(&sheet.name) {
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, data) in range.used_cells() {
                let place = number_of(row).saturating_add(top);
                filling.put(
                    place,
                    number_of(column).saturating_add(left),
                    cell(data, seen.epoch),
                )?;
                if hidden.contains(&u16::try_from(place).unwrap_or(u16::MAX)) {
                    filling.hide_row(place);
                }
            }
        }
        for area in book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default() {
            let rows = (area.start.0 + 1, area.end.0 + 1);
            filling.sheet().merged.push(Merged { rows, columns: (area.start.1, area.end.1) });
        }
        sheets.push(filling.finish());
    }
    Ok(Workbook { sheets, epoch: seen.epoch })
}

fn number_of(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn cell(data: &Data, epoch: Epoch) -> Cell {
    match data {
        Data::Empty => Cell::Blank,
        #[expect(clippy::cast_precision_loss, reason = "whole numbers of a sheet are small")]
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) if number.is_finite() => Cell::Number(*number),
        Data::Float(number) => Cell::Error(number.to_string().into()),
        Data::String(text) | Data::DurationIso(text) => Cell::Text(text.as_str().into()),
        Data::Bool(truth) => Cell::Text(if *truth { "1" } else { "0" }.into()),
        Data::DateTime(moment) => {
            let day = moment.is_datetime().then(|| day_of(moment.as_f64(), epoch)).flatten();
            day.map_or(Cell::Number(moment.as_f64()), Cell::Date)
        }
        Data::DateTimeIso(text) => {
            let day = text.get(..10).and_then(Day::parse_iso);
            day.map_or_else(|| Cell::Text(text.as_str().into()), Cell::Date)
        }
        Data::Error(error) => Cell::Error(error.to_string().into()),
    }
}
