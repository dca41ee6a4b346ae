//! What is unusual about a figure: it is saved all the same, marked, and asked about.

use std::collections::BTreeSet;

use super::staff::{PersonMonth, Staff, Whereabouts};
use super::target::Targets;
use super::{Balance, Ratio, UnitMeasure, change};
use crate::domain::{
    CaseworkerId, CellKey, Counted, Day, Month, Snapshot, TargetMetric, UnitData, UnitField,
};

/// Changes a series must have had before one can be called larger than all of them.
const LEAST_CHANGES: usize = 6;
/// Cases, people or days; a smaller change is nothing to ask about, whatever came before it.
const LEAST_JUMP: i64 = 3;
/// Months in a row with the same figure; asked about again after as many more.
const LONG_RUN: u32 = 6;
/// How many times the norm one caseworker's own caseload is asked about.
const TIMES_NORM: i64 = 3;

/// Why a figure is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemarkKind {
    /// It differs from the month before by more than the series ever has. As stored.
    Jump { before: i64, largest: i64 },
    /// The same figure this many months running.
    Unchanged { months: u32 },
    /// What was there, came, went and was moved does not give what is there now.
    Balance(Balance),
    /// Cases of somebody who was absent all month.
    WhileAbsent,
    /// Cases of somebody who had left, or had not come yet.
    NotInUnit,
    /// Cases for each of the caseworker's own full-time equivalents: more than three times the norm.
    FarAboveNorm { caseload: Ratio, upper: Ratio },
}

impl RemarkKind {
    /// The name in keys of sentences.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Jump { .. } => "jump",
            Self::Unchanged { .. } => "unchanged",
            Self::Balance(_) => "balance",
            Self::WhileAbsent => "while-absent",
            Self::NotInUnit => "not-in-unit",
            Self::FarAboveNorm { .. } => "far-above-norm",
        }
    }
}

/// One question about one figure. A balance that does not add up is about the unit's cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remark {
    pub cell: CellKey,
    /// The figure asked about, as stored.
    pub value: i64,
    pub kind: RemarkKind,
}

/// One unit, laid ready to be asked about cell by cell.
#[derive(Debug)]
pub struct Remarks<'a> {
    data: &'a UnitData,
    staff: Option<Staff<'a>>,
    norm: Targets,
    breaks: Vec<Day>,
}

impl<'a> Remarks<'a> {
    /// `people` are the caseworkers that will be asked about.
    pub fn new(
        snapshot: &'a Snapshot,
        data: &'a UnitData,
        people: &BTreeSet<CaseworkerId>,
    ) -> Self {
        let standard_week = snapshot.settings().standard_week().0;
        let has_people = data.unit.has_caseworkers();
        Self {
            staff: has_people.then(|| Staff::of_some(data, standard_week, people)),
            norm: Targets::of(snapshot, data.id, TargetMetric::Caseload),
            breaks: change::breaks(snapshot, data.id),
            data,
        }
    }

    /// Everything unusual about a cell, the most telling first; empty for an ordinary or empty one.
    pub fn at(&self, cell: CellKey) -> Vec<Remark> {
        let Some(value) = self.data.value_in(cell.month, cell.counted) else {
            return Vec::new();
        };
        let person = match cell.counted {
            Counted::Cases(id) => {
                self.of_person(id, cell.month, value).or_else(|| self.far_above(id, cell.month))
            }
            Counted::Part(..) | Counted::Figure(_) => None,
        };
        let others = match cell.counted {
            Counted::Cases(_) | Counted::Figure(_) => {
                [self.jump(cell, value), self.unchanged(cell, value)]
            }
            Counted::Part(..) => [None, None],
        };
        let kinds = [person].into_iter().chain(others).flatten();
        kinds.map(|kind| Remark { cell, value, kind }).collect()
    }

    fn person_month(&self, id: CaseworkerId, month: Month) -> Option<PersonMonth> {
        self.staff.as_ref()?.of_person(id, month)
    }

    fn of_person(&self, id: CaseworkerId, month: Month, cases: i64) -> Option<RemarkKind> {
        let person = self.person_month(id, month)?;
        if cases == 0 {
            None
        } else if person.whereabouts == Whereabouts::Elsewhere {
            Some(RemarkKind::NotInUnit)
        } else if person.whereabouts == Whereabouts::Away {
            Some(RemarkKind::WhileAbsent)
        } else {
            None
        }
    }

    fn far_above(&self, id: CaseworkerId, month: Month) -> Option<RemarkKind> {
        let upper = self.norm.upper_on(month.last_day())?;
        let person = self.person_month(id, month)?;
        let cases = self.data.cases(month, id)?.cases;
        let far = person.exceeds(cases, upper.times(Ratio::whole(TIMES_NORM))?);
        far.then(|| Some(RemarkKind::FarAboveNorm { caseload: person.caseload(cases)?, upper }))?
    }

    /// Larger than every change since the last series break, of at least six.
    fn jump(&self, cell: CellKey, value: i64) -> Option<RemarkKind> {
        // Transfers come in lumps: a month without and a month with many are both ordinary.
        if cell.counted == Counted::Figure(UnitField::NetTransferred) {
            return None;
        }
        let before = self.change_into(cell)?.0;
        let size = (value - before).abs();
        let least = if cell.counted.has_decimals() { LEAST_JUMP * 1000 } else { LEAST_JUMP };
        if size < least {
            return None;
        }
        let mut largest = None;
        let mut changes = 0;
        for month in self.series_begins(cell.month).through(cell.month.previous()) {
            if let Some((from, to)) = self.change_into(CellKey { month, ..cell }) {
                largest = largest.max(Some((to - from).abs()));
                changes += 1;
            }
        }
        let largest = largest.filter(|it| LEAST_CHANGES <= changes && *it < size)?;
        Some(RemarkKind::Jump { before, largest })
    }

    /// The month after the last series break before this one, or the first with figures.
    fn series_begins(&self, month: Month) -> Month {
        let broken = self.breaks.iter().map(|it| it.month()).filter(|it| *it <= month).max();
        let first = self.data.first_typed_month().unwrap_or(month);
        broken.map_or(first, |it| it.max(first)).next()
    }

    /// From the month before to this one. `None` where a month is missing, the series breaks between
    /// them, or the caseworker was away: such a change says nothing about the next.
    fn change_into(&self, cell: CellKey) -> Option<(i64, i64)> {
        let previous = cell.month.previous();
        if self.breaks.iter().any(|it| it.month() == cell.month) {
            return None;
        }
        if let Counted::Cases(id) = cell.counted {
            let was_away = |month| {
                self.person_month(id, month).is_none_or(|it| it.whereabouts != Whereabouts::There)
            };
            if was_away(previous) || was_away(cell.month) {
                return None;
            }
        }
        let at = |month| self.data.value_in(month, cell.counted);
        Some((at(previous)?, at(cell.month)?))
    }

    fn unchanged(&self, cell: CellKey, value: i64) -> Option<RemarkKind> {
        if value == 0 {
            return None;
        }
        let mut months = 1;
        let mut month = cell.month.previous();
        while self.data.value_in(month, cell.counted) == Some(value) {
            months += 1;
            month = month.previous();
        }
        (months % LONG_RUN == 0).then_some(RemarkKind::Unchanged { months })
    }
}

/// The balance of a month, and what is to be asked about it when it does not add up.
pub fn remarked_on(balance: Balance, unit: &UnitMeasure<'_>, month: Month) -> Option<Remark> {
    let closing = balance.closing.filter(|_| balance.error().is_some_and(|it| it != 0))?;
    let counted = Counted::Figure(UnitField::Cases);
    let cell = CellKey { unit: unit.data().id, month, counted };
    Some(Remark { cell, value: closing, kind: RemarkKind::Balance(balance) })
}

#[cfg(test)]
mod tests;
