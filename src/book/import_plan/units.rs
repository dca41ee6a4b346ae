//! Units: one row for each name a unit has had.

use std::collections::BTreeMap;

use super::planner::{Decision, Place, Planner};
use super::verdict::{Reason, Value};
use crate::book::draft::{Column, Rows, UnitRow, Word};
use crate::domain::{Month, Unit, UnitId, UnitName, WaitingList};

impl Planner<'_> {
    pub fn plan_units(&mut self, rows: &Rows<UnitRow>) {
        let shown = |it: &UnitRow| Value::Text(it.name.clone());
        let mut order = self.sift(rows, |it| (it.code, it.from), Column::Name, shown);
        // Units stay in the order of the file; the names of one unit go by month.
        let mut first: BTreeMap<Word, usize> = BTreeMap::new();
        for index in &order {
            if let Some(it) = rows.get(*index) {
                first.entry(it.row.code).or_insert(*index);
            }
        }
        order.sort_by_key(|it| rows.get(*it).map(|it| (first.get(&it.row.code), it.row.from)));
        let mut before: Option<(Place, &UnitRow)> = None;
        let mut names = Vec::new();
        for index in order {
            let Some(row) = rows.get(index).map(|it| &it.row) else {
                continue;
            };
            let place = rows.place(index);
            let last = before.filter(|(_, it)| it.code == row.code);
            if last.is_none() {
                names.clear();
            }
            self.plan_unit_row(place, row, last, &mut names);
            before = Some((place, row));
        }
        self.accept_unit_names();
    }

    /// `names` holds the lines of the unit's names that came from this import.
    fn plan_unit_row(
        &mut self,
        place: Place,
        row: &UnitRow,
        last: Option<(Place, &UnitRow)>,
        names: &mut Vec<(Month, u32)>,
    ) {
        let name = UnitName { name: row.name.clone(), from: row.from, to: row.to };
        names.push((row.from, place.1));
        let Some(at) = self.unit_by_code(row.code) else {
            let id = UnitId(self.new_id());
            let unit = Unit {
                code: self.words.text(row.code).to_owned(),
                counts: row.counts,
                case_reporting: row.case_reporting,
                waiting_list: row.waiting_list,
                names: vec![name],
            };
            self.add_unit(id, None, unit);
            self.new_row(place);
            return;
        };
        if let Some((other, it)) = last
            && (it.counts, it.case_reporting, it.waiting_list)
                != (row.counts, row.case_reporting, row.waiting_list)
        {
            let value = Value::Text(it.name.clone());
            let reason = Reason::Conflict { line: other.1, at: None, value };
            self.refuse_word(place, Column::Code, row.code, reason);
            return;
        }
        let Some(mut unit) = self.units.get(at).map(|it| it.after.clone()) else {
            return;
        };
        let changed = self.plan_qualities(place, row, &mut unit);
        let fate = self.plan_name(place, name, &mut unit, names);
        match (changed, fate) {
            (Some(_), Some(_)) | (None, Some(NameFate::Changed)) => {}
            (None, Some(NameFate::New)) => self.new_row(place),
            (None, Some(NameFate::Same)) => self.unchanged_row(place),
            (_, None) => return,
        }
        if let Some(plan) = self.units.get_mut(at) {
            plan.after = unit;
        }
    }

    fn unit_by_code(&self, code: Word) -> Option<usize> {
        let text = self.words.text(code);
        self.unit(code).filter(|it| self.units.get(*it).is_some_and(|it| it.after.code == text))
    }

    /// What the unit counts and keeps. `Some` when the row was already accounted for.
    fn plan_qualities(&mut self, place: Place, row: &UnitRow, unit: &mut Unit) -> Option<Decision> {
        let waiting_list = combined(unit.waiting_list, row.waiting_list);
        let before = (unit.counts, unit.case_reporting, unit.waiting_list);
        let after = (row.counts, row.case_reporting, waiting_list);
        if before == after {
            return None;
        }
        let column = if before.0 != after.0 {
            Column::CountingUnit
        } else if before.1 != after.1 {
            Column::HasCaseworkers
        } else {
            Column::HasWaitingList
        };
        let shown = |it: &dyn std::fmt::Debug| Value::Text(format!("{it:?}").to_lowercase());
        let (was, is) = if before.0 != after.0 {
            (shown(&before.0), shown(&after.0))
        } else if before.1 != after.1 {
            (shown(&before.1), shown(&after.1))
        } else {
            (register_text(before.2), register_text(after.2))
        };
        let decision = self.settle(place, column, was, is);
        if decision == Decision::Take {
            (unit.counts, unit.case_reporting, unit.waiting_list) = after;
        }
        Some(decision)
    }

    fn plan_name(
        &mut self,
        place: Place,
        name: UnitName,
        unit: &mut Unit,
        lines: &[(Month, u32)],
    ) -> Option<NameFate> {
        if let Some(same) = unit.names.iter().position(|it| it.from == name.from) {
            let stored = unit.names.get(same)?.clone();
            if stored.name == name.name && (stored.to == name.to || name.to.is_none()) {
                return Some(NameFate::Same);
            }
            let (before, after) = (month_text(stored.to), month_text(name.to));
            if stored.name == name.name && stored.to.is_none() {
                self.changed_row(place, Some(Column::To), before, after);
            } else {
                let renamed = stored.name != name.name;
                let column = if renamed { Column::Name } else { Column::To };
                let (before, after) = if renamed {
                    (Value::Text(stored.name), Value::Text(name.name.clone()))
                } else {
                    (before, after)
                };
                if self.settle(place, column, before, after) == Decision::Leave {
                    return None;
                }
            }
            unit.names.remove(same);
            unit.names.insert(same, name);
            return Some(NameFate::Changed);
        }
        let overlaps = |it: &&UnitName| {
            let starts_before = |a: &UnitName, b: &UnitName| b.to.is_none_or(|to| a.from <= to);
            starts_before(it, &name) && starts_before(&name, it)
        };
        if let Some(other) = unit.names.iter().find(overlaps) {
            let line = lines.iter().find(|it| it.0 == other.from).map(|it| it.1);
            let value = Value::Text(name.name);
            self.refuse(place, Some(Column::From), Some(value), Reason::Overlap { line });
            return None;
        }
        let at = unit.names.partition_point(|it| it.from < name.from);
        unit.names.insert(at, name);
        Some(NameFate::New)
    }
}

enum NameFate {
    New,
    Changed,
    Same,
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
            let month =
                |it: Option<Month>| it.map_or_else(|| "\u{2013}".to_owned(), |it| it.to_string());
            Value::Text(format!("{} / {}", month(register_from), month(register_through)))
        }
    }
}

pub fn month_text(month: Option<Month>) -> Value {
    month.map_or(Value::Blank, |it| Value::Text(it.to_string()))
}
