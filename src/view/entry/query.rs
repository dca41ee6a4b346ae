//! What the page is asked for.

use crate::domain::{Day, HalfYear, Month, UnitId};
use crate::text::Lang;

/// What the sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum EntryView {
    /// The six months of the half-year.
    #[default]
    HalfYear,
    /// One month with all its columns.
    Month,
    /// Every month there is.
    AllMonths,
}

impl EntryView {
    pub const ALL: [Self; 3] = [Self::HalfYear, Self::Month, Self::AllMonths];

    /// The name in keys of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::HalfYear => "half-year",
            Self::Month => "month",
            Self::AllMonths => "all-months",
        }
    }
}

/// What the page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryQuery {
    pub lang: Lang,
    pub unit: UnitId,
    pub half_year: HalfYear,
    pub view: EntryView,
    /// The month of [`EntryView::Month`]; `None` is the one being filled in.
    pub month: Option<Month>,
    pub today: Day,
}
