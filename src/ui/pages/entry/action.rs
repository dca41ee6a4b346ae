//! What is done on the page for entry.

use super::cells::CellTexts;
use crate::book::Command;
use crate::domain::Month;
use crate::view::entry::EntryView;

/// What can be done on this page beside commands to the book.
#[derive(Debug, Clone, PartialEq)]
pub enum EntryAction {
    /// These cells, as one command.
    Save(CellCommand),
    View(EntryView),
    Month(Month),
}

/// Cells and the command that saves them.
#[derive(Debug, Clone, PartialEq)]
pub struct CellCommand {
    pub command: Command,
    pub texts: CellTexts,
}
