//! Where the series of a unit break. Only an event marked as a break breaks (reading 22).

use crate::domain::{Day, Event, EventKind, Snapshot, UnitId};

/// The breaks of a unit, its own and everybody's, in the order of their days.
pub fn series_breaks(snapshot: &Snapshot, unit: UnitId) -> Vec<&Event> {
    let events = snapshot.shared.events.values();
    let mut breaks: Vec<_> = events
        .filter(|it| it.kind == EventKind::SeriesBreak && it.unit.is_none_or(|own| own == unit))
        .collect();
    breaks.sort_by_key(|it| it.day);
    breaks
}

pub(super) fn break_days(snapshot: &Snapshot, unit: UnitId) -> Vec<Day> {
    series_breaks(snapshot, unit).into_iter().map(|it| it.day).collect()
}

/// The first break after one day, up to and including another: figures of the two cannot be compared.
pub(super) fn break_between(breaks: &[Day], after: Day, through: Day) -> Option<Day> {
    breaks.iter().copied().find(|it| after < *it && *it <= through)
}
