//! What is done on the page of an import.

use crate::book::draft::{Column, NumberForm, WaitUnit};
use crate::book::{AcceptPartial, Create, Existing};
use crate::domain::Month;
use crate::import::ImportSource;

/// What is done on the page of an import.
#[derive(Debug, Clone, PartialEq)]
pub enum ImportAction {
    /// Show the page.
    Begin,
    /// Ask for a file.
    Ask,
    Start(ImportSource),
    Choose(ImportChoice),
    Store,
    AskRejected,
    /// Stop reading, and go back to choosing.
    Stop,
    Close,
}

/// What is told of a file, or chosen for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportChoice {
    Unit(Option<String>),
    Month(Option<Month>),
    Year(Option<i32>),
    WaitUnit(Option<WaitUnit>),
    Numbers(Option<NumberForm>),
    /// A column by its heading.
    Column(String, Option<Column>),
    Existing(Existing),
    Create(Create),
    Partial(AcceptPartial),
}

impl From<ImportChoice> for ImportAction {
    fn from(choice: ImportChoice) -> Self {
        Self::Choose(choice)
    }
}
