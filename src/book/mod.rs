//! The open book: the one mutable thing in the program.

mod author;
mod backups;
pub mod clock;
mod command;
mod copies;
pub mod draft;
mod editions;
mod erasure;
mod error;
mod first_units;
mod history;
mod holding;
mod import_plan;
mod log;
mod numbers;
mod open;
mod person;
mod plan;
mod refusal;
mod restoring;
mod take_back;
mod thinning;
mod verdict;

pub use self::author::{Author, Circumstances};
pub use self::command::{Cell, Command, NewEpisode, PeopleCommand, SharedCommand, WrittenFile};
pub use self::copies::{Backup, KeptBackup, backup_name, backups_of};
pub use self::erasure::{Erased, Holds, KeptCopy};
pub use self::error::{BookError, Occasion};
pub use self::first_units::{FirstNames, create_first};
pub use self::history::{History, Way};
pub use self::holding::{Patience, TakeOver};
pub use self::import_plan::{
    AcceptPartial, Create, Existing, ImportOptions, ImportPlan, plan_import,
};
pub use self::log::{LogLine, named};
pub use self::open::Book;
pub use self::person::{Person, PersonalData};
pub use self::refusal::Refusal;
pub use self::verdict::{
    At, Changed, EncodingDoubt, FileVerdict, Listed, Reason, Refused, Remark, Skip, Skipped, Value,
    Verdict,
};

#[cfg(test)]
mod tests;
