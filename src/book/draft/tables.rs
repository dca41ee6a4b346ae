//! Every row that was read, by table.

use std::collections::BTreeMap;

use super::{
    AbsenceRow, BandRow, CaseworkerRow, CommitteeRow, CorrectionRow, CountRow, DraftFile,
    EmploymentRow, EpisodeRow, EventRow, FigureRow, FigureSeen, FileNumber, RowAt, Rows,
    SettingRow, Splits, TargetRow, UnitRow, Word, Words,
};
use crate::domain::{CaseCount, Split, Thousandths, UnitField};

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
        let mut see = |at: RowAt, unit, caseworker: Option<Word>, month, (field, value)| {
            let text = |it| self.words.text(it).to_owned();
            let (unit, caseworker, place) = (text(unit), caseworker.map(text), file.place(at.line));
            seen.push((at.line, FigureSeen { unit, caseworker, month, field, value, place }));
        };
        for (at, row) in self.counts.placed().filter(|it| it.0.file == number) {
            let cases = Thousandths::whole(i64::from(row.cases));
            see(at, row.unit, Some(row.initials), row.month, (UnitField::Cases, cases));
        }
        for (at, row) in self.figures.placed().filter(|it| it.0.file == number) {
            for (field, value) in row.figures.iter() {
                let is_exact = field.has_decimals();
                let value = if is_exact { Thousandths(value) } else { Thousandths::whole(value) };
                see(at, row.unit, None, row.month, (field, value));
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

    /// Keeps a split, which the row then names by a number.
    pub fn add_split(&mut self, split: Option<Split>) -> u32 {
        self.splits.extend(split);
        split.map_or(0, |_| u32::try_from(self.splits.len()).unwrap_or(0))
    }
}
