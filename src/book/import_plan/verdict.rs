//! What an import would do, file by file, before anything is stored: shown, counted, never in words.

pub use super::reason::{EncodingDoubt, Reason};
use crate::book::draft::{Column, Table, Understood};
use crate::domain::Thousandths;

/// How many of a kind are kept to be shown and saved; the rest are counted, so that a file of nothing but faults
/// does not fill memory.
const KEPT: usize = 100_000;

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
        if self.first.len() < KEPT {
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
    /// What was made of sheets; empty for our own tables.
    pub understood: Understood,
}

/// Where in a file something stands, when a line does not say it all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// First and last, both included.
    Lines(u32, u32),
    /// A cell or a range of them, as spreadsheets name them.
    Cells {
        sheet: String,
        range: String,
    },
    Sheet(String),
    /// A column of a text, counted from 1.
    Column(u32),
}

impl std::fmt::Display for At {
    /// `Sager 2025!C6`, and numbers for lines.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Lines(from, to) if from == to => write!(f, "{from}"),
            Self::Lines(from, to) => write!(f, "{from}-{to}"),
            Self::Cells { sheet, range } => write!(f, "{sheet}!{range}"),
            Self::Sheet(name) => f.write_str(name),
            Self::Column(number) => write!(f, "{number}"),
        }
    }
}

/// A stored value that the import replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub line: u32,
    pub at: Option<At>,
    pub column: Option<String>,
    pub before: Value,
    pub after: Value,
}

/// A row or cell that cannot be stored; without a line it is the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub line: Option<u32>,
    pub at: Option<At>,
    /// As the file calls it.
    pub column: Option<String>,
    pub value: Option<Value>,
    pub reason: Reason,
}

/// A line or file that is left out without blocking the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    pub line: Option<u32>,
    pub at: Option<At>,
    /// What stands there, where that helps.
    pub text: Option<String>,
    pub reason: Skip,
}

impl Skipped {
    pub const fn line(line: u32, reason: Skip) -> Self {
        Self { line: Some(line), at: None, text: None, reason }
    }
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
    /// A heading was understood though it is not spelled as any we know.
    HeadingLike {
        heading: String,
        column: Column,
    },
    /// A unit was understood though it is not spelled as in the book.
    UnitLike {
        name: String,
        unit: String,
    },
    CaseworkerLike {
        name: String,
        initials: String,
    },
    /// Somebody unknown whose initials are nearly those of somebody known.
    LooksLike {
        initials: String,
        known: String,
    },
    /// A label that is written once for several rows.
    FilledDown {
        column: String,
    },
    HiddenRows {
        at: At,
        count: usize,
    },
    /// Days were counted from 1904.
    Year1904,
    /// A month that a spreadsheet wrote in short, `jan-26`.
    ShortYears {
        from: String,
        to: String,
    },
    /// A number with the mark of a footnote, `12*`.
    FootnoteMark {
        from: String,
        to: String,
    },
    EnglishNumbers,
    MonthsAsDays,
    /// Columns without headings were told apart by what stands in them.
    NoHeadings,
}

impl Remark {
    /// The line that a remark names.
    pub const fn line_mut(&mut self) -> Option<&mut u32> {
        match self {
            Self::Tidied { line, .. }
            | Self::DecodedTwice { line, .. }
            | Self::WeeksAsDays { line }
            | Self::FutureMonth { line }
            | Self::RegisterDiffers { line, .. }
            | Self::CreatedUnit { line, .. }
            | Self::CreatedCaseworker { line, .. }
            | Self::NameKept { line } => Some(line),
            Self::IgnoredColumn { .. }
            | Self::NoRows
            | Self::RegisterTakesOver { .. }
            | Self::HeadingLike { .. }
            | Self::UnitLike { .. }
            | Self::CaseworkerLike { .. }
            | Self::LooksLike { .. }
            | Self::FilledDown { .. }
            | Self::HiddenRows { .. }
            | Self::Year1904
            | Self::ShortYears { .. }
            | Self::FootnoteMark { .. }
            | Self::EnglishNumbers
            | Self::MonthsAsDays
            | Self::NoHeadings => None,
        }
    }

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
            Self::HeadingLike { .. } => "heading_like",
            Self::UnitLike { .. } => "unit_like",
            Self::CaseworkerLike { .. } => "caseworker_like",
            Self::LooksLike { .. } => "looks_like",
            Self::FilledDown { .. } => "filled_down",
            Self::HiddenRows { .. } => "hidden_rows",
            Self::Year1904 => "year_1904",
            Self::ShortYears { .. } => "short_years",
            Self::FootnoteMark { .. } => "footnote_mark",
            Self::EnglishNumbers => "english_numbers",
            Self::MonthsAsDays => "months_as_days",
            Self::NoHeadings => "no_headings",
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
