//! How much of what a unit reports has been reported.

use super::waiting_list::WaitingList;
use super::{Figure, Ratio, Reason};
use crate::domain::{Month, UnitData, UnitField};

/// Reported unit-months of those expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Coverage {
    pub(super) reported: i64,
    pub(super) expected: i64,
}

/// The stock figures a unit has ever reported. One that it never did is not expected of it (reading 24).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stocks {
    Cases,
    Waiting,
    Both,
    Nothing,
}

impl Stocks {
    pub(super) fn of(data: &UnitData) -> Self {
        let ever = |field| data.figures.values().any(|it| it.get(field).is_some());
        let cases = if data.unit.has_caseworkers() {
            !data.counts.is_empty() || ever(UnitField::Unallocated)
        } else {
            ever(UnitField::Cases)
        };
        match (cases, data.unit.has_waiting_list() && ever(UnitField::Waiting)) {
            (true, true) => Self::Both,
            (true, false) => Self::Cases,
            (false, true) => Self::Waiting,
            (false, false) => Self::Nothing,
        }
    }

    /// Whether a month is reported; `cases` are its cases when they are complete.
    pub(super) fn are_in(
        self,
        list: Option<&WaitingList<'_>>,
        month: Month,
        cases: Option<i64>,
    ) -> bool {
        let in_register = list.is_some_and(|it| it.covers(month).is_some());
        let has_waiting = || list.is_some_and(|it| it.reports(month));
        match self {
            Self::Cases => cases.is_some(),
            Self::Waiting => has_waiting(),
            Self::Both => cases.is_some() && has_waiting(),
            Self::Nothing => in_register,
        }
    }
}

impl Coverage {
    pub(super) fn figure(self) -> Figure {
        if self.expected == 0 {
            return Figure::missing(Reason::NotReported);
        }
        Figure::quotient(Ratio::whole(self.reported), Ratio::whole(self.expected))
    }
}
