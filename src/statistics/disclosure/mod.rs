//! What a reader of printed sums can work out about the whole numbers that were left out.
//!
//! Everything is counted from the true numbers: the truth itself is all zeros, a number that is
//! printed cannot move, and one that is hidden moves inside what a reader knows of it. A hidden number
//! is open when some other assignment of whole numbers, agreeing with all that is printed, gives it
//! another value. Such an assignment is a witness: it is checked in whole numbers, so that nothing is
//! called open because of a rounding error.

mod judge;
mod propagate;
mod search;
mod solver;
mod system;

pub use self::judge::judge;
pub use self::search::{Price, Prices, cover};
pub use self::system::{FARTHEST, Patience, Relation, Room, System, Verdict};

#[cfg(test)]
mod tests;
