//! The monthly balance: what was there, what came, went and was moved, and what is there now.

use crate::domain::{Month, UnitData, UnitField};

/// cases(m−1) + opened − closed ± transferred = cases(m). What is not known is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    pub opening: Option<i64>,
    pub opened: Option<i64>,
    pub closed: Option<i64>,
    pub transferred: Option<i64>,
    pub closing: Option<i64>,
}

impl Balance {
    /// `opening` and `closing` are the complete cases at the end of the month before and of this one.
    pub(super) fn of(
        data: &UnitData,
        month: Month,
        opening: Option<i64>,
        closing: Option<i64>,
    ) -> Self {
        Self {
            opening,
            opened: data.typed(month, UnitField::Opened),
            closed: data.typed(month, UnitField::Closed),
            transferred: data.typed(month, UnitField::NetTransferred),
            closing,
        }
    }

    /// What the month should have ended with; `None` when a part is missing.
    pub fn expected(&self) -> Option<i64> {
        Some(self.opening? + self.opened? - self.closed? + self.transferred?)
    }

    /// By how much it does not add up; `None` when it cannot be checked.
    pub fn error(&self) -> Option<i64> {
        Some(self.expected()? - self.closing?)
    }
}
