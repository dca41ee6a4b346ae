//! Why a line or file is left out without blocking the rest.

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skip {
    /// Above the header.
    Title,
    TotalRow,
    BlankRow,
    DuplicateRow,
    UnknownFile,
    /// Waiting figures that the unit's register answers for.
    Register,
    /// A unit's own total where its cases are counted by caseworker.
    CountedByCaseworker,
    /// What is stored was kept.
    Kept,
    // Of sheets.
    /// A heading over part of a sheet, such as a year.
    Banner,
    Note,
    RepeatedHeading,
    SheetWithoutFigures,
    HiddenSheet,
    SheetNotChosen,
    /// Words where a number could have been.
    NotANumber,
    /// A row of something that is not kept.
    UnknownFigure,
    UnknownCaseworker,
    NotMonthEnd,
}

impl Skip {
    /// The name in machine-readable output.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::TotalRow => "total_row",
            Self::BlankRow => "blank",
            Self::DuplicateRow => "duplicate_row",
            Self::UnknownFile => "unknown_file",
            Self::Register => "register",
            Self::CountedByCaseworker => "counted_by_caseworker",
            Self::Kept => "kept",
            Self::Banner => "banner",
            Self::Note => "note",
            Self::RepeatedHeading => "repeated_heading",
            Self::SheetWithoutFigures => "sheet_without_figures",
            Self::HiddenSheet => "hidden_sheet",
            Self::SheetNotChosen => "sheet_not_chosen",
            Self::NotANumber => "not_a_number",
            Self::UnknownFigure => "unknown_figure",
            Self::UnknownCaseworker => "unknown_caseworker",
            Self::NotMonthEnd => "not_month_end",
        }
    }
}
