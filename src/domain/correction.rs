//! Which printed figures a step can have altered.

use std::collections::BTreeSet;

use super::{Change, Day, Entry, EntryId, HalfYear, UnitId};

/// A step that changed figures after they were printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub entry: EntryId,
    /// Milliseconds since 1 January 1970, UTC.
    pub at: i64,
    pub reason: String,
    pub touched: Touch,
}

impl Correction {
    /// What an entry changed in these half-years; `None` where it changed nothing there.
    pub fn of(entry: &Entry, halves: &BTreeSet<HalfYear>) -> Option<Self> {
        let mut touched = Touch::default();
        for change in entry.changes.iter().flatten() {
            touched.add(&change, halves);
        }
        let reason = entry.head.reason.clone().unwrap_or_default();
        let correction = Self { entry: entry.id, at: entry.head.at, reason, touched };
        (!correction.touched.halves.is_empty()).then_some(correction)
    }
}

/// Where a step changed figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touch {
    pub halves: BTreeSet<HalfYear>,
    /// `None` where some change is of every unit.
    pub units: Option<BTreeSet<UnitId>>,
}

impl Touch {
    /// Whether a figure of this unit and half-year may have changed.
    pub fn holds(&self, unit: UnitId, half: HalfYear) -> bool {
        self.halves.contains(&half) && self.units.as_ref().is_none_or(|it| it.contains(&unit))
    }

    /// Takes in a change, as far as it alters figures of these half-years.
    fn add(&mut self, change: &Change, of: &BTreeSet<HalfYear>) {
        let found = halves_affected(change, of);
        if found.is_empty() {
            return;
        }
        let first = self.halves.is_empty();
        self.halves.extend(found);
        let units = if first { Some(BTreeSet::new()) } else { self.units.take() };
        self.units = units.zip(change.unit()).map(|(mut units, unit)| {
            units.insert(unit);
            units
        });
    }
}

/// Of these half-years the ones whose figures a change can alter.
pub fn halves_affected(change: &Change, of: &BTreeSet<HalfYear>) -> Vec<HalfYear> {
    let Some((from, to)) = days_affected(change) else { return Vec::new() };
    let meets = |half: &&HalfYear| {
        let (first, last) = (half.first_month().first_day(), half.last_month().last_day());
        from <= last && to.is_none_or(|to| first <= to)
    };
    of.iter().filter(meets).copied().collect()
}

/// The days whose figures a change can alter: from, and to unless every later day is among them;
/// `None` where it alters no figure.
fn days_affected(change: &Change) -> Option<(Day, Option<Day>)> {
    match change {
        Change::Cases(..) | Change::Figure(..) | Change::Bands(..) => {
            let month = change.month()?;
            Some((month.first_day(), Some(month.last_day())))
        }
        Change::Episode(_, edit) => {
            edit.latest()?;
            let ends: Vec<_> = edit.sides().into_iter().flatten().map(|it| it.ended()).collect();
            // An end that is moved alters nothing before it.
            let both = !edit.begins_or_ceases();
            let from = if both { ends.iter().flatten().min().copied()? } else { edit.key.approved };
            let is_open = ends.iter().any(Option::is_none);
            Some((from, ends.into_iter().flatten().max().filter(|_| !is_open)))
        }
        Change::Employment(_, edit) => Some((edit.key.1.first_day(), None)),
        Change::Absence(_, edit) => {
            let sides = || edit.sides().into_iter().flatten();
            let is_open = sides().any(|it| it.to.is_none());
            let to = sides().filter_map(|it| it.to).max();
            Some((sides().map(|it| it.from).min()?, to.filter(|_| !is_open)))
        }
        Change::Target(edit) => {
            Some((edit.sides().into_iter().flatten().map(|it| it.valid_from).min()?, None))
        }
        Change::Unit(_)
        | Change::Caseworker(..)
        | Change::Event(_)
        | Change::Committee(_)
        | Change::Edition(_)
        | Change::Setting(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Edit, EpisodeKey, Month, OfferId, Outcome, UnitField};

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    fn ended(on: Option<&str>) -> Outcome {
        on.map_or(Outcome::Waiting, |it| Outcome::Started(day(it)))
    }

    #[track_caller]
    fn check(before: Option<Outcome>, after: Option<Outcome>, expected: &[&str]) {
        let key = EpisodeKey {
            reference: "1".to_owned(),
            offer: OfferId(1),
            approved: day("2025-03-01"),
        };
        let change = Change::Episode(UnitId(1), Edit::new(key, before, after));
        let halves = ["2024H2", "2025H1", "2025H2", "2026H1"];
        let halves = halves.into_iter().map(|it| HalfYear::parse(it).unwrap()).collect();
        let found: Vec<String> =
            halves_affected(&change, &halves).iter().map(ToString::to_string).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_place_on_the_list_alters_the_half_years_it_waited_in() {
        check(None, Some(ended(None)), &["2025H1", "2025H2", "2026H1"]);
        check(Some(ended(Some("2025-04-01"))), None, &["2025H1"]);
        // A start is written down when it happens: what was printed before stands.
        check(Some(ended(None)), Some(ended(Some("2026-02-01"))), &["2026H1"]);
        check(
            Some(ended(Some("2025-06-30"))),
            Some(ended(Some("2025-07-01"))),
            &["2025H1", "2025H2"],
        );
    }

    #[test]
    fn a_figure_alters_its_own_half_year_and_names_its_unit() {
        let key = (Month::parse_iso("2025-12").unwrap(), UnitField::Closed);
        let change = Change::Figure(UnitId(2), Edit::new(key, Some(13), Some(17)));
        let half = HalfYear::parse("2025H2").unwrap();
        let mut touch = Touch::default();
        touch.add(&change, &BTreeSet::from([half, half.plus(1)]));
        assert!(touch.holds(UnitId(2), half) && !touch.holds(UnitId(1), half));
        assert!(!touch.holds(UnitId(2), half.plus(1)));
    }
}
