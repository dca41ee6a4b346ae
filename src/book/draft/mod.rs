//! What someone wants stored, in the words of the files it came from. Nothing is checked against the book yet.

mod figure_seen;
mod file;
mod rows;
mod spots;
mod tables;
mod words;

pub use self::figure_seen::FigureSeen;
pub use self::file::DraftFile;
pub use self::rows::{
    AbsenceRow, BandRow, CaseworkerRow, CellName, CommitteeRow, CorrectionRow, CountRow,
    EmploymentRow, EpisodeRow, EventRow, FigureRow, FileNumber, Letters, Numbered, RowAt, Rows,
    SettingRow, Splits, TargetRow, UnitRow,
};
pub use self::spots::{Place, Spot, Spots, cell_name, column_name};
pub use self::tables::Draft;
pub use self::words::{Trail, Word, Words};
pub use super::verdict::{
    Certainty, Column, ColumnSeen, NumberForm, Provenance, SheetSeen, Sourced, Table, Understood,
    WaitUnit,
};
