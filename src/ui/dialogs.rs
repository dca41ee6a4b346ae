//! The system's file dialogs, each on a thread of its own: the window goes on while one is open.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use super::widgets::ChartForm;
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
    /// Cancelled.
    None(Purpose),
    /// There are no dialogs here: the system answered sooner than anybody can.
    NotShown(Purpose),
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

/// What was chosen, and how long it took.
type Closed = (Option<PathBuf>, Duration);

/// At most one dialog at a time.
#[derive(Debug, Default)]
pub struct Dialogs {
    open: Option<(Purpose, Receiver<Closed>)>,
}

/// A dialog that answers sooner was never there: nobody reads that fast.
const TOO_SOON: Duration = Duration::from_millis(600);

pub const EXTENSION: &str = "sagstakt";

/// What is picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// A file that is there.
    File,
    Folder,
    /// A place for a new file.
    Place,
}

/// How a path is asked for.
#[derive(Debug, Clone, Copy)]
pub struct DialogRow {
    pub pick: Pick,
    /// Keys of what the dialog is called, and of what such files are.
    pub title: &'static str,
    pub kind: &'static str,
    pub extensions: &'static [&'static str],
}

impl Purpose {
    pub const fn row(self) -> DialogRow {
        const CSV: &[&str] = &["csv"];
        const BOOK: &[&str] = &[EXTENSION];
        const TABLES: &[&str] = &["xlsx", "xlsm", "xls", "ods", "csv", "txt"];
        let (pick, title, kind, extensions) = match self {
            Self::Open => (Pick::File, "ui-start-open", "ui-file-kind", BOOK),
            Self::Create => (Pick::Place, "ui-start-new", "ui-file-kind", BOOK),
            Self::Import => (Pick::File, "importing-title", "importing-kind", TABLES),
            Self::Rejected => (Pick::Place, "importing-save-rejected", "importing-kind", CSV),
            Self::SaveLog => (Pick::Place, "log-title", "log-csv-kind", CSV),
            Self::SaveChart(form) => match form {
                ChartForm::Svg => (Pick::Place, "charts-save-svg", "charts-kind", &["svg"] as &[_]),
                ChartForm::Png => (Pick::Place, "charts-save-png", "charts-kind", &["png"] as &[_]),
                ChartForm::Csv => (Pick::Place, "charts-save-csv", "charts-kind", CSV),
            },
            Self::Folder => (Pick::Folder, "half-year-folder", "ui-file-kind", &[] as &[_]),
            Self::Person(_) => (Pick::Place, "register-disclose", "person-kind", CSV),
        };
        DialogRow { pick, title, kind, extensions }
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
                .add_filter(words.kind, purpose.row().extensions);
            let asked = Instant::now();
            let path = match purpose.row().pick {
                Pick::File => dialog.pick_file(),
                Pick::Folder => dialog.pick_folder(),
                Pick::Place => dialog.set_file_name(words.suggestion).save_file(),
            };
            // A window that is gone needs no answer.
            drop(sender.send((path, asked.elapsed())));
            wake();
        });
        // Without a thread the receiver finds its sender gone: the same as where there are no dialogs.
        drop(thread);
        self.open = Some((purpose, receiver));
    }

    /// As if the system had answered after so long that nothing was chosen.
    #[cfg(test)]
    pub fn answered(&mut self, purpose: Purpose, after: Duration) {
        let (sender, receiver) = channel();
        sender.send((None, after)).unwrap();
        self.open = Some((purpose, receiver));
    }

    /// The answer, once.
    pub fn answer(&mut self) -> Option<Answer> {
        let (purpose, receiver) = self.open.as_ref()?;
        let purpose = *purpose;
        let answer = match receiver.try_recv() {
            Ok((Some(path), _)) => Answer::Path(purpose, path),
            Ok((None, after)) if TOO_SOON <= after => Answer::None(purpose),
            Ok((None, _)) | Err(TryRecvError::Disconnected) => Answer::NotShown(purpose),
            Err(TryRecvError::Empty) => return None,
        };
        self.open = None;
        Some(answer)
    }
}
