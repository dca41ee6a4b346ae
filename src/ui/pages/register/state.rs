//! What is chosen and being typed on the page.

use std::path::PathBuf;

use crate::book::KeptBackup;
use crate::domain::{Day, EntryId, Snapshot};
use crate::text::Lang;
use crate::ui::jobs::{Task, Ticket};
use crate::ui::widgets::RowsFocus;
use crate::view::change_log::{LogFilter, LogQuery};
use crate::view::register::{
    Item, PlacesView, Problems, RegisterContext, Section, Subject, Values, form,
};

/// What is chosen and being typed on the page.
#[derive(Debug, Default)]
pub struct RegisterDraft {
    pub section: Section,
    pub chosen: Option<Item>,
    pub search: String,
    pub places: PlacesView,
    pub open: Option<OpenForm>,
    pub log: LogDraft,
    pub file: FileDraft,
    pub rows: RowsFocus,
    /// The search has the keyboard.
    pub is_searching: bool,
    /// Where the keyboard goes in this frame.
    pub focus: Option<FocusTarget>,
}

/// A part of the page that can be gone to with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FocusTarget {
    Search,
    /// What was chosen: its form, or what can be done with it.
    Right,
}

/// A form that is being filled.
#[derive(Debug)]
pub struct OpenForm {
    pub subject: Subject,
    pub values: Values,
    pub problems: Problems,
    /// Why the book said no, where it is about no single field.
    pub refused: String,
    /// Asked for when an issued overview covers what is changed.
    pub reason: Option<String>,
    pub state: FormState,
    /// The first field takes the keys when it is first drawn.
    pub is_fresh: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormState {
    Typing,
    /// On its way to the disk.
    Sent(Ticket),
    Saved,
}

impl OpenForm {
    pub fn new(at: RegisterContext<'_>, subject: Subject) -> Option<Self> {
        Some(Self {
            subject,
            values: form(at, subject)?.values(),
            problems: Problems::new(),
            refused: String::new(),
            reason: None,
            state: FormState::Typing,
            is_fresh: true,
        })
    }
}

impl RegisterDraft {
    pub fn open(&mut self, at: RegisterContext<'_>, subject: Subject) {
        self.open = OpenForm::new(at, subject);
    }

    pub fn show(&mut self, at: RegisterContext<'_>, section: Section) {
        *self = Self { section, focus: Some(FocusTarget::Search), ..Self::default() };
        self.log.rows = RowsFocus::Wanted;
        if section == Section::Settings {
            self.open(at, Subject::Settings);
        }
    }

    /// The page was chosen: the keyboard begins in its search.
    pub fn come_in(&mut self) {
        self.focus = Some(FocusTarget::Search);
        self.log.rows = RowsFocus::Wanted;
    }

    /// Whether the keyboard is to go there now; asked once.
    pub fn goes(&mut self, focus: FocusTarget) -> bool {
        self.focus.take_if(|it| *it == focus).is_some()
    }

    /// A chosen thing that is only a form opens it.
    pub fn choose(&mut self, at: RegisterContext<'_>, item: Item) {
        self.chosen = Some(item);
        self.open = item.form().and_then(|it| OpenForm::new(at, it));
        if let Some(open) = &mut self.open {
            open.is_fresh = false;
        }
    }

    /// What is asked of the change log.
    pub fn log_query(&self, lang: Lang, today: Day) -> LogQuery {
        LogQuery { lang, today, filter: self.log.filter.clone(), chosen: self.log.chosen }
    }

    /// Things that are gone, by undo or by somebody else, are no longer chosen.
    pub fn follow(&mut self, snapshot: &Snapshot) {
        if self.chosen.is_some_and(|it| !it.is_in(snapshot)) {
            self.chosen = None;
            self.open = None;
        }
    }
}

/// What is chosen and being typed in the log.
#[derive(Debug, Default)]
pub struct LogDraft {
    pub filter: LogFilter,
    pub chosen: Option<EntryId>,
    /// Asked for when an issued overview covers what is taken back.
    pub reason: Option<String>,
    pub refused: String,
    /// The step that is under way.
    pub sent: Option<Ticket>,
    pub rows: RowsFocus,
    /// The keyboard goes to what can be done with the chosen step.
    pub goes_right: bool,
    /// The listed steps, on their way to a file.
    pub writing: Option<Task<LogWritten>>,
}

/// What became of writing the listed steps to a file.
#[derive(Debug)]
pub struct LogWritten {
    pub path: PathBuf,
    pub outcome: std::io::Result<()>,
}

/// What is known and asked about the file.
#[derive(Debug, Default)]
pub struct FileDraft {
    /// `None` until they have been asked for.
    pub backups: Option<Vec<KeptBackup>>,
    /// The backup that is about to be put back.
    pub asked: Option<PathBuf>,
}
