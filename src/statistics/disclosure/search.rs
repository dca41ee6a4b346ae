//! Looks for another assignment near the truth: one number is moved, and what that upsets is put
//! right by moving others, a few steps deep.

use std::collections::BTreeMap;

use super::system::{Patience, Room, System};

/// Numbers moved in one witness, at most.
const DEEPEST: usize = 9;

/// What hiding a printed number costs, and the room it would then have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price {
    pub room: Room,
    pub cost: u32,
}

/// Printed numbers that may be hidden.
pub type Prices = BTreeMap<usize, Price>;

/// Costs tried one after another: the first that suffices is near the cheapest.
const BUDGETS: [u32; 12] = [1, 2, 3, 4, 5, 6, 8, 10, 13, 18, 26, 60];

/// An assignment that agrees with all that is printed and moves `number`; each with how far.
pub(super) fn witness(system: &System, number: usize, moves: usize) -> Option<Vec<(usize, i64)>> {
    let room = system.room(number);
    for depth in [2, 4, 6, DEEPEST] {
        for by in [1, -1, 2, -2].into_iter().filter(|by| room.holds(*by)) {
            let left = moves / DEEPEST * depth / 4;
            let mut search = Search::new(system, None, 0, left);
            search.step(number, by);
            if search.settle(depth) && system.allows(&search.moved) {
                return Some(search.moved);
            }
        }
    }
    None
}

/// The printed numbers to hide, of those that have a price, so that a hidden one becomes open and
/// they with it; `None` when no small set was found.
pub fn cover(
    system: &System,
    prices: &Prices,
    number: usize,
    patience: Patience,
) -> Option<Vec<usize>> {
    let room = system.room(number);
    for budget in BUDGETS {
        for depth in [3, 5, 7, DEEPEST] {
            for by in [1, -1, 2, -2].into_iter().filter(|by| room.holds(*by)) {
                let left = patience.moves / DEEPEST * depth / 4;
                let mut search = Search::new(system, Some(prices), budget, left);
                search.step(number, by);
                if search.settle(depth) {
                    let moved = search.moved.iter().map(|it| it.0);
                    return Some(moved.filter(|it| system.room(*it).is_none()).collect());
                }
            }
        }
    }
    None
}

struct Search<'a> {
    system: &'a System,
    prices: Option<&'a Prices>,
    /// What may still be spent on hiding.
    purse: u32,
    moved: Vec<(usize, i64)>,
    /// How far each touched relation has moved.
    sums: BTreeMap<usize, i64>,
    left: usize,
}

/// A way to put a relation right; the least upsetting and cheapest sorts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Move {
    upset: usize,
    cost: u32,
    number: usize,
    by: i64,
}

impl<'a> Search<'a> {
    const fn new(system: &'a System, prices: Option<&'a Prices>, purse: u32, left: usize) -> Self {
        Self { system, prices, purse, moved: Vec::new(), sums: BTreeMap::new(), left }
    }

    /// The room of a number and what using it costs; nothing for one that stays printed.
    fn room(&self, number: usize) -> Option<Price> {
        let room = self.system.room(number);
        if !room.is_none() {
            return Some(Price { room, cost: 0 });
        }
        let price = self.prices?.get(&number).copied()?;
        (price.cost <= self.purse).then_some(price)
    }

    fn step(&mut self, number: usize, by: i64) {
        for (row, coefficient) in self.system.touching.get(number).into_iter().flatten() {
            let sum = self.sums.entry(*row).or_default();
            *sum = sum.saturating_add(coefficient.saturating_mul(by));
        }
        self.moved.push((number, by));
    }

    fn back(&mut self) {
        if let Some((number, by)) = self.moved.pop() {
            for (row, coefficient) in self.system.touching.get(number).into_iter().flatten() {
                let sum = self.sums.entry(*row).or_default();
                *sum = sum.saturating_sub(coefficient.saturating_mul(by));
            }
        }
    }

    /// How far a relation is out of its room.
    fn excess(&self, row: usize, sum: i64) -> i64 {
        let room = self.system.relations.get(row).map(|it| it.room).unwrap_or_default();
        sum - sum.clamp(room.from, room.to)
    }

    /// Puts right what is out of its room; true when all is in order.
    fn settle(&mut self, depth: usize) -> bool {
        let upset = self.sums.iter().map(|(row, sum)| (*row, self.excess(*row, *sum)));
        let upset: Vec<(usize, i64)> = upset.filter(|it| it.1 != 0).collect();
        let Some((row, excess)) = upset.first().copied() else {
            return true;
        };
        if depth == 0 || depth < upset.len().div_ceil(3) {
            return false;
        }
        for next in self.moves(row, excess) {
            if self.left == 0 {
                return false;
            }
            self.left -= 1;
            self.step(next.number, next.by);
            self.purse -= next.cost;
            if self.settle(depth - 1) {
                return true;
            }
            self.purse += next.cost;
            self.back();
        }
        false
    }

    /// Moves that put a relation right, those first that upset the least besides.
    fn moves(&self, row: usize, excess: i64) -> Vec<Move> {
        let Some(relation) = self.system.relations.get(row) else {
            return Vec::new();
        };
        let is_sum = relation.room.is_none();
        let mut moves = Vec::new();
        for (coefficient, number) in &relation.terms {
            let Some(price) = self.room(*number) else { continue };
            if *coefficient == 0 || self.moved.iter().any(|it| it.0 == *number) {
                continue;
            }
            let by = step_of(excess, *coefficient);
            let fits = !is_sum || by * coefficient == -excess;
            if fits && price.room.holds(by) {
                let upset = self.upset_by(*number, by);
                moves.push(Move { upset, cost: price.cost, number: *number, by });
            }
        }
        moves.sort_unstable();
        moves
    }

    fn upset_by(&self, number: usize, by: i64) -> usize {
        let rows = self.system.touching.get(number).into_iter().flatten();
        let after = rows.filter(|(row, coefficient)| {
            let sum = self.sums.get(row).copied().unwrap_or(0);
            self.excess(*row, sum.saturating_add(coefficient.saturating_mul(by))) != 0
        });
        after.count()
    }
}

/// The smallest movement of a number that takes an excess away.
const fn step_of(excess: i64, coefficient: i64) -> i64 {
    let by = coefficient.abs();
    let steps = (excess.abs() + by - 1) / by;
    if (0 < excess) == (0 < coefficient) { -steps } else { steps }
}
