//! Who does something, and when: told to the book, never found out by it.

use crate::domain::{Day, EntryHead, EntryKind, Month, Source};
use crate::storage::LeaseRequest;

/// The person at the keyboard and the moment, as the program was told them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    pub user: String,
    pub computer: String,
    /// Tells one start of the computer from the next; empty where the system does not say.
    pub boot: String,
    pub source: Source,
    /// Milliseconds since 1 January 1970, UTC.
    pub now: i64,
    /// Today where the person is.
    pub today: Day,
}

/// What belongs to a step besides its changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Circumstances {
    pub detail: String,
    pub reason: Option<String>,
}

impl Author {
    /// The head of what this person does now.
    pub fn head(&self, kind: EntryKind, circumstances: Circumstances) -> EntryHead {
        let Circumstances { detail, reason } = circumstances;
        let (at, user, source) = (self.now, self.user.clone(), self.source);
        EntryHead { kind, at, user, source, detail, reason }
    }

    pub fn month(&self) -> Month {
        self.today.month()
    }

    pub fn lease_request(&self) -> LeaseRequest {
        LeaseRequest {
            user: self.user.clone(),
            computer: self.computer.clone(),
            boot: self.boot.clone(),
            now: self.now,
        }
    }
}
