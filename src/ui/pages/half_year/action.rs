//! What is done on the page *Halvårsoversigt*.

use crate::domain::EditionId;
use crate::export::Form;

/// What is done on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HalfYearAction {
    Write(Form),
    Print,
    Copy(Paste),
    /// Choose the folder that files are written to.
    Folder,
    /// Ask whether it is to be issued; issue it; leave it.
    AskIssue,
    Issue,
    LeaveIssue,
    /// Write a file of an issued edition, as it is stored.
    Stored(EditionId, Form),
    /// Open the file that was written last; show the folder it lies in.
    Open,
    ShowFolder,
    /// Ask why an edition is to be withdrawn; withdraw it; leave it.
    AskWithdraw(EditionId),
    Withdraw,
    LeaveWithdraw,
    Cancel,
    /// Something was typed and is worth keeping.
    Keep,
}

/// What is put on the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paste {
    /// Headings and tables for a word processor, and text for who takes no more.
    Rich,
    Text,
    /// HTML as it is written, for a field that takes markup.
    Source,
}
