//! The waiting-list register of a unit: who was approved, started, withdrawn or waiting when.

use std::ops::Range;

use super::Ratio;
use super::survival::Followed;
use crate::domain::{Day, Month, UnitData, register_span};

/// Later than any day: what has not happened.
const NEVER: i32 = i32::MAX;

/// The days of a unit's episodes in columns, and the months they answer for.
///
/// A period asks for a few of very many: a pass over one column of numbers costs less than keeping
/// every column in order.
#[derive(Debug, Clone)]
pub(super) struct Register {
    from: Month,
    through: Month,
    approved: Vec<i32>,
    started: Vec<i32>,
    withdrawn: Vec<i32>,
}

/// Days, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    first: i32,
    last: i32,
    pub(super) months: u32,
}

impl Window {
    const fn holds(&self, day: i32) -> bool {
        self.first <= day && day <= self.last
    }

    fn count(&self, days: &[i32]) -> i64 {
        days.iter().map(|it| i64::from(self.holds(*it))).sum()
    }
}

/// A start: its day and the days waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Start {
    pub(super) day: Day,
    pub(super) wait: i32,
}

/// What the register says of one month.
#[derive(Debug, Clone, Default)]
pub(super) struct RegisterMonth {
    /// Days waited by each who started in it.
    pub(super) started: Vec<i32>,
    /// Days waited so far by each who waits on its last day.
    pub(super) waiting: Vec<i32>,
}

impl Register {
    pub(super) fn of(data: &UnitData) -> Option<Self> {
        let (mut approved, mut started, mut withdrawn) = (Vec::new(), Vec::new(), Vec::new());
        let mut dates: Option<(Day, Day)> = None;
        for column in [&mut approved, &mut started, &mut withdrawn] {
            column.reserve_exact(data.episodes.len());
        }
        for (day, outcome) in data.episodes.days() {
            let number = |day: Option<Day>| day.map_or(NEVER, Day::number);
            approved.push(day.number());
            started.push(number(outcome.started()));
            withdrawn.push(number(outcome.withdrawn()));
            let last = outcome.ended().map_or(day, |ended| ended.max(day));
            let (first, latest) = dates.unwrap_or((day, last));
            dates = Some((first.min(day), latest.max(last)));
        }
        let (from, through) = register_span(data.unit.waiting_list, data.typed_months(), dates)?;
        Some(Self { from, through, approved, started, withdrawn })
    }

    pub(super) fn covers(&self, month: Month) -> bool {
        self.from <= month && month <= self.through
    }

    /// The part of these months that the register answers for.
    pub(super) fn covered(&self, first: Month, last: Month) -> Option<Window> {
        let (first, last) = (first.max(self.from), last.min(self.through));
        (first <= last).then(|| Window {
            first: first.first_day().number(),
            last: last.last_day().number(),
            months: (last.since(first) + 1).unsigned_abs(),
        })
    }

    pub(super) fn approved(&self, window: Window) -> i64 {
        window.count(&self.approved)
    }

    pub(super) fn started(&self, window: Window) -> i64 {
        window.count(&self.started)
    }

    pub(super) fn withdrawn(&self, window: Window) -> i64 {
        window.count(&self.withdrawn)
    }

    pub(super) fn starts(&self, window: Window) -> impl Iterator<Item = Start> + '_ {
        let places = self.started.iter().zip(&self.approved);
        let inside = places.filter(move |(started, _)| window.holds(**started));
        inside.filter_map(|(started, approved)| {
            Some(Start { day: Day::from_number(*started)?, wait: started - approved })
        })
    }

    /// Days waited so far by everyone waiting on the snapshot day. Whoever starts or withdraws on
    /// that day no longer waits; an approval on that day waits with 0 days.
    pub(super) fn waiting(&self, snapshot: Day) -> Vec<i32> {
        let snapshot = snapshot.number();
        let ends = self.started.iter().zip(&self.withdrawn);
        let places = self.approved.iter().zip(ends);
        let waiting = places.filter(|(approved, (started, withdrawn))| {
            **approved <= snapshot && snapshot < *(*started).min(withdrawn)
        });
        waiting.map(|(approved, _)| snapshot - approved).collect()
    }

    /// Every month from `first` to `last` in one pass; also those the register does not cover.
    pub(super) fn by_month(&self, first: Month, last: Month) -> Vec<RegisterMonth> {
        let calendar = Calendar::new(first, last);
        let mut months = vec![RegisterMonth::default(); calendar.last_days.len()];
        let ends = self.started.iter().zip(&self.withdrawn);
        for (approved, (started, withdrawn)) in self.approved.iter().zip(ends) {
            let month = calendar.month_of(*started).and_then(|it| months.get_mut(it));
            if let Some(month) = month {
                month.started.push(started - approved);
            }
            let waits = calendar.snapshots(*approved, *started.min(withdrawn));
            let snapshots = calendar.last_days.get(waits.clone()).unwrap_or_default();
            let waiting = months.get_mut(waits).unwrap_or_default();
            for (month, snapshot) in waiting.iter_mut().zip(snapshots) {
                month.waiting.push(snapshot - approved);
            }
        }
        months
    }

    pub(super) fn count(people: usize) -> Ratio {
        Ratio::whole(i64::try_from(people).unwrap_or(i64::MAX))
    }

    /// Everyone approved in the twelve months that end with the snapshot, followed to it (reading 15).
    pub(super) fn cohort(&self, snapshot_month: Month) -> Vec<Followed> {
        let first = snapshot_month.plus(-11).first_day().number();
        let snapshot = snapshot_month.last_day().number();
        let ends = self.started.iter().zip(&self.withdrawn);
        let places = self.approved.iter().zip(ends);
        let inside = places.filter(|(approved, _)| first <= **approved && **approved <= snapshot);
        inside
            .map(|(approved, (started, withdrawn))| {
                let ended = *started.min(withdrawn).min(&snapshot);
                (ended - approved, *started <= snapshot)
            })
            .collect()
    }
}

/// Months from one to another, and which of them a day lies in.
struct Calendar {
    first_day: i32,
    last_days: Vec<i32>,
    /// The place of the month of every day: far cheaper than the calendar, asked for each episode.
    places: Vec<usize>,
}

impl Calendar {
    fn new(first: Month, last: Month) -> Self {
        let (mut last_days, mut places) = (Vec::new(), Vec::new());
        for (place, month) in first.through(last).enumerate() {
            last_days.push(month.last_day().number());
            let days = usize::try_from(month.days()).unwrap_or(0);
            places.resize(places.len() + days, place);
        }
        Self { first_day: first.first_day().number(), last_days, places }
    }

    fn month_of(&self, day: i32) -> Option<usize> {
        let day = usize::try_from(day.checked_sub(self.first_day)?).ok()?;
        self.places.get(day).copied()
    }

    /// The months on whose last day someone waits: from the approval until it ended.
    fn snapshots(&self, approved: i32, ended: i32) -> Range<usize> {
        let all = self.last_days.len();
        let place = |day: i32| {
            if day < self.first_day { 0 } else { self.month_of(day).unwrap_or(all) }
        };
        let from = place(approved);
        from..place(ended).max(from)
    }
}
