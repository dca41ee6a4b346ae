//! Stepping back from the change log: one step anywhere in it, or everything after a point, always as a new entry.

use std::sync::Arc;

use super::plan::Plan;
use super::{Author, Book, BookError, Circumstances, Refusal};
use crate::domain::{Change, ChangeBlock, Entry, EntryId, EntryKind, NewWords, Touched, net};
use crate::storage::StoreError;

impl Book {
    /// Takes one step back, whoever made it and whenever. Refused when a later step touched the same.
    pub fn take_back(
        &mut self,
        id: EntryId,
        author: &Author,
        circumstances: Circumstances,
    ) -> Result<Option<Entry>, BookError> {
        self.prepare(author)?;
        let later = self.in_effect_after(id, Included::Itself)?;
        let block = self.changes_of(id)?;
        for other in later.iter().filter(|it| **it != id) {
            self.check_apart(&block, *other)?;
        }
        let changes = readable(block.inverted())?;
        self.check_issued(&changes, circumstances.reason.as_deref())?;
        let plan = self.plan_of(EntryKind::Undid(id), changes);
        self.commit_plan(plan, author, circumstances)
    }

    /// Takes everything after a step back as one new entry, which can be undone itself.
    pub fn go_back_to(
        &mut self,
        id: EntryId,
        author: &Author,
        circumstances: Circumstances,
    ) -> Result<Option<Entry>, BookError> {
        self.prepare(author)?;
        let later = self.in_effect_after(id, Included::OnlyLater)?;
        let mut back: Vec<Change> = Vec::new();
        for it in later.iter().rev() {
            let block = readable(self.changes_of(*it)?.inverted())?;
            for change in block.iter() {
                back.push(readable(change)?);
            }
        }
        let changes = ChangeBlock::from_changes(&net(back));
        self.check_issued(&changes, circumstances.reason.as_deref())?;
        let plan = self.plan_of(EntryKind::Did, changes);
        self.commit_plan(plan, author, circumstances)
    }

    fn plan_of(&self, kind: EntryKind, changes: ChangeBlock) -> Plan {
        Plan { kind, words: NewWords::default(), changes, next_id: self.snapshot.next_id }
    }

    /// The steps in effect from this one on, oldest first; refused behind what cannot be taken back.
    fn in_effect_after(
        &mut self,
        id: EntryId,
        included: Included,
    ) -> Result<Vec<EntryId>, BookError> {
        let heads = self.journal()?;
        let is_final = |it: &&crate::storage::EntryHead| it.kind == EntryKind::Final;
        if let Some(last) = heads.iter().rev().find(is_final) {
            let is_behind = match included {
                Included::Itself => id <= last.id,
                Included::OnlyLater => id < last.id,
            };
            if is_behind {
                return Err(Refusal::FinalSince { entry: last.id }.into());
            }
        }
        let in_effect = self.history()?.in_effect();
        if included == Included::Itself && !in_effect.contains(&id) {
            return Err(Refusal::NotInEffect(id).into());
        }
        let is_later = |it: &&EntryId| match included {
            Included::Itself => id <= **it,
            Included::OnlyLater => id < **it,
        };
        Ok(in_effect.iter().filter(is_later).copied().collect())
    }

    /// Fails when a later step touched what the block touched.
    fn check_apart(&self, block: &Arc<ChangeBlock>, later: EntryId) -> Result<(), BookError> {
        let entry = self.entry(later)?;
        let Some(entry) = entry else {
            return Err(StoreError::Damaged(format!("entry {} is missing", later.0)).into());
        };
        // The shorter of the two is remembered, the longer only read.
        let (short, long) = if entry.changes.len() < block.len() {
            (&entry.changes, block)
        } else {
            (block, &entry.changes)
        };
        let mut touched = Touched::default();
        for change in short.iter() {
            touched.add(&readable(change)?);
        }
        for change in long.iter() {
            if touched.meets(&readable(change)?) {
                let (entry, user, at) = (entry.id, entry.user, entry.at);
                return Err(Refusal::TouchedLater { entry, user, at }.into());
            }
        }
        Ok(())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Included {
    Itself,
    OnlyLater,
}

fn readable<T>(read: Result<T, crate::domain::BlockError>) -> Result<T, StoreError> {
    read.map_err(|error| StoreError::Damaged(error.to_string()))
}
