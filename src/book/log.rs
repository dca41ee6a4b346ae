//! The change log as it is looked through: each entry with what it touched.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::{CaseworkerId, Entry, EntryId, Former, Month, Snapshot, UnitId};
use crate::storage::{Store, StoreResult};

/// An entry and what can be asked of it without decoding it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    pub entry: Arc<Entry>,
    pub units: BTreeSet<UnitId>,
    pub people: BTreeSet<CaseworkerId>,
    /// First and last month of the figures it changed; `None` when it changed none.
    pub months: Option<(Month, Month)>,
    /// Changes in it.
    pub count: usize,
    /// What the units and caseworkers that it made or changed are called.
    pub names: Former,
}

impl LogLine {
    pub fn of(entry: Entry) -> Self {
        let (mut units, mut people) = (BTreeSet::new(), BTreeSet::new());
        let mut months: Option<(Month, Month)> = None;
        let mut names = Former::default();
        for change in entry.changes.iter().flatten() {
            names.learn(&change);
            units.extend(change.unit());
            people.extend(change.caseworker());
            if let Some(month) = change.month() {
                let (first, last) = months.unwrap_or((month, month));
                months = Some((first.min(month), last.max(month)));
            }
        }
        let count = entry.changes.len();
        Self { entry: Arc::new(entry), units, people, months, count, names }
    }
}

/// The book with what its log tells of things that are gone; the lines oldest first.
pub fn named(snapshot: &Snapshot, lines: &[LogLine]) -> Snapshot {
    let mut former = Former::default();
    for line in lines {
        former.extend(&line.names);
    }
    snapshot.remembering(&Arc::new(former))
}

/// The next lines after an entry, oldest first, at most this many.
pub fn read_after(store: &Store, after: EntryId, most: u64) -> StoreResult<Vec<LogLine>> {
    let last = store.newest().0.min(after.0.saturating_add(most));
    let mut lines = Vec::new();
    for id in after.0 + 1..=last {
        lines.extend(store.entry(EntryId(id))?.map(LogLine::of));
    }
    Ok(lines)
}
