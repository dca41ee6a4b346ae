//! What is unusual, and stored all the same.

use super::{At, Column, Value};

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
