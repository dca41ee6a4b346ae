//! What a reader of printed sums can work out about the whole numbers that were left out.
//!
//! Everything is counted from the true numbers: the truth itself is all zeros, a number that is
//! printed cannot move, and one that is hidden moves inside what a reader knows of it. A hidden number
//! is open when some other assignment of whole numbers, agreeing with all that is printed, gives it
//! another value. Such an assignment is a witness: it is checked in whole numbers, so that nothing is
//! called open because of a rounding error.

mod propagate;
mod search;
mod solver;

pub use self::search::{Price, Prices};
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

    const fn holds(self, by: i64) -> bool {
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
    rooms: Vec<Room>,
    relations: Vec<Relation>,
    /// For each number the relations it stands in, with its coefficient.
    touching: Vec<Vec<(usize, i64)>>,
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
        let mut seen = std::collections::BTreeSet::new();
        let mut queue: Vec<usize> = seeds.to_vec();
        while let Some(number) = queue.pop() {
            if self.room(number).is_none() || !seen.insert(number) {
                continue;
            }
            queue.extend(self.beside(number));
        }
        seen.into_iter().collect()
    }

    /// The printed numbers to hide, of those that have a price, so that a hidden one becomes open and
    /// they with it; `None` when no small set was found.
    pub fn cover(&self, number: usize, prices: &Prices, patience: Patience) -> Option<Vec<usize>> {
        search::cover(self, prices, number, patience.moves)
    }

    /// Judges these hidden numbers. `patience` is what may be spent on one of them.
    pub fn judge(&self, wanted: &[usize], patience: Patience) -> Vec<(usize, Verdict)> {
        let mut verdicts = std::collections::BTreeMap::new();
        let component = self.component(wanted);
        for number in propagate::pinned(self, &component) {
            verdicts.insert(number, Verdict::Recovered);
        }
        for number in wanted {
            if verdicts.contains_key(number) {
                continue;
            }
            let found = search::witness(self, *number, patience.moves);
            let verdict = match found {
                Some(witness) => {
                    verdicts.extend(witness.into_iter().map(|it| (it.0, Verdict::Open)));
                    continue;
                }
                None => solver::judge(self, *number, patience),
            };
            verdicts.insert(*number, verdict);
        }
        let of = |number: &usize| verdicts.get(number).copied().unwrap_or(Verdict::Unproven);
        wanted.iter().map(|it| (*it, of(it))).collect()
    }

    /// Whether an assignment agrees with all that is printed. In whole numbers.
    fn allows(&self, witness: &[(usize, i64)]) -> bool {
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

#[cfg(test)]
mod tests;
