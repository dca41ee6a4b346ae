//! Names for rows that never change, whatever happens to the words people call them by.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[doc = $doc:literal] $name:ident),+ $(,)?) => {$(
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);
    )+};
}

id! {
    /// A unit of the department.
    UnitId,
    /// A caseworker in one unit; moving to another unit makes a new one with the same identity.
    CaseworkerId,
    /// What a person is called. The only place where people are named.
    IdentityId,
    /// A stretch of absence.
    AbsenceId,
    /// A target.
    TargetId,
    /// An event or series break.
    EventId,
    /// A committee, as it is called for a time.
    CommitteeId,
    /// An issued edition of an overview.
    EditionId,
    /// A word in the list of offers that waiting episodes refer to.
    OfferId,
}

/// The running number of an entry; the newest one is the book's revision. 0 is the empty book.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct EntryId(pub u64);
