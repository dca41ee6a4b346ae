//! What is unusual about a figure: it is saved all the same, marked, and asked about.

use std::collections::BTreeSet;

use super::breaks::break_days;
use super::staff::{PersonMonth, Staff, Whereabouts};
use super::target::Targets;
use super::{Balance, Ratio};
use crate::domain::{
    CaseworkerId, CellKey, Counted, Day, Month, Snapshot, TargetMetric, UnitData, UnitField, UnitId,
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
    norm: Targets<'a>,
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
            breaks: break_days(snapshot, data.id),
            data,
        }
    }

    /// Everything unusual in one row of a sheet from `first` to `last`, month by month, the most telling of a
    /// month first. Parts of a caseworker's cases are not asked about.
    ///
    /// The series is walked through once, from its first month on, however many months are asked for.
    pub fn of_row(&self, counted: Counted, first: Month, last: Month) -> Vec<Remark> {
        if matches!(counted, Counted::Part(..)) {
            return Vec::new();
        }
        let mut walk = Walk::default();
        let mut found = Vec::new();
        let begins = self.data.first_typed_month().map_or(first, |it| it.min(first));
        for month in begins.through(last) {
            let now = self.look(counted, month);
            let begins_anew = self.breaks.iter().any(|it| it.month() == month);
            let change = if begins_anew { walk.begin_anew(&now) } else { walk.step(&now) };
            let Some(value) = now.value.filter(|_| first <= month) else { continue };
            let cell = CellKey { unit: self.data.id, month, counted };
            let kinds = [
                now.person.as_ref().and_then(|it| self.of_person(it, value, month)),
                change.and_then(|it| it.jump(counted)),
                walk.unchanged(value),
            ];
            found.extend(kinds.into_iter().flatten().map(|kind| Remark { cell, value, kind }));
        }
        found
    }

    fn look(&self, counted: Counted, month: Month) -> Seen {
        let value = self.data.value_in(month, counted);
        let Some(id) = counted.caseworker() else {
            return Seen { value, person: None, compares: true };
        };
        let person = self.staff.as_ref().and_then(|it| it.of_person(id, month));
        let compares = person.as_ref().is_some_and(|it| it.whereabouts == Whereabouts::There);
        Seen { value, person, compares }
    }

    fn of_person(&self, person: &PersonMonth, cases: i64, month: Month) -> Option<RemarkKind> {
        if cases == 0 {
            return None;
        }
        match person.whereabouts {
            Whereabouts::Elsewhere => return Some(RemarkKind::NotInUnit),
            Whereabouts::Away => return Some(RemarkKind::WhileAbsent),
            Whereabouts::There | Whereabouts::AwayInPart => {}
        }
        let upper = self.norm.upper_on(month.last_day())?;
        let cases = u32::try_from(cases).ok()?;
        let far = person.exceeds(cases, upper.times(Ratio::whole(TIMES_NORM))?);
        far.then(|| Some(RemarkKind::FarAboveNorm { caseload: person.caseload(cases)?, upper }))?
    }
}

/// One month of one series.
struct Seen {
    value: Option<i64>,
    person: Option<PersonMonth>,
    /// Not where the caseworker was away: such a change says nothing about the next.
    compares: bool,
}

/// What a series has done up to the month one has come to.
#[derive(Debug, Default)]
struct Walk {
    /// The month before, and whether it can be compared with.
    before: Option<(i64, bool)>,
    /// Of every change since the last series break.
    largest: Option<i64>,
    changes: usize,
    /// How many months running the figure has been the same.
    same: u32,
}

/// A change into a month, and those before it.
#[derive(Debug, Clone, Copy)]
struct ChangeInto {
    before: i64,
    after: i64,
    largest: Option<i64>,
    changes: usize,
}

impl Walk {
    /// The series breaks at this month: changes before it and into it say nothing about the next.
    fn begin_anew(&mut self, now: &Seen) -> Option<ChangeInto> {
        let _into_the_break = self.step(now);
        (self.largest, self.changes) = (None, 0);
        None
    }

    /// Takes in the next month. `None` where a month is missing, or the caseworker was away.
    fn step(&mut self, now: &Seen) -> Option<ChangeInto> {
        let before = self.before;
        self.before = now.value.map(|it| (it, now.compares));
        let is_same = before.is_some_and(|it| Some(it.0) == now.value);
        self.same = if is_same { self.same + 1 } else { 1 };
        let before = before.filter(|it| it.1 && now.compares)?.0;
        let after = now.value?;
        let Self { largest, changes, .. } = *self;
        self.largest = largest.max(Some((after - before).abs()));
        self.changes += 1;
        Some(ChangeInto { before, after, largest, changes })
    }

    fn unchanged(&self, value: i64) -> Option<RemarkKind> {
        let months = self.same;
        (value != 0 && months.is_multiple_of(LONG_RUN)).then_some(RemarkKind::Unchanged { months })
    }
}

impl ChangeInto {
    /// Larger than every change since the last series break, of at least six.
    fn jump(self, counted: Counted) -> Option<RemarkKind> {
        // Transfers come in lumps: a month without and a month with many are both ordinary.
        if counted == Counted::Figure(UnitField::NetTransferred) {
            return None;
        }
        let size = (self.after - self.before).abs();
        let least = if counted.has_decimals() { LEAST_JUMP * 1000 } else { LEAST_JUMP };
        let largest = self.largest.filter(|it| LEAST_CHANGES <= self.changes && *it < size)?;
        (least <= size).then_some(RemarkKind::Jump { before: self.before, largest })
    }
}

/// The balance of a month, and what is to be asked about it when it does not add up.
pub fn remarked_on(balance: Balance, unit: UnitId, month: Month) -> Option<Remark> {
    let closing = balance.closing.filter(|_| balance.error().is_some_and(|it| it != 0))?;
    let counted = Counted::Figure(UnitField::Cases);
    let cell = CellKey { unit, month, counted };
    Some(Remark { cell, value: closing, kind: RemarkKind::Balance(balance) })
}

#[cfg(test)]
#[path = "remark_tests.rs"]
mod tests;
