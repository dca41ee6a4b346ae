//! Who waits for which answer of the writer.

use crate::book::Command;

/// What is to be done with an answer beside what it says by itself.
#[derive(Debug)]
pub enum Waiting {
    /// Cells of the sheet wait for this command; `None` when it was sent with a reason already.
    Cells(Option<Command>),
    /// The cell of a step is shown once it is done, in the book with this number.
    Step(u64),
    /// The edition with this number.
    Edition(String),
    Import,
    /// An event that is typed on a page of trends.
    Event,
    /// The form of the master data.
    Form,
    /// A step taken back in the change log.
    LogStep,
}
