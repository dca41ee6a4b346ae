//! Issued editions: what was printed, frozen, and the corrections that came after.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Change, CommitteeId, Day, EditionId, Entry, EntryId, HalfYear, UnitId};

/// An issued overview: numbered per half-year and committee, its figures frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    pub half_year: HalfYear,
    pub number: u32,
    pub committee: CommitteeId,
    pub meeting: Day,
    pub case_number: String,
    /// Unit and the head's professional assessment, as issued.
    pub assessments: Vec<(UnitId, String)>,
    /// Milliseconds since 1 January 1970, UTC.
    pub issued_at: i64,
    /// Who issued it.
    #[serde(default)]
    pub issued_by: String,
    /// The newest entry its figures rest on.
    #[serde(default)]
    pub as_of: u64,
    /// The printed figures as JSON, exactly as issued.
    pub frozen: Box<str>,
    /// The written files, whose bytes lie beside.
    #[serde(default)]
    pub files: Vec<EditionFile>,
    /// Why it was withdrawn, when it was.
    pub withdrawn: Option<String>,
}

/// A written file of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionFile {
    pub name: String,
    pub media_type: String,
    pub length: u64,
    /// Of its bytes.
    pub hash: u64,
}

/// The bytes of a file, on their way into the book with the edition they belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    pub edition: EditionId,
    pub name: String,
    pub bytes: Vec<u8>,
}

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
        let reason = entry.reason.clone().unwrap_or_default();
        let correction = Self { entry: entry.id, at: entry.at, reason, touched };
        (!correction.touched.is_nothing()).then_some(correction)
    }
}

/// Where a step changed figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touch {
    pub halves: BTreeSet<HalfYear>,
    /// `None` where some change is of every unit.
    pub units: Option<BTreeSet<UnitId>>,
}

/// The days whose figures a change can alter: from, and to unless every later day is among them.
pub type Affected = (Day, Option<Day>);

impl Edition {
    pub const fn stands(&self) -> bool {
        self.withdrawn.is_none()
    }
}

impl HalfYear {
    fn meets(self, (from, to): Affected) -> bool {
        let (first, last) = (self.first_month().first_day(), self.last_month().last_day());
        from <= last && to.is_none_or(|to| first <= to)
    }
}

impl Change {
    /// The days whose figures it can alter; `None` where it alters no figure.
    pub fn affected(&self) -> Option<Affected> {
        match self {
            Self::Cases { month, .. } | Self::Figure { month, .. } | Self::Bands { month, .. } => {
                Some((month.first_day(), Some(month.last_day())))
            }
            Self::Episode { key, before, after, .. } => {
                let ended = |it: &super::Outcome| it.ended();
                let (from, ends) = match (before, after) {
                    (Some(before), Some(after)) => {
                        let ends = [ended(before), ended(after)];
                        (ends.iter().flatten().min().copied()?, ends)
                    }
                    (Some(one), None) | (None, Some(one)) => (key.approved, [ended(one); 2]),
                    (None, None) => return None,
                };
                let open = ends.iter().any(Option::is_none);
                Some((from, ends.into_iter().flatten().max().filter(|_| !open)))
            }
            Self::Employment { from, .. } => Some((from.first_day(), None)),
            Self::Absence { before, after, .. } => {
                let sides = [before.as_ref(), after.as_ref()];
                let from = sides.iter().flatten().map(|it| it.from).min()?;
                let open = sides.iter().flatten().any(|it| it.to.is_none());
                let to = sides.iter().flatten().filter_map(|it| it.to).max();
                Some((from, to.filter(|_| !open)))
            }
            Self::Target { before, after, .. } => {
                let sides = [before.as_ref(), after.as_ref()];
                Some((sides.iter().flatten().map(|it| it.valid_from).min()?, None))
            }
            Self::Unit { .. }
            | Self::Caseworker { .. }
            | Self::Event { .. }
            | Self::Committee { .. }
            | Self::Edition { .. }
            | Self::Setting { .. } => None,
        }
    }

    /// Of these half-years the ones whose figures it can alter.
    pub fn halves_affected(&self, of: &BTreeSet<HalfYear>) -> Vec<HalfYear> {
        let Some(affected) = self.affected() else { return Vec::new() };
        of.iter().filter(|it| it.meets(affected)).copied().collect()
    }
}

impl Touch {
    pub fn is_nothing(&self) -> bool {
        self.halves.is_empty()
    }

    /// Whether a figure of this unit and half-year may have changed.
    pub fn holds(&self, unit: UnitId, half: HalfYear) -> bool {
        self.halves.contains(&half) && self.units.as_ref().is_none_or(|it| it.contains(&unit))
    }

    /// Takes in a change, as far as it alters figures of these half-years.
    pub fn add(&mut self, change: &Change, of: &BTreeSet<HalfYear>) {
        let found = change.halves_affected(of);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EpisodeKey, Month, OfferId, Outcome, UnitField};

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
        let change = Change::Episode { unit: UnitId(1), key, before, after };
        let halves = ["2024H2", "2025H1", "2025H2", "2026H1"];
        let halves = halves.into_iter().map(|it| HalfYear::parse(it).unwrap()).collect();
        let found: Vec<String> =
            change.halves_affected(&halves).iter().map(ToString::to_string).collect();
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
        let change = Change::Figure {
            unit: UnitId(2),
            month: Month::parse_iso("2025-12").unwrap(),
            field: UnitField::Closed,
            before: Some(13),
            after: Some(17),
        };
        let half = HalfYear::parse("2025H2").unwrap();
        let mut touch = Touch::default();
        touch.add(&change, &BTreeSet::from([half, half.plus(1)]));
        assert!(touch.holds(UnitId(2), half) && !touch.holds(UnitId(1), half));
        assert!(!touch.holds(UnitId(2), half.plus(1)));
    }
}
