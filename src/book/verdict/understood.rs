//! What was made of a sheet: which column is what, and how everything that the cells do not say became known.

use super::{At, Column};

/// What a file's sheets were understood as.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Understood {
    pub sheets: Vec<SheetSeen>,
    /// Figures that were read.
    pub figures: usize,
    /// Cells that could have held a figure and are empty: missing, not zero.
    pub blank: Vec<At>,
    /// The form of the file, the same for the next one of its kind.
    pub shape: String,
}

/// One sheet, or the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetSeen {
    /// Empty for a text.
    pub name: String,
    /// First and last heading row, from 1.
    pub header: (u32, u32),
    pub columns: Vec<ColumnSeen>,
    /// The unit that rows without one of their own belong to.
    pub unit: Option<Sourced<String>>,
    /// The year of months without one of their own.
    pub year: Option<Sourced<i32>>,
    pub wait_unit: Option<Sourced<WaitUnit>>,
    pub numbers: NumberForm,
}

/// A value and how it became known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sourced<T> {
    pub value: T,
    pub how: Provenance,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Provenance {
    /// Someone said so.
    Mapping,
    Title,
    Heading,
    SheetName,
    FileName,
    /// There is no other.
    OnlyOne,
}

impl Provenance {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Mapping => "mapping",
            Self::Title => "title",
            Self::Heading => "heading",
            Self::SheetName => "sheet_name",
            Self::FileName => "file_name",
            Self::OnlyOne => "only_one",
        }
    }
}

/// What waits are typed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WaitUnit {
    Days,
    Weeks,
    Months,
}

impl WaitUnit {
    pub const ALL: [Self; 3] = [Self::Days, Self::Weeks, Self::Months];

    pub const fn key(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
        }
    }
}

/// How numbers that are text are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum NumberForm {
    /// `1.204,5`
    #[default]
    Danish,
    /// `1,204.5`
    English,
}

impl NumberForm {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Danish => "danish",
            Self::English => "english",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    Told,
    Exact,
    /// Nearly spelled as a heading we know.
    Like,
}

/// A column that has a heading or a meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnSeen {
    pub at: At,
    pub heading: String,
    /// `None` is not used. Columns of months or people hold figures.
    pub column: Option<Column>,
    pub certainty: Certainty,
    /// The month, person, year or unit that the column belongs to, as it will be understood.
    pub of: String,
}
