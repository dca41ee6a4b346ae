//! Units and people as they are and as the import leaves them.

use std::collections::BTreeMap;

use crate::book::draft::{Word, Words};
use crate::book::numbers::Numbers;
use crate::domain::{
    BlockWriter, Caseworker, CaseworkerId, Change, Day, Edit, Identity, Month, Places, Presence,
    Snapshot, Unit, UnitData, UnitId,
};

/// A unit by its place in the plan, which is the order of ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitAt(pub u32);

/// A unit as it is and as it will be.
pub struct UnitPlan<'a> {
    pub at: UnitAt,
    pub id: UnitId,
    pub stored: Option<&'a UnitData>,
    pub after: Unit,
    /// In the order of their ids.
    people: Vec<PersonPlan<'a>>,
    /// Initials and the place among people, ordered by word.
    by_initials: Vec<(Word, usize)>,
    /// First and last month that the import has a figure for.
    pub months: Option<(Month, Month)>,
    /// The same, of the counts alone.
    pub counted: Option<(Month, Month)>,
    /// First approval and last date of the import's episodes.
    pub days: Option<(Day, Day)>,
    /// What its register would answer for if everything in the import were stored.
    pub register: Option<(Month, Month)>,
}

/// A caseworker as stored and as it will be.
pub struct PersonPlan<'a> {
    pub id: CaseworkerId,
    stored: Option<&'a Caseworker>,
    pub after: Caseworker,
}

/// Every unit of the book and of the import.
pub struct Units<'a> {
    all: Vec<UnitPlan<'a>>,
    /// The unit a word means, by word.
    meant: Vec<Option<UnitAt>>,
}

/// Makes a range wide enough for one more.
pub fn stretch<T: Ord + Copy>(range: &mut Option<(T, T)>, first: T, last: T) {
    let (from, to) = range.unwrap_or((first, last));
    *range = Some((from.min(first), to.max(last)));
}

impl UnitPlan<'_> {
    pub fn person(&self, initials: Word) -> Option<&PersonPlan<'_>> {
        let found = self.by_initials.binary_search_by_key(&initials, |it| it.0).ok()?;
        self.people.get(self.by_initials.get(found)?.1)
    }

    pub fn person_mut(&mut self, id: CaseworkerId) -> Option<&mut Caseworker> {
        self.people.iter_mut().find(|it| it.id == id).map(|it| &mut it.after)
    }

    /// Whether its register has places on it, or will have.
    pub fn places(&self) -> Places {
        let is_stored = self.stored.is_some_and(|it| !it.episodes.is_empty());
        if is_stored || self.days.is_some() { Places::Some } else { Places::None }
    }
}

impl<'a> Units<'a> {
    pub fn new(snapshot: &'a Snapshot, words: &Words) -> Self {
        let mut units = Self { all: Vec::new(), meant: vec![None; words.len()] };
        for data in snapshot.units() {
            let at = units.add(data.id, data.unit.clone(), words);
            let Some(unit) = units.get_mut(at) else { continue };
            unit.stored = Some(data);
            for (place, (id, person)) in data.caseworkers.iter().enumerate() {
                let after = person.clone();
                unit.people.push(PersonPlan { id: *id, stored: Some(person), after });
                let identity = snapshot.identity(person.identity);
                let word = identity.and_then(|it| words.find(&it.initials));
                unit.by_initials.extend(word.map(|it| (it, place)));
            }
            unit.by_initials.sort_unstable();
        }
        units
    }

    /// Adds a new unit after all others.
    pub fn add(&mut self, id: UnitId, after: Unit, words: &Words) -> UnitAt {
        let at = UnitAt(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        if let Some(word) = words.find(&after.code) {
            self.mean(word, at);
        }
        self.all.push(UnitPlan {
            at,
            id,
            stored: None,
            after,
            people: Vec::new(),
            by_initials: Vec::new(),
            months: None,
            counted: None,
            days: None,
            register: None,
        });
        at
    }

    fn mean(&mut self, word: Word, unit: UnitAt) {
        if let Some(slot) = self.meant.get_mut(word.0 as usize) {
            *slot = Some(unit);
        }
    }

    /// Lets names of units stand for them, where only one unit has the name and no unit the code.
    pub fn accept_names(&mut self, words: &Words) {
        let mut meant: BTreeMap<Word, Option<UnitAt>> = BTreeMap::new();
        for unit in &self.all {
            for name in &unit.after.names {
                if let Some(word) = words.find(&name.name) {
                    let same = meant.get(&word).is_none_or(|it| *it == Some(unit.at));
                    meant.insert(word, same.then_some(unit.at));
                }
            }
        }
        for (word, unit) in meant {
            if let Some(unit) = unit.filter(|_| self.find(word).is_none()) {
                self.mean(word, unit);
            }
        }
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = &UnitPlan<'a>> {
        self.all.iter()
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut UnitPlan<'a>> {
        self.all.iter_mut()
    }

    pub fn get(&self, at: UnitAt) -> Option<&UnitPlan<'a>> {
        self.all.get(at.0 as usize)
    }

    pub fn get_mut(&mut self, at: UnitAt) -> Option<&mut UnitPlan<'a>> {
        self.all.get_mut(at.0 as usize)
    }

    pub fn id(&self, at: UnitAt) -> UnitId {
        self.get(at).map_or(UnitId(0), |it| it.id)
    }

    /// The unit that a word means.
    pub fn find(&self, word: Word) -> Option<&UnitPlan<'a>> {
        self.get(self.meant.get(word.0 as usize).copied().flatten()?)
    }

    /// A new caseworker in a unit.
    pub fn add_person(
        &mut self,
        unit: UnitAt,
        (initials, identity): (Word, Identity),
        presence: Presence,
        numbers: &mut Numbers<'_>,
    ) {
        let identity = numbers.identity(identity);
        let id = CaseworkerId(numbers.new_id());
        let Some(unit) = self.get_mut(unit) else {
            return;
        };
        let after = Caseworker { unit: unit.id, identity, presences: vec![presence] };
        let place = unit.people.len();
        unit.people.push(PersonPlan { id, stored: None, after });
        let at = unit.by_initials.partition_point(|it| it.0 < initials);
        unit.by_initials.insert(at, (initials, place));
    }

    /// Writes units, then people.
    pub fn write(&self, writer: &mut BlockWriter) {
        for unit in &self.all {
            let before = unit.stored.map(|it| &it.unit);
            if before != Some(&unit.after) {
                let edit = Edit::new(unit.id, before.cloned(), Some(unit.after.clone()));
                writer.push(&Change::Unit(edit));
            }
        }
        for unit in &self.all {
            for person in unit.people.iter().filter(|it| it.stored != Some(&it.after)) {
                let after = Some(person.after.clone());
                let edit = Edit::new(person.id, person.stored.cloned(), after);
                writer.push(&Change::Caseworker(unit.id, edit));
            }
        }
    }
}
