//! Units and caseworkers that only figures name, made when that is asked for: from the first month they are seen.

use std::collections::BTreeMap;

use super::planner::Planner;
use super::unit_plan::{UnitAt, Units};
use crate::book::draft::{Draft, RowAt, Word};
use crate::book::verdict::Remark;
use crate::domain::{
    CaseHolding, CaseReporting, CountingUnit, Identity, Month, Presence, Unit, UnitId, UnitName,
    WaitingList,
};

/// What figures tell of a unit nobody has described.
struct Seen {
    first: Month,
    at: RowAt,
    case_reporting: CaseReporting,
    waiting_list: WaitingList,
}

/// Units that nobody has described, in the order in which they are met.
struct Strangers<'u, 'a> {
    units: &'u Units<'a>,
    seen: Vec<(Word, Seen)>,
}

impl Strangers<'_, '_> {
    fn see(&mut self, word: Word, seen: Seen) {
        if self.units.find(word).is_some() {
            return;
        }
        match self.seen.iter_mut().find(|it| it.0 == word) {
            Some((_, known)) => {
                known.first = known.first.min(seen.first);
                known.waiting_list = known.waiting_list.max(seen.waiting_list);
            }
            None => self.seen.push((word, seen)),
        }
    }
}

pub fn units(planner: &mut Planner<'_>, draft: &Draft) {
    let Planner { units, found, numbers, .. } = planner;
    let by_unit = CaseReporting::ByUnit;
    let list = WaitingList::Kept { register_from: None, register_through: None };
    let mut strangers = Strangers { units, seen: Vec::new() };
    for (at, row) in draft.counts.placed() {
        let (case_reporting, waiting_list) = (CaseReporting::ByCaseworker, WaitingList::None);
        strangers.see(row.unit, Seen { first: row.month, at, case_reporting, waiting_list });
    }
    for (at, row) in draft.figures.placed() {
        let waits = row.figures.iter().any(|it| it.0.is_of_waiting_list());
        let waiting_list = if waits { list } else { WaitingList::None };
        let case_reporting = by_unit;
        strangers.see(row.unit, Seen { first: row.month, at, case_reporting, waiting_list });
    }
    let waiting = |first, at| Seen { first, at, case_reporting: by_unit, waiting_list: list };
    for (at, row) in draft.bands.placed() {
        strangers.see(row.unit, waiting(row.month, at));
    }
    for (at, row) in draft.episodes.placed() {
        strangers.see(row.unit, waiting(row.approved.month(), at));
    }
    for (word, seen) in strangers.seen {
        let code = found.words.text(word).to_owned();
        let unit = Unit {
            code: code.clone(),
            counts: CountingUnit::Child,
            case_reporting: seen.case_reporting,
            waiting_list: seen.waiting_list,
            names: vec![UnitName { name: code.clone(), from: seen.first, to: None }],
        };
        units.add(UnitId(numbers.new_id()), unit, &found.words);
        let line = found.place(seen.at).line;
        found.remark(seen.at.file, Remark::CreatedUnit { line, unit: code });
    }
}

/// Somebody only counts name, from the first month they are seen.
struct Newcomer {
    unit: UnitAt,
    at: RowAt,
    words: (Word, Word),
    from: Month,
}

pub fn caseworkers(planner: &mut Planner<'_>, draft: &Draft) {
    let Planner { units, found, numbers, .. } = planner;
    let mut places: BTreeMap<(UnitAt, Word), usize> = BTreeMap::new();
    let mut newcomers: Vec<Newcomer> = Vec::new();
    for (index, row) in draft.counts.iter().map(|it| it.row).enumerate() {
        let unit = units.find(row.unit).filter(|it| it.after.has_caseworkers());
        let Some(unit) = unit.filter(|it| it.person(row.initials).is_none()) else {
            continue;
        };
        let (unit, from) = (unit.at, row.month);
        let place = *places.entry((unit, row.initials)).or_insert_with(|| {
            let (at, words) = (draft.counts.place(index), (row.unit, row.initials));
            newcomers.push(Newcomer { unit, at, words, from });
            newcomers.len() - 1
        });
        if let Some(known) = newcomers.get_mut(place) {
            known.from = known.from.min(from);
        }
    }
    for Newcomer { unit, at, words, from } in newcomers {
        let initials = found.words.text(words.1).to_owned();
        let name = draft.names.get(&words).cloned();
        let identity = Identity { initials: initials.clone(), name };
        let presence = Presence { from, to: None, case_holding: CaseHolding::Yes };
        units.add_person(unit, (words.1, identity), presence, numbers);
        let unit = units.get(unit).map(|it| it.after.code.clone()).unwrap_or_default();
        let line = found.place(at).line;
        found.remark(at.file, Remark::CreatedCaseworker { line, unit, initials });
    }
}
