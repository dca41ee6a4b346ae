//! What a command comes to.

use super::planning::Planning;
use crate::book::numbers::Numbers;
use crate::book::{Command, Refusal};
use crate::domain::{ChangeBlock, EntryKind, Month, NewWords, Snapshot};

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

/// Decides what a command changes, or why it may not.
pub fn plan(snapshot: &Snapshot, command: Command, this_month: Month) -> Result<Plan, Refusal> {
    let numbers = Numbers::new(snapshot);
    let (changes, kind) = (Vec::new(), EntryKind::Did);
    let mut planning = Planning { snapshot, this_month, numbers, changes, kind };
    planning.command(command)?;
    let changes = ChangeBlock::from_changes(&planning.changes);
    let Numbers { words, next_id, .. } = planning.numbers;
    Ok(Plan { kind: planning.kind, words, changes, next_id })
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
            Command::AddEpisodes { unit, register_from, episodes } => {
                self.add_episodes(unit, register_from, &episodes)
            }
            Command::CorrectEpisode { unit, key, to } => self.correct_episode(unit, key, &to),
            Command::RemoveEpisode { unit, key } => self.remove_episode(unit, key),
            Command::Shared(command) => self.shared(command),
        }
    }
}
