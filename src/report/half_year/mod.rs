//! The half-yearly overview for a committee: its figures put on pages, beside what its author has typed.

mod author;
mod charts;
mod composer;
mod definitions;
mod document;
mod findings;
mod lists;
mod numbers;
mod section;
mod signs;
mod surroundings;

pub use self::author::{Author, CaseTexts, EditionLine, Order, Revision};
pub use self::charts::DRAWN_KEYS;
pub use self::composer::Request;
pub use self::document::half_year_document;
pub use self::section::printed_keys;
