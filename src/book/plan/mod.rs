//! From intention to changes: every rule about what may be changed lives here. Pure; reads the
//! snapshot, writes nothing.

mod figures;
mod people;
mod shared;
mod units;
mod waiting;

use super::{Command, NewEpisode, Refusal};
use crate::domain::{
    Change, ChangeBlock, Edit, EntryKind, IdentityId, Month, NewWords, OfferId, Snapshot, UnitData,
    UnitId,
};

/// What a command comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub kind: EntryKind,
    pub words: NewWords,
    pub changes: ChangeBlock,
    pub next_id: u32,
}

impl Plan {
    /// Nothing to store: it leaves no trace.
    pub fn is_nothing(&self) -> bool {
        self.changes.is_empty() && self.words == NewWords::default() && self.kind == EntryKind::Did
    }
}

/// Collects changes while a command is being planned.
struct Planning<'a> {
    snapshot: &'a Snapshot,
    /// The month that has begun on the clock.
    this_month: Month,
    next_id: u32,
    words: NewWords,
    changes: Vec<Change>,
    kind: EntryKind,
}

/// Decides what a command changes, or why it may not.
pub fn plan(snapshot: &Snapshot, command: Command, this_month: Month) -> Result<Plan, Refusal> {
    let mut planning = Planning {
        snapshot,
        this_month,
        next_id: snapshot.next_id,
        words: NewWords::default(),
        changes: Vec::new(),
        kind: EntryKind::Did,
    };
    planning.command(command)?;
    Ok(Plan {
        kind: planning.kind,
        words: planning.words,
        changes: ChangeBlock::from_changes(&planning.changes),
        next_id: planning.next_id,
    })
}

impl Planning<'_> {
    fn command(&mut self, command: Command) -> Result<(), Refusal> {
        match command {
            Command::AddUnits(units) => units.into_iter().try_for_each(|it| self.add_unit(it)),
            Command::EditUnit { id, unit } => self.edit_unit(id, unit),
            Command::RemoveUnit(id) => self.remove_unit(id),
            Command::RenameUnit { id, from, name, mark } => self.rename_unit(id, from, &name, mark),
            Command::People(command) => self.people(command),
            Command::SetCells(cells) => self.set_cells(cells),
            Command::SetBands { unit, month, kind, bands } => {
                self.set_bands(unit, month, kind, bands)
            }
            Command::AddEpisode { unit, reference, offer, approved, outcome } => {
                self.add_episode(unit, &NewEpisode { reference, offer, approved, outcome })
            }
            Command::AddEpisodes { unit, register_from, episodes } => {
                self.add_episodes(unit, register_from, &episodes)
            }
            Command::CorrectEpisode { unit, key, to } => self.correct_episode(unit, key, &to),
            Command::SetOutcome { unit, key, outcome } => self.set_outcome(unit, key, outcome),
            Command::RemoveEpisode { unit, key } => self.remove_episode(unit, key),
            Command::Shared(command) => self.shared(command),
        }
    }

    fn unit(&self, id: UnitId) -> Result<&UnitData, Refusal> {
        self.snapshot.unit(id).ok_or(Refusal::UnknownUnit)
    }

    fn new_id(&mut self) -> u32 {
        let id = self.next_id;
        self.next_id += 1;
        id
    }

    /// Leaves out what changes nothing.
    fn push<K, V: PartialEq>(&mut self, edit: Edit<K, V>, kind: impl FnOnce(Edit<K, V>) -> Change) {
        if !edit.is_nothing() {
            self.changes.push(kind(edit));
        }
    }

    /// The same of a fact that belongs to a unit.
    fn push_in<K, V: PartialEq>(
        &mut self,
        unit: UnitId,
        edit: Edit<K, V>,
        kind: impl FnOnce(UnitId, Edit<K, V>) -> Change,
    ) {
        self.push(edit, |it| kind(unit, it));
    }

    fn new_identity(&mut self, identity: crate::domain::Identity) -> IdentityId {
        let last = self.snapshot.identities.keys().next_back().map_or(0, |it| it.0);
        let added = u32::try_from(self.words.identities.len()).unwrap_or(u32::MAX);
        let id = IdentityId(last + added + 1);
        self.words.identities.push((id, identity));
        id
    }

    /// The number of an offer, a new one where the word is new.
    fn offer(&mut self, title: &str) -> OfferId {
        let known = self.snapshot.offers.iter().find(|(_, it)| *it == title);
        if let Some((id, _)) = known {
            return *id;
        }
        let new = self.words.offers.iter().find(|(_, it)| *it == title);
        if let Some((id, _)) = new {
            return *id;
        }
        let last = self.snapshot.offers.keys().next_back().map_or(0, |it| it.0);
        let added = u32::try_from(self.words.offers.len()).unwrap_or(u32::MAX);
        let id = OfferId(last.saturating_add(added).saturating_add(1));
        self.words.offers.push((id, title.to_owned()));
        id
    }
}
