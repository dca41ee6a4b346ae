//! Units and caseworkers that only figures name, made when that is asked for: from the first month they are seen.

use std::collections::BTreeMap;

use super::planner::{PersonPlan, Planner};
use super::verdict::Remark;
use crate::book::draft::{BandRow, CountRow, EpisodeRow, FigureRow, FileNumber, Rows, Word};
use crate::domain::{
    CaseHolding, CaseReporting, Caseworker, CaseworkerId, CountingUnit, Identity, IdentityId,
    Month, Presence, Unit, UnitField, UnitId, UnitName, WaitingList,
};

/// What figures tell of a unit nobody has described.
struct Seen {
    first: Month,
    place: (FileNumber, u32),
    case_reporting: CaseReporting,
    waits: bool,
}

impl Planner<'_> {
    pub fn create_units(
        &mut self,
        counts: &Rows<CountRow>,
        figures: &Rows<FigureRow>,
        bands: &Rows<BandRow>,
        episodes: &Rows<EpisodeRow>,
    ) {
        let mut seen: Vec<(Word, Seen)> = Vec::new();
        let mut note = |planner: &Self, word, month, place, reporting, waits| {
            if planner.unit(word).is_none() {
                see(&mut seen, word, month, place, (reporting, waits));
            }
        };
        for (index, it) in counts.iter().enumerate() {
            if self.unit(it.row.unit).is_none() {
                let by = Some(CaseReporting::ByCaseworker);
                note(self, it.row.unit, it.row.month, counts.place(index), by, false);
            }
        }
        for (index, it) in figures.iter().enumerate() {
            let waits = it.row.figures.iter().any(|it| it.0.is_of_waiting_list());
            let by = it.row.figures.get(UnitField::Cases).map(|_| CaseReporting::ByUnit);
            note(self, it.row.unit, it.row.month, figures.place(index), by, waits);
        }
        for (index, it) in bands.iter().enumerate() {
            note(self, it.row.unit, it.row.month, bands.place(index), None, true);
        }
        for (index, it) in episodes.iter().enumerate() {
            if self.unit(it.row.unit).is_none() {
                let month = it.row.approved.month();
                note(self, it.row.unit, month, episodes.place(index), None, true);
            }
        }
        for (word, seen) in seen {
            self.create_unit(word, &seen);
        }
    }

    fn create_unit(&mut self, word: Word, seen: &Seen) {
        let code = self.words.text(word).to_owned();
        let waiting_list = if seen.waits {
            WaitingList::Kept { register_from: None, register_through: None }
        } else {
            WaitingList::None
        };
        let name = UnitName { name: code.clone(), from: seen.first, to: None };
        let unit = Unit {
            code: code.clone(),
            counts: CountingUnit::Child,
            case_reporting: seen.case_reporting,
            waiting_list,
            names: vec![name],
        };
        let id = UnitId(self.new_id());
        self.add_unit(id, None, unit);
        let (file, line) = seen.place;
        self.remark(file, Remark::CreatedUnit { line, unit: code });
    }

    /// `names` are full names by the words for unit and initials.
    pub fn create_caseworkers(
        &mut self,
        counts: &Rows<CountRow>,
        names: &BTreeMap<(Word, Word), String>,
    ) {
        let mut places: BTreeMap<(usize, Word), usize> = BTreeMap::new();
        let mut found: Vec<(usize, CountRow, (FileNumber, u32))> = Vec::new();
        for (index, it) in counts.iter().enumerate() {
            let Some(unit) = self.unit(it.row.unit) else {
                continue;
            };
            if self.person(unit, it.row.initials).is_some() || !self.reports_by_caseworker(unit) {
                continue;
            }
            let at = *places.entry((unit, it.row.initials)).or_insert_with(|| {
                found.push((unit, it.row, counts.place(index)));
                found.len() - 1
            });
            if let Some(known) = found.get_mut(at) {
                known.1.month = known.1.month.min(it.row.month);
            }
        }
        for (unit, row, (file, line)) in found {
            let (initials, from) = (row.initials, row.month);
            let case_holding = CaseHolding::Yes;
            let presence = Presence { from, to: None, case_holding };
            let name = names.get(&(row.unit, initials)).cloned();
            self.add_person(unit, initials, name, presence);
            let code = self.units.get(unit).map(|it| it.after.code.clone());
            let initials = self.words.text(initials).to_owned();
            let unit = code.unwrap_or_default();
            self.remark(file, Remark::CreatedCaseworker { line, unit, initials });
        }
    }

    fn reports_by_caseworker(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|it| it.after.has_caseworkers())
    }

    /// A new caseworker in a unit. Someone with the same initials and full name elsewhere is the same person.
    pub fn add_person(
        &mut self,
        unit: usize,
        initials: Word,
        name: Option<String>,
        presence: Presence,
    ) {
        let identity = self.identity(initials, name);
        let id = CaseworkerId(self.new_id());
        let Some(unit) = self.units.get_mut(unit) else {
            return;
        };
        let after = Caseworker { unit: unit.id, identity, presences: vec![presence] };
        let place = unit.people.len();
        unit.people.push(PersonPlan { id, stored: None, after });
        let at = unit.by_initials.partition_point(|it| it.0 < initials);
        unit.by_initials.insert(at, (initials, place));
    }

    fn identity(&mut self, initials: Word, name: Option<String>) -> IdentityId {
        let identity = Identity { initials: self.words.text(initials).to_owned(), name };
        if identity.name.is_some() {
            let stored = self.snapshot.identities.iter().map(|(id, it)| (*id, it));
            let added = self.new_words.identities.iter().map(|(id, it)| (*id, it));
            if let Some((id, _)) = stored.chain(added).find(|it| *it.1 == identity) {
                return id;
            }
        }
        let stored = self.snapshot.identities.last_key_value().map(|it| it.0.0);
        let newest = self.new_words.identities.last().map(|it| it.0.0);
        let id = IdentityId(newest.or(stored).unwrap_or(0) + 1);
        self.new_words.identities.push((id, identity));
        id
    }
}

fn see(
    seen: &mut Vec<(Word, Seen)>,
    word: Word,
    month: Month,
    place: (FileNumber, u32),
    (reporting, waits): (Option<CaseReporting>, bool),
) {
    if let Some((_, known)) = seen.iter_mut().find(|it| it.0 == word) {
        known.first = known.first.min(month);
        known.waits |= waits;
        return;
    }
    let case_reporting = reporting.unwrap_or(CaseReporting::ByUnit);
    let first = month;
    seen.push((word, Seen { first, place, case_reporting, waits }));
}
