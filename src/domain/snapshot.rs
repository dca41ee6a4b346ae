//! Everything the file says, in memory, as of one entry. Cheap to copy: an edit copies one unit.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::delta::Step;
use super::{
    BlockError, CaseworkerId, Change, ChangeBlock, Committee, CommitteeId, Delta, Edit, Edition,
    EditionId, EntryId, Event, EventId, Former, Identity, IdentityId, OfferId, Settings,
    StoredFile, Target, TargetId, Unit, UnitData, UnitId,
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
    /// Names that are overwritten for good.
    pub erased: Vec<Edit<IdentityId, Identity>>,
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
            let erased = words.erased.iter().filter_map(|it| Some((it.key, it.after.clone()?)));
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
        let delta = changes.iter().collect::<Result<Delta, BlockError>>()?;
        self.apply_delta(entry, delta);
        Ok(())
    }

    /// The same where the changes have been decoded.
    pub fn apply_delta(&mut self, entry: EntryId, delta: Delta) {
        self.revision = entry;
        self.next_id = self.next_id.max(delta.next_id);
        for step in delta.steps {
            match step {
                Step::Counts(unit, run) => {
                    self.in_unit(entry, unit, |data| Arc::make_mut(&mut data.counts).apply(&run));
                }
                Step::Episodes(unit, run) => {
                    self.in_unit(entry, unit, |data| Arc::make_mut(&mut data.episodes).apply(&run));
                }
                Step::One(change) => self.apply_one(entry, change),
            }
        }
    }

    fn apply_one(&mut self, entry: EntryId, change: Change) {
        match change {
            Change::Unit(edit) => self.set_unit(entry, edit),
            Change::Caseworker(unit, edit) => {
                self.in_unit(entry, unit, |data| edit.put(&mut data.caseworkers));
            }
            Change::Employment(unit, edit) => {
                self.in_unit(entry, unit, |data| edit.put(&mut data.employments));
            }
            Change::Absence(unit, edit) => {
                self.in_unit(entry, unit, |data| edit.put(&mut data.absences));
            }
            Change::Cases(unit, edit) => self.in_unit(entry, unit, |data| {
                Arc::make_mut(&mut data.counts).set(edit.key, edit.after);
            }),
            Change::Figure(unit, edit) => {
                let (month, field) = edit.key;
                self.in_unit(entry, unit, |data| data.set_figure(month, field, edit.after));
            }
            Change::Bands(unit, edit) => {
                self.in_unit(entry, unit, |data| edit.put(&mut data.bands));
            }
            Change::Episode(unit, edit) => self.in_unit(entry, unit, |data| {
                Arc::make_mut(&mut data.episodes).set(&edit.key, edit.after);
            }),
            Change::Target(edit) => edit.put(&mut self.shared_mut(entry).targets),
            Change::Event(edit) => edit.put(&mut self.shared_mut(entry).events),
            Change::Committee(edit) => edit.put(&mut self.shared_mut(entry).committees),
            Change::Edition(edit) => edit.put(&mut self.shared_mut(entry).editions),
            Change::Setting(edit) => self.shared_mut(entry).settings.set(edit.key, edit.after),
        }
    }

    fn in_unit(&mut self, entry: EntryId, id: UnitId, change: impl FnOnce(&mut UnitData)) {
        if let Some(data) = self.units.get_mut(&id) {
            let data = Arc::make_mut(data);
            data.revision = entry;
            change(data);
        }
    }

    fn shared_mut(&mut self, entry: EntryId) -> &mut Shared {
        let shared = Arc::make_mut(&mut self.shared);
        shared.revision = entry;
        shared
    }

    fn set_unit(&mut self, entry: EntryId, edit: Edit<UnitId, Unit>) {
        let id = edit.key;
        let Some(unit) = edit.after else {
            self.units.remove(&id);
            return;
        };
        let data =
            self.units.entry(id).or_insert_with(|| Arc::new(UnitData::new(id, unit.clone())));
        let data = Arc::make_mut(data);
        (data.unit, data.revision) = (unit, entry);
    }
}
