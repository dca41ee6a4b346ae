//! One person in the book: every number and name they have had, in all units, and where people wrote of them.

use std::collections::BTreeSet;

use super::log::{LogLine, named, read_after};
use super::{BookError, Refusal};
use crate::domain::{Barred, CaseworkerId, Change, EntryId, Identity, IdentityId, Snapshot};
use crate::storage::{Store, StoreError, StoreResult};

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

/// What a person may ask to see of themselves.
pub fn personal_data(
    store: &Store,
    snapshot: &Snapshot,
    id: CaseworkerId,
) -> Result<PersonalData, BookError> {
    let person = find(store, id)?;
    let mut lines = read_after(store, EntryId(0), u64::MAX)?;
    let remembering = named(snapshot, &lines);
    lines.retain(|it| !it.people.is_disjoint(&person.caseworkers));
    let names = person.identities.iter().filter_map(|it| snapshot.identity(*it));
    let written_in = free_texts_with(store, snapshot, &names.cloned().collect::<Vec<_>>())?;
    Ok(PersonalData { person, snapshot: remembering, lines, written_in })
}

/// Everything the person has been, found through the change log: renames make a new identity, moves keep it.
pub fn find(store: &Store, id: CaseworkerId) -> Result<Person, BookError> {
    let mut links: BTreeSet<(CaseworkerId, IdentityId)> = BTreeSet::new();
    for (entry, _) in store.heads()? {
        for change in store.known_entry(entry)?.changes.iter() {
            if let Change::Caseworker(_, edit) = change.map_err(StoreError::from)? {
                let sides = edit.sides().into_iter().flatten();
                links.extend(sides.map(|it| (edit.key, it.identity)));
            }
        }
    }
    let (mut caseworkers, mut identities) = (BTreeSet::from([id]), BTreeSet::new());
    loop {
        let before = (caseworkers.len(), identities.len());
        for (caseworker, identity) in &links {
            if caseworkers.contains(caseworker) || identities.contains(identity) {
                caseworkers.insert(*caseworker);
                identities.insert(*identity);
            }
        }
        if (caseworkers.len(), identities.len()) == before {
            break;
        }
    }
    if identities.is_empty() {
        return Err(Refusal::from(Barred::UnknownCaseworker).into());
    }
    Ok(Person { caseworkers, identities })
}

/// Where people wrote a full name in words of their own.
pub fn free_texts_with(
    store: &Store,
    snapshot: &Snapshot,
    names: &[Identity],
) -> StoreResult<Vec<String>> {
    let names: BTreeSet<&str> = names.iter().filter_map(|it| it.name.as_deref()).collect();
    let holds = |text: &&str| names.iter().any(|it| text.contains(it));
    let shared = &snapshot.shared;
    let titles = shared.events.values().map(|it| it.title.as_str());
    let sources = shared.targets.values().map(|it| it.source.as_str());
    let assessments = shared.editions.values().flat_map(|it| &it.assessments);
    let assessments = assessments.map(|it| it.1.as_str());
    let texts = titles.chain(sources).chain(assessments).filter(holds);
    let mut found: Vec<String> = texts.map(str::to_owned).collect();
    for (_, head) in store.heads()? {
        let texts = [Some(head.detail), head.reason].into_iter().flatten();
        found.extend(texts.filter(|it| holds(&it.as_str())));
    }
    Ok(found)
}
