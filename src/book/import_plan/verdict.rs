//! What an import would do, file by file, before anything is stored: shown, counted, never in words.

use crate::book::draft::Table;
use crate::domain::{Day, Thousandths, WordingError};

/// How many of a kind are kept to be shown; the rest are counted.
const SHOWN: usize = 500;

/// The first of many, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<T> {
    pub first: Vec<T>,
    pub count: usize,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { first: Vec::new(), count: 0 }
    }
}

impl<T> Listed<T> {
    pub fn push(&mut self, item: T) {
        self.count += 1;
        if self.first.len() < SHOWN {
            self.first.push(item);
        }
    }

    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// A cell's content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    Blank,
    Whole(i64),
    Decimal(Thousandths),
    /// As it stood in the file.
    Text(String),
}

/// What was found in one file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileVerdict {
    pub name: String,
    /// `None` while the file has not been recognised.
    pub table: Option<Table>,
    /// Rows below the header.
    pub read: usize,
    pub new: usize,
    pub changed: Listed<Changed>,
    pub unchanged: usize,
    pub refused: Listed<Refused>,
    pub skipped: Listed<Skipped>,
    pub remarks: Listed<Remark>,
}

/// A stored value that the import replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub line: u32,
    pub column: Option<String>,
    pub before: Value,
    pub after: Value,
}

/// A row or cell that cannot be stored; without a line it is the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub line: Option<u32>,
    /// As the file calls it.
    pub column: Option<String>,
    pub value: Option<Value>,
    pub reason: Reason,
}

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
    TooLarge { most: i64 },
    NotAMonth,
    NotADate,
    NotAChoice { choices: String },
    Blank,
    Wording(WordingError),
    // A row.
    FieldCount { expected: usize, found: usize },
    UnknownUnit,
    UnknownCaseworker,
    OutsideUnit,
    OutsidePresence,
    NoWaitingList,
    NotByCaseworker,
    EndsBeforeItBegins,
    StartedBeforeApproval,
    WithdrawnBeforeApproval,
    StartedAndWithdrawn,
    StillWaiting { approved: Day, line: Option<u32> },
    SplitIncomplete,
    SplitTotal { total: u64, cases: u32 },
    Conflict { line: u32, value: Value },
    Overlap { line: Option<u32> },
    BandGap { line: u32 },
    BandOverlap { line: u32 },
    DiffersFromStored { stored: Value },
    NotAsBefore { stored: Value },
    UnknownSetting,
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
}

impl Reason {
    /// The name in machine-readable output.
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
            Self::UnknownUnit => "unknown_unit",
            Self::UnknownCaseworker => "unknown_caseworker",
            Self::OutsideUnit => "outside_unit",
            Self::OutsidePresence => "outside_presence",
            Self::NoWaitingList => "no_waiting_list",
            Self::NotByCaseworker => "not_by_caseworker",
            Self::EndsBeforeItBegins => "ends_before_it_begins",
            Self::StartedBeforeApproval => "started_before_approval",
            Self::WithdrawnBeforeApproval => "withdrawn_before_approval",
            Self::StartedAndWithdrawn => "started_and_withdrawn",
            Self::StillWaiting { .. } => "still_waiting",
            Self::SplitIncomplete => "split_incomplete",
            Self::SplitTotal { .. } => "split_total",
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
        }
    }
}

/// A line or file that is left out without blocking the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    pub line: Option<u32>,
    pub reason: Skip,
}

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
        }
    }
}

/// Unusual, and stored all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    IgnoredColumn {
        column: String,
    },
    /// The header stands, and no rows under it.
    NoRows,
    /// Spaces, line breaks or composed letters were put in order.
    Tidied {
        line: u32,
        column: String,
        from: String,
        to: String,
    },
    /// Letters look as if they had been decoded twice.
    DecodedTwice {
        line: u32,
        value: String,
    },
    WeeksAsDays {
        line: u32,
    },
    FutureMonth {
        line: u32,
    },
    RegisterDiffers {
        line: u32,
        column: String,
        typed: Value,
        register: Value,
    },
    /// The register now answers for figures that were typed earlier.
    RegisterTakesOver {
        unit: String,
        months: usize,
    },
    CreatedUnit {
        line: u32,
        unit: String,
    },
    CreatedCaseworker {
        line: u32,
        unit: String,
        initials: String,
    },
    /// Names of people already in the book are not changed by an import.
    NameKept {
        line: u32,
    },
}

impl Remark {
    /// The name in machine-readable output.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::IgnoredColumn { .. } => "ignored_column",
            Self::NoRows => "no_rows",
            Self::Tidied { .. } => "tidied",
            Self::DecodedTwice { .. } => "decoded_twice",
            Self::WeeksAsDays { .. } => "weeks_as_days",
            Self::FutureMonth { .. } => "future_month",
            Self::RegisterDiffers { .. } => "register_differs",
            Self::RegisterTakesOver { .. } => "register_takes_over",
            Self::CreatedUnit { .. } => "created_unit",
            Self::CreatedCaseworker { .. } => "created_caseworker",
            Self::NameKept { .. } => "name_kept",
        }
    }
}

/// The whole import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    pub files: Vec<FileVerdict>,
}

impl Verdict {
    /// Rows, cells and files that cannot be stored.
    pub fn refused(&self) -> usize {
        self.files.iter().map(|it| it.refused.count).sum()
    }

    pub fn new_rows(&self) -> usize {
        self.files.iter().map(|it| it.new).sum()
    }

    pub fn changed_rows(&self) -> usize {
        self.files.iter().map(|it| it.changed.count).sum()
    }
}
