//! What whoever imports has decided beforehand.

use crate::domain::Day;

/// What to do where the book already has another value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Existing {
    /// Refuse the row, so that someone decides.
    #[default]
    Ask,
    Keep,
    Replace,
}

/// Whether figures may bring units and caseworkers that nobody has described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Create {
    #[default]
    No,
    Yes,
}

/// Whether sound rows are stored when others are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AcceptPartial {
    #[default]
    No,
    Yes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportOptions {
    pub existing: Existing,
    pub create: Create,
    pub accept_partial: AcceptPartial,
    /// Months after this day's get a remark.
    pub today: Day,
}
