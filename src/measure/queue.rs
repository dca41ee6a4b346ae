//! Where the queue is going: the expected wait of those approved, and how long the queue lasts.

use super::survival::Curve;
use super::waiting_list::WaitingList;
use super::{Figure, Note, Ratio, Reason};
use crate::domain::{Month, Period};

/// Kaplan-Meier median of those approved in the twelve months that end with the snapshot.
pub(super) fn km_median(list: &WaitingList<'_>, month: Month) -> Figure {
    let Some(register) = list.covers(month) else {
        let snapshot_only = list.period(Period::Month(month));
        let figure = snapshot_only.without_register();
        return Figure { n: None, ..figure };
    };
    let mut people = register.cohort(month);
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let n = count(people.len());
    if n == 0 {
        return Figure::not_computable(Reason::NoCohort).with_n(0);
    }
    let events = count(people.iter().filter(|it| it.1).count());
    let figure = match Curve::of(&mut people).median() {
        Some(day) => Figure::count(day.into()),
        None => Figure::not_computable(Reason::NotReached),
    };
    Figure { events: Some(events), ..figure.with_n(n) }
}

/// Waiting / mean weekly starts over the last three calendar months, in weeks (reading 16).
pub(super) fn clearance_time(list: &WaitingList<'_>, month: Month) -> Figure {
    let first = month.plus(-2);
    let recent = list.stretch(first, month);
    let started = recent.started();
    let all_known = started.used == recent.expected;
    let Some(waiting) = list.waiting(month).filter(|_| all_known) else {
        return Figure::missing(Reason::NotReported);
    };
    if started.total == 0 {
        let figure = Figure::not_computable(Reason::NoStarts);
        return figure.with_n(0).with_note(Note::NoStarts);
    }
    let days = month.last_day().since(first.first_day()) + 1;
    let weekly = Ratio::new(i128::from(started.total) * 7, days.into());
    let figure = weekly.map(|it| Figure::quotient(Ratio::whole(waiting), it));
    let figure = figure.unwrap_or_else(|| Figure::of(None));
    figure.with_n(started.total)
}
