//! Why a command was not carried out. Each names what the person can do something about.

use crate::domain::{Day, EditionId, EntryId, Month, SettingKey, UnitField, WordingError};

/// A hard rule that stands in the way. Nothing was stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("no such unit")]
    UnknownUnit,
    #[error("no such caseworker in the unit")]
    UnknownCaseworker,
    #[error("there is nothing to change or remove: it is no longer there")]
    NoLongerThere,
    #[error("the unit does not exist in {month}")]
    UnitNotThere { unit: String, month: Month },
    #[error("the caseworker is not in the unit in {month}")]
    CaseworkerNotThere { month: Month },
    #[error("{month} has not begun; the latest is {latest}")]
    NotBegun { month: Month, latest: Month },
    #[error("a negative {}: {value}", field.key())]
    Negative { field: UnitField, value: i64 },
    #[error("more than nine digits: {value}")]
    TooLarge { value: i64 },
    #[error("the parts add up to {parts}, not to {cases}")]
    SplitDoesNotAddUp { cases: u32, parts: u64 },
    #[error("{} is not typed for {unit}", field.key())]
    NotTyped { unit: String, field: UnitField },
    #[error("{unit} keeps a register in {month}")]
    RegisterKept { unit: String, month: Month },
    #[error("{unit} has no waiting list")]
    NoWaitingList { unit: String },
    #[error("{unit} has no caseworkers")]
    NoCaseworkers { unit: String },
    #[error("bands must follow each other without gaps")]
    BandsNotContiguous,
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
    #[error("{wording}")]
    Wording { wording: WordingError },
    #[error("the setting {} cannot be that", key.name())]
    Setting { key: SettingKey },
    #[error("an issued edition covers {month}; a reason is needed")]
    ReasonNeeded { month: Month },
    #[error("the committee is not in office on the day of the meeting")]
    CommitteeNotInOffice,
    #[error("the book has changed since the edition was composed")]
    ComposedEarlier,
    #[error("edition {} is withdrawn already", .0.0)]
    AlreadyWithdrawn(EditionId),
    #[error("the next step was made by somebody else, or before this book was opened")]
    NotYoursToUndo,
    #[error("a later step changed the same")]
    ChangedSince,
    #[error("entry {} by {user} changed the same later", entry.0)]
    TouchedLater { entry: EntryId, user: String, at: i64 },
    #[error("entry {} lies after it and cannot be taken back", entry.0)]
    FinalSince { entry: EntryId },
    #[error("entry {} is not in effect", .0.0)]
    NotInEffect(EntryId),
}

impl From<WordingError> for Refusal {
    fn from(wording: WordingError) -> Self {
        Self::Wording { wording }
    }
}
