//! What can be worked out of a hidden number: by bounds, by another assignment, or by a program.

use std::collections::BTreeMap;

use super::system::{Patience, System, Verdict};
use super::{propagate, search, solver};

/// Judges these hidden numbers. `patience` is what may be spent on one of them.
pub fn judge(system: &System, wanted: &[usize], patience: Patience) -> Vec<(usize, Verdict)> {
    let mut verdicts = BTreeMap::new();
    let component = system.component(wanted);
    for number in propagate::pinned(system, &component) {
        verdicts.insert(number, Verdict::Recovered);
    }
    for number in wanted {
        if verdicts.contains_key(number) {
            continue;
        }
        let found = search::witness(system, *number, patience.moves);
        let verdict = match found {
            Some(witness) => {
                verdicts.extend(witness.into_iter().map(|it| (it.0, Verdict::Open)));
                continue;
            }
            None => solver::judge(system, *number, patience),
        };
        verdicts.insert(*number, verdict);
    }
    let of = |number: &usize| verdicts.get(number).copied().unwrap_or(Verdict::Unproven);
    wanted.iter().map(|it| (*it, of(it))).collect()
}
