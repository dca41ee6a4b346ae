//! The waiting list: episodes in a register, or distributions typed in week bands.

use serde::{Deserialize, Serialize};

use super::{Day, OfferId};

/// How an episode stands. It cannot both have started and been withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    Waiting,
    Started(Day),
    Withdrawn(Day),
}

impl Outcome {
    pub const fn started(self) -> Option<Day> {
        match self {
            Self::Started(day) => Some(day),
            Self::Waiting | Self::Withdrawn(_) => None,
        }
    }

    pub const fn withdrawn(self) -> Option<Day> {
        match self {
            Self::Withdrawn(day) => Some(day),
            Self::Waiting | Self::Started(_) => None,
        }
    }

    /// The day the wait ended.
    pub const fn ended(self) -> Option<Day> {
        match self {
            Self::Started(day) | Self::Withdrawn(day) => Some(day),
            Self::Waiting => None,
        }
    }
}

/// One place on the waiting list. Reference, offer and approval together name it within its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Episode<'a> {
    /// An anonymous serial number, never a civil registration number.
    pub reference: &'a str,
    pub offer: OfferId,
    pub approved: Day,
    pub outcome: Outcome,
}

/// Which people a distribution in bands counts.
///
/// The numbers are file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum BandKind {
    /// Those who started in the month, by the time they waited.
    Started = 0,
    /// Those waiting at the snapshot, by the time waited so far.
    Waiting = 1,
}

/// A count of people who waited `from_week` ≤ wait < `to_week`; the top band is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Band {
    pub from_week: u32,
    pub to_week: Option<u32>,
    pub count: u32,
}
