//! XLS: the records of its one stream, sheet by sheet, counted against the caps as they are met.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};
use std::sync::Arc;

use super::biff::{self, Length, Parts, Record, Version, error_text, f64_at, packed_number};
use super::compound::{Compound, u16_at, u32_at};
use super::number_format::{self, Shows};
use super::sheet::{Cell, Filling, Merged, Sheet, Visibility};
use super::xlsx::shown;
use super::{Epoch, Going, Trouble, Workbook, caps};
use crate::book::Reason;

const FORMULA: u16 = 0x0006;
const END: u16 = 0x000A;
const FROM_1904: u16 = 0x0022;
const PASSWORD: u16 = 0x002F;
const COLUMNS: u16 = 0x007D;
const SHEET: u16 = 0x0085;
const NUMBERS: u16 = 0x00BD;
const RICH_TEXT: u16 = 0x00D6;
const CELL_FORMAT: u16 = 0x00E0;
const MERGED: u16 = 0x00E5;
const STRINGS: u16 = 0x00FC;
const SHARED_TEXT: u16 = 0x00FD;
const NUMBER: u16 = 0x0203;
const TEXT: u16 = 0x0204;
const TRUTH: u16 = 0x0205;
const RESULT: u16 = 0x0207;
const ROW: u16 = 0x0208;
const PACKED: u16 = 0x027E;
const FORMAT: u16 = 0x041E;
const BEGIN: u16 = 0x0809;

/// After so many records it is asked whether anybody still waits.
const STRETCH: usize = 4096;

pub fn read(mut source: impl Read + Seek, going: &mut Going<'_>) -> Result<Workbook, Trouble> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes).map_err(Trouble::Failed)?;
    let file = Compound::open(&bytes)?;
    if file.has("EncryptedPackage") {
        return Err(Reason::Protected.into());
    }
    let stream = match file.stream("Workbook")? {
        Some(stream) => stream,
        None => file.stream("Book")?.ok_or(Reason::NotATable)?,
    };
    let globals = Globals::read(&stream)?;
    let mut filling = Filling::default();
    let mut sheets = Vec::new();
    // Sheets that claim the same records would be read again and again.
    let mut left = stream.len().saturating_mul(2);
    for place in &globals.sheets {
        let mut reading =
            Reading { stream: &stream, globals: &globals, filling: &mut filling, left: &mut left };
        sheets.push(reading.sheet(place, going)?);
    }
    Ok(Workbook { sheets, epoch: globals.epoch })
}

/// A sheet by its name and where its records begin; charts and modules have no cells.
struct Place {
    name: String,
    visibility: Visibility,
    start: usize,
    has_cells: bool,
}

/// What the workbook says for all its sheets.
struct Globals {
    version: Version,
    epoch: Epoch,
    sheets: Vec<Place>,
    strings: Vec<Arc<str>>,
    /// What the workbook's own formats show, by their numbers.
    shows: BTreeMap<u16, Shows>,
    /// The number of its format by the number of a cell's style.
    styles: Vec<u16>,
}

impl Globals {
    fn read(stream: &[u8]) -> Result<Self, Trouble> {
        let first = biff::record(stream, 0).filter(|it| it.kind == BEGIN).ok_or(Reason::Damaged)?;
        let version = match u16_at(first.data, 0) {
            Some(0x0600) => Version::Eight,
            Some(0x0500) => Version::Five,
            _ => return Err(Reason::Damaged.into()),
        };
        let mut globals = Self {
            version,
            epoch: Epoch::default(),
            sheets: Vec::new(),
            strings: Vec::new(),
            shows: BTreeMap::new(),
            styles: Vec::new(),
        };
        let mut at = first.next;
        while let Some(record) = biff::record(stream, at) {
            at = record.next;
            match record.kind {
                END => return Ok(globals),
                PASSWORD => return Err(Reason::Protected.into()),
                _ => globals.take(stream, &record)?,
            }
        }
        Err(Reason::Damaged.into())
    }

    fn take(&mut self, stream: &[u8], record: &Record<'_>) -> Result<(), Trouble> {
        let data = record.data;
        match record.kind {
            FROM_1904 if u16_at(data, 0) == Some(1) => self.epoch = Epoch::Year1904,
            SHEET => {
                if caps::SHEETS <= self.sheets.len() {
                    return Err(Reason::TooManyEntries { most: caps::SHEETS as u64 }.into());
                }
                let place = self.place(data).ok_or(Reason::Damaged)?;
                self.sheets.push(place);
            }
            STRINGS => self.strings = strings(stream, record)?,
            FORMAT => {
                let length = if self.version == Version::Five { Length::One } else { Length::Two };
                let text = biff::string(data, 2, length, self.version);
                if let (Some(id), Some(text)) = (u16_at(data, 0), text) {
                    self.shows.insert(id, number_format::own(&text));
                }
            }
            CELL_FORMAT => self.styles.push(u16_at(data, 2).unwrap_or_default()),
            _ => {}
        }
        Ok(())
    }

    fn place(&self, data: &[u8]) -> Option<Place> {
        let state = data.get(4)? & 3;
        Some(Place {
            name: biff::string(data, 6, Length::One, self.version)?,
            visibility: if state == 0 { Visibility::Shown } else { Visibility::Hidden },
            start: usize::try_from(u32_at(data, 0)?).ok()?,
            has_cells: *data.get(5)? == 0,
        })
    }

    fn number(&self, number: f64, style: u16) -> Cell {
        if !number.is_finite() {
            return Cell::Error(number.to_string().into());
        }
        let format = self.styles.get(usize::from(style)).copied().unwrap_or_default();
        let known = || number_format::known(u32::from(format));
        shown(number, self.shows.get(&format).copied().unwrap_or_else(known), self.epoch)
    }
}

/// The shared strings; the record says how many, and only as many as are there are believed.
fn strings(stream: &[u8], first: &Record<'_>) -> Result<Vec<Arc<str>>, Trouble> {
    let mut parts = Parts::new(biff::continued(stream, first));
    let count = parts.u32().and_then(|_all| parts.u32()).ok_or(Reason::Damaged)?;
    let mut found = Vec::new();
    for _ in 0..count {
        let text = parts.shared_string().ok_or(Reason::Damaged)?;
        found.push(Arc::from(text));
    }
    Ok(found)
}

/// A sheet while its records are read.
struct Reading<'a> {
    stream: &'a [u8],
    globals: &'a Globals,
    filling: &'a mut Filling,
    /// Bytes of records that may still be read.
    left: &'a mut usize,
}

impl Reading<'_> {
    fn sheet(&mut self, place: &Place, going: &mut Going<'_>) -> Result<Sheet, Trouble> {
        self.filling.start(place.name.clone(), place.visibility);
        if place.has_cells {
            let hidden = self.records(place.start, going)?;
            let mut sheet = self.filling.finish();
            for row in &mut sheet.rows {
                if hidden.contains(&row.number) {
                    row.visibility = Visibility::Hidden;
                }
            }
            return Ok(sheet);
        }
        Ok(self.filling.finish())
    }

    /// Reads the records of one sheet; gives the numbers of its hidden rows, from 1.
    fn records(&mut self, start: usize, going: &mut Going<'_>) -> Result<BTreeSet<u32>, Trouble> {
        let first = biff::record(self.stream, start).filter(|it| it.kind == BEGIN);
        let mut at = first.ok_or(Reason::Damaged)?.next;
        let mut hidden = BTreeSet::new();
        // Charts within a sheet begin and end inside it.
        let mut depth = 0_usize;
        let mut count = 0_usize;
        // The cell of a formula whose text follows.
        let mut awaits: Option<(u32, u32)> = None;
        while let Some(record) = biff::record(self.stream, at) {
            *self.left = self.left.checked_sub(record.next - at).ok_or(Reason::Damaged)?;
            at = record.next;
            count += 1;
            if count.is_multiple_of(STRETCH) && !going() {
                return Err(Trouble::Cancelled);
            }
            match record.kind {
                BEGIN => depth += 1,
                END if depth == 0 => return Ok(hidden),
                END => depth -= 1,
                PASSWORD => return Err(Reason::Protected.into()),
                _ if 0 < depth => {}
                ROW => {
                    if let (Some(row), true) = (u16_at(record.data, 0), is_hidden(record.data)) {
                        hidden.insert(u32::from(row) + 1);
                    }
                }
                RESULT => {
                    let text = biff::string(record.data, 0, Length::Two, self.globals.version);
                    if let (Some((row, column)), Some(text)) = (awaits.take(), text) {
                        self.filling.put(row, column, Cell::Text(text.into()))?;
                    }
                }
                _ => self.take(&record, &mut awaits)?,
            }
        }
        Err(Reason::Damaged.into())
    }

    fn take(
        &mut self,
        record: &Record<'_>,
        awaits: &mut Option<(u32, u32)>,
    ) -> Result<(), Trouble> {
        let data = record.data;
        match record.kind {
            NUMBERS => return self.numbers(data),
            MERGED => return self.merged(data),
            COLUMNS => {
                let flags = u16_at(data, 8).unwrap_or_default();
                let ends = u16_at(data, 0).zip(u16_at(data, 2)).filter(|_| flags & 1 != 0);
                let ends = ends.map(|(from, to)| (u32::from(from), u32::from(to)));
                self.filling.sheet().hidden_columns.extend(ends);
                return Ok(());
            }
            FORMULA | SHARED_TEXT | NUMBER | TEXT | RICH_TEXT | TRUTH | PACKED => {}
            _ => return Ok(()),
        }
        let place = u16_at(data, 0).zip(u16_at(data, 2)).zip(u16_at(data, 4));
        let ((row, column), style) = place.ok_or(Reason::Damaged)?;
        let (row, column) = (u32::from(row), u32::from(column));
        let cell = self.cell(record, style).ok_or(Reason::Damaged)?;
        if cell == Cell::Unsaved {
            *awaits = Some((row, column));
            return Ok(());
        }
        Ok(self.filling.put(row, column, cell)?)
    }

    /// The content of a record that is one cell; `Unsaved` where a text of its own follows it.
    fn cell(&self, record: &Record<'_>, style: u16) -> Option<Cell> {
        let (data, globals) = (record.data, self.globals);
        Some(match record.kind {
            NUMBER => globals.number(f64_at(data, 6)?, style),
            PACKED => globals.number(packed_number(u32_at(data, 6)?), style),
            SHARED_TEXT => {
                let number = usize::try_from(u32_at(data, 6)?).ok()?;
                Cell::Text(Arc::clone(globals.strings.get(number)?))
            }
            TRUTH if *data.get(7)? == 0 => Cell::truth(*data.get(6)?),
            TRUTH => error(*data.get(6)?),
            FORMULA => match (u16_at(data, 12)?, *data.get(6)?) {
                (0xFFFF, 0) => Cell::Unsaved,
                (0xFFFF, 1) => Cell::truth(*data.get(8)?),
                (0xFFFF, 2) => error(*data.get(8)?),
                (0xFFFF, _) => Cell::Blank,
                _ => globals.number(f64_at(data, 6)?, style),
            },
            _ => Cell::Text(biff::string(data, 6, Length::Two, globals.version)?.into()),
        })
    }

    /// Numbers side by side in one record.
    fn numbers(&mut self, data: &[u8]) -> Result<(), Trouble> {
        let place = u16_at(data, 0).zip(u16_at(data, 2));
        let (row, first) = place.ok_or(Reason::Damaged)?;
        let cells = data.get(4..data.len().saturating_sub(2)).unwrap_or_default();
        for (number, cell) in (0_u32..).zip(cells.chunks_exact(6)) {
            let (style, bits) = u16_at(cell, 0).zip(u32_at(cell, 2)).ok_or(Reason::Damaged)?;
            let cell = self.globals.number(packed_number(bits), style);
            self.filling.put(u32::from(row), u32::from(first) + number, cell)?;
        }
        Ok(())
    }

    fn merged(&mut self, data: &[u8]) -> Result<(), Trouble> {
        let at = |area: &[u8], place| u16_at(area, place).map(u32::from).ok_or(Reason::Damaged);
        for area in data.get(2..).unwrap_or_default().chunks_exact(8) {
            let rows = (at(area, 0)? + 1, at(area, 2)? + 1);
            let columns = (at(area, 4)?, at(area, 6)?);
            self.filling.sheet().merged.push(Merged { rows, columns });
        }
        Ok(())
    }
}

fn is_hidden(row: &[u8]) -> bool {
    u16_at(row, 12).is_some_and(|it| it & 0x20 != 0)
}

fn error(code: u8) -> Cell {
    Cell::Error(error_text(code).into())
}

#[cfg(test)]
#[path = "xls_tests.rs"]
mod tests;
