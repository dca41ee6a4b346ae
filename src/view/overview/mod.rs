//! The overview: the to-do line, a card a unit, and the trend of the first unit with caseworkers.

mod model;
#[cfg(test)]
mod tests;

pub use self::model::{OverviewModel, OverviewQuery, UnitCard, overview_model};
