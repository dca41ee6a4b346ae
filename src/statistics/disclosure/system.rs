//! Numbers that are printed or hidden, and what a reader knows that ties them together.

use std::collections::BTreeSet;
use std::time::Duration;

/// Nobody publishes, or waits for, more than this.
pub const FARTHEST: i64 = 1_000_000;

/// What a reader knows of a number, as how far it may lie from the truth: from ≤ 0 ≤ to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Room {
    pub from: i64,
    pub to: i64,
}

impl Room {
    /// It is printed.
    pub const NONE: Self = Self { from: 0, to: 0 };

    pub const fn is_none(self) -> bool {
        self.from == 0 && self.to == 0
    }

    pub(super) const fn holds(self, by: i64) -> bool {
        self.from <= by && by <= self.to
    }
}

/// Σ coefficient × movement stays in the room: a sum that is known moves nowhere, and one that is
/// only known to be at least or at most something has room on one side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Relation {
    pub terms: Vec<(i64, usize)>,
    pub room: Room,
}

/// What is known of a number that is not printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It can have at least two values: here is another assignment that says so.
    Open,
    /// It can only have one.
    Recovered,
    /// Neither was proven in the time given.
    Unproven,
}

/// What may be spent on showing that one number is open.
///
/// Moves and nodes are the same on every machine, so that a slow one hides what a fast one does; the clock
/// is for a program of which one node takes too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Moves of the search near the truth.
    pub moves: usize,
    /// Nodes of the mixed-integer program.
    pub nodes: u64,
    pub time: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { moves: 6_000, nodes: 200, time: Duration::from_secs(2) }
    }
}

/// Numbers, and everything a reader knows that ties them together.
#[derive(Debug, Clone, Default)]
pub struct System {
    pub(super) rooms: Vec<Room>,
    pub(super) relations: Vec<Relation>,
    /// For each number the relations it stands in, with its coefficient.
    pub(super) touching: Vec<Vec<(usize, i64)>>,
}

impl System {
    pub fn add(&mut self, room: Room) -> usize {
        self.rooms.push(room);
        self.touching.push(Vec::new());
        self.rooms.len() - 1
    }

    pub fn relate(&mut self, relation: Relation) {
        let place = self.relations.len();
        for (coefficient, number) in &relation.terms {
            if let Some(list) = self.touching.get_mut(*number) {
                list.push((place, *coefficient));
            }
        }
        self.relations.push(relation);
    }

    pub fn room(&self, number: usize) -> Room {
        self.rooms.get(number).copied().unwrap_or_default()
    }

    pub fn set_room(&mut self, number: usize, room: Room) {
        if let Some(slot) = self.rooms.get_mut(number) {
            *slot = room;
        }
    }

    /// The numbers that stand in a relation with this one.
    pub fn beside(&self, number: usize) -> impl Iterator<Item = usize> + '_ {
        let relations = self.touching.get(number).into_iter().flatten();
        let rows = relations.filter_map(|(row, _)| self.relations.get(*row));
        let terms = rows.flat_map(|row| row.terms.iter().map(|it| it.1));
        terms.filter(move |it| *it != number)
    }

    /// Every hidden number that is tied to these, by however many steps, in order.
    pub fn component(&self, seeds: &[usize]) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        let mut queue: Vec<usize> = seeds.to_vec();
        while let Some(number) = queue.pop() {
            if self.room(number).is_none() || !seen.insert(number) {
                continue;
            }
            queue.extend(self.beside(number));
        }
        seen.into_iter().collect()
    }

    /// Whether an assignment agrees with all that is printed. In whole numbers.
    pub(super) fn allows(&self, witness: &[(usize, i64)]) -> bool {
        let by = |number: usize| {
            witness.iter().find(|it| it.0 == number).map_or(0, |it| i128::from(it.1))
        };
        let in_rooms = witness.iter().all(|(number, by)| self.room(*number).holds(*by));
        let rows = witness.iter().filter_map(|it| self.touching.get(it.0)).flatten();
        in_rooms
            && rows.filter_map(|it| self.relations.get(it.0)).all(|row| {
                let moved: i128 = row.terms.iter().map(|it| i128::from(it.0) * by(it.1)).sum();
                i128::from(row.room.from) <= moved && moved <= i128::from(row.room.to)
            })
    }
}
