//! Bounds on whole numbers, carried from relation to relation until nothing moves any more.

use std::collections::BTreeMap;

use super::system::{Relation, Room, System};

/// Rounds over a component; bounds that still creep after that are left to the search.
const ROUNDS: usize = 60;

/// The numbers of a component that bounds alone pin to a single value.
pub(super) fn pinned(system: &System, component: &[usize]) -> Vec<usize> {
    let mut rooms: BTreeMap<usize, Room> =
        component.iter().map(|it| (*it, system.room(*it))).collect();
    let mut rows: Vec<usize> = component
        .iter()
        .filter_map(|it| system.touching.get(*it))
        .flat_map(|rows| rows.iter().map(|it| it.0))
        .collect();
    rows.sort_unstable();
    rows.dedup();
    for _ in 0..ROUNDS {
        let mut moved = false;
        for row in rows.iter().filter_map(|it| system.relations.get(*it)) {
            moved |= tighten(row, &mut rooms);
        }
        if !moved {
            break;
        }
    }
    rooms.into_iter().filter(|it| it.1.is_none()).map(|it| it.0).collect()
}

/// Narrows each number of a relation to what the others leave it.
fn tighten(row: &Relation, rooms: &mut BTreeMap<usize, Room>) -> bool {
    let span = |(coefficient, number): (i64, usize), rooms: &BTreeMap<usize, Room>| {
        let room = rooms.get(&number).copied().unwrap_or_default();
        let [a, b] = [room.from, room.to].map(|it| i128::from(coefficient) * i128::from(it));
        (a.min(b), a.max(b))
    };
    let (mut least, mut most) = (0, 0);
    for term in &row.terms {
        let (from, to) = span(*term, rooms);
        least += from;
        most += to;
    }
    let mut moved = false;
    for term in &row.terms {
        let (own_least, own_most) = span(*term, rooms);
        let Some(room) = rooms.get_mut(&term.1) else { continue };
        // What this one may contribute when the others contribute the least, or the most.
        let from = i128::from(row.room.from) - (most - own_most);
        let to = i128::from(row.room.to) - (least - own_least);
        let (low, high) = divided(from, to, term.0);
        let narrow = Room { from: room.from.max(low).min(0), to: room.to.min(high).max(0) };
        if narrow != *room {
            *room = narrow;
            let (new_least, new_most) = span(*term, rooms);
            least += new_least - own_least;
            most += new_most - own_most;
            moved = true;
        }
    }
    moved
}

/// The whole numbers x with from ≤ coefficient · x ≤ to.
fn divided(from: i128, to: i128, coefficient: i64) -> (i64, i64) {
    let by = i128::from(coefficient).abs();
    if by == 0 {
        return (i64::MIN, i64::MAX);
    }
    let (from, to) = if coefficient < 0 { (-to, -from) } else { (from, to) };
    let fit = |it: i128| i64::try_from(it).unwrap_or(if it < 0 { i64::MIN } else { i64::MAX });
    (fit(-(-from).div_euclid(by)), fit(to.div_euclid(by)))
}
