//! Rows as they were read, each with its line; the file follows from where the row lies.

use crate::domain::{
    AbsenceKind, Band, BandKind, CaseReporting, Committee, CountingUnit, Day, EventKind, Month,
    Outcome, Presence, SettingKey, Split, TargetMetric, Terms, Thousandths, UnitField, UnitFigures,
    WaitingList,
};

use super::Word;

/// Which file of the import, by number.
pub type FileNumber = usize;

/// Where a row stands: its file and its line there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowAt {
    pub file: FileNumber,
    pub line: u32,
}

/// A row and the line it stood on.
#[derive(Debug, Clone)]
pub struct Numbered<T> {
    pub line: u32,
    pub row: T,
}

/// The rows of one table, file after file.
#[derive(Debug)]
pub struct Rows<T> {
    rows: Vec<Numbered<T>>,
    starts: Vec<(usize, FileNumber)>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), starts: Vec::new() }
    }
}

impl<T> Rows<T> {
    pub fn push(&mut self, file: FileNumber, line: u32, row: T) {
        if self.starts.last().is_none_or(|it| it.1 != file) {
            self.starts.push((self.rows.len(), file));
        }
        self.rows.push(Numbered { line, row });
    }

    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn get(&self, index: usize) -> Option<&Numbered<T>> {
        self.rows.get(index)
    }

    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        self.rows.get_mut(index).map(|it| &mut it.row)
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Numbered<T>> {
        self.rows.iter()
    }

    /// Where the row with this number stands.
    pub fn place(&self, index: usize) -> RowAt {
        let after = self.starts.partition_point(|it| it.0 <= index);
        let start = after.checked_sub(1).and_then(|it| self.starts.get(it));
        let line = self.rows.get(index).map_or(0, |it| it.line);
        RowAt { file: start.map_or(0, |it| it.1), line }
    }

    /// The row with this number and where it stands.
    pub fn at(&self, index: usize) -> Option<(RowAt, &T)> {
        Some((self.place(index), &self.rows.get(index)?.row))
    }

    /// Every row with where it stands.
    pub fn placed(&self) -> impl Iterator<Item = (RowAt, &T)> {
        (0..self.rows.len()).filter_map(|it| self.at(it))
    }

    /// How many rows a file has.
    pub fn in_file(&self, file: FileNumber) -> usize {
        let ends = self.starts.iter().skip(1).map(|it| it.0).chain([self.rows.len()]);
        let own = self.starts.iter().zip(ends).filter(|it| it.0.1 == file);
        own.map(|(start, end)| end - start.0).sum()
    }

    /// Forgets every row of the newest file, when that is `file`.
    pub fn forget(&mut self, file: FileNumber) {
        if let Some((start, _)) = self.starts.pop_if(|it| it.1 == file) {
            self.rows.truncate(start);
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    pub code: Word,
    pub name: String,
    pub counts: CountingUnit,
    pub case_reporting: CaseReporting,
    pub waiting_list: WaitingList,
    pub from: Month,
    pub to: Option<Month>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseworkerRow {
    pub unit: Word,
    pub initials: Word,
    pub name: Option<String>,
    pub presence: Presence,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EmploymentRow {
    pub unit: Word,
    pub initials: Word,
    pub from: Month,
    pub terms: Terms,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AbsenceRow {
    pub unit: Word,
    pub initials: Word,
    pub from: Day,
    pub to: Option<Day>,
    pub kind: AbsenceKind,
}

/// Twenty bytes, twenty-four with the line: there may be millions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountRow {
    pub month: Month,
    pub unit: Word,
    pub initials: Word,
    pub cases: u32,
    /// One more than the place in the draft's splits; 0 is none.
    pub split: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureRow {
    pub month: Month,
    pub unit: Word,
    pub figures: UnitFigures,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BandRow {
    pub month: Month,
    pub unit: Word,
    pub kind: BandKind,
    pub band: Band,
}

/// Where the letters of a reference lie in the draft's text of references.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    pub start: u32,
    pub length: u16,
}

/// Twenty-eight bytes and the reference's letters, which lie together in the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EpisodeRow {
    pub unit: Word,
    pub offer: Word,
    pub reference: Letters,
    pub approved: Day,
    pub outcome: Outcome,
}

impl EpisodeRow {
    /// The reference, in the draft's text of references.
    pub fn reference<'a>(&self, references: &'a str) -> &'a str {
        let start = self.reference.start as usize;
        let end = start + usize::from(self.reference.length);
        references.get(start..end).unwrap_or_default()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRow {
    pub metric: TargetMetric,
    pub unit: Option<Word>,
    pub lower: Option<Thousandths>,
    pub upper: Option<Thousandths>,
    pub valid_from: Day,
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    pub day: Day,
    pub unit: Option<Word>,
    pub title: String,
    pub kind: EventKind,
}

/// As it is stored.
pub type CommitteeRow = Committee;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingRow {
    pub key: SettingKey,
    pub value: String,
}

/// A figure that a correction can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellName {
    Cases,
    Simple,
    Complex,
    VeryComplex,
    Unit(UnitField),
}

/// One cell that changes; values in thousandths, `None` is blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionRow {
    pub month: Month,
    pub unit: Word,
    pub initials: Option<Word>,
    pub cell: CellName,
    pub before: Option<i64>,
    pub after: Option<i64>,
    pub reason: String,
}

/// Where the splits of counts lie; most rows have none.
pub type Splits = Vec<Split>;
