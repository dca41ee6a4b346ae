//! Small systems whose answers can be worked out by hand, and an exhaustive count beside the judge.

use std::time::Duration;

use super::*;

const PATIENCE: Patience = Patience { moves: 6_000, nodes: 4_000, time: Duration::from_mins(1) };

/// Hidden numbers as (truth, least, most) and sums over places in them.
fn system(numbers: &[(i64, i64, i64)], sums: &[&[usize]]) -> System {
    let mut system = System::default();
    for (truth, least, most) in numbers {
        system.add(Room { from: least - truth, to: most - truth });
    }
    for sum in sums {
        let terms = sum.iter().map(|it| (1, *it)).collect();
        system.relate(Relation { terms, room: Room::NONE });
    }
    system
}

#[track_caller]
fn check(system: &System, expected: &[Verdict]) {
    let wanted: Vec<usize> = (0..expected.len()).collect();
    let found: Vec<Verdict> = judge(system, &wanted, PATIENCE).iter().map(|it| it.1).collect();
    assert_eq!(found, expected);
}

#[test]
fn two_small_counts_are_pinned_by_their_bounds() {
    use Verdict::{Open, Recovered};
    // Readings, section 2: two hidden <5 with total 2 are 1 and 1; with total 8, 4 and 4.
    check(&system(&[(1, 1, 4), (1, 1, 4)], &[&[0, 1]]), &[Recovered; 2]);
    check(&system(&[(4, 1, 4), (4, 1, 4)], &[&[0, 1]]), &[Recovered; 2]);
    check(&system(&[(3, 1, 4), (4, 1, 4)], &[&[0, 1]]), &[Open; 2]);
    // Alone in a sum.
    check(&system(&[(3, 1, 4)], &[&[0]]), &[Recovered]);
    check(&system(&[(3, 1, 4)], &[]), &[Open]);
}

#[test]
fn a_hidden_rectangle_is_open_and_one_corner_printed_closes_it() {
    use Verdict::{Open, Recovered};
    let numbers = [(2, 1, 4), (9, 5, 100), (7, 5, 100), (3, 1, 4)];
    let sums: [&[usize]; 4] = [&[0, 1], &[2, 3], &[0, 2], &[1, 3]];
    let mut rectangle = system(&numbers, &sums);
    check(&rectangle, &[Open; 4]);
    rectangle.set_room(3, Room::NONE);
    let found = judge(&rectangle, &[0, 1, 2], PATIENCE);
    assert!(found.iter().all(|it| it.1 == Recovered), "{found:?}");
}

#[test]
fn what_is_only_known_to_be_at_least_something_leaves_room() {
    // 2a + 3b is at least what it is, and at most two more: a and b at their lower ends.
    let mut both = system(&[(1, 1, 4), (1, 1, 4)], &[]);
    both.relate(Relation { terms: vec![(2, 0), (3, 1)], room: Room { from: 0, to: 2 } });
    check(&both, &[Verdict::Open, Verdict::Recovered]);
}

/// Every assignment within the rooms that agrees with the relations, counted out.
fn exhaustive(system: &System, count: usize) -> Vec<bool> {
    let mut moves = vec![false; count];
    let mut now: Vec<i64> = (0..count).map(|it| system.room(it).from).collect();
    loop {
        let witness: Vec<(usize, i64)> = now.iter().copied().enumerate().collect();
        if system.allows(&witness) {
            for (moves, by) in moves.iter_mut().zip(&now) {
                *moves |= *by != 0;
            }
        }
        let mut place = 0;
        loop {
            if place == count {
                return moves;
            }
            now[place] += 1;
            if now[place] <= system.room(place).to {
                break;
            }
            now[place] = system.room(place).from;
            place += 1;
        }
    }
}

#[test]
fn the_judge_agrees_with_an_exhaustive_count() {
    let mut seed = 20_261_122_u64;
    let mut next = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let (mut open, mut recovered) = (0, 0);
    for _ in 0..300 {
        let count = 6;
        let mut system = System::default();
        for _ in 0..count {
            let truth = 1 + next(4).cast_signed();
            system.add(Room { from: 1 - truth, to: 4 - truth });
        }
        for _ in 0..3 + next(3) {
            let drawn: Vec<u64> = (0..count).map(|_| next(6)).collect();
            let chosen = drawn.iter().enumerate().filter(|it| *it.1 < 3);
            let terms = chosen.map(|it| (1 + it.1.cast_signed(), it.0)).collect();
            let room = if next(4) == 0 { Room { from: 0, to: 2 } } else { Room::NONE };
            system.relate(Relation { terms, room });
        }
        let truth = exhaustive(&system, count);
        let wanted: Vec<usize> = (0..count).collect();
        for (number, verdict) in judge(&system, &wanted, PATIENCE) {
            let expected = if truth[number] { Verdict::Open } else { Verdict::Recovered };
            assert_eq!(verdict, expected, "{number} of {system:?}");
            if truth[number] { open += 1 } else { recovered += 1 }
        }
    }
    assert!(100 < open && 100 < recovered, "{open} open, {recovered} recovered");
}
