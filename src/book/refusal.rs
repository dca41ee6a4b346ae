//! Why a command was not carried out. Each names what the person can do something about.

use crate::domain::{Barred, Day, EditionId, EntryId, Month, SettingKey, WordingError};

/// A hard rule that stands in the way. Nothing was stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("no such unit")]
    UnknownUnit,
    #[error("there is nothing to change or remove: it is no longer there")]
    NoLongerThere,
    #[error(transparent)]
    Barred(#[from] Barred),
    #[error("the wait ended on {ended}, before it was approved on {approved}")]
    EndedBeforeApproval { approved: Day, ended: Day },
    #[error("already waiting for the same offer since {since}")]
    AlreadyWaiting { reference: String, since: Day },
    #[error("that episode is in the register already")]
    EpisodeExists { reference: String },
    #[error("{code} is the code of another unit")]
    CodeTaken { code: String },
    #[error("{initials} is in the unit already")]
    InitialsTaken { initials: String },
    #[error("the end lies before the beginning")]
    EndsBeforeItBegins,
    #[error("two stretches of time overlap, or there is none")]
    Overlap,
    #[error("neither a lower nor an upper limit, or the lower one is above")]
    TargetWithoutLimits,
    #[error("weekly hours must lie from 0 to 60 and the weight from 0 to 2")]
    TermsOutOfRange,
    #[error(transparent)]
    Wording(#[from] WordingError),
    #[error("the setting {} cannot be that", key.name())]
    Setting { key: SettingKey },
    #[error("an issued edition covers {month}; a reason is needed")]
    ReasonNeeded { month: Month },
    #[error("the committee is not in office on the day of the meeting")]
    CommitteeNotInOffice,
    #[error("the book has changed since the edition was composed")]
    ComposedEarlier,
    #[error("the book has changed since the import was planned")]
    PlannedEarlier,
    #[error("edition {} is withdrawn already", .0.0)]
    AlreadyWithdrawn(EditionId),
    #[error("the next step was made by somebody else, or before this book was opened")]
    NotYoursToUndo,
    #[error("entry {} by {user} changed the same later", entry.0)]
    TouchedLater { entry: EntryId, user: String, at: i64 },
    #[error("entry {} lies after it and cannot be taken back", entry.0)]
    FinalSince { entry: EntryId },
    #[error("entry {} is not in effect", .0.0)]
    NotInEffect(EntryId),
}
