//! Which figure of which month is meant: the address of one cell that can be typed in.

use super::{CaseworkerId, Month, Split, UnitField, UnitId};

/// How much work a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Complexity {
    Simple,
    Complex,
    VeryComplex,
}

impl Complexity {
    pub const ALL: [Self; 3] = [Self::Simple, Self::Complex, Self::VeryComplex];

    /// The name in keys of sentences and in settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Simple => "simple",
            Self::Complex => "complex",
            Self::VeryComplex => "very-complex",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    pub const fn part_of(self, split: Split) -> u32 {
        match self {
            Self::Simple => split.simple,
            Self::Complex => split.complex,
            Self::VeryComplex => split.very_complex,
        }
    }
}

/// What a cell counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// A caseworker's open cases.
    Cases(CaseworkerId),
    /// Those of one complexity.
    Part(CaseworkerId, Complexity),
    /// A figure of the unit.
    Figure(UnitField),
}

impl Counted {
    /// Whose cases it counts; `None` for a figure of the unit.
    pub const fn caseworker(self) -> Option<CaseworkerId> {
        match self {
            Self::Cases(id) | Self::Part(id, _) => Some(id),
            Self::Figure(_) => None,
        }
    }

    /// Stored in thousandths; every other figure is a whole number.
    pub const fn has_decimals(self) -> bool {
        matches!(self, Self::Figure(field) if field.has_decimals())
    }
}

/// The address of a typed figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellKey {
    pub unit: UnitId,
    pub month: Month,
    pub counted: Counted,
}
