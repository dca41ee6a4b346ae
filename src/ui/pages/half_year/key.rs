//! Everything a document hangs on.

use crate::domain::{CommitteeId, Correction, Day, EntryId, HalfYear};
use crate::report::Author;
use crate::report::prints::Profile;
use crate::text::Display;

/// Everything a document hangs on.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentKey {
    pub revision: (u64, EntryId),
    pub half: HalfYear,
    pub profile: Profile,
    pub display: Display,
    pub author: Author,
    /// Whose editions came before.
    pub committee: Option<CommitteeId>,
    /// What has been corrected since they were issued.
    pub corrections: Vec<Correction>,
    pub today: Day,
}

impl DocumentKey {
    /// Whether two documents print the same figures, whatever their words and their day.
    pub fn has_figures_of(&self, other: &Self) -> bool {
        let words = Self { author: self.author.clone(), today: self.today, ..other.clone() };
        *self == words
    }
}
