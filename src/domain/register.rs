//! What holds for more than one unit or stands beside the figures: targets, events, committees.

use serde::{Deserialize, Serialize};

use super::{Day, Thousandths, UnitId};

/// The numbers are file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TargetMetric {
    /// Cases per full-time equivalent.
    Caseload = 0,
    /// Days.
    Wait = 1,
}

/// A dated aim, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    pub metric: TargetMetric,
    /// `None` is every unit.
    pub unit: Option<UnitId>,
    pub lower: Option<Thousandths>,
    pub upper: Option<Thousandths>,
    pub valid_from: Day,
    pub source: String,
}

/// Whether figures on the two sides of an event can be compared.
///
/// The numbers are file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EventKind {
    Event = 0,
    SeriesBreak = 1,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    pub day: Day,
    /// `None` is every unit.
    pub unit: Option<UnitId>,
    pub title: String,
    pub kind: EventKind,
}

/// A committee under the name it has for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Committee {
    pub code: String,
    pub name: String,
    pub from: Day,
    pub to: Option<Day>,
}
