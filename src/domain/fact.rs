//! What a change is about, without its two sides: to see whether two steps touched the same.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    AbsenceId, BandKind, CaseworkerId, Change, CommitteeId, EditionId, EpisodeKey, EventId, Month,
    SettingKey, TargetId, UnitField, UnitId,
};

/// The name of one fact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    Unit(UnitId),
    Caseworker(UnitId, CaseworkerId),
    Employment(UnitId, CaseworkerId, Month),
    Absence(UnitId, AbsenceId),
    Cases(UnitId, Month, CaseworkerId),
    Figure(UnitId, Month, UnitField),
    Bands(UnitId, Month, BandKind),
    Episode(UnitId, EpisodeKey),
    Target(TargetId),
    Event(EventId),
    Committee(CommitteeId),
    Edition(EditionId),
    Setting(SettingKey),
}

/// A unit or caseworker that began or ceased to be: everything in it hangs on that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Holder {
    Unit(UnitId),
    Caseworker(CaseworkerId),
}

impl Change {
    pub fn fact(&self) -> Fact {
        match self {
            Self::Unit { id, .. } => Fact::Unit(*id),
            Self::Caseworker { unit, id, .. } => Fact::Caseworker(*unit, *id),
            Self::Employment { unit, caseworker, from, .. } => {
                Fact::Employment(*unit, *caseworker, *from)
            }
            Self::Absence { unit, id, .. } => Fact::Absence(*unit, *id),
            Self::Cases { unit, month, caseworker, .. } => Fact::Cases(*unit, *month, *caseworker),
            Self::Figure { unit, month, field, .. } => Fact::Figure(*unit, *month, *field),
            Self::Bands { unit, month, kind, .. } => Fact::Bands(*unit, *month, *kind),
            Self::Episode { unit, key, .. } => Fact::Episode(*unit, key.clone()),
            Self::Target { id, .. } => Fact::Target(*id),
            Self::Event { id, .. } => Fact::Event(*id),
            Self::Committee { id, .. } => Fact::Committee(*id),
            Self::Edition { id, .. } => Fact::Edition(*id),
            Self::Setting { key, .. } => Fact::Setting(*key),
        }
    }

    /// The caseworker it names.
    pub fn caseworker(&self) -> Option<CaseworkerId> {
        match self {
            Self::Caseworker { id, .. } => Some(*id),
            Self::Employment { caseworker, .. } | Self::Cases { caseworker, .. } => {
                Some(*caseworker)
            }
            Self::Absence { before, after, .. } => after.or(*before).map(|it| it.caseworker),
            Self::Unit { .. }
            | Self::Figure { .. }
            | Self::Bands { .. }
            | Self::Episode { .. }
            | Self::Target { .. }
            | Self::Event { .. }
            | Self::Committee { .. }
            | Self::Edition { .. }
            | Self::Setting { .. } => None,
        }
    }

    /// What begins or ceases to be with it.
    fn holder(&self) -> Option<Holder> {
        match self {
            Self::Unit { id, before, after } => {
                (before.is_none() || after.is_none()).then_some(Holder::Unit(*id))
            }
            Self::Caseworker { id, before, after, .. } => {
                (before.is_none() || after.is_none()).then_some(Holder::Caseworker(*id))
            }
            Self::Employment { .. }
            | Self::Absence { .. }
            | Self::Cases { .. }
            | Self::Figure { .. }
            | Self::Bands { .. }
            | Self::Episode { .. }
            | Self::Target { .. }
            | Self::Event { .. }
            | Self::Committee { .. }
            | Self::Edition { .. }
            | Self::Setting { .. } => None,
        }
    }

    /// The unit named inside a fact that belongs to no unit.
    fn named_unit(&self) -> Option<UnitId> {
        let either = |before: Option<UnitId>, after: Option<UnitId>| after.or(before);
        match self {
            Self::Target { before, after, .. } => either(
                before.as_ref().and_then(|it| it.unit),
                after.as_ref().and_then(|it| it.unit),
            ),
            Self::Event { before, after, .. } => either(
                before.as_ref().and_then(|it| it.unit),
                after.as_ref().and_then(|it| it.unit),
            ),
            Self::Unit { .. }
            | Self::Caseworker { .. }
            | Self::Employment { .. }
            | Self::Absence { .. }
            | Self::Cases { .. }
            | Self::Figure { .. }
            | Self::Bands { .. }
            | Self::Episode { .. }
            | Self::Committee { .. }
            | Self::Edition { .. }
            | Self::Setting { .. } => self.unit(),
        }
    }
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
        self.facts.insert(change.fact());
        self.holders.extend(change.holder());
        self.named.extend(names(change));
    }

    /// Whether the change is about the same fact, or one hangs on the other.
    pub fn meets(&self, change: &Change) -> bool {
        self.facts.contains(&change.fact())
            || change.holder().is_some_and(|it| self.named.contains(&it))
            || names(change).any(|it| self.holders.contains(&it))
    }
}

fn names(change: &Change) -> impl Iterator<Item = Holder> {
    let unit = change.named_unit().map(Holder::Unit);
    unit.into_iter().chain(change.caseworker().map(Holder::Caseworker))
}

/// Many changes, in the order they are carried out, as one change a fact.
///
/// What begins stands before what is in it, what ceases after.
pub fn net(changes: impl IntoIterator<Item = Change>) -> Vec<Change> {
    let mut by_fact: BTreeMap<Fact, Change> = BTreeMap::new();
    for change in changes {
        let fact = change.fact();
        let whole = match by_fact.remove(&fact) {
            // The first change's before, turned round twice, and the last one's after.
            Some(earlier) => join(earlier, change),
            None => change,
        };
        by_fact.insert(fact, whole);
    }
    let all = by_fact.into_values().filter(|it| *it != it.clone().inverted());
    let (mut begin, mut within, mut people, mut units) = (vec![], vec![], vec![], vec![]);
    for change in all {
        match &change {
            Change::Unit { after: None, .. } => units.push(change),
            Change::Caseworker { after: None, .. } => people.push(change),
            Change::Unit { .. } | Change::Caseworker { .. } => begin.push(change),
            Change::Employment { .. }
            | Change::Absence { .. }
            | Change::Cases { .. }
            | Change::Figure { .. }
            | Change::Bands { .. }
            | Change::Episode { .. }
            | Change::Target { .. }
            | Change::Event { .. }
            | Change::Committee { .. }
            | Change::Edition { .. }
            | Change::Setting { .. } => within.push(change),
        }
    }
    begin.into_iter().chain(within).chain(people).chain(units).collect()
}

/// Two changes of one fact, the second after the first.
fn join(first: Change, second: Change) -> Change {
    use Change as C;
    macro_rules! join {
        ($kind:ident { $($key:ident),* }, $before:ident, $after:ident) => {
            C::$kind { $($key,)* before: $before, after: $after }
        };
    }
    match (first, second) {
        (C::Unit { id, before, .. }, C::Unit { after, .. }) => join!(Unit { id }, before, after),
        (C::Caseworker { unit, id, before, .. }, C::Caseworker { after, .. }) => {
            join!(Caseworker { unit, id }, before, after)
        }
        (C::Employment { unit, caseworker, from, before, .. }, C::Employment { after, .. }) => {
            join!(Employment { unit, caseworker, from }, before, after)
        }
        (C::Absence { unit, id, before, .. }, C::Absence { after, .. }) => {
            join!(Absence { unit, id }, before, after)
        }
        (C::Cases { unit, month, caseworker, before, .. }, C::Cases { after, .. }) => {
            join!(Cases { unit, month, caseworker }, before, after)
        }
        (C::Figure { unit, month, field, before, .. }, C::Figure { after, .. }) => {
            join!(Figure { unit, month, field }, before, after)
        }
        (C::Bands { unit, month, kind, before, .. }, C::Bands { after, .. }) => {
            join!(Bands { unit, month, kind }, before, after)
        }
        (C::Episode { unit, key, before, .. }, C::Episode { after, .. }) => {
            join!(Episode { unit, key }, before, after)
        }
        (C::Target { id, before, .. }, C::Target { after, .. }) => {
            join!(Target { id }, before, after)
        }
        (C::Event { id, before, .. }, C::Event { after, .. }) => join!(Event { id }, before, after),
        (C::Committee { id, before, .. }, C::Committee { after, .. }) => {
            join!(Committee { id }, before, after)
        }
        (C::Edition { id, before, .. }, C::Edition { after, .. }) => {
            join!(Edition { id }, before, after)
        }
        (C::Setting { key, before, .. }, C::Setting { after, .. }) => {
            join!(Setting { key }, before, after)
        }
        // Two facts: never asked for.
        (first, _) => first,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CaseCount, Caseworker, IdentityId, Unit};

    fn month(text: &str) -> Month {
        Month::parse_iso(text).unwrap()
    }

    fn cases(before: Option<u32>, after: Option<u32>) -> Change {
        let count = |it: u32| CaseCount { cases: it, split: None };
        Change::Cases {
            unit: UnitId(1),
            month: month("2026-10"),
            caseworker: CaseworkerId(7),
            before: before.map(count),
            after: after.map(count),
        }
    }

    /// Whether the caseworker is there before and after.
    fn caseworker([before, after]: [bool; 2]) -> Change {
        let person =
            || Caseworker { unit: UnitId(1), identity: IdentityId(1), presences: Vec::new() };
        Change::Caseworker {
            unit: UnitId(1),
            id: CaseworkerId(7),
            before: before.then(person),
            after: after.then(person),
        }
    }

    #[test]
    fn changes_of_one_fact_become_one_and_nothing_becomes_none() {
        let whole = net([cases(Some(5), Some(7)), cases(Some(7), Some(9))]);
        assert_eq!(whole, [cases(Some(5), Some(9))]);
        assert_eq!(net([cases(Some(5), Some(7)), cases(Some(7), Some(5))]), []);
    }

    #[test]
    fn what_begins_stands_first_and_what_ceases_last() {
        let unit = |is_there: bool| Change::Unit {
            id: UnitId(1),
            before: is_there.then(|| Unit {
                code: "A".to_owned(),
                counts: crate::domain::CountingUnit::Child,
                case_reporting: crate::domain::CaseReporting::ByCaseworker,
                waiting_list: crate::domain::WaitingList::None,
                names: Vec::new(),
            }),
            after: None,
        };
        let changes = [unit(true), caseworker([true, false]), cases(Some(1), None)];
        let order = net(changes.clone());
        assert_eq!(order, [changes[2].clone(), changes[1].clone(), changes[0].clone()]);
        let back = net(changes.map(Change::inverted));
        assert!(matches!(back[0], Change::Unit { .. }));
        assert!(matches!(back[2], Change::Cases { .. }));
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
