//! What a reader who keeps every edition knows, and how a new half-year's counts are protected from it.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Cell, CellId, State, Tie, What};
use crate::measure::Key;
use crate::statistics::disclosure::{FARTHEST, Patience, Relation, Room, System};

/// Every count that was printed, hidden or withdrawn so far, and everything that ties them together.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub(super) cells: BTreeMap<CellId, Cell>,
    pub(super) places: BTreeMap<CellId, usize>,
    /// The counts that were withdrawn, of which nothing stands on the page: they may be anything.
    pub(super) unprinted: BTreeSet<usize>,
    /// Every tie that is in the system: editions that are read again say the same once more.
    pub(super) ties: BTreeSet<Said>,
    pub(super) system: System,
    /// What may be spent on one count before it is not called safe.
    pub(super) patience: Patience,
}

/// A tie without what says so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said {
    terms: Vec<(i64, CellId)>,
    least: Option<i64>,
    most: Option<i64>,
}

/// A count whose smallness tells of persons; transfers are differences (suppression c).
pub(super) const fn is_count(id: &CellId) -> bool {
    !matches!(id.what, What::Figure(Key::NetTransferred))
}

pub(super) fn room(state: State, value: i64, threshold: i64) -> Room {
    match state {
        State::Primary => Room { from: 1 - value, to: threshold - 1 - value },
        State::Secondary => Room { from: (threshold - value).min(0), to: FARTHEST },
        State::Withdrawn => Room { from: -value, to: FARTHEST },
        State::Shown | State::Missing => Room::NONE,
    }
}

impl Known {
    pub fn cell(&self, id: &CellId) -> Option<&Cell> {
        self.cells.get(id)
    }

    /// The newest version of a count.
    pub(super) fn newest(&self, id: CellId) -> Option<&Cell> {
        let from = CellId { version: 0, ..id };
        let to = CellId { version: u32::MAX, ..id };
        self.cells.range(from..=to).next_back().map(|it| it.1)
    }

    /// The version of a count that has this value now, if it was ever printed; else the next free one.
    pub(super) fn version(&self, id: CellId, value: i64) -> (CellId, Option<State>) {
        let from = CellId { version: 0, ..id };
        let to = CellId { version: u32::MAX, ..id };
        let mut versions = self.cells.range(from..=to).rev();
        let newest = versions.clone().next().map_or(0, |it| it.0.version + 1);
        match versions.find(|it| it.1.value == Some(value)) {
            Some((known, cell)) => (*known, Some(cell.state)),
            None => (CellId { version: newest, ..id }, None),
        }
    }

    /// Takes in what an edition printed and hid, as it was.
    pub fn publish(&mut self, cells: &[Cell], ties: &[Tie], threshold: u32) {
        for cell in cells {
            self.add(*cell, i64::from(threshold));
        }
        for tie in ties {
            self.tie(tie);
        }
    }

    pub(super) fn add(&mut self, cell: Cell, threshold: i64) {
        let Some(value) = cell.value.filter(|_| cell.state != State::Missing) else { return };
        let own = room(cell.state, value, threshold);
        let place = match self.places.get(&cell.id).copied() {
            Some(place) => {
                // Both signs are known: a reader may use whichever says more.
                let old = self.system.room(place);
                let both = Room { from: old.from.max(own.from), to: old.to.min(own.to) };
                self.system.set_room(place, both);
                if cell.state != State::Shown && !self.unprinted.contains(&place) {
                    return;
                }
                place
            }
            None => self.system.add(own),
        };
        self.places.insert(cell.id, place);
        self.cells.insert(cell.id, cell);
        if cell.state == State::Withdrawn {
            self.unprinted.insert(place);
        } else {
            self.unprinted.remove(&place);
        }
    }

    /// Takes a count off the page; its place among the numbers.
    pub(super) fn withdraw(&mut self, id: &CellId, threshold: i64) -> Option<usize> {
        let place = *self.places.get(id)?;
        let cell = self.cells.get_mut(id)?;
        let room = room(State::Withdrawn, cell.value?, threshold);
        cell.state = State::Withdrawn;
        self.system.set_room(place, room);
        self.unprinted.insert(place);
        Some(place)
    }

    pub(super) fn value(&self, id: &CellId) -> Option<i64> {
        self.cells.get(id)?.value
    }

    /// A tie with a count that was never in a table tells nothing, and is left out.
    pub(super) fn tie(&mut self, tie: &Tie) {
        let terms = tie.terms.iter().map(|(by, id)| {
            let place = self.places.get(id)?;
            Some(((*by, *place), by * self.value(id)?))
        });
        let Some(terms) = terms.collect::<Option<Vec<_>>>() else { return };
        let said = Said { terms: tie.terms.clone(), least: tie.least, most: tie.most };
        if !self.ties.insert(said) {
            return;
        }
        let sum: i64 = terms.iter().map(|it| it.1).sum();
        let room = Room {
            from: tie.least.map_or(-i64::MAX, |it| (it - sum).min(0)),
            to: tie.most.map_or(i64::MAX, |it| (it - sum).max(0)),
        };
        let terms = terms.into_iter().map(|it| it.0).collect();
        self.system.relate(Relation { terms, room });
    }
}
