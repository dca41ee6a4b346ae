//! The change log as a page: which steps are listed, and what one of them changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Selector;
use crate::book::LogLine;
use crate::domain::{Day, EntryId, EntryKind, Snapshot, UnitId};
use crate::text::changes::{self, ChangeWords};
use crate::text::{Lang, caseworker_word, collation, dates, tr, tr_with};

/// How far back steps are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LogSpan {
    #[default]
    All,
    Today,
    Week,
    Month,
    Year,
}

impl LogSpan {
    const ALL: [(Self, &'static str); 5] = [
        (Self::All, "log-any-time"),
        (Self::Today, "log-time-today"),
        (Self::Week, "log-time-week"),
        (Self::Month, "log-time-month"),
        (Self::Year, "log-time-year"),
    ];

    /// The first day that is listed.
    const fn first(self, today: Day) -> Option<Day> {
        match self {
            Self::All => None,
            Self::Today => Some(today),
            Self::Week => Some(today.plus(-6)),
            Self::Month => Some(today.plus(-29)),
            Self::Year => Some(today.plus(-364)),
        }
    }
}

/// What is asked of a line; `None` is anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LogFilter {
    pub unit: Option<UnitId>,
    pub user: Option<String>,
    /// Initials, as they are now.
    pub person: Option<String>,
    pub span: LogSpan,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogQuery {
    pub lang: Lang,
    pub today: Day,
    pub filter: LogFilter,
    pub chosen: Option<EntryId>,
}

/// What one step changed.
#[derive(Debug, Clone, PartialEq)]
pub struct LogDetail {
    pub id: EntryId,
    pub title: String,
    /// When, who, from where, and why.
    pub facts: Vec<String>,
    pub changes: Vec<ChangeWords>,
    /// Of changes that are not listed; empty where all are.
    pub more: String,
    /// It can be taken back, as far as the log alone tells.
    pub is_in_effect: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct LogModel {
    pub units: Selector<Option<UnitId>>,
    pub users: Selector<Option<String>>,
    pub people: Selector<Option<String>>,
    pub spans: Selector<LogSpan>,
    /// Places in the log, newest first.
    pub rows: Vec<usize>,
    pub shown: String,
    pub detail: Option<LogDetail>,
}

/// Changes of one step that are listed; the others are in the file that the log is saved as.
const LISTED: usize = 100;

pub fn log_model(snapshot: &Snapshot, lines: &[LogLine], query: &LogQuery) -> LogModel {
    let lang = query.lang;
    let filter = &query.filter;
    let people = |line: &LogLine| -> BTreeSet<String> {
        let named = line.people.iter().filter_map(|id| {
            let unit = snapshot.units().find(|it| it.caseworkers.contains_key(id)).map(|it| it.id);
            let called = snapshot.called(unit.unwrap_or_default(), *id)?;
            Some(called.initials.clone())
        });
        named.collect()
    };
    let first = filter.span.first(query.today);
    let is_listed = |line: &LogLine| {
        filter.unit.is_none_or(|it| line.units.contains(&it))
            && filter.user.as_ref().is_none_or(|it| line.entry.head.user == *it)
            && filter.person.as_ref().is_none_or(|it| people(line).contains(it))
            && first.is_none_or(|it| it <= dates::day_of(line.entry.head.at))
    };
    let rows: Vec<usize> =
        (0..lines.len()).rev().filter(|it| lines.get(*it).is_some_and(&is_listed)).collect();
    let month = query.today.month();
    let units = snapshot.units().map(|it| (it.id, it.unit.name_in(month).to_owned()));
    let users = by_alphabet(lines.iter().map(|it| &it.entry.head.user).collect());
    let persons = by_alphabet(snapshot.identities.values().map(|it| &it.initials).collect());
    let caseworker = caseworker_word(lang, snapshot.settings());
    let person = tr_with(lang, "log-filter-person", &[("who", caseworker.into())]);
    let spans = LogSpan::ALL.map(|(span, key)| (span, tr(lang, key)));
    let shown = [("shown", rows.len().to_string().into()), ("all", lines.len().to_string().into())];
    let chosen = query.chosen.and_then(|id| lines.iter().find(|it| it.entry.id == id));
    LogModel {
        units: choice(lang, tr(lang, "log-filter-unit"), "ui-all-units", filter.unit, units),
        users: choice(lang, tr(lang, "log-filter-user"), "log-anybody", filter.user.clone(), users),
        people: choice(lang, person, "log-any-caseworker", filter.person.clone(), persons),
        spans: Selector::new(tr(lang, "log-filter-time"), filter.span, spans.to_vec()),
        shown: tr_with(lang, "log-shown", &shown),
        rows,
        detail: chosen.map(|it| detail(lang, snapshot, lines, it)),
    }
}

/// Each once, as itself.
fn by_alphabet(words: BTreeSet<&String>) -> Vec<(String, String)> {
    let mut words: Vec<&String> = words.into_iter().collect();
    words.sort_by(|a, b| collation::compare(a, b));
    words.into_iter().map(|it| (it.clone(), it.clone())).collect()
}

/// One of these, or any.
fn choice<T: PartialEq>(
    lang: Lang,
    name: String,
    any: &str,
    current: Option<T>,
    options: impl IntoIterator<Item = (T, String)>,
) -> Selector<Option<T>> {
    let options = options.into_iter().map(|(value, word)| (Some(value), word));
    let options = [(None, tr(lang, any))].into_iter().chain(options).collect();
    Selector::new(name, current, options)
}

/// A line in the list: what was done, and when and by whom.
pub fn log_row(lang: Lang, snapshot: &Snapshot, line: &LogLine) -> (String, String) {
    let entry = &line.entry;
    let what = changes::summary(lang, snapshot, entry);
    let mut facts =
        format!("{} · {} · {}", entry.id.0, dates::moment(lang, entry.head.at), entry.head.user);
    let extra = [Some(entry.head.detail.as_str()), entry.head.reason.as_deref()];
    for fact in extra.into_iter().flatten().filter(|it| !it.is_empty()) {
        facts = format!("{facts} · {fact}");
    }
    (what, facts)
}

fn detail(lang: Lang, snapshot: &Snapshot, lines: &[LogLine], line: &LogLine) -> LogDetail {
    let entry = Arc::clone(&line.entry);
    let mut facts = vec![format!("{} · {}", dates::moment(lang, entry.head.at), entry.head.user)];
    for (key, text) in [
        ("log-detail", Some(entry.head.detail.as_str())),
        ("log-reason", entry.head.reason.as_deref()),
    ] {
        if let Some(text) = text.filter(|it| !it.is_empty()) {
            facts.push(tr_with(lang, key, &[("text", text.into())]));
        }
    }
    let listed = entry.changes.iter().flatten().take(LISTED);
    let changes: Vec<ChangeWords> = listed.map(|it| changes::words(lang, snapshot, &it)).collect();
    let rest = line.count.saturating_sub(changes.len());
    let more = if rest == 0 {
        String::new()
    } else {
        tr_with(lang, "log-changes-more", &[("n", rest.to_string().into())])
    };
    // The newest word about a step decides: done again after an undoing, it is in effect.
    let last_word = lines.iter().rev().find_map(|it| match it.entry.head.kind {
        EntryKind::Undid(of) if of == entry.id => Some(false),
        EntryKind::Redid(of) if of == entry.id => Some(true),
        EntryKind::Undid(_) | EntryKind::Redid(_) | EntryKind::Did | EntryKind::Final => None,
    });
    LogDetail {
        id: entry.id,
        title: changes::summary(lang, snapshot, &entry),
        facts,
        changes,
        more,
        is_in_effect: entry.head.kind == EntryKind::Did && last_word.unwrap_or(true),
    }
}
