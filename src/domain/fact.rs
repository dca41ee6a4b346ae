//! What a change is about, without its two sides: to see whether two steps touched the same.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    AbsenceId, BandKind, CaseworkerId, Change, CommitteeId, CountKey, EditionId, EpisodeKey,
    EventId, Month, SettingKey, TargetId, UnitField, UnitId,
};

/// The name of one fact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Fact {
    Unit(UnitId),
    Caseworker(UnitId, CaseworkerId),
    Employment(UnitId, (CaseworkerId, Month)),
    Absence(UnitId, AbsenceId),
    Cases(UnitId, CountKey),
    Figure(UnitId, (Month, UnitField)),
    Bands(UnitId, (Month, BandKind)),
    Episode(UnitId, EpisodeKey),
    Target(TargetId),
    Event(EventId),
    Committee(CommitteeId),
    Edition(EditionId),
    Setting(SettingKey),
}

impl Fact {
    fn of(change: &Change) -> Self {
        match change {
            Change::Unit(edit) => Self::Unit(edit.key),
            Change::Caseworker(unit, edit) => Self::Caseworker(*unit, edit.key),
            Change::Employment(unit, edit) => Self::Employment(*unit, edit.key),
            Change::Absence(unit, edit) => Self::Absence(*unit, edit.key),
            Change::Cases(unit, edit) => Self::Cases(*unit, edit.key),
            Change::Figure(unit, edit) => Self::Figure(*unit, edit.key),
            Change::Bands(unit, edit) => Self::Bands(*unit, edit.key),
            Change::Episode(unit, edit) => Self::Episode(*unit, edit.key.clone()),
            Change::Target(edit) => Self::Target(edit.key),
            Change::Event(edit) => Self::Event(edit.key),
            Change::Committee(edit) => Self::Committee(edit.key),
            Change::Edition(edit) => Self::Edition(edit.key),
            Change::Setting(edit) => Self::Setting(edit.key),
        }
    }
}

/// A unit or caseworker that began or ceased to be: everything in it hangs on that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Holder {
    Unit(UnitId),
    Caseworker(CaseworkerId),
}

impl Holder {
    /// What begins or ceases to be with a change.
    fn of(change: &Change) -> Option<Self> {
        if let Change::Unit(edit) = change {
            return edit.begins_or_ceases().then_some(Self::Unit(edit.key));
        }
        let Change::Caseworker(_, edit) = change else { return None };
        edit.begins_or_ceases().then_some(Self::Caseworker(edit.key))
    }

    /// Everything a change names, inside its values too.
    fn named_by(change: &Change) -> impl Iterator<Item = Self> {
        let unit = named_unit(change).map(Self::Unit);
        let caseworker = change.caseworker().map(Self::Caseworker);
        unit.into_iter().chain(caseworker)
    }
}

/// The unit it belongs to, or the one that a shared fact is about.
fn named_unit(change: &Change) -> Option<UnitId> {
    if let Change::Target(edit) = change {
        return edit.sides().into_iter().rev().flatten().find_map(|it| it.unit);
    }
    if let Change::Event(edit) = change {
        return edit.sides().into_iter().rev().flatten().find_map(|it| it.unit);
    }
    change.unit()
}

/// What some changes touched, to be asked whether another change touches the same.
#[derive(Debug, Default)]
pub struct Touched {
    facts: BTreeSet<Fact>,
    /// What began or ceased to be among them.
    holders: BTreeSet<Holder>,
    /// Everything they name.
    named: BTreeSet<Holder>,
}

impl Touched {
    pub fn add(&mut self, change: &Change) {
        self.facts.insert(Fact::of(change));
        self.holders.extend(Holder::of(change));
        self.named.extend(Holder::named_by(change));
    }

    /// Whether the change is about the same fact, or one hangs on the other.
    pub fn meets(&self, change: &Change) -> bool {
        self.facts.contains(&Fact::of(change))
            || Holder::of(change).is_some_and(|it| self.named.contains(&it))
            || Holder::named_by(change).any(|it| self.holders.contains(&it))
    }
}

/// Many changes, in the order they are carried out, as one change a fact.
///
/// What begins stands before what is in it, what ceases after.
pub fn net(changes: impl IntoIterator<Item = Change>) -> Vec<Change> {
    let mut by_fact: BTreeMap<Fact, Change> = BTreeMap::new();
    for change in changes {
        let fact = Fact::of(&change);
        let whole = match by_fact.remove(&fact) {
            Some(earlier) => joined(earlier, change),
            None => change,
        };
        by_fact.insert(fact, whole);
    }
    let mut all: Vec<Change> = by_fact.into_values().filter(|it| !it.is_nothing()).collect();
    all.sort_by_key(turn);
    all
}

/// Two changes of one fact as one.
fn joined(first: Change, next: Change) -> Change {
    use Change as C;
    match (first, next) {
        (C::Unit(edit), C::Unit(next)) => C::Unit(edit.then(next)),
        (C::Caseworker(unit, edit), C::Caseworker(_, next)) => C::Caseworker(unit, edit.then(next)),
        (C::Employment(unit, edit), C::Employment(_, next)) => C::Employment(unit, edit.then(next)),
        (C::Absence(unit, edit), C::Absence(_, next)) => C::Absence(unit, edit.then(next)),
        (C::Cases(unit, edit), C::Cases(_, next)) => C::Cases(unit, edit.then(next)),
        (C::Figure(unit, edit), C::Figure(_, next)) => C::Figure(unit, edit.then(next)),
        (C::Bands(unit, edit), C::Bands(_, next)) => C::Bands(unit, edit.then(next)),
        (C::Episode(unit, edit), C::Episode(_, next)) => C::Episode(unit, edit.then(next)),
        (C::Target(edit), C::Target(next)) => C::Target(edit.then(next)),
        (C::Event(edit), C::Event(next)) => C::Event(edit.then(next)),
        (C::Committee(edit), C::Committee(next)) => C::Committee(edit.then(next)),
        (C::Edition(edit), C::Edition(next)) => C::Edition(edit.then(next)),
        (C::Setting(edit), C::Setting(next)) => C::Setting(edit.then(next)),
        // Two facts: never asked for.
        (change, _) => change,
    }
}

/// When its turn comes: what begins, what is within, people who cease, units that cease.
fn turn(change: &Change) -> u8 {
    if let Change::Unit(edit) = change {
        return if edit.after.is_some() { 0 } else { 3 };
    }
    let Change::Caseworker(_, edit) = change else { return 1 };
    if edit.after.is_some() { 0 } else { 2 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CaseCount, Caseworker, Edit, IdentityId, Unit};

    fn month(text: &str) -> Month {
        Month::parse_iso(text).unwrap()
    }

    fn cases(before: Option<u32>, after: Option<u32>) -> Change {
        let count = |it: u32| CaseCount { cases: it, split: None };
        let key = (month("2026-10"), CaseworkerId(7));
        Change::Cases(UnitId(1), Edit::new(key, before.map(count), after.map(count)))
    }

    /// Whether the caseworker is there before and after.
    fn caseworker([before, after]: [bool; 2]) -> Change {
        let person =
            || Caseworker { unit: UnitId(1), identity: IdentityId(1), presences: Vec::new() };
        let edit = Edit::new(CaseworkerId(7), before.then(person), after.then(person));
        Change::Caseworker(UnitId(1), edit)
    }

    #[test]
    fn changes_of_one_fact_become_one_and_nothing_becomes_none() {
        let whole = net([cases(Some(5), Some(7)), cases(Some(7), Some(9))]);
        assert_eq!(whole, [cases(Some(5), Some(9))]);
        assert_eq!(net([cases(Some(5), Some(7)), cases(Some(7), Some(5))]), []);
    }

    #[test]
    fn what_begins_stands_first_and_what_ceases_last() {
        let unit = Unit {
            code: "A".to_owned(),
            counts: crate::domain::CountingUnit::Child,
            case_reporting: crate::domain::CaseReporting::ByCaseworker,
            waiting_list: crate::domain::WaitingList::None,
            names: Vec::new(),
        };
        let unit = Change::Unit(Edit::removed(UnitId(1), unit));
        let changes = [unit, caseworker([true, false]), cases(Some(1), None)];
        let order = net(changes.clone());
        assert_eq!(order, [changes[2].clone(), changes[1].clone(), changes[0].clone()]);
        let back = net(changes.map(Change::inverted));
        assert!(matches!(back[0], Change::Unit(_)));
        assert!(matches!(back[2], Change::Cases(..)));
    }

    #[test]
    fn a_caseworker_who_ceases_to_be_meets_everything_that_names_them() {
        let mut touched = Touched::default();
        touched.add(&cases(None, Some(3)));
        assert!(touched.meets(&caseworker([true, false])));
        assert!(!touched.meets(&caseworker([true, true])), "only what they are called");
        let mut gone = Touched::default();
        gone.add(&caseworker([true, false]));
        assert!(gone.meets(&cases(Some(3), None)));
    }
}
