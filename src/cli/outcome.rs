//! How a line ends when it did not fail, and what is left to do then.

use std::path::PathBuf;

use super::failure::Failure;
use crate::text::Lang;

/// What is left to do after the command line has done its part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    Done,
    /// Open the window, on this file when there is one.
    Window(WindowRequest),
}

/// What the window is asked to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WindowRequest {
    pub file: Option<PathBuf>,
    pub page: Option<String>,
    pub theme: Option<String>,
    pub lang: Option<Lang>,
    /// Width and height in points.
    pub size: Option<(u16, u16)>,
}

pub type Outcome = Result<Next, Failure>;
