//! The tables an import knows, and their columns.

use crate::domain::UnitField;

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
