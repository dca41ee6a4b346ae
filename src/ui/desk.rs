//! The open book as the window sees it: the newest snapshot, and what has been chosen to look at.

use std::sync::Arc;

use super::jobs::BookState;
use crate::book::LogLine;
use crate::domain::{Entry, EntryId, Former, HalfYear, Snapshot, UnitId};
use crate::text::Lang;
use crate::text::changes::{place_of, summary};
use crate::view::change_log::{LogModel, LogQuery, log_model};
use crate::view::entry::{EntryModel, EntryQuery, RowOrder, entry_model};
use crate::view::register::{RegisterModel, RegisterQuery, register_model};
use crate::view::{
    BookFacts, Memo, OverviewModel, OverviewQuery, Page, Saved, ShellModel, ShellQuery, TrendModel,
    TrendQuery, overview_model, shell_model, trend_model,
};

/// Which file, and which state of it.
type Revision = (u64, EntryId);

/// View models as they were last computed.
#[derive(Debug, Default)]
pub struct Models {
    pub shell: Memo<(Revision, ShellQuery), ShellModel>,
    pub overview: Memo<(Revision, OverviewQuery), OverviewModel>,
    pub entry: Memo<(Revision, EntryQuery), Option<EntryModel>>,
    pub trend: Memo<(Revision, TrendQuery), Option<TrendModel>>,
    pub register: Memo<(Revision, RegisterQuery), RegisterModel>,
    pub log: Memo<(Revision, usize, LogQuery), LogModel>,
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
        }
    }

    /// The book as its log is told.
    pub fn named(&self) -> Snapshot {
        self.state.snapshot.remembering(&self.former)
    }

    pub fn revision(&self) -> Revision {
        (self.opening, self.state.snapshot.revision)
    }

    /// `pending` are the changes that are not saved yet.
    pub fn facts(&mut self, lang: Lang, pending: usize) -> BookFacts {
        let Self { state, summary, undo, .. } = self;
        let name = state.path.file_name().unwrap_or(state.path.as_os_str());
        let saved = state.newest.as_ref().map(|entry| Saved {
            at: entry.at,
            what: summary.get((lang, entry.id), |_| words(lang, &state.snapshot, entry)).clone(),
        });
        BookFacts {
            file_name: name.to_string_lossy().into_owned(),
            access: state.access.clone(),
            saved,
            pending,
            undo: state.undo.as_ref().map(|entry| {
                undo.get((lang, entry.id), |_| step_words(lang, &state.snapshot, entry)).clone()
            }),
        }
    }
}

/// What it came from, where that is known; else its first change.
fn words(lang: Lang, snapshot: &Snapshot, entry: &Entry) -> String {
    if entry.detail.is_empty() { summary(lang, snapshot, entry) } else { entry.detail.clone() }
}

/// What a step was about, without its figures: what is taken back is named by its place.
fn step_words(lang: Lang, snapshot: &Snapshot, entry: &Entry) -> String {
    if entry.detail.is_empty() { place_of(lang, snapshot, entry) } else { entry.detail.clone() }
}

/// What all pages look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    pub page: Page,
    /// `None` is all units, where a page can show all.
    pub unit: Option<UnitId>,
    pub half_year: HalfYear,
}

impl Models {
    pub fn shell(&mut self, desk: &Desk, query: ShellQuery) -> &ShellModel {
        self.shell
            .get((desk.revision(), query), |(_, query)| shell_model(&desk.state.snapshot, query))
    }

    pub fn overview(&mut self, desk: &Desk, query: OverviewQuery) -> &OverviewModel {
        self.overview
            .get((desk.revision(), query), |(_, query)| overview_model(&desk.state.snapshot, query))
    }

    pub fn log(&mut self, desk: &Desk, query: LogQuery) -> &LogModel {
        let key = (desk.revision(), desk.log.len(), query);
        self.log.get(key, |(_, _, query)| log_model(&desk.named(), &desk.log, query))
    }

    pub fn register(&mut self, desk: &Desk, query: RegisterQuery) -> &RegisterModel {
        self.register
            .get((desk.revision(), query), |(_, query)| register_model(&desk.state.snapshot, query))
    }

    pub fn entry(
        &mut self,
        desk: &Desk,
        query: EntryQuery,
        order: &mut RowOrder,
    ) -> Option<&mut EntryModel> {
        let model = self.entry.get_mut((desk.revision(), query), |(_, query)| {
            entry_model(&desk.state.snapshot, query, order)
        });
        model.as_mut()
    }

    pub fn trend(&mut self, desk: &Desk, query: TrendQuery) -> Option<&TrendModel> {
        self.trend
            .get((desk.revision(), query), |(_, query)| trend_model(&desk.state.snapshot, query))
            .as_ref()
    }
}
