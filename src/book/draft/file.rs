//! A file of an import, as far as reading it went.

use std::collections::BTreeMap;

use super::{Place, Spots};
use crate::book::verdict::{Column, FileVerdict};

/// A file of the import, and what reading it showed.
#[derive(Debug, Default)]
pub struct DraftFile {
    pub verdict: FileVerdict,
    /// What the file calls its columns.
    pub columns: BTreeMap<Column, String>,
    /// Where the rows of sheets stand; empty for our own tables, whose rows know their line.
    pub spots: Spots,
}

impl DraftFile {
    pub fn column(&self, column: Column) -> Option<String> {
        self.columns.get(&column).cloned()
    }

    /// Where the row with this number stands, as people name it.
    pub fn place(&self, line: u32) -> Place {
        self.spots.place(line)
    }
}
