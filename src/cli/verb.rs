//! A verb: what it is called, what it takes, how the help tells of it, and what it does.

use super::option::Opt;
use super::outcome::Outcome;
use super::session::Session;

/// One row of the table of verbs.
pub struct Verb {
    /// Its sentence in the help is `verb-` and the name.
    pub name: &'static str,
    pub options: &'static [Opt],
    /// What stands after it in an example.
    pub example: &'static str,
    pub(super) run: fn(&Session) -> Outcome,
}
