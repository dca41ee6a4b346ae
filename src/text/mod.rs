//! Everything a person reads. Words come from `assets/locales`, one folder a language; numbers
//! and dates are formatted here, before they enter a sentence.

mod caseworker;
pub mod changes;
pub mod committee;
pub mod errors;
pub mod import;
pub mod collation;
pub mod dates;
mod digits;
pub mod figures;
pub mod news;
pub mod number;
pub mod parse;
pub mod remarks;
pub mod signals;
pub mod targets;
pub mod typed_dates;
mod first_names;
mod locale;
mod message;
mod translate;
pub mod unwritten;

#[cfg(test)]
mod sources_tests;

pub use self::caseworker::{caseworker_inside, caseworker_word};
pub use self::digits::{Digits, Style};
pub use self::errors::{ErrorCode, ErrorText};
pub use self::figures::{Display, WaitUnit};
pub use self::first_names::first_names;
pub use self::locale::Lang;
pub use self::message::Message;
pub use self::parse::NumberError;
pub use self::translate::{Arg, tr, tr_with};
