//! Caseworkers: when they are there, how many hours, and when they are away.

use serde::{Deserialize, Serialize};

use super::{CaseworkerId, Day, IdentityId, Month, Thousandths, UnitId};

/// What a person is called. Kept apart from everything else, so that it can be erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    pub initials: String,
    pub name: Option<String>,
}

/// Whether a caseworker counts as case-holding; a team leader may hold a few cases and not count.
///
/// The numbers are file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CaseHolding {
    Yes = 0,
    No = 1,
}

/// Months in the unit, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Presence {
    pub from: Month,
    pub to: Option<Month>,
    pub case_holding: CaseHolding,
}

impl Presence {
    pub fn covers(&self, month: Month) -> bool {
        self.from <= month && self.to.is_none_or(|to| month <= to)
    }
}

/// A caseworker in one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caseworker {
    pub unit: UnitId,
    pub identity: IdentityId,
    /// Ordered by month; never empty, never overlapping.
    pub presences: Vec<Presence>,
}

impl Caseworker {
    pub fn presence_in(&self, month: Month) -> Option<&Presence> {
        self.presences.iter().find(|it| it.covers(month))
    }

    pub fn is_present(&self, month: Month) -> bool {
        self.presence_in(month).is_some()
    }

    pub fn holds_cases_in(&self, month: Month) -> bool {
        self.presence_in(month).is_some_and(|it| it.case_holding == CaseHolding::Yes)
    }
}

/// Hours and weight, in force from a month until the next row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Terms {
    pub weekly_hours: Thousandths,
    /// 1.0; a newly hired caseworker may count 0.6.
    pub weight: Thousandths,
}

/// The numbers are file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AbsenceKind {
    Leave = 0,
    LongTermSick = 1,
}

/// Days away, both included; open while `to` is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Absence {
    pub caseworker: CaseworkerId,
    pub from: Day,
    pub to: Option<Day>,
    pub kind: AbsenceKind,
}
