//! Why a figure may not stand where somebody wants it.

use crate::domain::{Month, UnitField};

/// A hard rule that stands in the way of a figure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Barred {
    #[error("no such caseworker in the unit")]
    UnknownCaseworker,
    #[error("the unit does not exist in {month}")]
    UnitNotThere { unit: String, month: Month },
    #[error("the caseworker is not in the unit in {month}")]
    CaseworkerNotThere { month: Month },
    #[error("{month} has not begun; the latest is {latest}")]
    NotBegun { month: Month, latest: Month },
    #[error("a negative {}: {value}", field.key())]
    Negative { field: UnitField, value: i64 },
    #[error("more than nine digits: {value}")]
    TooLarge { value: i64 },
    #[error("the parts add up to {parts}, not to {cases}")]
    SplitDoesNotAddUp { cases: u32, parts: u64 },
    #[error("{} is not typed for {unit}", field.key())]
    NotTyped { unit: String, field: UnitField },
    #[error("{unit} keeps a register in {month}")]
    RegisterKept { unit: String, month: Month },
    #[error("{unit} has no waiting list")]
    NoWaitingList { unit: String },
    #[error("{unit} has no caseworkers")]
    NoCaseworkers { unit: String },
}

impl Barred {
    /// The name in machine-readable output.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::UnknownCaseworker => "unknown_caseworker",
            Self::UnitNotThere { .. } => "outside_unit",
            Self::CaseworkerNotThere { .. } => "outside_presence",
            Self::NotBegun { .. } => "not_begun",
            Self::Negative { .. } => "negative",
            Self::TooLarge { .. } => "too_large",
            Self::SplitDoesNotAddUp { .. } => "split_total",
            Self::NotTyped { .. } => "not_typed",
            Self::RegisterKept { .. } => "register_kept",
            Self::NoWaitingList { .. } => "no_waiting_list",
            Self::NoCaseworkers { .. } => "not_by_caseworker",
        }
    }
}
