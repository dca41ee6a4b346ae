//! Editions: what is frozen when an overview is issued, what earlier ones printed, and what has changed since.

mod first_records;
mod frozen;
mod issuing;
mod past;

pub use self::frozen::Unreadable;
pub use self::issuing::{Issuing, edition_record, editions_of, next_edition};
pub use self::past::{Difference, Past, differences};
