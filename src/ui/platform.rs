//! What the computer gives.

use super::clipboard::Clipboard;
use super::dialogs::Dialogs;
use crate::domain::Day;

#[derive(Debug)]
pub struct Platform {
    pub dialogs: Dialogs,
    pub clipboard: Clipboard,
    pub today: Day,
}

impl Platform {
    pub fn of(today: Day) -> Self {
        Self { dialogs: Dialogs::default(), clipboard: Clipboard::default(), today }
    }
}
