//! Mathematics on slices of numbers. Knows neither months, units nor Danish.
//!
//! A series is `&[Option<f64>]` in time order, one place a period; `None` is a gap. A gap is
//! never counted as zero and never joined: whoever sorts and fills in the periods is outside.
//! Values that are not finite count as gaps. Every formula names where it was published.
//!
//! What is printed, and what the page of scenarios will need. Quantiles, bands and Kaplan-Meier of
//! waits are exact fractions and stand in `measure`.

pub mod disclosure;
mod distributions;
pub mod forecast;
pub mod intervals;
pub mod phases;
pub mod queue;
pub mod rank_sum;
pub mod run_chart;
mod summary;
pub mod xmr;
