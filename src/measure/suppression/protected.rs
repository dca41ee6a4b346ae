//! A half-year with everything decided, and what an issued edition has said of it.

use std::collections::BTreeSet;

use super::cell::{Cell, CellId, Table, Tie};
use super::rules::Why;
use crate::domain::{HalfYear, UnitId};
use crate::measure::{Figure, Key};

/// What an issued edition printed and hid, and with which threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    pub threshold: u32,
    pub cells: Vec<Cell>,
    pub ties: Vec<Tie>,
}

/// A figure, and why it is left out where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub key: Key,
    pub figure: Figure,
    pub why: Option<Why>,
}

/// A half-year with everything decided.
#[derive(Debug, Clone, PartialEq)]
pub struct ProtectedHalf {
    pub half: HalfYear,
    pub threshold: u32,
    pub tables: Vec<Table>,
    /// With withdrawn counts among them, of which a reader sees nothing.
    pub ties: Vec<Tie>,
    pub withdrawn: BTreeSet<CellId>,
    pub figures: Vec<(UnitId, Vec<Judged>)>,
}

impl ProtectedHalf {
    pub fn figure(&self, unit: UnitId, key: Key) -> Option<(&Figure, Option<Why>)> {
        let (_, figures) = self.figures.iter().find(|it| it.0 == unit)?;
        let found = figures.iter().find(|it| it.key == key)?;
        Some((&found.figure, found.why))
    }

    /// What a reader can reckon with: ties of counts that stand on the page.
    pub fn read_ties(&self) -> impl Iterator<Item = Tie> + '_ {
        self.ties.iter().filter_map(|it| it.as_read(&|id| !self.withdrawn.contains(id)))
    }
}
