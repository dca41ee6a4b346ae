//! Where something stands in a file, and what stands there.

use crate::domain::Thousandths;

/// A cell's content.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    Blank,
    Whole(i64),
    Decimal(Thousandths),
    /// As it stood in the file.
    Text(String),
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
