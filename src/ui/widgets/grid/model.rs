//! What a grid shows.

use super::cursor::{Extent, Spot};

/// What makes a cell different from an ordinary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellTone {
    #[default]
    Plain,
    /// Sent, and not on the disk yet.
    Saving,
    /// Asked about.
    Asked,
    /// Refused: the text stands, and is not saved.
    Refused,
    /// Nothing can be typed here.
    Closed,
}

/// One cell as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridCell {
    pub text: String,
    /// Before the text, smaller: a mark or a word.
    pub mark: String,
    /// Grey figures of an empty cell: at its left and at its right.
    pub hints: [String; 2],
    pub tone: CellTone,
    /// What a screen reader hears.
    pub name: String,
}

/// A head of a column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridHead {
    pub label: String,
    pub state: HeadState,
}

/// How far a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HeadState {
    #[default]
    Plain,
    /// Everything is filled in: a tick.
    Filled,
    /// Being filled in now.
    Current,
}

/// A cell under the rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FootCell {
    pub text: String,
    /// After the text, smaller.
    pub note: String,
    pub tone: FootTone,
}

/// How much a cell under the rows is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FootTone {
    #[default]
    Quiet,
    Strong,
    /// Asked about.
    Asked,
}

/// What the grid shows. Functions are called for what is in view only.
pub struct GridModel<'a> {
    pub name: &'a str,
    pub extent: Extent,
    /// Heads of the two frozen columns.
    pub corner: [&'a str; 2],
    pub foot_rows: usize,
    pub head: &'a dyn Fn(usize) -> GridHead,
    /// The two frozen cells of a row.
    pub row: &'a dyn Fn(usize) -> [String; 2],
    pub cell: &'a dyn Fn(Spot) -> GridCell,
    pub foot_label: &'a dyn Fn(usize) -> FootCell,
    pub foot: &'a dyn Fn(Spot) -> FootCell,
    /// What F2 begins with.
    pub text: &'a dyn Fn(Spot) -> String,
    pub is_filled: &'a dyn Fn(Spot) -> bool,
    /// What a text being typed comes to, when that is not the text itself.
    pub result: &'a dyn Fn(Spot, &str) -> String,
}
