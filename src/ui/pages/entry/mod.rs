//! Monthly entry: the sheet, what is asked about it, and everything that can be done with its cells.

mod action;
mod add;
mod cells;
mod desk;
mod edits;
mod page;
mod sheet;
mod side;

pub use self::action::EntryAction;
pub use self::desk::{EntryDesk, Goal};
pub use self::page::entry_page_ui;
