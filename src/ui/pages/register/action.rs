//! What is done on the page and in two of its sections.

use std::path::PathBuf;

use crate::domain::{CaseworkerId, EntryId};
use crate::view::register::{Item, Section, Subject};

/// What is done on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RegisterAction {
    Show(Section),
    /// Turn to the page, and to this section of it.
    Visit(Section),
    Choose(Item),
    Open(Subject),
    /// Close the form; what was typed in it is gone.
    Cancel,
    Save,
    /// Ask where to, and write everything about this person there.
    Disclose(CaseworkerId),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LogAction {
    Choose(EntryId),
    TakeBack(EntryId),
    GoBackTo(EntryId),
    /// Ask where to, and write the listed steps there.
    Export,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileAction {
    TakeOver,
    BackUp,
    /// Ask whether this backup is to be put back.
    Ask(PathBuf),
    Never,
    Restore(PathBuf),
}
