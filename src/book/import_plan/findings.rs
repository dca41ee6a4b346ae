//! What planning finds in each file: the plan's half of the verdict.

use super::{Existing, ImportOptions};
use crate::book::draft::{DraftFile, FileNumber, Place, RowAt, Word, Words};
use crate::book::verdict::{
    Changed, Column, FileVerdict, Reason, Refused, Remark, Skip, Skipped, Table, Value, Verdict,
};
use crate::domain::{Month, Snapshot, check_begun, latest_month};

/// What is to become of a row or cell that is stored with another value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    Take,
    Leave,
}

pub struct Findings {
    existing: Existing,
    files: Vec<DraftFile>,
    found: Vec<FileVerdict>,
    pub words: Words,
    /// The last month that is not remarked upon.
    latest: Month,
    /// Files that have been remarked upon.
    ahead: Vec<FileNumber>,
}

impl Findings {
    pub fn new(
        snapshot: &Snapshot,
        options: ImportOptions,
        files: Vec<DraftFile>,
        words: Words,
    ) -> Self {
        let found = files.iter().map(|_| FileVerdict::default()).collect();
        let latest = latest_month(snapshot, options.today.month());
        Self { existing: options.existing, files, found, words, latest, ahead: Vec::new() }
    }

    /// Where a row stands, as people name it.
    pub fn place(&self, row: RowAt) -> Place {
        let known = self.files.get(row.file).map(|it| it.place(row.line));
        known.unwrap_or(Place { line: row.line, at: None, heading: None })
    }

    /// What the file calls the column; else the heading over the cell.
    pub fn column(&self, row: RowAt, column: Column) -> Option<String> {
        let known = self.files.get(row.file).and_then(|it| it.column(column));
        known.or_else(|| self.place(row).heading)
    }

    fn verdict(&mut self, file: FileNumber) -> Option<&mut FileVerdict> {
        self.found.get_mut(file)
    }

    /// The verdict of a file whose rows are counted one by one; cells of corrections are counted apart.
    fn counted(&mut self, file: FileNumber) -> Option<&mut FileVerdict> {
        let is_correction = self.is_correction(file);
        self.found.get_mut(file).filter(|_| !is_correction)
    }

    fn is_correction(&self, file: FileNumber) -> bool {
        self.files.get(file).is_some_and(|it| it.verdict.table == Some(Table::Corrections))
    }

    /// Whether rows of a file come from a sheet or list of a department, not from our own tables.
    pub fn is_sheet(&self, file: FileNumber) -> bool {
        self.files.get(file).is_some_and(|it| !it.spots.is_empty())
    }

    pub fn refuse(
        &mut self,
        row: RowAt,
        column: Column,
        value: impl Into<Option<Value>>,
        reason: impl Into<Reason>,
    ) {
        let column = self.column(row, column);
        let Place { line, at, .. } = self.place(row);
        let (line, value, reason) = (Some(line), value.into(), reason.into());
        if let Some(verdict) = self.verdict(row.file) {
            verdict.refused.push(Refused { line, at, column, value, reason });
        }
    }

    /// Refuses a row for one of its words.
    pub fn refuse_word(
        &mut self,
        row: RowAt,
        column: Column,
        word: Word,
        reason: impl Into<Reason>,
    ) {
        let value = Value::Text(self.words.text(word).to_owned());
        self.refuse(row, column, value, reason);
    }

    /// Refuses a row because another says something else of the same.
    pub fn refuse_conflict(
        &mut self,
        (row, value): (RowAt, Value),
        (other, other_value): (RowAt, Value),
        column: Column,
    ) {
        let Place { line, at, .. } = self.place(other);
        self.refuse(row, column, value, Reason::Conflict { line, at, value: other_value });
    }

    pub fn skip(&mut self, row: RowAt, reason: Skip) {
        self.skip_with(row, None, reason);
    }

    pub fn skip_word(&mut self, row: RowAt, word: Word, reason: Skip) {
        self.skip_with(row, Some(self.words.text(word).to_owned()), reason);
    }

    fn skip_with(&mut self, row: RowAt, text: Option<String>, reason: Skip) {
        let Place { line, at, .. } = self.place(row);
        if let Some(verdict) = self.verdict(row.file) {
            verdict.skipped.push(Skipped { line: Some(line), at, text, reason });
        }
    }

    pub fn remark(&mut self, file: FileNumber, remark: Remark) {
        if let Some(verdict) = self.verdict(file) {
            verdict.remarks.push(remark);
        }
    }

    pub fn new_row(&mut self, row: RowAt) {
        if let Some(verdict) = self.counted(row.file) {
            verdict.new += 1;
        }
    }

    pub fn unchanged_row(&mut self, row: RowAt) {
        if let Some(verdict) = self.counted(row.file) {
            verdict.unchanged += 1;
        }
    }

    pub fn changed_row(&mut self, row: RowAt, column: Column, before: Value, after: Value) {
        let column = self.column(row, column);
        let Place { line, at, .. } = self.place(row);
        if let Some(verdict) = self.counted(row.file) {
            verdict.changed.push(Changed { line, at, column, before, after });
        }
    }

    /// A cell that a row of corrections changes; `None` where it holds that already.
    pub fn corrected(&mut self, row: RowAt, change: Option<(Value, Value)>) {
        let column = self.files.get(row.file).and_then(|it| it.column(Column::After));
        let Some(verdict) = self.verdict(row.file) else {
            return;
        };
        match change {
            Some((before, after)) => {
                let (line, at) = (row.line, None);
                verdict.changed.push(Changed { line, at, column, before, after });
            }
            None => verdict.unchanged += 1,
        }
    }

    /// Decides about a value that differs from what is stored, and says so in the verdict.
    pub fn decide(&mut self, row: RowAt, column: Column, before: Value, after: Value) -> Decision {
        if self.is_correction(row.file) {
            return Decision::Take;
        }
        match self.existing {
            Existing::Replace => {
                self.changed_row(row, column, before, after);
                Decision::Take
            }
            Existing::Keep => {
                self.skip(row, Skip::Kept);
                Decision::Leave
            }
            Existing::Ask => {
                self.refuse(row, column, after, Reason::DiffersFromStored { stored: before });
                Decision::Leave
            }
        }
    }

    /// Remarks once a file on months that have not come yet.
    pub fn look_ahead(&mut self, row: impl FnOnce() -> RowAt, month: Month) {
        if check_begun(month, self.latest).is_ok() {
            return;
        }
        let row = row();
        if !self.ahead.contains(&row.file) {
            self.ahead.push(row.file);
            let line = self.place(row).line;
            self.remark(row.file, Remark::FutureMonth { line });
        }
    }

    /// What reading found, with what the plan found.
    pub fn finish(self) -> Verdict {
        let read = self.files.into_iter().map(|it| it.verdict);
        Verdict { files: read.zip(self.found).map(|(read, planned)| read.with(planned)).collect() }
    }
}
