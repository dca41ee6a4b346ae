//! A unit's cases at the end of a month, and whether everyone who should has reported.

use super::figure::Blank;
use super::staff::{Staff, StaffMonth};
use super::{CaseParts, Figure, Note, Ratio, Reason, Status};
use crate::domain::{CaseCount, CaseworkerId, Month, UnitData, UnitField};

/// Everything reported for one month of a unit with caseworkers.
#[derive(Debug, Clone)]
pub(super) struct CaseMonth {
    pub(super) month: Month,
    pub(super) staff: StaffMonth,
    /// Ordered by caseworker.
    counts: Vec<(CaseworkerId, CaseCount)>,
    unallocated: Option<i64>,
    expects_unallocated: bool,
    expected: u32,
    reported: u32,
}

impl CaseMonth {
    pub(super) fn new(data: &UnitData, staff: &Staff<'_>, month: Month) -> Self {
        let expects_unallocated = staff.expects_unallocated;
        let staff = staff.in_month(month);
        let counts: Vec<_> = data.counts.in_month(month).collect();
        let there = || staff.people.iter().filter(|it| it.is_there());
        let has_count = |id| counts.binary_search_by_key(&id, |it| it.0).is_ok();
        let number = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        Self {
            month,
            expected: number(there().count()),
            reported: number(there().filter(|it| has_count(it.id)).count()),
            unallocated: data.typed(month, UnitField::Unallocated),
            expects_unallocated,
            counts,
            staff,
        }
    }

    /// Whether cases over staff can be formed: everyone there has reported (readings 3 to 6).
    pub(super) fn known(&self) -> Result<(), Blank> {
        if self.counts.is_empty() && self.unallocated.is_none() {
            return Err(Blank::missing(Reason::NotReported));
        }
        if self.reported < self.expected {
            let note = Note::Caseworkers { reported: self.reported, expected: self.expected };
            return Err(Blank::missing(Reason::CaseworkersUnreported).with_note(note));
        }
        Ok(())
    }

    fn lacks_unallocated(&self) -> bool {
        self.expects_unallocated && self.unallocated.is_none()
    }

    pub(super) fn allocated(&self) -> i64 {
        self.counts.iter().map(|it| i64::from(it.1.cases)).sum()
    }

    /// Allocated and unallocated, as far as reported.
    pub(super) fn all(&self) -> i64 {
        self.allocated() + self.unallocated.unwrap_or(0)
    }

    /// All cases, when nothing of them is missing.
    pub(super) fn complete(&self) -> Result<i64, Blank> {
        self.known()?;
        if self.lacks_unallocated() {
            return Err(Blank::missing(Reason::UnallocatedUnreported));
        }
        Ok(self.all())
    }

    pub(super) fn cases_of(&self, id: CaseworkerId) -> u32 {
        let found = self.counts.binary_search_by_key(&id, |it| it.0);
        let count = found.ok().and_then(|at| self.counts.get(at));
        count.map_or(0, |it| it.1.cases)
    }

    /// Everyone with at least one case, also the not case-holding and the absent (reading 8).
    pub(super) fn holders(&self) -> i64 {
        let holders = self.counts.iter().filter(|it| it.1.cases != 0);
        i64::try_from(holders.count()).unwrap_or(i64::MAX)
    }

    /// Σ w · C in thousandths; `None` unless every caseworker's cases are split.
    pub(super) fn weighted(&self, weights: [i64; 3]) -> Option<i64> {
        let [simple, complex, very_complex] = weights;
        let mut sum = 0;
        for (_, count) in self.counts.iter().filter(|it| it.1.cases != 0) {
            let split = count.split?;
            sum += simple * i64::from(split.simple)
                + complex * i64::from(split.complex)
                + very_complex * i64::from(split.very_complex);
        }
        (!self.counts.is_empty()).then_some(sum)
    }

    /// The open cases; partial when somebody's, or the unallocated, are missing.
    pub(super) fn figure(&self) -> Figure {
        let whole = self.complete();
        let nothing = self.counts.is_empty() && self.unallocated.is_none();
        let figure = match whole {
            Ok(cases) => Figure::count(cases),
            Err(missing) if nothing => missing.into(),
            Err(missing) => Figure {
                value: Some(Ratio::whole(self.all())),
                status: Status::Partial,
                ..missing.into()
            },
        };
        let parts = CaseParts {
            allocated: (!nothing).then(|| self.allocated()),
            unallocated: self.unallocated,
        };
        Figure {
            parts: Some(parts),
            ..figure.with_n(i64::try_from(self.counts.len()).unwrap_or(i64::MAX))
        }
    }
}

/// The typed cases of a unit without caseworkers.
pub(super) fn typed_figure(data: &UnitData, month: Month) -> Figure {
    data.typed(month, UnitField::Cases)
        .map_or_else(|| Figure::missing(Reason::NotReported), Figure::count)
}
