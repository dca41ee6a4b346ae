//! Everything the file says, in memory, as of one entry. Cheap to copy: an edit copies one unit.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    BlockError, CaseCount, CaseworkerId, Change, ChangeBlock, Committee, CommitteeId, CountKey,
    Edition, EditionId, EntryId, EpisodeKey, Event, EventId, Former, Identity, IdentityId, OfferId,
    Outcome, Settings, StoredFile, Target, TargetId, UnitData, UnitId,
};

/// What belongs to no single unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shared {
    /// The newest entry that touched any of it.
    pub revision: EntryId,
    pub targets: BTreeMap<TargetId, Target>,
    pub events: BTreeMap<EventId, Event>,
    pub committees: BTreeMap<CommitteeId, Committee>,
    pub editions: BTreeMap<EditionId, Edition>,
    pub settings: Settings,
}

/// Words an entry brings with it. They are named by number from then on, and not part of undo.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewWords {
    pub identities: Vec<(IdentityId, Identity)>,
    pub offers: Vec<(OfferId, String)>,
    /// Names that are overwritten for good: what was there, and what stands there now.
    pub erased: Vec<(IdentityId, Identity, Identity)>,
    /// The bytes of an issued edition's files, which are read back one by one.
    pub files: Vec<StoredFile>,
}

/// The book as of its newest entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    pub revision: EntryId,
    /// The next free number for a unit, caseworker, absence, target, event, committee or edition.
    /// Numbers are never used again, so that the change log stays unambiguous.
    pub next_id: u32,
    units: BTreeMap<UnitId, Arc<UnitData>>,
    pub shared: Arc<Shared>,
    /// What people are called. Grows only; an erasure overwrites.
    pub identities: Arc<BTreeMap<IdentityId, Identity>>,
    /// What waiting episodes wait for. Grows only.
    pub offers: Arc<BTreeMap<OfferId, String>>,
    /// What the log tells of things that are gone; empty unless it was asked.
    former: Arc<Former>,
}

impl Default for Snapshot {
    /// A new book: nothing in it, the first free id is 1.
    fn default() -> Self {
        Self {
            revision: EntryId(0),
            next_id: 1,
            units: BTreeMap::new(),
            shared: Arc::default(),
            identities: Arc::default(),
            offers: Arc::default(),
            former: Arc::default(),
        }
    }
}

impl Snapshot {
    pub fn units(&self) -> impl Iterator<Item = &UnitData> {
        self.units.values().map(AsRef::as_ref)
    }

    pub fn unit(&self, id: UnitId) -> Option<&UnitData> {
        self.units.get(&id).map(AsRef::as_ref)
    }

    pub fn unit_by_code(&self, code: &str) -> Option<&UnitData> {
        self.units().find(|it| it.unit.code == code)
    }

    pub fn identity(&self, id: IdentityId) -> Option<&Identity> {
        self.identities.get(&id)
    }

    pub fn offer(&self, id: OfferId) -> Option<&str> {
        self.offers.get(&id).map(String::as_str)
    }

    /// The same book, for telling its log: things that are gone have their names.
    #[must_use]
    pub fn remembering(&self, former: &Arc<Former>) -> Self {
        Self { former: Arc::clone(former), ..self.clone() }
    }

    /// The code of a unit that is there, or was.
    pub fn code_of(&self, id: UnitId) -> Option<&str> {
        self.unit(id).map(|it| it.unit.code.as_str()).or_else(|| self.former.unit(id))
    }

    /// What a caseworker is called, or was before being deleted.
    pub fn called(&self, unit: UnitId, id: CaseworkerId) -> Option<&Identity> {
        let there = self.unit(unit).and_then(|it| it.caseworkers.get(&id));
        let identity = there.map(|it| it.identity).or_else(|| self.former.person(id));
        self.identity(identity?)
    }

    pub fn settings(&self) -> &Settings {
        &self.shared.settings
    }

    /// Learns words before the changes that use them are applied.
    pub fn learn(&mut self, words: &NewWords) {
        if !words.identities.is_empty() {
            Arc::make_mut(&mut self.identities).extend(words.identities.iter().cloned());
        }
        if !words.erased.is_empty() {
            let erased = words.erased.iter().map(|(id, _, after)| (*id, after.clone()));
            Arc::make_mut(&mut self.identities).extend(erased);
        }
        if !words.offers.is_empty() {
            Arc::make_mut(&mut self.offers).extend(words.offers.iter().cloned());
        }
    }

    /// Whether both say the same, however they came to say it.
    pub fn same_content(&self, other: &Self) -> bool {
        let unit = |it: &UnitData| UnitData { revision: EntryId(0), ..it.clone() };
        let shared = |it: &Shared| Shared { revision: EntryId(0), ..it.clone() };
        self.next_id == other.next_id
            && self.units().map(unit).eq(other.units().map(unit))
            && shared(&self.shared) == shared(&other.shared)
            && self.identities == other.identities
            && self.offers == other.offers
    }

    /// Puts a unit in place, while a file is being loaded.
    pub fn insert_unit(&mut self, data: UnitData) {
        self.units.insert(data.id, Arc::new(data));
    }

    /// Moves forward by one committed entry. Changes that name a unit that is not there do nothing:
    /// a unit goes with everything in it.
    pub fn apply(&mut self, entry: EntryId, changes: &ChangeBlock) -> Result<(), BlockError> {
        self.revision = entry;
        let mut runs = Runs::default();
        for change in changes.iter() {
            let change = change?;
            if let Some(id) = change.register_id() {
                self.next_id = self.next_id.max(id + 1);
            }
            if !runs.takes(&change) {
                self.flush(entry, &mut runs);
            }
            if let Some(change) = runs.push(change) {
                self.apply_one(entry, change);
            }
        }
        self.flush(entry, &mut runs);
        Ok(())
    }

    fn flush(&mut self, entry: EntryId, runs: &mut Runs) {
        let Some(unit) = runs.unit.take() else {
            return;
        };
        if let Some(data) = self.unit_mut(entry, unit) {
            if !runs.counts.is_empty() {
                Arc::make_mut(&mut data.counts).apply(&runs.counts);
            }
            if !runs.episodes.is_empty() {
                apply_episodes(data, &runs.episodes);
            }
        }
        runs.counts.clear();
        runs.episodes.clear();
    }

    fn unit_mut(&mut self, entry: EntryId, id: UnitId) -> Option<&mut UnitData> {
        let data = Arc::make_mut(self.units.get_mut(&id)?);
        data.revision = entry;
        Some(data)
    }

    fn apply_one(&mut self, entry: EntryId, change: Change) {
        match change {
            Change::Unit { id, after, .. } => self.set_unit(entry, id, after),
            Change::Target { .. }
            | Change::Event { .. }
            | Change::Committee { .. }
            | Change::Edition { .. }
            | Change::Setting { .. } => {
                let shared = Arc::make_mut(&mut self.shared);
                shared.revision = entry;
                shared.apply_one(change);
            }
            Change::Caseworker { unit, .. }
            | Change::Employment { unit, .. }
            | Change::Absence { unit, .. }
            | Change::Cases { unit, .. }
            | Change::Figure { unit, .. }
            | Change::Bands { unit, .. }
            | Change::Episode { unit, .. } => {
                if let Some(data) = self.unit_mut(entry, unit) {
                    data.apply_one(change);
                }
            }
        }
    }

    fn set_unit(&mut self, entry: EntryId, id: UnitId, after: Option<super::Unit>) {
        let Some(unit) = after else {
            self.units.remove(&id);
            return;
        };
        if let Some(data) = self.unit_mut(entry, id) {
            data.unit = unit;
            return;
        }
        let mut data = UnitData::new(id, unit);
        data.revision = entry;
        self.insert_unit(data);
    }
}

/// Counts and episodes of one unit, gathered so that they can be merged at once.
#[derive(Default)]
struct Runs {
    unit: Option<UnitId>,
    counts: Vec<(CountKey, Option<CaseCount>)>,
    episodes: Vec<(EpisodeKey, Option<Outcome>)>,
}

impl Runs {
    fn takes(&self, change: &Change) -> bool {
        let gathered = matches!(change, Change::Cases { .. } | Change::Episode { .. });
        gathered && self.unit.is_none_or(|unit| Some(unit) == change.unit())
    }

    /// Gives back what is not gathered.
    fn push(&mut self, change: Change) -> Option<Change> {
        match change {
            Change::Cases { unit, month, caseworker, after, .. } => {
                self.unit = Some(unit);
                self.counts.push(((month, caseworker), after));
                None
            }
            Change::Episode { unit, key, after, .. } => {
                self.unit = Some(unit);
                self.episodes.push((key, after));
                None
            }
            Change::Unit { .. }
            | Change::Caseworker { .. }
            | Change::Employment { .. }
            | Change::Absence { .. }
            | Change::Figure { .. }
            | Change::Bands { .. }
            | Change::Target { .. }
            | Change::Event { .. }
            | Change::Committee { .. }
            | Change::Edition { .. }
            | Change::Setting { .. } => Some(change),
        }
    }
}

fn apply_episodes(data: &mut UnitData, changes: &[(EpisodeKey, Option<Outcome>)]) {
    let episodes = Arc::make_mut(&mut data.episodes);
    let ordered = changes.is_sorted_by(|a, b| a.0 < b.0);
    if ordered && 16 < changes.len() {
        episodes.merge(changes);
    } else {
        for (key, outcome) in changes {
            episodes.set(&key.reference, key.offer, key.approved, *outcome);
        }
    }
}

impl Shared {
    fn apply_one(&mut self, change: Change) {
        match change {
            Change::Target { id, after, .. } => set(&mut self.targets, id, after),
            Change::Event { id, after, .. } => set(&mut self.events, id, after),
            Change::Committee { id, after, .. } => set(&mut self.committees, id, after),
            Change::Edition { id, after, .. } => set(&mut self.editions, id, after),
            Change::Setting { key, after, .. } => self.settings.set(key, after),
            Change::Unit { .. }
            | Change::Caseworker { .. }
            | Change::Employment { .. }
            | Change::Absence { .. }
            | Change::Cases { .. }
            | Change::Figure { .. }
            | Change::Bands { .. }
            | Change::Episode { .. } => {}
        }
    }
}

impl UnitData {
    fn apply_one(&mut self, change: Change) {
        match change {
            Change::Caseworker { id, after, .. } => set(&mut self.caseworkers, id, after),
            Change::Employment { caseworker, from, after, .. } => {
                set(&mut self.employments, (caseworker, from), after);
            }
            Change::Absence { id, after, .. } => set(&mut self.absences, id, after),
            Change::Figure { month, field, after, .. } => {
                let figures = self.figures.entry(month).or_default();
                figures.set(field, after);
                if figures.is_empty() {
                    self.figures.remove(&month);
                }
            }
            Change::Bands { month, kind, after, .. } => {
                let after = Some(after).filter(|it| !it.is_empty());
                set(&mut self.bands, (month, kind), after);
            }
            Change::Cases { month, caseworker, after, .. } => {
                Arc::make_mut(&mut self.counts).set((month, caseworker), after);
            }
            Change::Episode { key, after, .. } => Arc::make_mut(&mut self.episodes).set(
                &key.reference,
                key.offer,
                key.approved,
                after,
            ),
            Change::Unit { .. }
            | Change::Target { .. }
            | Change::Event { .. }
            | Change::Committee { .. }
            | Change::Edition { .. }
            | Change::Setting { .. } => {}
        }
    }
}

fn set<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    };
}
