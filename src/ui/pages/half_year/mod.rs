//! The page *Halvårsoversigt*: the document as it will look beside the fields that fill it.

mod action;
mod fields;
mod figures;
mod files;
mod issue;
mod key;
mod making;
mod page;
mod state;

pub use self::action::{HalfYearAction, Paste};
pub use self::page::{document_wanted, half_year_page_ui};
pub use self::state::{Aim, Copied, Issue, OverviewDraft, Wanted, Written};
