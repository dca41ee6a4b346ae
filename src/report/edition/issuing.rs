//! Issuing an edition: its number, and the record of what it prints.

use super::frozen::Frozen;
use crate::domain::{CommitteeId, Edition, EditionId, HalfYear, Snapshot};
use crate::report::half_year::{Author, EditionLine};
use crate::report::prints::Prints;
use crate::text::dates;

/// What only the committee and the moment say of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuing {
    pub committee: CommitteeId,
    pub meeting: crate::domain::Day,
    /// Milliseconds since 1 January 1970, UTC.
    pub at: i64,
    pub by: String,
}

/// Every edition of a half-year for a committee, oldest first.
pub fn editions_of(
    snapshot: &Snapshot,
    half: HalfYear,
    committee: CommitteeId,
) -> impl Iterator<Item = (EditionId, &Edition)> {
    let all = snapshot.shared.editions.iter().map(|it| (*it.0, it.1));
    all.filter(move |(_, edition)| edition.half_year == half && edition.committee == committee)
}

/// The number the next edition gets, and the one it takes the place of.
pub fn next_edition(snapshot: &Snapshot, half: HalfYear, committee: CommitteeId) -> EditionLine {
    let all: Vec<&Edition> = editions_of(snapshot, half, committee).map(|it| it.1).collect();
    let last = all.iter().filter(|it| it.stands()).max_by_key(|it| it.number);
    EditionLine {
        number: all.iter().map(|it| it.number).max().unwrap_or(0) + 1,
        replaces: last.map(|it| (it.number, dates::day_of(it.issued_at))),
    }
}

/// The record of an edition: its printed figures frozen. Its files are written by others.
pub fn edition_record(prints: &Prints, author: &Author, issuing: &Issuing) -> Edition {
    Edition {
        half_year: prints.half,
        number: author.edition.as_ref().map_or(1, |it| it.number),
        committee: issuing.committee,
        meeting: issuing.meeting,
        case_number: author.case_number.clone(),
        assessments: author.assessments.clone(),
        issued_at: issuing.at,
        issued_by: issuing.by.clone(),
        as_of: prints.overview().as_of.0,
        frozen: Frozen::of(prints).to_json().into(),
        files: Vec::new(),
        withdrawn: None,
    }
}
