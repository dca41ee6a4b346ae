//! What is drawn of a book: a unit's figures as charts and key figures, in the words of one language.
//!
//! The window, the command line and the documents take their charts from here: measured ones from [`drawn`],
//! those of printed figures from [`printed_months`] and [`printed_half_years`].

mod drawings;
mod drawn;
mod facts;
mod figure;
mod finding;
mod points;
mod printed;
mod subject;
mod surroundings;

pub use self::drawings::{Drawing, Offer, Origin, chart};
pub use self::drawn::{Drawn, Source, drawn};
pub use self::facts::{MonthFacts, complete, first_of_years, is_reported, newest_month, run_chart};
pub use self::figure::{
    Chip, KeyFigure, SmallFigure, Tone, basis, change, label, shown, spark, target_chip,
};
pub use self::finding::{Finding, signal_sentence};
pub use self::printed::{Printed, PrintedPoint, printed_half_years, printed_months};
pub use self::subject::Subject;
pub use self::surroundings::named;
