//! Every figure of the definitions, as pure functions of a snapshot and a period. No words, no rounding.

mod bands;
mod book;
mod caseload;
mod cases;
mod change;
mod comparison;
mod coverage;
mod figure;
mod flow;
mod key;
mod monthly;
mod quantile;
mod queue;
mod ratio;
mod register;
mod series;
mod signal;
mod staff;
mod started;
mod survival;
mod target;
mod unit;
mod waiting;
mod waiting_list;

pub use self::book::all_units;
pub use self::change::{Changes, Difference};
pub use self::comparison::{Comparison, MoreThanChance, RatioInterval};
pub use self::figure::{CaseParts, Figure, Figures, Months, Note, Reason, Status};
pub use self::key::{Key, Kind, Span};
pub use self::ratio::Ratio;
pub use self::series::series;
pub use self::signal::{LEAST_POINTS, Run, Signal};
pub use self::unit::UnitMeasure;
pub use crate::statistics::run_chart::Side;
