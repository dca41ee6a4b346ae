//! What an overview holds: each unit's figures beside those of two earlier periods.

use crate::domain::{CountingUnit, Day, EntryId, Period, UnitId};
use crate::measure::{Changes, Figures, Key, Signal};

/// The overview of a period, computed once from one revision of the book.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// The newest entry it rests on.
    pub as_of: EntryId,
    pub period: Period,
    /// Empty until it has been set.
    pub municipality: String,
    /// In the order in which the units were made.
    pub units: Vec<UnitOverview>,
    /// Coverage and transfers over every unit; `None` when only some units were asked for.
    pub all_units: Option<Figures>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct UnitOverview {
    pub id: UnitId,
    pub code: String,
    /// In force at the end of the period.
    pub name: String,
    pub counts: CountingUnit,
    pub figures: Figures,
    pub same_last_year: Figures,
    pub previous: Figures,
    pub changes: Vec<(Key, Changes)>,
    /// Run charts over the months that end with the period.
    pub signals: Vec<(Key, Signal)>,
    /// Breaks since the beginning of the same period last year.
    pub breaks: Vec<SeriesBreak>,
}

/// A day on both sides of which figures cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesBreak {
    pub day: Day,
    pub title: String,
}

impl UnitOverview {
    pub fn change(&self, key: Key) -> Option<&Changes> {
        let found = self.changes.iter().find(|it| it.0 == key);
        found.map(|it| &it.1)
    }

    pub fn signal(&self, key: Key) -> Option<&Signal> {
        let found = self.signals.iter().find(|it| it.0 == key);
        found.map(|it| &it.1)
    }
}
