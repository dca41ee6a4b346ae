//! Open cases by caseworker: the largest table, so it is written straight into the block, in order.

use super::findings::{Decision, Findings};
use super::resolve::OwnCount;
use super::unit_plan::Units;
use crate::book::draft::{Draft, RowAt};
use crate::book::verdict::{Column, Value};
use crate::domain::{BlockWriter, CaseCount, Change, Edit, Split};

/// `own` is ordered by unit, month and caseworker.
pub fn plan(
    units: &Units<'_>,
    found: &mut Findings,
    draft: &Draft,
    own: &[OwnCount],
    writer: &mut BlockWriter,
) {
    let key = |it: &OwnCount| (it.unit, it.month, it.caseworker);
    let read = |own: &OwnCount| {
        let (at, row) = draft.counts.at(own.row as usize)?;
        Some((at, Draft::count(&draft.splits, row)))
    };
    for group in own.chunk_by(|a, b| key(a) == key(b)) {
        let Some((first, unit)) = group.first().and_then(|it| Some((it, units.get(it.unit)?)))
        else {
            continue;
        };
        if 1 < group.len() {
            let rows: Vec<_> = group.iter().filter_map(read).collect();
            if !found.agree(&rows, Column::Cases, |it| shown(*it)) {
                continue;
            }
        }
        let (month, caseworker) = (first.month, first.caseworker);
        let before = unit.stored.and_then(|it| it.cases(month, caseworker));
        let after = read(first).and_then(|(at, typed)| wanted(found, at, before, typed));
        if after.is_some() {
            let edit = Edit::new((month, caseworker), before, after);
            writer.push(&Change::Cases(unit.id, edit));
        }
    }
}

/// The count to be stored, when that is another than what is stored. A blank split keeps the stored one, and a
/// total it does not add up to is refused.
fn wanted(
    found: &mut Findings,
    at: RowAt,
    before: Option<CaseCount>,
    typed: CaseCount,
) -> Option<CaseCount> {
    let Some(before) = before else {
        found.new_row(at);
        return Some(typed);
    };
    let split = typed.split.or(before.split);
    let after = CaseCount { split, ..typed };
    if before == after {
        found.unchanged_row(at);
        return None;
    }
    if let Err(barred) = after.check() {
        found.refuse(at, Column::Cases, shown(typed), barred);
        return None;
    }
    if before.cases == after.cases && before.split.is_none() {
        found.changed_row(at, Column::Simple, shown(before), shown(after));
        return Some(after);
    }
    let decision = found.decide(at, Column::Cases, shown(before), shown(after));
    (decision == Decision::Take).then_some(after)
}

fn shown(count: CaseCount) -> Value {
    match count.split {
        None => Value::Whole(i64::from(count.cases)),
        Some(Split { simple, complex, very_complex }) => {
            Value::Text(format!("{} ({simple} + {complex} + {very_complex})", count.cases))
        }
    }
}
