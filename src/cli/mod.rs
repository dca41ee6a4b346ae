//! The same book without a window: for scheduled jobs, for scripts, and for checking.
//!
//! A verb is a file that declares its [`Verb`] row and what it does, and a line in `verbs.rs`; the parser, the usage
//! errors and `help VERB` read the row.

mod asked;
mod chart;
mod copies;
mod document;
mod editions;
mod effect;
mod erase;
mod export;
mod failure;
mod given;
mod history;
mod import;
mod issue;
mod making;
mod option;
mod outcome;
mod overview;
mod parse;
mod person;
mod record;
mod run;
mod session;
mod terminal;
mod verb;
mod verbs;
mod verdict;
mod window;
mod written;

pub use self::option::Opt;
pub use self::outcome::WindowRequest;
pub use self::run::run;
pub use self::verb::Verb;
pub use self::verbs::VERBS;
