//! Issued editions: their files given back, and what was corrected after they were printed.

use std::collections::BTreeSet;

use super::{Book, Refusal};
use crate::domain::{ChangeBlock, Correction, EditionId, EntryId, HalfYear, halves_affected};
use crate::storage::StoreResult;

impl Book {
    /// The bytes of an issued file; `None` where the edition has no such file.
    pub fn edition_file(&self, of: EditionId, name: &str) -> StoreResult<Option<Vec<u8>>> {
        let edition = self.snapshot.shared.editions.get(&of);
        let file = edition.and_then(|it| it.files.iter().find(|it| it.name == name));
        file.map(|it| self.store.edition_file(of, it)).transpose()
    }

    /// Every step after this entry that changed figures of these half-years, oldest first.
    pub fn corrections_after(
        &self,
        after: EntryId,
        halves: &BTreeSet<HalfYear>,
    ) -> StoreResult<Vec<Correction>> {
        let mut found = Vec::new();
        for id in after.0 + 1..=self.snapshot.revision.0 {
            let entry = self.entry(EntryId(id))?;
            found.extend(entry.and_then(|it| Correction::of(&it, halves)));
        }
        Ok(found)
    }

    /// A correction inside an issued half-year needs a reason.
    pub(super) fn check_issued(
        &self,
        changes: &ChangeBlock,
        reason: Option<&str>,
    ) -> Result<(), Refusal> {
        let editions = self.snapshot.shared.editions.values();
        let issued: BTreeSet<HalfYear> =
            editions.filter(|it| it.stands()).map(|it| it.half_year).collect();
        if issued.is_empty() || reason.is_some_and(|it| !it.trim().is_empty()) {
            return Ok(());
        }
        let touched = changes.iter().flatten().find_map(|change| {
            let half = halves_affected(&change, &issued).first().copied()?;
            Some(change.month().unwrap_or_else(|| half.last_month()))
        });
        touched.map_or(Ok(()), |month| Err(Refusal::ReasonNeeded { month }))
    }
}
