//! What the page shows, ready to paint.

use super::subject::{Item, Subject};
use super::timeline::Timeline;
use crate::book::Command;
use crate::domain::{CaseworkerId, Day, Snapshot, UnitId};
use crate::text::{Lang, collation, tr};
use crate::trends::Chip;

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Section {
    #[default]
    Units,
    Caseworkers,
    /// The waiting-list register.
    Episodes,
    Targets,
    Events,
    Committees,
    Settings,
    /// The change log.
    Log,
    /// The file with its backups, and what is new in the program.
    File,
}

impl Section {
    /// Each with the key of its word.
    const WORDS: [(Self, &'static str); 9] = [
        (Self::Units, "register-section-units"),
        (Self::Caseworkers, "register-section-caseworkers"),
        (Self::Episodes, "register-section-episodes"),
        (Self::Targets, "register-section-targets"),
        (Self::Events, "register-section-events"),
        (Self::Committees, "register-section-committees"),
        (Self::Settings, "register-section-settings"),
        (Self::Log, "register-section-log"),
        (Self::File, "register-section-file"),
    ];

    /// All of them in their order, with their words.
    pub fn labelled(lang: Lang) -> Vec<(Self, String)> {
        Self::WORDS.iter().map(|(section, key)| (*section, tr(lang, key))).collect()
    }

    pub fn label(self, lang: Lang) -> String {
        Self::WORDS.iter().find(|it| it.0 == self).map_or_else(String::new, |it| tr(lang, it.1))
    }

    fn beside(self, step: isize) -> Option<Self> {
        let place = Self::WORDS.iter().position(|it| it.0 == self)?;
        Self::WORDS.get(place.checked_add_signed(step)?).map(|it| it.0)
    }

    pub fn next(self) -> Option<Self> {
        self.beside(1)
    }

    pub fn previous(self) -> Option<Self> {
        self.beside(-1)
    }
}

/// What the page is asked about.
#[derive(Debug, Clone, Copy)]
pub struct RegisterContext<'a> {
    pub snapshot: &'a Snapshot,
    pub lang: Lang,
    /// The unit chosen for all pages; `None` is all.
    pub unit: Option<UnitId>,
    pub today: Day,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListRow {
    pub item: Item,
    pub title: String,
    pub detail: String,
    pub chip: Option<Chip>,
    /// It is over: drawn quieter, and last.
    pub is_past: bool,
}

impl ListRow {
    /// What is over goes last; the rest is ordered as names are.
    pub fn sorted(rows: impl Iterator<Item = Self>) -> Vec<Self> {
        let mut rows: Vec<Self> = rows.collect();
        rows.sort_by(|a, b| {
            a.is_past.cmp(&b.is_past).then_with(|| collation::compare(&a.title, &b.title))
        });
        rows
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct ListModel {
    pub add: Option<FormLink>,
    pub rows: Vec<ListRow>,
    /// Instead of a list without rows.
    pub empty: String,
}

/// A word that opens a form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormLink {
    pub word: String,
    pub subject: Subject,
}

impl FormLink {
    pub fn new(lang: Lang, key: &str, subject: Subject) -> Self {
        Self { word: tr(lang, key), subject }
    }
}

/// Something that can be done with what is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum RowCommand {
    Open(Subject),
    /// At once; one undo takes it back.
    Run(Command),
    /// Everything the book holds about this person, as a file.
    Disclose(CaseworkerId),
}

/// One line of a part: what it says, and the form that changes it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PartRow {
    pub text: String,
    pub note: String,
    pub edit: Option<FormLink>,
}

/// Rows of one kind under a heading.
#[derive(Debug, Clone, PartialEq)]
pub struct DetailPart {
    pub title: String,
    pub rows: Vec<PartRow>,
    pub empty: String,
    pub add: Option<FormLink>,
}

impl DetailPart {
    /// `title` is the key of its heading.
    pub fn new(lang: Lang, title: &str, rows: Vec<PartRow>) -> Self {
        Self { title: tr(lang, title), rows, empty: String::new(), add: None }
    }
}

/// Everything about one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct DetailModel {
    pub title: String,
    pub subtitle: String,
    pub chip: Option<Chip>,
    pub timeline: Timeline,
    pub parts: Vec<DetailPart>,
    /// What can be done, with its words.
    pub actions: Vec<(String, RowCommand)>,
}
