//! Why something cannot be stored, each reason with a name that stays the same.

use super::{At, Value};
use crate::domain::{Barred, Day, WordingError};

/// Which letters the bytes could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncodingDoubt {
    /// Code page 865 or 850, from DOS.
    Dos,
    Mac,
    /// Some lines are UTF-8 and some are not.
    Mixed,
    Unknown,
}

/// Why a row, a cell or a file is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    // A cell.
    NotANumber,
    MixedNumberForms,
    Negative,
    NotWhole,
    TooManyDigits,
    TooManyDecimals,
    TooLarge {
        most: i64,
    },
    NotAMonth,
    NotADate,
    NotAChoice {
        choices: String,
    },
    Blank,
    Wording(WordingError),
    // A row.
    /// A figure may not stand there.
    Barred(Barred),
    FieldCount {
        expected: usize,
        found: usize,
    },
    UnknownUnit,
    EndsBeforeItBegins,
    StartedBeforeApproval,
    WithdrawnBeforeApproval,
    StartedAndWithdrawn,
    StillWaiting {
        approved: Day,
        line: Option<u32>,
    },
    SplitIncomplete,
    /// `at` is the other place, where it is a cell of a sheet.
    Conflict {
        line: u32,
        at: Option<At>,
        value: Value,
    },
    Overlap {
        line: Option<u32>,
    },
    BandGap {
        line: u32,
    },
    BandOverlap {
        line: u32,
    },
    DiffersFromStored {
        stored: Value,
    },
    NotAsBefore {
        stored: Value,
    },
    UnknownSetting,
    // A cell of a sheet.
    /// A date where a number belongs: spreadsheets make one of `4-5`.
    DateForNumber,
    /// One number over several cells that each want one.
    MergedNumber,
    NotAFigure,
    // A file.
    Empty,
    NotATable,
    UnknownTable,
    MissingColumn(String),
    ColumnTwice(String),
    NulByte,
    UnclosedQuote,
    AfterQuote,
    LineTooLong,
    Encoding(EncodingDoubt),
    TooMuch,
    // A workbook.
    Damaged,
    Protected,
    BinaryWorkbook,
    WebPage,
    Entities,
    Inflates,
    FileTooLarge {
        most: u64,
    },
    TooManyEntries {
        most: u64,
    },
    TooManyCells {
        most: u64,
    },
    FarCell {
        cell: String,
    },
    ErrorCell,
    UnsavedFormula,
    // What must be told before a sheet can be understood.
    UnitNotTold,
    MonthNotTold,
    YearNotTold,
    FigureNotTold,
    WaitUnitNotTold,
    NoSuchSheet {
        name: String,
    },
}

impl Reason {
    /// The name in machine-readable output.
    #[expect(clippy::too_many_lines, reason = "a list, one line a reason")]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotANumber => "not_a_number",
            Self::MixedNumberForms => "mixed_number_forms",
            Self::Negative => "negative",
            Self::NotWhole => "not_whole",
            Self::TooManyDigits => "too_many_digits",
            Self::TooManyDecimals => "too_many_decimals",
            Self::TooLarge { .. } => "too_large",
            Self::NotAMonth => "not_a_month",
            Self::NotADate => "not_a_date",
            Self::NotAChoice { .. } => "not_a_choice",
            Self::Blank => "blank",
            Self::Wording(WordingError::Cpr) => "cpr_number",
            Self::Wording(WordingError::Empty) => "empty_text",
            Self::Wording(WordingError::TooLong { .. }) => "text_too_long",
            Self::Wording(WordingError::Hidden(_)) => "hidden_character",
            Self::FieldCount { .. } => "field_count",
            Self::Barred(barred) => barred.key(),
            Self::UnknownUnit => "unknown_unit",
            Self::EndsBeforeItBegins => "ends_before_it_begins",
            Self::StartedBeforeApproval => "started_before_approval",
            Self::WithdrawnBeforeApproval => "withdrawn_before_approval",
            Self::StartedAndWithdrawn => "started_and_withdrawn",
            Self::StillWaiting { .. } => "still_waiting",
            Self::SplitIncomplete => "split_incomplete",
            Self::Conflict { .. } => "conflict",
            Self::Overlap { .. } => "overlap",
            Self::BandGap { .. } => "band_gap",
            Self::BandOverlap { .. } => "band_overlap",
            Self::DiffersFromStored { .. } => "differs_from_stored",
            Self::NotAsBefore { .. } => "not_as_before",
            Self::UnknownSetting => "unknown_setting",
            Self::Empty => "empty",
            Self::NotATable => "not_a_table",
            Self::UnknownTable => "unknown_table",
            Self::MissingColumn(_) => "missing_column",
            Self::ColumnTwice(_) => "column_twice",
            Self::NulByte => "nul_byte",
            Self::UnclosedQuote => "unclosed_quote",
            Self::AfterQuote => "after_quote",
            Self::LineTooLong => "line_too_long",
            Self::Encoding(_) => "encoding",
            Self::TooMuch => "too_much",
            Self::Damaged => "damaged",
            Self::Protected => "protected",
            Self::BinaryWorkbook => "binary_workbook",
            Self::WebPage => "web_page",
            Self::Entities => "entities",
            Self::Inflates => "inflates",
            Self::FileTooLarge { .. } => "file_too_large",
            Self::TooManyEntries { .. } => "too_many_entries",
            Self::TooManyCells { .. } => "too_many_cells",
            Self::FarCell { .. } => "far_cell",
            Self::ErrorCell => "error_cell",
            Self::UnsavedFormula => "unsaved_formula",
            Self::DateForNumber => "date_for_number",
            Self::MergedNumber => "merged_number",
            Self::NotAFigure => "not_a_figure",
            Self::UnitNotTold => "unit_not_told",
            Self::MonthNotTold => "month_not_told",
            Self::YearNotTold => "year_not_told",
            Self::FigureNotTold => "figure_not_told",
            Self::WaitUnitNotTold => "wait_unit_not_told",
            Self::NoSuchSheet { .. } => "no_such_sheet",
        }
    }
}

impl From<Barred> for Reason {
    fn from(barred: Barred) -> Self {
        Self::Barred(barred)
    }
}
