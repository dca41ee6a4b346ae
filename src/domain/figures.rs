//! The monthly figures people type: cases per caseworker, and the figures of a unit.

use serde::{Deserialize, Serialize};

/// Open cases by complexity. Adds up to the caseworker's cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Split {
    pub simple: u32,
    pub complex: u32,
    pub very_complex: u32,
}

impl Split {
    pub fn total(self) -> u64 {
        u64::from(self.simple) + u64::from(self.complex) + u64::from(self.very_complex)
    }
}

/// A caseworker's open cases at the end of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CaseCount {
    pub cases: u32,
    pub split: Option<Split>,
}

impl CaseCount {
    /// A total typed over what is stored: parts by complexity that add up to it stay, others go.
    pub fn with_total(cases: u32, stored: Option<Self>) -> Self {
        let split = stored.and_then(|it| it.split);
        Self { cases, split: split.filter(|it| it.total() == u64::from(cases)) }
    }

    /// Whether parts by complexity go, though cases stay.
    pub fn loses_split(before: Option<Self>, after: Option<Self>) -> bool {
        before.is_some_and(|it| it.split.is_some()) && after.is_some_and(|it| it.split.is_none())
    }
}

/// A figure that is typed for a unit and a month.
///
/// The numbers are file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum UnitField {
    Cases = 0,
    Unallocated = 1,
    Opened = 2,
    Closed = 3,
    NetTransferred = 4,
    Waiting = 5,
    Started = 6,
    Withdrawn = 7,
    /// Mean days waited by those who started; thousandths of days.
    WaitStartedMean = 8,
    /// Mean days waited so far by those waiting; thousandths of days.
    WaitSoFarMean = 9,
    /// Whole days.
    WaitLongest = 10,
}

impl UnitField {
    pub const ALL: [Self; 11] = [
        Self::Cases,
        Self::Unallocated,
        Self::Opened,
        Self::Closed,
        Self::NetTransferred,
        Self::Waiting,
        Self::Started,
        Self::Withdrawn,
        Self::WaitStartedMean,
        Self::WaitSoFarMean,
        Self::WaitLongest,
    ];

    /// The name on the command line and in machine-readable files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Unallocated => "unallocated",
            Self::Opened => "opened",
            Self::Closed => "closed",
            Self::NetTransferred => "net_transferred",
            Self::Waiting => "waiting",
            Self::Started => "started",
            Self::Withdrawn => "withdrawn",
            Self::WaitStartedMean => "mean_days_started",
            Self::WaitSoFarMean => "mean_days_so_far",
            Self::WaitLongest => "longest_days",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }

    /// The number, as stored; the place in [`Self::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }

    pub fn from_index(index: usize) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.index() == index)
    }

    /// Computed from the register, where one is kept.
    pub const fn is_of_waiting_list(self) -> bool {
        matches!(
            self,
            Self::Waiting
                | Self::Started
                | Self::Withdrawn
                | Self::WaitStartedMean
                | Self::WaitSoFarMean
                | Self::WaitLongest
        )
    }

    /// Stored in thousandths; every other figure is a whole number.
    pub const fn has_decimals(self) -> bool {
        matches!(self, Self::WaitStartedMean | Self::WaitSoFarMean)
    }

    /// Counted in days.
    pub const fn is_wait(self) -> bool {
        matches!(self, Self::WaitStartedMean | Self::WaitSoFarMean | Self::WaitLongest)
    }

    pub const fn may_be_negative(self) -> bool {
        matches!(self, Self::NetTransferred)
    }
}

/// What a unit reported for one month; a figure that is absent was not reported.
///
/// Means are in thousandths of days, all else in whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UnitFigures([Option<i64>; 11]);

impl UnitFigures {
    pub fn get(&self, field: UnitField) -> Option<i64> {
        self.0.get(field.index()).copied().flatten()
    }

    pub fn set(&mut self, field: UnitField, value: Option<i64>) {
        if let Some(slot) = self.0.get_mut(field.index()) {
            *slot = value;
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Every reported figure, in the order of [`UnitField::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (UnitField, i64)> + '_ {
        UnitField::ALL
            .into_iter()
            .zip(self.0.iter())
            .filter_map(|(field, value)| Some((field, (*value)?)))
    }
}
