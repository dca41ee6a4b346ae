//! What someone wants stored, in the words of the files it came from. Nothing is checked against the book yet.

mod rows;
mod spots;
mod understood;
mod words;

use std::collections::BTreeMap;

pub use self::rows::{
    AbsenceRow, BandRow, CaseworkerRow, CellName, CommitteeRow, CorrectionRow, CountRow,
    EmploymentRow, EpisodeRow, EventRow, FigureRow, FileNumber, Numbered, Rows, SettingRow, Splits,
    TargetRow, UnitRow,
};
pub use self::spots::{Place, Spot, Spots, cell_name, column_name};
pub use self::understood::{
    Certainty, ColumnSeen, FigureSeen, HowTold, NumberForm, SheetSeen, Told, Understood, WaitUnit,
};
pub use self::words::{Trail, Word, Words};
use super::FileVerdict;
use crate::domain::{CaseCount, Thousandths, UnitField};

/// The tables an import knows, in the order in which they lean on each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    Units,
    Caseworkers,
    Employments,
    Absences,
    Counts,
    Figures,
    Bands,
    Episodes,
    Targets,
    Events,
    Committees,
    Settings,
    Corrections,
}

/// A column of some table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Code,
    Name,
    CountingUnit,
    HasCaseworkers,
    HasWaitingList,
    From,
    To,
    RegisterFrom,
    RegisterThrough,
    Unit,
    Initials,
    CaseHolding,
    WeeklyHours,
    Weight,
    Kind,
    Month,
    Cases,
    Simple,
    Complex,
    VeryComplex,
    Unallocated,
    Opened,
    Closed,
    NetTransferred,
    Waiting,
    Started,
    Withdrawn,
    WaitStartedMean,
    WaitSoFarMean,
    WaitLongest,
    FromWeek,
    ToWeek,
    Count,
    Reference,
    Offer,
    Approved,
    Metric,
    Lower,
    Upper,
    MeasuredIn,
    Source,
    Day,
    Title,
    SeriesBreak,
    Value,
    CorrectedOn,
    Field,
    Before,
    After,
    Reason,
    /// Read as a number, so that rubbish in it is seen, and not kept.
    Unused,
}

impl Column {
    /// The column that a unit's figure stands in.
    pub const fn of(field: UnitField) -> Self {
        match field {
            UnitField::Cases => Self::Cases,
            UnitField::Unallocated => Self::Unallocated,
            UnitField::Opened => Self::Opened,
            UnitField::Closed => Self::Closed,
            UnitField::NetTransferred => Self::NetTransferred,
            UnitField::Waiting => Self::Waiting,
            UnitField::Started => Self::Started,
            UnitField::Withdrawn => Self::Withdrawn,
            UnitField::WaitStartedMean => Self::WaitStartedMean,
            UnitField::WaitSoFarMean => Self::WaitSoFarMean,
            UnitField::WaitLongest => Self::WaitLongest,
        }
    }
}

/// A file of the import, and what reading it showed.
#[derive(Debug, Default)]
pub struct DraftFile {
    pub verdict: FileVerdict,
    /// What the file calls its columns.
    pub columns: BTreeMap<Column, String>,
    /// Where the rows of sheets stand; empty for our own tables, whose rows know their line.
    pub spots: Spots,
}

impl DraftFile {
    pub fn column(&self, column: Column) -> Option<String> {
        self.columns.get(&column).cloned()
    }

    /// Where the row with this number stands, as people name it.
    pub fn place(&self, line: u32) -> Place {
        self.spots.place(line)
    }
}

/// Every row that was read, by table.
#[derive(Debug, Default)]
pub struct Draft {
    pub files: Vec<DraftFile>,
    pub words: Words,
    /// The letters of all references, one after another.
    pub references: String,
    pub splits: Splits,
    /// Full names that stand beside initials in rows of figures, by unit and initials.
    pub names: BTreeMap<(Word, Word), String>,
    pub units: Rows<UnitRow>,
    pub caseworkers: Rows<CaseworkerRow>,
    pub employments: Rows<EmploymentRow>,
    pub absences: Rows<AbsenceRow>,
    pub counts: Rows<CountRow>,
    pub figures: Rows<FigureRow>,
    pub bands: Rows<BandRow>,
    pub episodes: Rows<EpisodeRow>,
    pub targets: Rows<TargetRow>,
    pub events: Rows<EventRow>,
    pub committees: Rows<CommitteeRow>,
    pub settings: Rows<SettingRow>,
    pub corrections: Rows<CorrectionRow>,
}

impl Draft {
    /// Takes back the rows of a file that turned out not to be readable to its end.
    pub fn forget(&mut self, file: FileNumber) {
        self.units.forget(file);
        self.caseworkers.forget(file);
        self.employments.forget(file);
        self.absences.forget(file);
        self.counts.forget(file);
        self.figures.forget(file);
        self.bands.forget(file);
        self.episodes.forget(file);
        self.targets.forget(file);
        self.events.forget(file);
        self.committees.forget(file);
        self.settings.forget(file);
        self.corrections.forget(file);
    }

    /// About how many bytes the rows take.
    pub const fn weight(&self) -> usize {
        24 * self.counts.len()
            + 32 * self.episodes.len()
            + self.references.len()
            + 192 * self.figures.len()
            + 32 * self.bands.len()
            + 128 * (self.caseworkers.len() + self.units.len() + self.corrections.len())
            + 40 * (self.employments.len() + self.absences.len())
            + 128 * (self.events.len() + self.targets.len() + self.committees.len())
    }

    /// The unit figures and counts of a file that was read from sheets, in the order they stand.
    pub fn figures_of(&self, number: FileNumber) -> Vec<FigureSeen> {
        let Some(file) = self.files.get(number).filter(|it| !it.spots.is_empty()) else {
            return Vec::new();
        };
        let mut seen = Vec::new();
        for (index, it) in self.counts.iter().enumerate() {
            if self.counts.place(index).0 == number {
                let row = it.row;
                let who = Some(self.words.text(row.initials).to_owned());
                let value = Thousandths::whole(i64::from(row.cases));
                let unit = self.words.text(row.unit).to_owned();
                let cell = (row.month, UnitField::Cases, value);
                seen.push((it.line, FigureSeen::new(unit, who, cell, file.place(it.line))));
            }
        }
        for (index, it) in self.figures.iter().enumerate() {
            if self.figures.place(index).0 != number {
                continue;
            }
            for (field, value) in it.row.figures.iter() {
                let value = if field.has_decimals() {
                    Thousandths(value)
                } else {
                    Thousandths::whole(value)
                };
                let unit = self.words.text(it.row.unit).to_owned();
                let cell = (it.row.month, field, value);
                seen.push((it.line, FigureSeen::new(unit, None, cell, file.place(it.line))));
            }
        }
        seen.sort_by_key(|it| it.0);
        seen.into_iter().map(|it| it.1).collect()
    }

    /// The count a row holds.
    pub fn count(splits: &Splits, row: &CountRow) -> CaseCount {
        let place = (row.split as usize).checked_sub(1);
        CaseCount { cases: row.cases, split: place.and_then(|it| splits.get(it)).copied() }
    }
}
