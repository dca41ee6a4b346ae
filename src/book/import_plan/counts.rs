//! Open cases by caseworker: the largest table, so it is written straight into the block, in order.

use super::planner::{Decision, Place, Planner};
use super::resolve::{NOWHERE, unit_at};
use super::verdict::{Reason, Skip, Value};
use crate::book::draft::{Column, CountRow, Draft, Rows, Splits, Word};
use crate::domain::{BlockWriter, CaseCount, CaseworkerId, Change, Edit, Month, UnitData};

type Key = (Word, Month, Word);

const fn key(row: &CountRow) -> Key {
    (row.unit, row.month, row.initials)
}

impl Planner<'_> {
    /// Rows have been resolved: their words are places of units and numbers of caseworkers.
    pub fn plan_counts(
        &mut self,
        rows: &Rows<CountRow>,
        splits: &Splits,
        writer: &mut BlockWriter,
    ) {
        let order = ordered(rows);
        let mut start = 0;
        while let Some(first) = order.get(start) {
            let first_key = key_at(rows, *first);
            let rest = order.get(start..).unwrap_or_default();
            let length = rest.iter().take_while(|it| key_at(rows, **it) == first_key).count();
            let group = rest.get(..length).unwrap_or_default();
            if let Some(index) = self.one_of(rows, group, splits) {
                self.plan_count(rows, index, splits, writer);
            }
            start += length;
        }
    }

    /// The row that stands for all rows of one key.
    fn one_of(&mut self, rows: &Rows<CountRow>, group: &[u32], splits: &Splits) -> Option<usize> {
        let count = |it: &u32| rows.get(*it as usize).map(|it| Draft::count(splits, &it.row));
        let first = group.first()?;
        let Some(other) = group.iter().find(|it| count(it) != count(first)) else {
            for it in group.iter().skip(1) {
                self.skip(rows.place(*it as usize), Skip::DuplicateRow);
            }
            return Some(*first as usize);
        };
        for it in group {
            let other = if count(it) == count(first) { other } else { first };
            let value = |it: &u32| count(it).map_or(Value::Blank, shown);
            let (line, at) = self.spot_of(rows.place(*other as usize));
            let reason = Reason::Conflict { line, at, value: value(other) };
            self.refuse(rows.place(*it as usize), Some(Column::Cases), Some(value(it)), reason);
        }
        None
    }

    fn plan_count(
        &mut self,
        rows: &Rows<CountRow>,
        index: usize,
        splits: &Splits,
        writer: &mut BlockWriter,
    ) {
        let Some(row) = rows.get(index).map(|it| it.row) else {
            return;
        };
        let Some(unit) = self.units.get(unit_at(row.unit)) else {
            return;
        };
        let (id, caseworker) = (unit.id, CaseworkerId(row.initials.0));
        let before = unit.stored.and_then(|it: &UnitData| it.cases(row.month, caseworker));
        let Some(after) = self.wanted(rows.place(index), before, Draft::count(splits, &row)) else {
            return;
        };
        let edit = Edit::new((row.month, caseworker), before, Some(after));
        writer.push(&Change::Cases(id, edit));
    }

    /// The count to be stored, when that is another than what is stored. A blank split keeps the stored one.
    fn wanted(
        &mut self,
        place: Place,
        before: Option<CaseCount>,
        typed: CaseCount,
    ) -> Option<CaseCount> {
        let Some(before) = before else {
            self.new_row(place);
            return Some(typed);
        };
        let split = typed.split.or(before.split);
        let after = CaseCount { split, ..typed };
        if before == after {
            self.unchanged_row(place);
            return None;
        }
        if let Some(split) = split
            && split.total() != u64::from(after.cases)
        {
            let reason = Reason::SplitTotal { total: split.total(), cases: after.cases };
            self.refuse(place, Some(Column::Cases), Some(shown(typed)), reason);
            return None;
        }
        if before.cases == after.cases && before.split.is_none() {
            self.changed_row(place, Some(Column::Simple), shown(before), shown(after));
            return Some(after);
        }
        let decision = self.settle(place, Column::Cases, shown(before), shown(after));
        (decision == Decision::Take).then_some(after)
    }
}

fn key_at(rows: &Rows<CountRow>, index: u32) -> Option<Key> {
    rows.get(index as usize).map(|it| key(&it.row))
}

/// The rows that go on, by unit, month and caseworker. Files mostly come in order: then nothing is moved.
fn ordered(rows: &Rows<CountRow>) -> Vec<u32> {
    let numbers = (0_u32..).zip(rows.iter());
    let mut order = Vec::with_capacity(rows.len());
    order.extend(numbers.filter(|it| it.1.row.unit != NOWHERE).map(|it| it.0));
    if !order.is_sorted_by_key(|it| key_at(rows, *it)) {
        order.sort_by_key(|it| key_at(rows, *it));
    }
    order
}

fn shown(count: CaseCount) -> Value {
    match count.split {
        None => Value::Whole(i64::from(count.cases)),
        Some(it) => Value::Text(format!(
            "{} ({} + {} + {})",
            count.cases, it.simple, it.complex, it.very_complex
        )),
    }
}
