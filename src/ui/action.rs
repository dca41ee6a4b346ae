//! What the user did this frame. Pages push actions; `perform` carries them out when the frame ends.

use std::path::PathBuf;

use super::because::BecauseAction;
use super::charts::ChartAction;
use super::importing::ImportAction;
use super::pages::{EntryAction, FileAction, HalfYearAction, LogAction, RegisterAction};
use super::settings::ThemeChoice;
use super::typed_path::TypedPathAction;
use crate::book::Command;
use crate::domain::{HalfYear, UnitId};
use crate::text::Lang;
use crate::view::{Notice, Page, TodoCell};

#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    Go(Page),
    ChooseUnit(Option<UnitId>),
    ChooseHalfYear(HalfYear),
    ChooseTheme(ThemeChoice),
    ChooseLanguage(Lang),
    /// Ask for a file to open.
    AskOpen,
    /// Ask where to put a new file.
    AskCreate,
    Open(PathBuf),
    Create(PathBuf),
    Demo,
    CloseFile,
    /// Jump to a cell that is to be filled.
    Enter(TodoCell),
    Run(Command),
    Entry(EntryAction),
    /// A message that stays until it is closed.
    Say(Notice),
    Undo,
    Redo,
    /// Close the message at this place.
    Dismiss(usize),
    /// Put text on the clipboard.
    Copy(String),
    Chart(ChartAction),
    HalfYear(HalfYearAction),
    Because(BecauseAction),
    /// A path is typed where there is no dialog.
    Path(TypedPathAction),
    Register(RegisterAction),
    Import(ImportAction),
    Log(LogAction),
    File(FileAction),
}

impl From<RegisterAction> for Action {
    fn from(action: RegisterAction) -> Self {
        Self::Register(action)
    }
}

impl From<LogAction> for Action {
    fn from(action: LogAction) -> Self {
        Self::Log(action)
    }
}

impl From<FileAction> for Action {
    fn from(action: FileAction) -> Self {
        Self::File(action)
    }
}
