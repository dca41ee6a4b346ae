//! Caseworkers: one row for each time someone was in a unit, or case-holding there.

use std::collections::BTreeMap;

use super::findings::Findings;
use super::merge::{Difference, text};
use super::planner::Planner;
use super::units::month_text;
use crate::book::draft::{CaseworkerRow, RowAt, Rows, Word};
use crate::book::verdict::{Column, Reason, Remark};
use crate::domain::{Barred, Caseworker, Identity, Presence, overlap};

pub fn plan(planner: &mut Planner<'_>, rows: &Rows<CaseworkerRow>) {
    let shown = |it: &CaseworkerRow| month_text(it.presence.to);
    let key = |it: &CaseworkerRow| (it.unit, it.initials, it.presence.from);
    let mut order = planner.found.sift(rows, key, Column::To, shown);
    // New people get their numbers in the order of the file; each one's rows go by month.
    let mut first: BTreeMap<(Word, Word), usize> = BTreeMap::new();
    for (index, (_, row)) in order.iter().enumerate() {
        first.entry((row.unit, row.initials)).or_insert(index);
    }
    order
        .sort_by_key(|(_, row)| (first.get(&(row.unit, row.initials)).copied(), row.presence.from));
    for rows in order.chunk_by(|a, b| (a.1.unit, a.1.initials) == (b.1.unit, b.1.initials)) {
        let mut before = None;
        for (at, row) in rows {
            plan_row(planner, *at, row, before);
            before = Some(*at);
        }
    }
}

fn plan_row(planner: &mut Planner<'_>, at: RowAt, row: &CaseworkerRow, before: Option<RowAt>) {
    let Planner { units, found, numbers, .. } = planner;
    let Some(unit) = units.find(row.unit) else {
        return found.refuse_word(at, Column::Unit, row.unit, Reason::UnknownUnit);
    };
    if !unit.after.has_caseworkers() {
        let barred = Barred::NoCaseworkers { unit: unit.after.code.clone() };
        return found.refuse_word(at, Column::Unit, row.unit, barred);
    }
    let place = unit.at;
    let Some(person) = unit.person(row.initials) else {
        let initials = found.words.text(row.initials).to_owned();
        let identity = Identity { initials, name: row.name.clone() };
        units.add_person(place, (row.initials, identity), row.presence, numbers);
        return found.new_row(at);
    };
    let (id, mut after) = (person.id, person.after.clone());
    // Names are kept apart from everything that an import may change.
    let known = planner.snapshot.identity(after.identity);
    if row.name.is_some() && known.is_some_and(|it| it.name != row.name) {
        found.remark(at.file, Remark::NameKept { line: found.place(at).line });
    }
    if plan_presence(found, (at, row.presence), &mut after, before)
        && let Some(person) = units.get_mut(place).and_then(|it| it.person_mut(id))
    {
        *person = after;
    }
}

/// Whether anything is to be kept of the row.
fn plan_presence(
    found: &mut Findings,
    (at, mut row): (RowAt, Presence),
    person: &mut Caseworker,
    before: Option<RowAt>,
) -> bool {
    if let Some(stored) = person.presences.iter_mut().find(|it| it.from == row.from) {
        row.to = row.to.or(stored.to);
        let differ = |stored: &Presence| {
            if stored.case_holding != row.case_holding {
                let shown = |of: Presence| text(&format!("{:?}", of.case_holding).to_lowercase());
                return Difference::new(Column::CaseHolding, shown(*stored), shown(row));
            }
            Difference::in_end(month_text(stored.to), month_text(row.to))
        };
        let is_taken = found.merge(at, Some(&*stored), &row, differ);
        if is_taken {
            *stored = row;
        }
        return is_taken;
    }
    if person.presences.iter().any(|it| overlap((it.from, it.to), (row.from, row.to))) {
        let reason = Reason::Overlap { line: before.map(|it| it.line) };
        found.refuse(at, Column::From, month_text(Some(row.from)), reason);
        return false;
    }
    let place = person.presences.partition_point(|it| it.from < row.from);
    person.presences.insert(place, row);
    found.new_row(at);
    true
}
