//! Units: one row for each name a unit has had.

use std::collections::BTreeMap;

use super::findings::{Decision, Findings};
use super::merge::{Difference, Met, text};
use super::planner::Planner;
use crate::book::draft::{RowAt, Rows, UnitRow, Word};
use crate::book::verdict::{Column, Reason, Value};
use crate::domain::{Month, Unit, UnitId, UnitName, WaitingList, overlap};

pub fn plan(planner: &mut Planner<'_>, rows: &Rows<UnitRow>) {
    let shown = |it: &UnitRow| Value::Text(it.name.clone());
    let mut order = planner.found.sift(rows, |it| (it.code, it.from), Column::Name, shown);
    // Units stay in the order of the file; the names of one unit go by month.
    let mut first: BTreeMap<Word, usize> = BTreeMap::new();
    for (index, (_, row)) in order.iter().enumerate() {
        first.entry(row.code).or_insert(index);
    }
    order.sort_by_key(|(_, row)| (first.get(&row.code).copied(), row.from));
    for rows in order.chunk_by(|a, b| a.1.code == b.1.code) {
        let mut names = Vec::new();
        let mut before = None;
        for (at, row) in rows {
            names.push((row.from, at.line));
            plan_row(planner, (*at, row), before, &names);
            before = Some((*at, *row));
        }
    }
    planner.units.accept_names(&planner.found.words);
}

/// `names` holds the lines of the unit's names that came from this import.
fn plan_row(
    planner: &mut Planner<'_>,
    (at, row): (RowAt, &UnitRow),
    before: Option<(RowAt, &UnitRow)>,
    names: &[(Month, u32)],
) {
    let Planner { units, found, numbers, .. } = planner;
    let name = UnitName { name: row.name.clone(), from: row.from, to: row.to };
    let code = found.words.text(row.code);
    let Some(known) = units.find(row.code).filter(|it| it.after.code == code) else {
        let unit = Unit {
            code: code.to_owned(),
            counts: row.counts,
            case_reporting: row.case_reporting,
            waiting_list: row.waiting_list,
            names: vec![name],
        };
        units.add(UnitId(numbers.new_id()), unit, &found.words);
        return found.new_row(at);
    };
    let qualities = |it: &UnitRow| (it.counts, it.case_reporting, it.waiting_list);
    if let Some((other, earlier)) = before.filter(|it| qualities(it.1) != qualities(row)) {
        let value = text(&earlier.name);
        let reason = Reason::Conflict { line: other.line, at: None, value };
        return found.refuse_word(at, Column::Code, row.code, reason);
    }
    let (place, mut unit) = (known.at, known.after.clone());
    let is_counted = plan_qualities(found, (at, row), &mut unit);
    match plan_name(found, at, name, &mut unit, names) {
        Met::Leaves => return,
        Met::New if !is_counted => found.new_row(at),
        Met::Same if !is_counted => found.unchanged_row(at),
        Met::New | Met::Same | Met::Replaces => {}
    }
    if let Some(plan) = units.get_mut(place) {
        plan.after = unit;
    }
}

/// What the unit counts and keeps. Whether the row is accounted for by that.
fn plan_qualities(found: &mut Findings, (at, row): (RowAt, &UnitRow), unit: &mut Unit) -> bool {
    let shown = |it: &dyn std::fmt::Debug| Value::Text(format!("{it:?}").to_lowercase());
    let list = combined(unit.waiting_list, row.waiting_list);
    let (column, was, is) = if unit.counts != row.counts {
        (Column::CountingUnit, shown(&unit.counts), shown(&row.counts))
    } else if unit.case_reporting != row.case_reporting {
        (Column::HasCaseworkers, shown(&unit.case_reporting), shown(&row.case_reporting))
    } else if unit.waiting_list != list {
        (Column::HasWaitingList, register_text(unit.waiting_list), register_text(list))
    } else {
        return false;
    };
    if found.decide(at, column, was, is) == Decision::Take {
        unit.counts = row.counts;
        unit.case_reporting = row.case_reporting;
        unit.waiting_list = list;
    }
    true
}

fn plan_name(
    found: &mut Findings,
    at: RowAt,
    mut name: UnitName,
    unit: &mut Unit,
    lines: &[(Month, u32)],
) -> Met {
    let stored = unit.names.iter_mut().find(|it| it.from == name.from);
    if let Some(stored) = stored {
        let renamed = stored.name != name.name;
        if !renamed {
            name.to = name.to.or(stored.to);
        }
        let differ = |stored: &UnitName| {
            if renamed {
                return Difference::new(Column::Name, text(&stored.name), text(&name.name));
            }
            Difference::in_end(month_text(stored.to), month_text(name.to))
        };
        let met = found.meet(at, Some(&*stored), &name, differ);
        if met == Met::Replaces {
            *stored = name;
        }
        return met;
    }
    let overlaps = |it: &&UnitName| overlap((it.from, it.to), (name.from, name.to));
    if let Some(other) = unit.names.iter().find(overlaps) {
        let line = lines.iter().find(|it| it.0 == other.from).map(|it| it.1);
        found.refuse(at, Column::From, Value::Text(name.name), Reason::Overlap { line });
        return Met::Leaves;
    }
    let place = unit.names.partition_point(|it| it.from < name.from);
    unit.names.insert(place, name);
    Met::New
}

/// Blank register months keep what is stored.
fn combined(stored: WaitingList, row: WaitingList) -> WaitingList {
    let (
        WaitingList::Kept { register_from: from, register_through: through },
        WaitingList::Kept { register_from, register_through },
    ) = (stored, row)
    else {
        return row;
    };
    WaitingList::Kept {
        register_from: register_from.or(from),
        register_through: register_through.or(through),
    }
}

fn register_text(list: WaitingList) -> Value {
    match list {
        WaitingList::None => Value::Blank,
        WaitingList::Kept { register_from, register_through } => {
            let none = || "\u{2013}".to_owned();
            let month = |month: Option<Month>| month.map_or_else(none, |it| it.to_string());
            Value::Text(format!("{} / {}", month(register_from), month(register_through)))
        }
    }
}

pub fn month_text(month: Option<Month>) -> Value {
    month.map_or(Value::Blank, |it| Value::Text(it.to_string()))
}
