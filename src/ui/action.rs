//! What the user did this frame. Pages push actions; `perform` carries them out when the frame ends.

use std::path::PathBuf;

use super::pages::{
    EntryAction, FileAction, HalfYearAction, ImportAction, LogAction, RegisterAction, TrendAction,
};
use super::settings::ThemeChoice;
use super::widgets::QuestionAnswer;
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
    /// A message that stays until it is closed.
    Say(Notice),
    Undo,
    Redo,
    /// Close the message at this place.
    Dismiss(usize),
    /// Put text on the clipboard.
    Copy(String),
    /// The answer to why an issued figure is corrected.
    Reason(QuestionAnswer),
    /// A path is typed where there is no dialog.
    Path(QuestionAnswer),
    Entry(EntryAction),
    Trend(TrendAction),
    HalfYear(HalfYearAction),
    Register(RegisterAction),
    Import(ImportAction),
    Log(LogAction),
    File(FileAction),
}

impl From<EntryAction> for Action {
    fn from(action: EntryAction) -> Self {
        Self::Entry(action)
    }
}

impl From<TrendAction> for Action {
    fn from(action: TrendAction) -> Self {
        Self::Trend(action)
    }
}

impl From<HalfYearAction> for Action {
    fn from(action: HalfYearAction) -> Self {
        Self::HalfYear(action)
    }
}

impl From<RegisterAction> for Action {
    fn from(action: RegisterAction) -> Self {
        Self::Register(action)
    }
}

impl From<ImportAction> for Action {
    fn from(action: ImportAction) -> Self {
        Self::Import(action)
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
