//! Monthly figures of units. Where a register is kept, waiting figures are compared with it and not stored.

use std::cell::LazyCell;

use super::findings::{Decision, Findings};
use super::register::{FigureEdit, Register, computed, take_over};
use super::resolve::OwnRow;
use super::unit_plan::{UnitPlan, Units};
use crate::book::draft::{Draft, FigureRow, RowAt, Rows};
use crate::book::verdict::{Column, Remark, Skip, Value};
use crate::domain::{Barred, Edit, Figure, Thousandths, UnitField};

/// `own_rows` are ordered by unit and month; `own_episodes` are the numbers of rows of each unit.
pub fn plan(
    units: &Units<'_>,
    found: &mut Findings,
    draft: &Draft,
    own_rows: &[OwnRow],
    own_episodes: &[Vec<u32>],
) -> Vec<FigureEdit> {
    let mut changes = Vec::new();
    for of_unit in own_rows.chunk_by(|a, b| a.unit == b.unit) {
        let Some(unit) = of_unit.first().and_then(|it| units.get(it.unit)) else {
            continue;
        };
        let register = LazyCell::new(|| register_of(unit, draft, own_episodes));
        for group in of_unit.chunk_by(|a, b| a.month == b.month) {
            for (at, row) in without_conflicts(found, &draft.figures, group) {
                let mut planned = RowPlan { unit, at, row, found, changes: &mut changes };
                planned.plan(|| LazyCell::force(&register));
            }
        }
    }
    give_way(units, found, &mut changes);
    changes.sort_by_key(|it| (it.0, it.1.key));
    changes.dedup_by_key(|it| (it.0, it.1.key));
    changes
}

/// Rows for one unit and month: identical ones once, contradicting ones not at all.
fn without_conflicts<'r>(
    found: &mut Findings,
    rows: &'r Rows<FigureRow>,
    group: &[OwnRow],
) -> Vec<(RowAt, &'r FigureRow)> {
    let mut kept: Vec<(RowAt, &FigureRow)> = Vec::new();
    let mut refused: Vec<RowAt> = Vec::new();
    for (at, row) in group.iter().filter_map(|it| rows.at(it.row)) {
        if kept.iter().any(|it| it.1.figures == row.figures) {
            found.skip(at, Skip::DuplicateRow);
            continue;
        }
        let other = kept.iter().find_map(|it| Some((*it, conflict(it.1, row)?)));
        let Some(((other_at, other), field)) = other else {
            kept.push((at, row));
            continue;
        };
        let value = |it: &FigureRow| shown(field, it.figures.get(field));
        let (own, other) = ((at, value(row)), (other_at, value(other)));
        found.refuse_conflict(other.clone(), own.clone(), Column::of(field));
        found.refuse_conflict(own, other, Column::of(field));
        refused.push(other_at);
    }
    kept.retain(|it| !refused.contains(&it.0));
    kept
}

/// The first figure that two rows disagree on.
fn conflict(a: &FigureRow, b: &FigureRow) -> Option<UnitField> {
    let differs = |(field, value): (UnitField, i64)| {
        let other = b.figures.get(field)?;
        (other != value).then_some(field)
    };
    a.figures.iter().find_map(differs)
}

fn register_of(unit: &UnitPlan<'_>, draft: &Draft, own_episodes: &[Vec<u32>]) -> Register {
    let own = own_episodes.get(unit.at.0 as usize).into_iter().flatten();
    let rows = own.filter_map(|it| draft.episodes.get(*it as usize));
    let imported: Register = rows.map(|it| (it.row.approved, it.row.outcome)).collect();
    if !imported.is_empty() {
        // The import of a register is the whole register.
        return imported;
    }
    let stored = unit.stored.into_iter().flat_map(|it| it.episodes.iter());
    stored.map(|it| (it.approved, it.outcome)).collect()
}

/// What came of the cells of a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cells {
    None,
    Same,
    New,
    /// Counted already.
    Decided,
}

/// One row while it is planned.
struct RowPlan<'p, 'a> {
    unit: &'p UnitPlan<'a>,
    at: RowAt,
    row: &'p FigureRow,
    found: &'p mut Findings,
    changes: &'p mut Vec<FigureEdit>,
}

impl RowPlan<'_, '_> {
    fn plan<'r>(&mut self, register: impl Fn() -> &'r Register) {
        let mut cells = Cells::None;
        let mut is_registered = false;
        for (field, value) in self.row.figures.iter() {
            let figure = Figure::Unit(field, value);
            match self.unit.after.admits(self.row.month, figure, self.unit.places()) {
                Ok(()) => cells = cells.max(self.plan_cell(field, value)),
                Err(Barred::NotTyped { .. }) => self.found.skip(self.at, Skip::CountedByCaseworker),
                Err(Barred::RegisterKept { .. }) => {
                    is_registered = true;
                    self.compare(field, value, register());
                }
                Err(barred) => {
                    let column = Column::of(field);
                    self.found.refuse(self.at, column, shown(field, Some(value)), barred);
                }
            }
        }
        if is_registered {
            self.found.skip(self.at, Skip::Register);
        }
        match cells {
            Cells::New => self.found.new_row(self.at),
            Cells::Same => self.found.unchanged_row(self.at),
            Cells::Decided | Cells::None => {}
        }
    }

    fn plan_cell(&mut self, field: UnitField, value: i64) -> Cells {
        let (unit, month) = (self.unit.at, self.row.month);
        let before = self.unit.stored.and_then(|it| it.typed(month, field));
        if before == Some(value) {
            return Cells::Same;
        }
        let mut is_taken = true;
        if before.is_some() {
            let (was, is) = (shown(field, before), shown(field, Some(value)));
            let decision = self.found.decide(self.at, Column::of(field), was, is);
            is_taken = decision == Decision::Take;
        }
        if is_taken {
            self.changes.push((unit, Edit::new((month, field), before, Some(value))));
        }
        if before.is_some() { Cells::Decided } else { Cells::New }
    }

    /// Remarks where a typed figure is not what the register says.
    fn compare(&mut self, field: UnitField, typed: i64, register: &Register) {
        let (value, agrees) = computed(register, self.row.month, field, typed);
        if agrees {
            return;
        }
        let column = self.found.column(self.at, Column::of(field)).unwrap_or_default();
        let line = self.found.place(self.at).line;
        let (typed, register) = (shown(field, Some(typed)), shown(field, value));
        self.found.remark(self.at.file, Remark::RegisterDiffers { line, column, typed, register });
    }
}

/// A register that arrives answers for months whose waiting figures had been typed: those go.
fn give_way(units: &Units<'_>, found: &mut Findings, changes: &mut Vec<FigureEdit>) {
    for unit in units.iter().filter(|it| it.days.is_some()) {
        let (Some(stored), Some((from, through))) = (unit.stored, unit.register) else {
            continue;
        };
        let mut months = 0;
        for (month, figures) in stored.figures.range(from..=through) {
            let typed = figures.iter().filter(|it| it.0.is_of_waiting_list());
            let before = changes.len();
            changes.extend(typed.map(|it| (unit.at, Edit::removed((*month, it.0), it.1))));
            months += usize::from(before < changes.len());
        }
        take_over(found, &stored.unit.code, months);
    }
}

fn shown(field: UnitField, value: Option<i64>) -> Value {
    match value {
        None => Value::Blank,
        Some(value) if field.has_decimals() => Value::Decimal(Thousandths(value)),
        Some(value) => Value::Whole(value),
    }
}
