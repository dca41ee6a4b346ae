//! Mathematics on slices of numbers. Knows neither months, units nor Danish.
//!
//! A series is `&[Option<f64>]` in time order, one place a period; `None` is a gap. A gap is
//! never counted as zero and never joined: whoever sorts and fills in the periods is outside.
//! Values that are not finite count as gaps. Every formula names where it was published.

mod distributions;
pub mod summary;
pub mod quantile;
pub mod bands;
pub mod phases;
pub mod run_chart;
pub mod xmr;
pub mod attributes;
pub mod nhs_rules;
pub mod rebase;
pub mod kaplan_meier;
pub mod intervals;
pub mod rank_sum;
pub mod trend;
pub mod autocorrelation;
pub mod decomposition;
pub mod stl;
pub mod queue;
pub mod forecast;
pub mod smoothing;
pub mod fit;
pub mod disclosure;
