//! What is drawn of a book: a unit's figures as charts and key figures, in the words of one language.
//!
//! The window, the command line and the documents take the same chart from here.

mod drawn;
mod facts;
mod figure;
mod finding;
mod flow;
mod half_years;
mod monthly;
mod panels;
mod people;
mod subject;
mod surroundings;
mod week_bands;

pub use self::drawn::{Drawing, Drawn, Origin, Source, drawn};
pub use self::facts::{MonthFacts, complete, is_reported, newest_month, run_chart, target};
pub use self::figure::{
    Chip, KeyFigure, SmallFigure, Tone, basis, change, label, limit, shown, spark, target_chip,
};
pub use self::finding::{Finding, signal_sentence};
pub use self::monthly::{chart, first_of_years};
pub use self::subject::Subject;
pub use self::surroundings::named;
