//! What a committee may see of a half-year, so that nothing hidden can be worked out from everything
//! printed, this edition and earlier ones read together (docs/definitions.md, suppression).
//!
//! A reader is taken to keep every edition, to know the definitions, and to reckon in whole numbers
//! with sums, balances, means times people, quantiles and shares.

mod cell;
mod counts;
mod facts;
mod half_years;
mod known;
mod protected;
mod protecting;
mod rules;
#[cfg(test)]
mod tests;
mod ties;

pub use self::cell::{Cell, CellId, Edges, State, Table, TableKind, Tie, What, Whose};
pub use self::counts::{CASE_KEYS, LIST_KEYS};
pub use self::facts::{BandCounts, BandSource};
pub use self::half_years::{plain, protect};
pub use self::known::Known;
pub use self::protected::{Judged, ProtectedHalf, Published};
pub use self::rules::Why;
pub use crate::statistics::disclosure::Patience;
