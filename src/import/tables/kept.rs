//! A row of any table between being read and being put into the draft.

use super::row::{Memory, Row};
use super::{rows_figures as figures, rows_registers as registers};
use crate::book::draft::{
    AbsenceRow, BandRow, CaseworkerRow, CommitteeRow, CorrectionRow, CountRow, Draft,
    EmploymentRow, EpisodeRow, EventRow, FigureRow, FileNumber, SettingRow, Table, TargetRow,
    UnitRow,
};

/// A row of any table, read and ready.
pub enum Kept {
    Unit(UnitRow),
    Caseworker(CaseworkerRow),
    Employment(EmploymentRow),
    Absence(AbsenceRow),
    Count(CountRow),
    Figures(FigureRow),
    Band(BandRow),
    Episode(EpisodeRow),
    Target(TargetRow),
    Event(EventRow),
    Committee(CommitteeRow),
    Setting(SettingRow),
    Correction(CorrectionRow),
}

impl Kept {
    pub fn read(
        table: Table,
        row: &mut Row<'_>,
        memory: &mut Memory,
        draft: &mut Draft,
    ) -> Option<Self> {
        match table {
            Table::Units => registers::unit(row, memory, draft).map(Self::Unit),
            Table::Caseworkers => registers::caseworker(row, memory, draft).map(Self::Caseworker),
            Table::Employments => registers::employment(row, memory, draft).map(Self::Employment),
            Table::Absences => registers::absence(row, memory, draft).map(Self::Absence),
            Table::Counts => figures::count(row, memory, draft).map(Self::Count),
            Table::Figures => figures::figures(row, memory, draft).map(Self::Figures),
            Table::Bands => figures::band(row, memory, draft).map(Self::Band),
            Table::Episodes => figures::episode(row, memory, draft).map(Self::Episode),
            Table::Targets => registers::target(row, memory, draft).map(Self::Target),
            Table::Events => registers::event(row, memory, draft).map(Self::Event),
            Table::Committees => registers::committee(row).map(Self::Committee),
            Table::Settings => registers::setting(row).map(Self::Setting),
            Table::Corrections => figures::correction(row, memory, draft).map(Self::Correction),
        }
    }

    pub fn put(self, draft: &mut Draft, file: FileNumber, line: u32) {
        match self {
            Self::Unit(row) => draft.units.push(file, line, row),
            Self::Caseworker(row) => draft.caseworkers.push(file, line, row),
            Self::Employment(row) => draft.employments.push(file, line, row),
            Self::Absence(row) => draft.absences.push(file, line, row),
            Self::Count(row) => draft.counts.push(file, line, row),
            Self::Figures(row) => draft.figures.push(file, line, row),
            Self::Band(row) => draft.bands.push(file, line, row),
            Self::Episode(row) => draft.episodes.push(file, line, row),
            Self::Target(row) => draft.targets.push(file, line, row),
            Self::Event(row) => draft.events.push(file, line, row),
            Self::Committee(row) => draft.committees.push(file, line, row),
            Self::Setting(row) => draft.settings.push(file, line, row),
            Self::Correction(row) => draft.corrections.push(file, line, row),
        }
    }
}
