//! One person in the book: every number and name they have had, in all units, and where people wrote of them.

use std::collections::BTreeSet;

use super::log::{LogLine, named};
use super::{Book, BookError, Refusal};
use crate::domain::{CaseworkerId, Change, EntryId, Identity, IdentityId, Snapshot};
use crate::storage::{StoreError, StoreResult};

/// The numbers under which a person stands in the book and in its log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// A move to another unit makes a new one.
    pub caseworkers: BTreeSet<CaseworkerId>,
    /// A rename makes a new one.
    pub identities: BTreeSet<IdentityId>,
}

/// Everything the book holds about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalData {
    pub person: Person,
    /// The book with the names of what is gone, as its log tells them.
    pub snapshot: Snapshot,
    /// Steps that touched the person, oldest first; each may have touched others too.
    pub lines: Vec<LogLine>,
    /// Notes, titles and reasons that hold the full name.
    pub written_in: Vec<String>,
}

impl Book {
    /// What a person may ask to see of themselves.
    pub fn personal_data(&self, id: CaseworkerId) -> Result<PersonalData, BookError> {
        let person = self.person(id)?;
        let mut lines = self.log_after(EntryId(0), u64::MAX)?;
        let snapshot = named(&self.snapshot, &lines);
        lines.retain(|it| !it.people.is_disjoint(&person.caseworkers));
        let names = person.identities.iter().filter_map(|it| self.snapshot.identity(*it));
        let written_in = self.free_texts_with(&names.cloned().collect::<Vec<_>>())?;
        Ok(PersonalData { person, snapshot, lines, written_in })
    }

    /// Everything the person has been, found through the change log: renames make a new identity, moves keep it.
    pub(super) fn person(&self, id: CaseworkerId) -> Result<Person, BookError> {
        let mut links: Vec<(CaseworkerId, IdentityId)> = Vec::new();
        for head in self.journal()? {
            let Some(entry) = self.entry(head.id)? else { continue };
            for change in entry.changes.iter() {
                let change = change.map_err(|error| StoreError::Damaged(error.to_string()))?;
                if let Change::Caseworker(_, edit) = change {
                    let sides = edit.sides().into_iter().flatten();
                    links.extend(sides.map(|it| (edit.key, it.identity)));
                }
            }
        }
        links.sort_unstable();
        links.dedup();
        let (mut people, mut identities) = (BTreeSet::from([id]), BTreeSet::new());
        loop {
            let before = (people.len(), identities.len());
            for (caseworker, identity) in &links {
                if people.contains(caseworker) || identities.contains(identity) {
                    people.insert(*caseworker);
                    identities.insert(*identity);
                }
            }
            if (people.len(), identities.len()) == before {
                break;
            }
        }
        if identities.is_empty() {
            return Err(Refusal::UnknownCaseworker.into());
        }
        Ok(Person { caseworkers: people, identities })
    }

    /// Where people wrote a full name in words of their own.
    pub(super) fn free_texts_with(&self, names: &[Identity]) -> StoreResult<Vec<String>> {
        let names: BTreeSet<&str> = names.iter().filter_map(|it| it.name.as_deref()).collect();
        let holds = |text: &str| names.iter().any(|it| text.contains(it));
        let shared = &self.snapshot.shared;
        let titles = shared.events.values().map(|it| it.title.as_str());
        let sources = shared.targets.values().map(|it| it.source.as_str());
        let assessments =
            shared.editions.values().flat_map(|it| it.assessments.iter().map(|it| it.1.as_str()));
        let mut found: Vec<String> = titles
            .chain(sources)
            .chain(assessments)
            .filter(|it| holds(it))
            .map(str::to_owned)
            .collect();
        for head in self.journal()? {
            let texts = [Some(head.detail), head.reason];
            found.extend(texts.into_iter().flatten().filter(|it| holds(it)));
        }
        Ok(found)
    }
}
