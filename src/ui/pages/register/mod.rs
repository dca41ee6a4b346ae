//! Master data: its sections with their lists and forms, the change log and the file.

mod action;
mod column;
mod detail;
mod file;
mod form;
mod list;
mod log;
mod page;
mod places;
mod state;
mod timeline;

pub use self::action::{FileAction, LogAction, RegisterAction};
pub use self::page::{RegisterModels, register_page_ui};
pub use self::state::{FormState, LogWritten, RegisterDraft};
