//! Trends: the key figures and the charts of one unit, and what can be chosen to look at.

mod model;
#[cfg(test)]
mod tests;

pub use self::model::{TrendChoice, TrendModel, TrendQuery, TrendSelectors, trend_model};
