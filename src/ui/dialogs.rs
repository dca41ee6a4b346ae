//! The system's file dialogs, each on a thread of its own: the window goes on while one is open.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;

use super::charts::ChartForm;
use crate::domain::CaseworkerId;

/// What a path was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Open,
    Create,
    /// Figures to be read.
    Import,
    /// Where what was refused is written.
    Rejected,
    /// Where the change log is written to.
    SaveLog,
    /// Where a chart is written to.
    SaveChart(ChartForm),
    /// Where documents are written.
    Folder,
    /// Where everything about a person is written.
    Person(CaseworkerId),
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Path(Purpose, PathBuf),
    /// Cancelled, or there are no dialogs here; the two cannot be told apart.
    None,
}

/// The words of a dialog.
#[derive(Debug, Clone)]
pub struct Words {
    pub title: String,
    /// What files of ours are called.
    pub kind: String,
    /// A name for a new file.
    pub suggestion: String,
}

/// At most one dialog at a time.
#[derive(Debug, Default)]
pub struct Dialogs {
    open: Option<(Purpose, Receiver<Option<PathBuf>>)>,
}

pub const EXTENSION: &str = "sagstakt";

impl Purpose {
    const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Open | Self::Create => &[EXTENSION],
            Self::Import => &["xlsx", "xlsm", "xls", "ods", "csv", "txt"],
            Self::Rejected | Self::SaveLog | Self::Person(_) | Self::SaveChart(ChartForm::Csv) => {
                &["csv"]
            }
            Self::SaveChart(ChartForm::Svg) => &["svg"],
            Self::SaveChart(ChartForm::Png) => &["png"],
            Self::Folder => &[],
        }
    }
}

impl Dialogs {
    pub const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Opens a dialog, unless one is open.
    pub fn ask(&mut self, purpose: Purpose, words: Words, wake: impl Fn() + Send + 'static) {
        if self.is_open() {
            return;
        }
        let (sender, receiver) = channel();
        let thread = Builder::new().name("dialog".to_owned()).spawn(move || {
            let dialog = rfd::FileDialog::new()
                .set_title(words.title)
                .add_filter(words.kind, purpose.extensions());
            let path = match purpose {
                Purpose::Open | Purpose::Import => dialog.pick_file(),
                Purpose::Folder => dialog.pick_folder(),
                Purpose::Create
                | Purpose::Rejected
                | Purpose::SaveLog
                | Purpose::Person(_)
                | Purpose::SaveChart(_) => dialog.set_file_name(words.suggestion).save_file(),
            };
            // A window that is gone needs no answer.
            drop(sender.send(path));
            wake();
        });
        // Without a thread the receiver finds its sender gone: the same as cancelling.
        drop(thread);
        self.open = Some((purpose, receiver));
    }

    /// The answer, once.
    pub fn answer(&mut self) -> Option<Answer> {
        let (purpose, receiver) = self.open.as_ref()?;
        let purpose = *purpose;
        let answer = match receiver.try_recv() {
            Ok(Some(path)) => Answer::Path(purpose, path),
            Ok(None) | Err(TryRecvError::Disconnected) => Answer::None,
            Err(TryRecvError::Empty) => return None,
        };
        self.open = None;
        Some(answer)
    }
}
