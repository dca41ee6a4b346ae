//! The overview of a period as a value. Writers turn it into files and compute nothing.

mod compose;
mod overview;

pub use self::compose::compose;
pub use self::overview::{Overview, SeriesBreak, UnitOverview};
