//! Stepping back from the change log: one step anywhere in it, or everything after a point.

use std::sync::Arc;

use super::{BookError, History, Refusal};
use crate::domain::{Change, ChangeBlock, EntryId, Touched, net};
use crate::storage::{Store, StoreError};

/// The changes that take one step back. Refused when a later step touched the same.
pub fn one(store: &Store, history: &History, id: EntryId) -> Result<ChangeBlock, BookError> {
    refuse_behind(history.last_final().filter(|it| id <= *it))?;
    let in_effect = history.in_effect();
    if !in_effect.contains(&id) {
        return Err(Refusal::NotInEffect(id).into());
    }
    let block = store.known_entry(id)?.changes;
    for later in in_effect.iter().filter(|it| id < **it) {
        check_apart(store, &block, *later)?;
    }
    Ok(block.inverted().map_err(StoreError::from)?)
}

/// The changes that take everything after a step back at once.
pub fn all_after(store: &Store, history: &History, id: EntryId) -> Result<ChangeBlock, BookError> {
    refuse_behind(history.last_final().filter(|it| id < *it))?;
    let mut back: Vec<Change> = Vec::new();
    for later in history.in_effect().iter().rev().filter(|it| id < **it) {
        let block = store.known_entry(*later)?.changes.inverted().map_err(StoreError::from)?;
        for change in block.iter() {
            back.push(change.map_err(StoreError::from)?);
        }
    }
    Ok(ChangeBlock::from_changes(&net(back)))
}

/// What lies before an entry that cannot be taken back stays.
fn refuse_behind(entry: Option<EntryId>) -> Result<(), Refusal> {
    entry.map_or(Ok(()), |entry| Err(Refusal::FinalSince { entry }))
}

/// Fails when a later step touched what the block touched.
fn check_apart(store: &Store, block: &Arc<ChangeBlock>, later: EntryId) -> Result<(), BookError> {
    let entry = store.known_entry(later)?;
    // The shorter of the two is remembered, the longer only read.
    let is_shorter = entry.changes.len() < block.len();
    let (short, long) = if is_shorter { (&entry.changes, block) } else { (block, &entry.changes) };
    let mut touched = Touched::default();
    for change in short.iter() {
        touched.add(&change.map_err(StoreError::from)?);
    }
    for change in long.iter() {
        if touched.meets(&change.map_err(StoreError::from)?) {
            let (entry, user, at) = (entry.id, entry.head.user, entry.head.at);
            return Err(Refusal::TouchedLater { entry, user, at }.into());
        }
    }
    Ok(())
}
