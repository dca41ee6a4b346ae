//! The waiting list: episodes one by one, never two at once for the same reference and offer.

use std::collections::BTreeMap;

use super::findings::{Decision, Findings};
use super::planner::Planner;
use super::unit_plan::UnitPlan;
use crate::book::draft::{Draft, EpisodeRow, RowAt, Word};
use crate::book::verdict::{Column, Reason, Value};
use crate::domain::{
    BlockWriter, Change, Day, Edit, EpisodeKey, FIRST_YEAR, Month, OfferId, Outcome, UnitId,
};

/// An episode of one reference and offer: as stored, as it will be, and the row that says so.
struct Step {
    approved: Day,
    before: Option<Outcome>,
    after: Outcome,
    row: Option<RowAt>,
}

/// The numbers of each unit's rows come by unit, in the order of the files.
pub fn plan(
    planner: &mut Planner<'_>,
    draft: &Draft,
    own: Vec<Vec<u32>>,
    writer: &mut BlockWriter,
) {
    let offers = number_offers(planner, draft, &own);
    let Planner { units, found, .. } = planner;
    let approved = Month::january(FIRST_YEAR).first_day();
    let key = EpisodeKey { reference: String::new(), offer: OfferId(0), approved };
    // One change for all of them: there may be a million.
    let mut change = Change::Episode(UnitId(0), Edit::new(key, None, None));
    let row = |number: u32| draft.episodes.get(number as usize).map(|it| &it.row);
    let wait = |number: u32| {
        let row = row(number)?;
        Some((row.reference(&draft.references), *offers.get(&row.offer)?))
    };
    for (unit, mut order) in units.iter().zip(own) {
        let key = |number: &u32| (wait(*number), row(*number).map(|it| it.approved));
        if !order.is_sorted_by_key(key) {
            order.sort_by_key(key);
        }
        for group in order.chunk_by(|a, b| wait(*a) == wait(*b)) {
            let Some((reference, offer)) = group.first().and_then(|it| wait(*it)) else {
                continue;
            };
            let mut steps = stored_steps(unit, reference, offer);
            for same in group.chunk_by(|a, b| key(a) == key(b)) {
                plan_episode(found, draft, same, &mut steps);
            }
            if 1 < steps.len() {
                steps.sort_by_key(|it| it.approved);
                refuse_second_waits(found, &mut steps);
            }
            for step in &steps {
                let Some(at) = step.row else {
                    continue;
                };
                if step.before.is_none() {
                    found.new_row(at);
                }
                write(&mut change, unit.id, (reference, offer), step, writer);
            }
        }
    }
}

/// Offers that are new get their numbers in the order of the files.
fn number_offers(
    planner: &mut Planner<'_>,
    draft: &Draft,
    own: &[Vec<u32>],
) -> BTreeMap<Word, OfferId> {
    let Planner { found, numbers, .. } = planner;
    let mut rows: Vec<u32> = own.iter().flatten().copied().collect();
    rows.sort_unstable();
    let mut offers = BTreeMap::new();
    for row in rows.into_iter().filter_map(|it| draft.episodes.get(it as usize)) {
        let offer = row.row.offer;
        offers.entry(offer).or_insert_with(|| numbers.offer(found.words.text(offer)));
    }
    offers
}

fn stored_steps(unit: &UnitPlan<'_>, reference: &str, offer: OfferId) -> Vec<Step> {
    let Some(stored) = unit.stored.filter(|it| !it.episodes.is_empty()) else {
        return Vec::new();
    };
    let same = stored.episodes.with_reference(reference).filter(|it| it.offer == offer);
    same.map(|known| {
        let (approved, after) = (known.approved, known.outcome);
        Step { approved, before: Some(after), after, row: None }
    })
    .collect()
}

/// The rows of one episode, put in among the steps of its reference and offer.
fn plan_episode(found: &mut Findings, draft: &Draft, rows: &[u32], steps: &mut Vec<Step>) {
    let read = |number: &u32| draft.episodes.at(*number as usize).map(|(at, row)| (at, *row));
    let Some((at, row)) = rows.first().and_then(read) else {
        return;
    };
    if 1 < rows.len() {
        let outcomes = rows.iter().filter_map(read).map(|(at, row)| (at, row.outcome));
        let outcomes: Vec<(RowAt, Outcome)> = outcomes.collect();
        if !found.agree(&outcomes, Column::Started, |it| shown(*it)) {
            return;
        }
    }
    let EpisodeRow { approved, .. } = row;
    match steps.iter_mut().find(|it| it.approved == approved) {
        None => steps.push(Step { approved, before: None, after: row.outcome, row: Some(at) }),
        Some(step) => meet(found, step, at, row.outcome),
    }
}

/// A row for an episode that is stored. An end that was not known is filled in; a blank takes nothing away.
fn meet(found: &mut Findings, step: &mut Step, at: RowAt, outcome: Outcome) {
    let stored = step.after;
    if stored == outcome || outcome == Outcome::Waiting {
        return found.unchanged_row(at);
    }
    let column = if outcome.started().is_some() { Column::Started } else { Column::Withdrawn };
    if stored == Outcome::Waiting {
        found.changed_row(at, column, Value::Blank, shown(outcome));
    } else if found.decide(at, column, shown(stored), shown(outcome)) == Decision::Leave {
        return;
    }
    step.after = outcome;
    step.row = Some(at);
}

/// Nobody is approved again for what they are still waiting for. `steps` are ordered by approval.
fn refuse_second_waits(found: &mut Findings, steps: &mut Vec<Step>) {
    let mut at = 1;
    while let Some([earlier, later]) = steps.get(at - 1..=at) {
        let over = earlier.after.ended().is_some_and(|end| end <= later.approved);
        if over {
            at += 1;
            continue;
        }
        // What is stored stays; of two new rows the later one is refused.
        let (drop, other) = if later.row.is_some() { (at, at - 1) } else { (at - 1, at) };
        let other = steps.get(other).map(|it| (it.approved, it.row.map(|at| at.line)));
        let Some((approved, line)) = other else {
            return;
        };
        let dropped = steps.remove(drop);
        let Some(row) = dropped.row else {
            // Two stored episodes: nothing this import can mend.
            continue;
        };
        let value = Value::Text(dropped.approved.to_string());
        found.refuse(row, Column::Approved, value, Reason::StillWaiting { approved, line });
    }
}

fn write(
    change: &mut Change,
    id: UnitId,
    (reference, offer): (&str, OfferId),
    step: &Step,
    writer: &mut BlockWriter,
) {
    if let Change::Episode(unit, edit) = change {
        *unit = id;
        edit.key.reference.clear();
        edit.key.reference.push_str(reference);
        edit.key.offer = offer;
        edit.key.approved = step.approved;
        edit.before = step.before;
        edit.after = Some(step.after);
        writer.push(change);
    }
}

fn shown(outcome: Outcome) -> Value {
    outcome.ended().map_or(Value::Blank, |it| Value::Text(it.to_string()))
}
