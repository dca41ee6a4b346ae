//! Every printed figure of a document, kept while only words are typed.

use std::sync::Arc;

use super::key::DocumentKey;
use crate::domain::Snapshot;
use crate::export::DocumentError;
use crate::report::prints::{Prints, Profile};
use crate::report::{Document, Past, Request, Revision, half_year_document};

/// What is printed, and what it was made of.
pub struct Figures {
    of: DocumentKey,
    pub prints: Prints,
    /// Against the committee's last edition; `None` where there is none.
    revisions: Option<Vec<Revision>>,
}

impl Figures {
    pub fn of(
        snapshot: &Snapshot,
        key: &DocumentKey,
        kept: Option<Arc<Self>>,
    ) -> Result<Arc<Self>, DocumentError> {
        if let Some(kept) = kept.filter(|it| it.of.has_figures_of(key)) {
            return Ok(kept);
        }
        let committee = key.committee.filter(|_| key.profile == Profile::Committee);
        // Without knowing what was printed before, nothing can be called safe to print.
        let past = Past::of(snapshot, committee)
            .map_err(|error| DocumentError::Typesetting(error.to_string()))?;
        let prints = Prints::new(snapshot, key.half, key.profile, key.display, past.published());
        let revisions = past.revisions(&prints, &key.corrections);
        Ok(Arc::new(Self { of: key.clone(), prints, revisions }))
    }

    /// What is printed otherwise than last time, in words.
    pub fn revised(&self, snapshot: &Snapshot) -> Vec<String> {
        let revisions = self.revisions.iter().flatten();
        revisions.map(|it| self.prints.revision(snapshot, it)).collect()
    }

    pub fn document(&self, snapshot: &Snapshot, key: &DocumentKey) -> Document {
        let mut author = key.author.clone();
        author.revisions.clone_from(&self.revisions);
        let request = Request { snapshot, prints: &self.prints, author: &author, today: key.today };
        half_year_document(request)
    }
}
