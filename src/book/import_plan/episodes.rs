//! The waiting list: episodes one by one, never two at once for the same reference and offer.

use std::collections::BTreeMap;

use super::planner::{Decision, Place, Planner};
use super::resolve::{NOWHERE, unit_at};
use super::verdict::{Reason, Skip, Value};
use crate::book::draft::{Column, EpisodeRow, Rows, Word};
use crate::domain::{
    BlockWriter, Change, Day, Edit, EpisodeKey, FIRST_YEAR, Month, OfferId, Outcome, UnitData,
    UnitId,
};

/// Where the rows of one unit, reference and offer go.
struct Target<'a> {
    unit: UnitId,
    stored: Option<&'a UnitData>,
    reference: &'a str,
    offer: OfferId,
}

impl Target<'_> {
    fn stored_steps(&self) -> Vec<Step> {
        let Some(stored) = self.stored.filter(|it| !it.episodes.is_empty()) else {
            return Vec::new();
        };
        let same =
            stored.episodes.with_reference(self.reference).filter(|it| it.offer == self.offer);
        same.map(|it| Step {
            approved: it.approved,
            before: Some(it.outcome),
            after: it.outcome,
            place: None,
        })
        .collect()
    }
}

/// An episode of one reference and offer: as stored, as it will be, and the row that says so.
struct Step {
    approved: Day,
    before: Option<Outcome>,
    after: Outcome,
    place: Option<Place>,
}

impl Planner<'_> {
    /// Rows have been resolved: their units are places.
    pub fn plan_episodes(
        &mut self,
        rows: &Rows<EpisodeRow>,
        references: &str,
        writer: &mut BlockWriter,
    ) {
        if rows.is_empty() {
            return;
        }
        let offers = self.number_offers(rows);
        let key = EpisodeKey {
            reference: String::new(),
            offer: OfferId(0),
            approved: Month::january(FIRST_YEAR).first_day(),
        };
        let mut change = Change::Episode(UnitId(0), Edit::new(key, None, None));
        for mut order in by_unit(rows, self.units.len()) {
            let key = |it: u32| {
                let row = &rows.get(it as usize)?.row;
                Some((row.reference(references), offers.get(&row.offer), row.approved))
            };
            if !order.is_sorted_by_key(|it| key(*it)) {
                order.sort_by_key(|it| key(*it));
            }
            let same =
                |a: &u32, b: &u32| key(*a).map(|it| (it.0, it.1)) == key(*b).map(|it| (it.0, it.1));
            for group in order.chunk_by(same) {
                let Some(row) =
                    group.first().and_then(|it| rows.get(*it as usize)).map(|it| &it.row)
                else {
                    continue;
                };
                let (Some(unit), Some(offer)) =
                    (self.units.get(unit_at(row.unit)), offers.get(&row.offer))
                else {
                    continue;
                };
                let target = Target {
                    unit: unit.id,
                    stored: unit.stored,
                    reference: row.reference(references),
                    offer: *offer,
                };
                self.plan_reference(rows, group, &target, &mut |step| {
                    write(&mut change, &target, step, writer);
                });
            }
        }
    }

    fn number_offers(&mut self, rows: &Rows<EpisodeRow>) -> BTreeMap<Word, OfferId> {
        let snapshot = self.snapshot;
        let stored: BTreeMap<&str, OfferId> =
            snapshot.offers.iter().map(|(id, it)| (it.as_str(), *id)).collect();
        let mut next = snapshot.offers.last_key_value().map_or(0, |it| it.0.0) + 1;
        let mut offers = BTreeMap::new();
        for it in rows.iter().filter(|it| it.row.unit != NOWHERE) {
            offers.entry(it.row.offer).or_insert_with(|| {
                let text = self.words.text(it.row.offer);
                if let Some(id) = stored.get(text) {
                    return *id;
                }
                let id = OfferId(next);
                next += 1;
                self.new_words.offers.push((id, text.to_owned()));
                id
            });
        }
        offers
    }

    fn plan_reference(
        &mut self,
        rows: &Rows<EpisodeRow>,
        group: &[u32],
        target: &Target<'_>,
        write: &mut dyn FnMut(&Step),
    ) {
        let mut steps = target.stored_steps();
        for found in group.chunk_by(|a, b| approved(rows, *a) == approved(rows, *b)) {
            let Some((place, row)) = self.one_episode(rows, found) else {
                continue;
            };
            let known = steps.iter_mut().find(|it| it.approved == row.approved);
            match known {
                None => steps.push(Step {
                    approved: row.approved,
                    before: None,
                    after: row.outcome(),
                    place: Some(place),
                }),
                Some(step) => self.meet(step, place, row.outcome()),
            }
        }
        if 1 < steps.len() {
            steps.sort_by_key(|it| it.approved);
            self.refuse_second_waits(&mut steps);
        }
        for step in &steps {
            let Some(place) = step.place else {
                continue;
            };
            if step.before.is_none() {
                self.new_row(place);
            }
            write(step);
        }
    }

    /// The row that stands for all rows of one episode.
    fn one_episode(
        &mut self,
        rows: &Rows<EpisodeRow>,
        group: &[u32],
    ) -> Option<(Place, EpisodeRow)> {
        let row = |it: u32| rows.get(it as usize).map(|it| it.row);
        let outcome = |it: u32| row(it).map(|it| it.outcome());
        let first = *group.first()?;
        let Some(other) = group.iter().find(|it| outcome(**it) != outcome(first)) else {
            for it in group.iter().skip(1) {
                self.skip(rows.place(*it as usize), Skip::DuplicateRow);
            }
            return Some((rows.place(first as usize), row(first)?));
        };
        for it in group {
            let other = if outcome(*it) == outcome(first) { *other } else { first };
            let (line, at) = self.spot_of(rows.place(other as usize));
            let value = |it: u32| outcome(it).map_or(Value::Blank, shown);
            let reason = Reason::Conflict { line, at, value: value(other) };
            self.refuse(rows.place(*it as usize), Some(Column::Started), Some(value(*it)), reason);
        }
        None
    }

    /// A row for an episode that is stored. An end that was not known is filled in; a blank takes nothing away.
    fn meet(&mut self, step: &mut Step, place: Place, outcome: Outcome) {
        let stored = step.after;
        if stored == outcome || outcome == Outcome::Waiting {
            return self.unchanged_row(place);
        }
        let column = if outcome.started().is_some() { Column::Started } else { Column::Withdrawn };
        if stored == Outcome::Waiting {
            self.changed_row(place, Some(column), Value::Blank, shown(outcome));
        } else if self.settle(place, column, shown(stored), shown(outcome)) == Decision::Leave {
            return;
        }
        step.after = outcome;
        step.place = Some(place);
    }

    /// Nobody is approved again for what they are still waiting for. `steps` are ordered by approval.
    fn refuse_second_waits(&mut self, steps: &mut Vec<Step>) {
        let mut at = 1;
        while let Some([earlier, later]) = steps.get(at - 1..=at) {
            let over = earlier.after.ended().is_some_and(|end| end <= later.approved);
            if over {
                at += 1;
                continue;
            }
            // What is stored stays; of two new rows the later one is refused.
            let (drop, other) = if later.place.is_some() { (at, at - 1) } else { (at - 1, at) };
            let other = steps.get(other).map(|it| (it.approved, it.place.map(|it| it.1)));
            let Some((approved, line)) = other else {
                return;
            };
            let dropped = steps.remove(drop);
            let Some(place) = dropped.place else {
                // Two stored episodes: nothing this import can mend.
                at = at.max(1);
                continue;
            };
            let value = Value::Text(dropped.approved.to_string());
            self.refuse(
                place,
                Some(Column::Approved),
                Some(value),
                Reason::StillWaiting { approved, line },
            );
        }
    }
}

fn write(change: &mut Change, target: &Target<'_>, step: &Step, writer: &mut BlockWriter) {
    if let Change::Episode(unit, Edit { key, before, after }) = change {
        *unit = target.unit;
        key.reference.clear();
        key.reference.push_str(target.reference);
        key.offer = target.offer;
        key.approved = step.approved;
        *before = step.before;
        *after = Some(step.after);
        writer.push(change);
    }
}

fn approved(rows: &Rows<EpisodeRow>, index: u32) -> Option<Day> {
    rows.get(index as usize).map(|it| it.row.approved)
}

/// The numbers of the rows of each unit, in the order of the files.
fn by_unit(rows: &Rows<EpisodeRow>, units: usize) -> Vec<Vec<u32>> {
    let mut sizes = vec![0; units];
    for it in rows.iter() {
        if let Some(size) = sizes.get_mut(unit_at(it.row.unit)) {
            *size += 1;
        }
    }
    let mut orders: Vec<Vec<u32>> = sizes.into_iter().map(Vec::with_capacity).collect();
    for (index, it) in (0_u32..).zip(rows.iter()) {
        if let Some(order) = orders.get_mut(unit_at(it.row.unit)) {
            order.push(index);
        }
    }
    orders
}

fn shown(outcome: Outcome) -> Value {
    outcome.ended().map_or(Value::Blank, |it| Value::Text(it.to_string()))
}
