//! The open book as the window sees it: the newest snapshot, and what has been chosen to look at.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::jobs::{BookState, Request, Ticket, Writer};
use super::pending::Waiting;
use crate::book::LogLine;
use crate::domain::{Entry, EntryId, Former, HalfYear, Snapshot, UnitId};
use crate::text::changes::{place_of, summary};
use crate::text::{Lang, tr};
use crate::view::{BookFacts, Memo, Page, Saved, ShellModel, ShellQuery, shell_model};

/// Which file, and which state of it.
pub type Revision = (u64, EntryId);

/// The book, its writer, and who waits for what.
#[derive(Debug)]
pub struct BookDesk {
    pub writer: Writer,
    pub pending: BTreeMap<Ticket, Waiting>,
    /// `None` on the start page.
    pub open: Option<Desk>,
    /// How many files have been opened.
    pub openings: u64,
    /// What is being opened or made.
    pub opening: Option<String>,
}

impl BookDesk {
    pub const fn new(writer: Writer) -> Self {
        Self { writer, pending: BTreeMap::new(), open: None, openings: 0, opening: None }
    }

    /// Asks the writer; `None` when there is nobody to answer.
    pub fn send(
        &mut self,
        request: Request,
        waiting: Option<Waiting>,
        lang: Lang,
    ) -> Option<Ticket> {
        if let Request::Open(path) | Request::Create(path, _) = &request {
            self.opening = Some(name_of(path));
        } else if matches!(request, Request::Demo(_)) {
            self.opening = Some(tr(lang, "sample-name"));
        }
        let ticket = self.writer.send(request);
        match ticket {
            Some(ticket) => self.pending.extend(waiting.map(|it| (ticket, it))),
            None => self.opening = None,
        }
        ticket
    }

    pub fn put_down(&mut self, state: BookState) {
        self.openings += 1;
        self.open = Some(Desk::new(self.openings, state));
    }

    /// Changes that are not saved yet.
    pub fn unsaved(&self) -> usize {
        if self.opening.is_some() { 0 } else { self.writer.pending() }
    }

    /// What is remembered for the open file stands under this.
    pub fn file_key(&self) -> Option<String> {
        Some(self.open.as_ref()?.state.path.to_string_lossy().into_owned())
    }

    /// The folder it lies in.
    pub fn folder(&self) -> Option<&Path> {
        self.open.as_ref()?.state.path.parent()
    }
}

/// An open file.
#[derive(Debug)]
pub struct Desk {
    /// Counts opened files, so that models of one are never shown for another.
    pub opening: u64,
    pub state: BookState,
    /// The change log as far as it has been read.
    pub log: Vec<LogLine>,
    /// What it tells of units and caseworkers that are gone.
    pub former: Arc<Former>,
    /// More of it has been asked for.
    pub log_is_coming: bool,
    /// What the newest change was about, in words.
    summary: Memo<(Lang, EntryId), String>,
    /// What would be taken back, in words.
    undo: Memo<(Lang, EntryId), String>,
    shell: Memo<(EntryId, ShellQuery), ShellModel>,
}

impl Desk {
    pub fn new(opening: u64, state: BookState) -> Self {
        Self {
            opening,
            state,
            log: Vec::new(),
            former: Arc::default(),
            log_is_coming: false,
            summary: Memo::default(),
            undo: Memo::default(),
            shell: Memo::default(),
        }
    }

    /// The book as its log is told.
    pub fn named(&self) -> Snapshot {
        self.state.snapshot.remembering(&self.former)
    }

    pub fn shell(&mut self, query: ShellQuery) -> &ShellModel {
        let snapshot = &self.state.snapshot;
        self.shell.get((snapshot.revision, query), |(_, query)| shell_model(snapshot, query))
    }

    pub fn revision(&self) -> Revision {
        (self.opening, self.state.snapshot.revision)
    }

    /// `pending` are the changes that are not saved yet.
    pub fn facts(&mut self, lang: Lang, pending: usize) -> BookFacts {
        let Self { state, summary, undo, .. } = self;
        let saved = state.newest.as_ref().map(|entry| Saved {
            at: entry.head.at,
            what: summary
                .get((lang, entry.id), |_| what_it_was(lang, &state.snapshot, entry))
                .clone(),
        });
        BookFacts {
            file_name: name_of(&state.path),
            access: state.access.clone(),
            saved,
            pending,
            undo: state.undo.as_ref().map(|entry| {
                undo.get((lang, entry.id), |_| step_words(lang, &state.snapshot, entry)).clone()
            }),
        }
    }
}

/// The name of a file without its folder.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// What it came from, where that is known; else its first change.
pub fn what_it_was(lang: Lang, snapshot: &Snapshot, entry: &Entry) -> String {
    detail_or(entry, || summary(lang, snapshot, entry))
}

/// What a step was about, without its figures: what is taken back is named by its place.
fn step_words(lang: Lang, snapshot: &Snapshot, entry: &Entry) -> String {
    detail_or(entry, || place_of(lang, snapshot, entry))
}

fn detail_or(entry: &Entry, words: impl FnOnce() -> String) -> String {
    let detail = &entry.head.detail;
    if detail.is_empty() { words() } else { detail.clone() }
}

/// What all pages look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    pub page: Page,
    /// `None` is all units, where a page can show all.
    pub unit: Option<UnitId>,
    pub half_year: HalfYear,
}
