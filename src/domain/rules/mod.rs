//! What may stand where: the hard rules that every entrance asks, each once.

mod barred;
mod figure;
mod register;
mod stretch;

pub use self::barred::Barred;
pub use self::figure::{Figure, MOST_FIGURE, case_count, check_begun, latest_month};
pub use self::register::{Places, register_span};
pub use self::stretch::{Stretch, overlap};
