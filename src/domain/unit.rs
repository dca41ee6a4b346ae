//! Units of the department: what they are called from when, and what they report.

use serde::{Deserialize, Serialize};

use super::Month;

/// What one case counts.
///
/// The numbers are file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CountingUnit {
    Child = 0,
    Family = 1,
    Citizen = 2,
}

/// Whether cases are counted caseworker by caseworker or typed for the unit as a whole.
///
/// The numbers are file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CaseReporting {
    ByCaseworker = 0,
    ByUnit = 1,
}

/// Whether the unit has a waiting list, and which months its register is kept for.
///
/// Both months are normally left open: a register then covers the months from the unit's
/// first reported month to its last reported month or last date, whichever is later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum WaitingList {
    None,
    Kept { register_from: Option<Month>, register_through: Option<Month> },
}

/// A name and the months it holds for, both included.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UnitName {
    pub name: String,
    pub from: Month,
    pub to: Option<Month>,
}

impl UnitName {
    pub fn covers(&self, month: Month) -> bool {
        self.from <= month && self.to.is_none_or(|to| month <= to)
    }
}

/// A unit. It exists in the months that one of its names covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Short and unique: BFA, FH, FTI.
    pub code: String,
    /// What one of its cases counts.
    pub counts: CountingUnit,
    pub case_reporting: CaseReporting,
    pub waiting_list: WaitingList,
    /// Ordered by month; never empty, never overlapping.
    pub names: Vec<UnitName>,
}

impl Unit {
    pub fn exists_in(&self, month: Month) -> bool {
        self.names.iter().any(|it| it.covers(month))
    }

    /// The name in force; else the nearest earlier one, else the first.
    pub fn name_in(&self, month: Month) -> &str {
        let known = self.names.iter().rev().find(|it| it.from <= month);
        known.or_else(|| self.names.first()).map_or("", |it| it.name.as_str())
    }

    pub fn first_month(&self) -> Option<Month> {
        self.names.first().map(|it| it.from)
    }

    /// `None` while the unit has no end.
    pub fn last_month(&self) -> Option<Month> {
        self.names.last().and_then(|it| it.to)
    }

    pub const fn has_caseworkers(&self) -> bool {
        matches!(self.case_reporting, CaseReporting::ByCaseworker)
    }

    pub const fn has_waiting_list(&self) -> bool {
        matches!(self.waiting_list, WaitingList::Kept { .. })
    }
}
