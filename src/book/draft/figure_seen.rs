//! A figure as it was understood, and where it stands.

use super::Place;
use crate::domain::{Month, Thousandths, UnitField};

/// A figure as it was understood, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureSeen {
    pub unit: String,
    /// Initials, where it is somebody's.
    pub caseworker: Option<String>,
    pub month: Month,
    pub field: UnitField,
    pub value: Thousandths,
    pub place: Place,
}
