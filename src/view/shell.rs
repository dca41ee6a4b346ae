//! What stands around every page: the rail, the selectors that all pages share, and the status line.

use super::page::{Page, PageUnits};
use super::selector::Selector;
use crate::domain::{Day, HalfYear, SettingKey, Snapshot, UnitData, UnitId};
use crate::text::{Arg, Lang, dates, tr, tr_with};

/// Whether the file may be written to, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// Nobody is writing; we can.
    Free,
    Own,
    /// Somebody else is writing; we read. Both are empty where they are not known.
    HeldBy {
        user: String,
        computer: String,
    },
    /// Somebody on another computer holds it and has been silent for long: it may be taken over.
    Silent {
        user: String,
        computer: String,
    },
    /// Nobody can write here.
    ReadOnly,
}

/// The newest change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Milliseconds since 1 January 1970, UTC.
    pub at: i64,
    /// What it was about.
    pub what: String,
}

/// What the window knows of the open file beside its snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookFacts {
    pub file_name: String,
    pub access: Access,
    pub saved: Option<Saved>,
    /// Commands sent and not yet answered.
    pub pending: usize,
    /// What would be taken back; `None` when there is nothing.
    pub undo: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShellQuery {
    pub lang: Lang,
    pub page: Page,
    pub unit: Option<UnitId>,
    pub half_year: HalfYear,
    pub today: Day,
    pub book: BookFacts,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusModel {
    pub file: String,
    pub access: String,
    /// The word on the button that takes over from a silent holder; `None` where there is none.
    pub take_over: Option<String>,
    pub saved: String,
    /// What would be taken back; `None` when there is nothing.
    pub undo: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShellModel {
    pub title: String,
    /// With their words.
    pub pages: Vec<(Page, String)>,
    pub units: Selector<Option<UnitId>>,
    pub half_years: Selector<HalfYear>,
    pub status: StatusModel,
}

pub fn shell_model(snapshot: &Snapshot, query: &ShellQuery) -> ShellModel {
    let lang = query.lang;
    let label = |page: Page| tr(lang, page.facts().words);
    ShellModel {
        title: title(snapshot, query).unwrap_or_else(|| label(query.page)),
        pages: Page::ALL.map(|page| (page, label(page))).into(),
        units: units(snapshot, query),
        half_years: half_years(snapshot, query),
        status: status(query),
    }
}

/// The page of caseloads is called after the municipality's own word for a caseworker.
fn title(snapshot: &Snapshot, query: &ShellQuery) -> Option<String> {
    let own = snapshot.settings().get(SettingKey::CaseworkerLabel)?;
    let is_named = query.page == Page::Caseload && !own.is_empty();
    is_named.then(|| tr_with(query.lang, "ui-page-caseload-own", &[("who", own.into())]))
}

fn units(snapshot: &Snapshot, query: &ShellQuery) -> Selector<Option<UnitId>> {
    let last = query.half_year.last_month();
    let mut options: Vec<(Option<UnitId>, String)> = snapshot
        .units()
        .filter(|it| query.page.concerns(&it.unit))
        .map(|it| (Some(it.id), it.unit.name_in(last).to_owned()))
        .collect();
    if query.page.facts().units == PageUnits::All {
        options.insert(0, (None, tr(query.lang, "ui-all-units")));
    }
    let chosen = options.iter().find(|it| it.0 == query.unit).or_else(|| options.first());
    let chosen = chosen.and_then(|it| it.0);
    Selector::new(tr(query.lang, "ui-unit"), chosen, options)
}

/// Newest first: from today's half-year back to the first with a typed figure, or eight years.
fn half_years(snapshot: &Snapshot, query: &ShellQuery) -> Selector<HalfYear> {
    let typed = snapshot.units().filter_map(UnitData::first_typed_month).min();
    let current = query.half_year;
    let newest = query.today.month().half_year().max(current);
    let oldest = typed.map_or_else(|| newest.plus(-15), |it| it.half_year().min(newest));
    let mut options = Vec::new();
    let mut half = newest;
    while oldest.min(current) <= half {
        options.push((half, dates::half_year(query.lang, half)));
        half = half.plus(-1);
    }
    Selector::new(tr(query.lang, "ui-period"), current, options)
}

fn status(query: &ShellQuery) -> StatusModel {
    let lang = query.lang;
    let book = &query.book;
    let saved = match &book.saved {
        _ if 0 < book.pending => tr(lang, "ui-saving"),
        None => tr(lang, "ui-nothing-changed"),
        Some(saved) => {
            let is_today = dates::day_of(saved.at) == query.today;
            let (key, at) = if is_today {
                ("ui-saved", dates::clock(lang, saved.at))
            } else {
                ("ui-saved-earlier", dates::moment(lang, saved.at))
            };
            let args: [(&str, Arg<'_>); 2] = [("at", at.into()), ("what", (&saved.what).into())];
            tr_with(lang, key, &args)
        }
    };
    StatusModel {
        file: book.file_name.clone(),
        access: access(lang, &book.access),
        take_over: matches!(book.access, Access::Silent { .. }).then(|| tr(lang, "ui-take-over")),
        saved,
        undo: book.undo.clone(),
    }
}

pub fn access(lang: Lang, access: &Access) -> String {
    match access {
        Access::Free => tr(lang, "ui-access-free"),
        Access::Own => tr(lang, "ui-access-own"),
        Access::ReadOnly => tr(lang, "ui-access-read-only"),
        Access::HeldBy { user, .. } if user.is_empty() => tr(lang, "ui-access-held-unknown"),
        Access::HeldBy { user, computer } | Access::Silent { user, computer } => {
            let args = [("user", user.into()), ("computer", computer.into())];
            let is_silent = matches!(access, Access::Silent { .. });
            let key = if is_silent { "ui-access-silent" } else { "ui-access-held" };
            tr_with(lang, key, &args)
        }
    }
}
