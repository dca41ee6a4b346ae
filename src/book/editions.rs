//! Issued editions: their files given back, and what was corrected after they were printed.

use std::collections::BTreeSet;

use super::Refusal;
use crate::domain::{
    ChangeBlock, Correction, EditionId, EntryId, HalfYear, Snapshot, halves_affected,
};
use crate::storage::{Store, StoreResult};

/// The bytes of an issued file; `None` where the edition has no such file.
pub fn file(
    store: &Store,
    snapshot: &Snapshot,
    of: EditionId,
    name: &str,
) -> StoreResult<Option<Vec<u8>>> {
    let mut files = snapshot.shared.editions.get(&of).into_iter().flat_map(|it| &it.files);
    let file = files.find(|it| it.name == name);
    file.map(|it| store.edition_file(of, it)).transpose()
}

/// Every step after this entry that changed figures of these half-years, oldest first.
pub fn corrections_after(
    store: &Store,
    after: EntryId,
    halves: &BTreeSet<HalfYear>,
) -> StoreResult<Vec<Correction>> {
    let mut found = Vec::new();
    for id in after.0 + 1..=store.newest().0 {
        let entry = store.entry(EntryId(id))?;
        found.extend(entry.and_then(|it| Correction::of(&it, halves)));
    }
    Ok(found)
}

/// A correction inside an issued half-year needs a reason.
pub fn check_issued(
    snapshot: &Snapshot,
    changes: &ChangeBlock,
    reason: Option<&str>,
) -> Result<(), Refusal> {
    let standing = snapshot.shared.editions.values().filter(|it| it.stands());
    let issued: BTreeSet<HalfYear> = standing.map(|it| it.half_year).collect();
    if issued.is_empty() || reason.is_some_and(|it| !it.trim().is_empty()) {
        return Ok(());
    }
    let touched = changes.iter().flatten().find_map(|change| {
        let half = halves_affected(&change, &issued).first().copied()?;
        Some(change.month().unwrap_or_else(|| half.last_month()))
    });
    touched.map_or(Ok(()), |month| Err(Refusal::ReasonNeeded { month }))
}
