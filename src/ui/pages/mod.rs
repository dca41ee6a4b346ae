//! The pages, each a function of its view model that returns what the user did.

mod caseload;
mod entry;
mod half_year;
mod importing;
mod overview;
mod register;
mod start;
mod trend;
mod waiting;

pub use self::caseload::caseload_ui;
pub use self::entry::{EntryAction, EntryDesk, Goal, StoredDraft, entry_ui};
pub use self::half_year::{
    Aim, DocumentKey, HalfYearAction, Issue, OverviewDraft, Paste, Written, half_year_ui,
};
pub use self::importing::importing_ui;
pub use self::overview::overview_ui;
pub use self::register::{
    FileAction, FormState, LogAction, LogBook, LogWritten, RegisterAction, RegisterDraft, file_ui,
    log_ui, register_keys, register_ui, sections_ui,
};
pub use self::start::{StartDraft, start_ui};
pub use self::waiting::waiting_ui;
