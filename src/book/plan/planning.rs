//! A command while it is being planned.

use crate::book::Refusal;
use crate::book::numbers::Numbers;
use crate::domain::{Change, Edit, EntryKind, Month, Snapshot, UnitData, UnitId};

/// Collects changes.
pub struct Planning<'a> {
    pub snapshot: &'a Snapshot,
    /// The month that has begun on the clock.
    pub this_month: Month,
    pub numbers: Numbers<'a>,
    pub changes: Vec<Change>,
    pub kind: EntryKind,
}

impl<'a> Planning<'a> {
    pub fn unit(&self, id: UnitId) -> Result<&'a UnitData, Refusal> {
        self.snapshot.unit(id).ok_or(Refusal::UnknownUnit)
    }

    /// Leaves out what changes nothing.
    pub fn push<K, V: PartialEq>(
        &mut self,
        edit: Edit<K, V>,
        kind: impl FnOnce(Edit<K, V>) -> Change,
    ) {
        if !edit.is_nothing() {
            self.changes.push(kind(edit));
        }
    }

    /// The same of a fact that belongs to a unit.
    pub fn push_in<K, V: PartialEq>(
        &mut self,
        unit: UnitId,
        edit: Edit<K, V>,
        kind: impl FnOnce(UnitId, Edit<K, V>) -> Change,
    ) {
        self.push(edit, |it| kind(unit, it));
    }
}
