//! Puts the rows of one of our own tables into a draft.

use super::header::Header;
use super::kept::Kept;
use super::row::{Cells, Layout, Memory, Row};
use crate::book::draft::{Column, Draft, FileNumber, Table};
use crate::book::{FileVerdict, Reason, Refused, Remark, Skip, Skipped};
use crate::domain::{WordingError, find_cpr};
use crate::import::halt::{Halt, at_line};

/// Writes down what the file is and what its columns are called.
fn introduce(draft: &mut Draft, number: FileNumber, header: &Header, layout: &Layout) {
    let Some(file) = draft.files.get_mut(number) else {
        return;
    };
    file.verdict.table = Some(header.table.table);
    for (column, name) in &header.columns {
        if let Some(column) = column {
            file.columns.insert(*column, name.clone());
        }
        if *column == Some(Column::Unused) {
            let column = name.clone();
            file.verdict.remarks.push(Remark::IgnoredColumn { column });
        }
    }
    for place in &layout.ignored {
        let column = layout.name(*place).unwrap_or_default();
        file.verdict.remarks.push(Remark::IgnoredColumn { column });
    }
}

/// Reads rows of one table.
pub struct TableReader<'a> {
    draft: &'a mut Draft,
    number: FileNumber,
    table: Table,
    layout: Layout,
    memory: Memory,
    comma: bool,
}

impl<'a> TableReader<'a> {
    pub fn new(draft: &'a mut Draft, number: FileNumber, header: &Header) -> Self {
        let mut layout = Layout::new(header.dialect, &header.columns);
        layout.sheet = draft.files.get(number).and_then(|it| it.spots.table.clone());
        introduce(draft, number, header, &layout);
        let (table, comma) = (header.table.table, header.separator == b',');
        Self { draft, number, table, layout, memory: Memory::default(), comma }
    }

    /// About how many bytes everything that was read takes.
    pub const fn weight(&self) -> usize {
        self.draft.weight()
    }

    fn verdict(&mut self) -> Option<&mut FileVerdict> {
        self.draft.files.get_mut(self.number).map(|it| &mut it.verdict)
    }

    pub fn skip(&mut self, line: u32, reason: Skip) {
        if let Some(verdict) = self.verdict() {
            verdict.skipped.push(Skipped::line(line, reason));
        }
    }

    pub fn finish(mut self) {
        if let Some(verdict) = self.verdict()
            && verdict.read == 0
        {
            verdict.remarks.push(Remark::NoRows);
        }
    }

    /// Takes a row in; fails where the whole file can no longer be trusted.
    pub fn row(&mut self, line: u32, cells: Cells<'_>) -> Result<(), Halt> {
        let fields = cells.fields;
        if let Some(verdict) = self.verdict() {
            verdict.read += 1;
        }
        if cells.is_blank() {
            self.skip(line, Skip::BlankRow);
            return Ok(());
        }
        let beyond = (self.layout.width()..fields.len()).any(|it| !cells.get(it).trim().is_empty());
        if beyond || fields.len() < self.layout.width() {
            return self.wrong_width(line, fields.len());
        }
        self.keep(line, cells);
        Ok(())
    }

    /// In a file parted by commas a wrong number of fields says that decimal commas are not quoted:
    /// then no row of it can be trusted.
    fn wrong_width(&mut self, line: u32, found: usize) -> Result<(), Halt> {
        let expected = self.layout.width();
        let reason = Reason::FieldCount { expected, found };
        if self.comma {
            return Err(at_line(Some(line), None, reason));
        }
        let line = Some(line);
        if let Some(verdict) = self.verdict() {
            verdict.refused.push(Refused { line, at: None, column: None, value: None, reason });
        }
        Ok(())
    }

    fn keep(&mut self, line: u32, cells: Cells<'_>) {
        self.keep_with(line, cells, &[]);
    }

    /// As [`Self::row`], of a sheet: cells without a usable value are named with their reason.
    pub fn sheet_row(&mut self, line: u32, cells: Cells<'_>, odd: &[(usize, Reason)]) {
        if let Some(verdict) = self.verdict() {
            verdict.read += 1;
        }
        self.keep_with(line, cells, odd);
    }

    fn keep_with(&mut self, line: u32, cells: Cells<'_>, odd: &[(usize, Reason)]) {
        let Self { draft, number, table, layout, memory, .. } = self;
        let mut row = Row::new(cells, layout, line);
        for place in &layout.ignored {
            if find_cpr(cells.get(*place)).is_some() {
                row.fault_at(Some(*place), Reason::Wording(WordingError::Cpr));
            }
        }
        for (place, reason) in odd.iter().filter(|it| !layout.ignored.contains(&it.0)) {
            row.fault_at(Some(*place), reason.clone());
        }
        let length = draft.references.len();
        let kept = Kept::read(*table, &mut row, memory, draft);
        let Some(file) = draft.files.get_mut(*number) else {
            return;
        };
        let sound = row.settle(&mut file.verdict);
        match kept.filter(|_| sound) {
            Some(kept) => kept.put(draft, *number, line),
            None => draft.references.truncate(length),
        }
    }
}
