//! The page of an import: choose, look at what was understood, change it, and store it in one step.

mod action;
mod page;
mod state;

pub use self::action::ImportAction;
pub use self::page::importing_ui;
pub use self::state::{ImportStep, Importing};
