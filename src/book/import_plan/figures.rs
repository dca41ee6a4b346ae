//! Monthly figures of units. Where a register is kept, waiting figures are compared with it and not stored.

use super::planner::{Decision, Place, Planner};
use super::register::{Register, computed};
use super::resolve::{NOWHERE, Spans, unit_at};
use super::verdict::{Reason, Remark, Skip, Value};
use crate::book::draft::{Column, EpisodeRow, FigureRow, Rows};
use crate::domain::{BlockWriter, Change, Edit, Month, Thousandths, UnitField};

/// A figure of the unit at a place, before and after.
pub type FigureChange = (usize, Month, UnitField, Option<i64>, Option<i64>);

pub fn write(planner: &Planner<'_>, changes: &[FigureChange], writer: &mut BlockWriter) {
    for (unit, month, field, before, after) in changes {
        let Some(unit) = planner.units.get(*unit).map(|it| it.id) else {
            continue;
        };
        writer.push(&Change::Figure(unit, Edit::new((*month, *field), *before, *after)));
    }
}

impl Planner<'_> {
    pub fn plan_figures(
        &mut self,
        rows: &Rows<FigureRow>,
        spans: &Spans,
        episodes: &Rows<EpisodeRow>,
    ) -> Vec<FigureChange> {
        let mut order: Vec<usize> = (0..rows.len())
            .filter(|it| rows.get(*it).is_some_and(|it| it.row.unit != NOWHERE))
            .collect();
        order.sort_by_key(|it| rows.get(*it).map(|it| (it.row.unit, it.row.month)));
        let mut changes = Vec::new();
        let mut register: Option<(usize, Register)> = None;
        let same_cell = |a: &usize, b: &usize| {
            let key = |it: usize| rows.get(it).map(|it| (it.row.unit, it.row.month));
            key(*a) == key(*b)
        };
        for group in order.chunk_by(same_cell) {
            for index in self.without_conflicts(rows, group) {
                let Some(row) = rows.get(index).map(|it| it.row) else {
                    continue;
                };
                let unit = unit_at(row.unit);
                let covered = spans
                    .get(unit)
                    .copied()
                    .flatten()
                    .is_some_and(|(from, through)| from <= row.month && row.month <= through);
                if covered && register.as_ref().is_none_or(|it| it.0 != unit) {
                    register = Some((unit, self.register_of(unit, episodes)));
                }
                let register = register.as_ref().filter(|_| covered).map(|it| &it.1);
                self.plan_figure_row(rows.place(index), &row, register, &mut changes);
            }
        }
        self.give_way(spans, &mut changes);
        changes.sort_by_key(|it| (it.0, it.1, it.2));
        changes.dedup_by_key(|it| (it.0, it.1, it.2));
        changes
    }

    /// Rows for one unit and month: identical ones once, contradicting ones not at all.
    fn without_conflicts(&mut self, rows: &Rows<FigureRow>, group: &[usize]) -> Vec<usize> {
        let mut kept: Vec<usize> = Vec::new();
        let mut refused: Vec<usize> = Vec::new();
        for index in group {
            let Some(row) = rows.get(*index).map(|it| it.row) else {
                continue;
            };
            let earlier = |it: &&usize| rows.get(**it).is_some_and(|it| it.row == row);
            if kept.iter().find(earlier).is_some() {
                self.skip(rows.place(*index), Skip::DuplicateRow);
                continue;
            }
            let conflict =
                kept.iter().find_map(|it| Some((*it, conflict(&rows.get(*it)?.row, &row)?)));
            if let Some((other, field)) = conflict {
                self.refuse_both(rows, (other, *index), field);
                refused.push(other);
                continue;
            }
            kept.push(*index);
        }
        kept.retain(|it| !refused.contains(it));
        kept
    }

    fn refuse_both(&mut self, rows: &Rows<FigureRow>, (a, b): (usize, usize), field: UnitField) {
        let value = |it: usize| {
            rows.get(it).map_or(Value::Blank, |it| shown(field, it.row.figures.get(field)))
        };
        for (index, other) in [(a, b), (b, a)] {
            let (line, at) = self.spot_of(rows.place(other));
            let reason = Reason::Conflict { line, at, value: value(other) };
            self.refuse(rows.place(index), Some(Column::of(field)), Some(value(index)), reason);
        }
    }

    fn plan_figure_row(
        &mut self,
        place: Place,
        row: &FigureRow,
        register: Option<&Register>,
        changes: &mut Vec<FigureChange>,
    ) {
        let at = unit_at(row.unit);
        let Some(unit) = self.units.get(at) else {
            return;
        };
        let (stored, by_caseworker) = (unit.stored, unit.after.has_caseworkers());
        let mut tally = Tally::default();
        for (field, value) in row.figures.iter() {
            if field == UnitField::Cases && by_caseworker {
                self.skip(place, Skip::CountedByCaseworker);
                continue;
            }
            if let Some(register) = register.filter(|_| field.is_of_waiting_list()) {
                tally.registered = true;
                self.compare(place, row.month, (field, value), register);
                continue;
            }
            let before = stored.and_then(|it| it.typed(row.month, field));
            match before {
                None => tally.new = true,
                Some(before) if before == value => {
                    tally.same = true;
                    continue;
                }
                Some(before) => {
                    tally.settled = true;
                    let (was, is) = (shown(field, Some(before)), shown(field, Some(value)));
                    if self.settle(place, Column::of(field), was, is) == Decision::Leave {
                        continue;
                    }
                }
            }
            changes.push((at, row.month, field, before, Some(value)));
        }
        if tally.registered {
            self.skip(place, Skip::Register);
        }
        match tally {
            Tally { settled: true, .. } => {}
            Tally { new: true, .. } => self.new_row(place),
            Tally { same: true, .. } => self.unchanged_row(place),
            Tally { .. } => {}
        }
    }

    fn register_of(&self, unit: usize, episodes: &Rows<EpisodeRow>) -> Register {
        let stored = self.units.get(unit).and_then(|it| it.stored);
        let stored = stored.into_iter().flat_map(|it| it.episodes.iter());
        let stored: Register = stored.map(|it| (it.approved, it.outcome)).collect();
        if !stored.is_empty() && episodes.is_empty() {
            return stored;
        }
        let imported = episodes.iter().filter(|it| unit_at(it.row.unit) == unit);
        let imported: Register = imported.map(|it| (it.row.approved, it.row.outcome())).collect();
        // The import of a register is the whole register; else what is stored is what there is.
        if imported.is_empty() { stored } else { imported }
    }

    /// Remarks where a typed figure is not what the register says.
    fn compare(
        &mut self,
        place: Place,
        month: Month,
        (field, typed): (UnitField, i64),
        register: &Register,
    ) {
        let (value, agrees) = computed(register, month, field, typed);
        if agrees {
            return;
        }
        let column = self
            .files
            .get(place.0)
            .and_then(|it| it.column(Column::of(field)).or_else(|| it.place(place.1).heading));
        let typed = shown(field, Some(typed));
        let register = shown(field, value);
        let column = column.unwrap_or_default();
        let line = place.1;
        self.remark(place.0, Remark::RegisterDiffers { line, column, typed, register });
    }
}

#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "four independent things a row's cells can be")]
struct Tally {
    new: bool,
    same: bool,
    settled: bool,
    registered: bool,
}

/// The first figure that two rows disagree on.
fn conflict(a: &FigureRow, b: &FigureRow) -> Option<UnitField> {
    let differs = |(field, value): (UnitField, i64)| {
        let other = b.figures.get(field)?;
        (other != value).then_some(field)
    };
    a.figures.iter().find_map(differs)
}

fn shown(field: UnitField, value: Option<i64>) -> Value {
    match value {
        None => Value::Blank,
        Some(value) if field.has_decimals() => Value::Decimal(Thousandths(value)),
        Some(value) => Value::Whole(value),
    }
}
