//! Employments and absences.

use super::findings::Findings;
use super::merge::{Difference, day_text};
use super::planner::Planner;
use super::unit_plan::{UnitPlan, Units};
use crate::book::draft::{AbsenceRow, EmploymentRow, RowAt, Rows, Word};
use crate::book::verdict::{Column, Reason, Value};
use crate::domain::{Absence, AbsenceId, Barred, CaseworkerId, Change, Edit, Month, Terms, UnitId};

/// The unit and caseworker a row names, or a refusal.
fn whose<'u, 'a>(
    units: &'u Units<'a>,
    found: &mut Findings,
    row: RowAt,
    (unit, initials): (Word, Word),
) -> Option<(&'u UnitPlan<'a>, CaseworkerId)> {
    let Some(known) = units.find(unit) else {
        found.refuse_word(row, Column::Unit, unit, Reason::UnknownUnit);
        return None;
    };
    let Some(person) = known.person(initials) else {
        found.refuse_word(row, Column::Initials, initials, Barred::UnknownCaseworker);
        return None;
    };
    Some((known, person.id))
}

/// Of which unit, whose, and from which month.
type Employed = (UnitId, (CaseworkerId, Month));

pub fn employments(
    planner: &mut Planner<'_>,
    rows: &Rows<EmploymentRow>,
) -> Vec<(Employed, Change)> {
    let Planner { units, found, .. } = planner;
    let shown = |it: &EmploymentRow| Value::Decimal(it.terms.weekly_hours);
    let key = |it: &EmploymentRow| (it.unit, it.initials, it.from);
    let mut changes = Vec::new();
    for (at, row) in found.sift(rows, key, Column::WeeklyHours, shown) {
        let Some((unit, caseworker)) = whose(units, found, at, (row.unit, row.initials)) else {
            continue;
        };
        let (from, after) = (row.from, row.terms);
        let before = unit.stored.and_then(|it| it.employments.get(&(caseworker, from)));
        let differ = |before: &Terms| {
            let hours = before.weekly_hours != after.weekly_hours;
            let column = if hours { Column::WeeklyHours } else { Column::Weight };
            let value = |it: Terms| Value::Decimal(if hours { it.weekly_hours } else { it.weight });
            Difference::new(column, value(*before), value(after))
        };
        if found.merge(at, before, &after, differ) {
            let key = (caseworker, from);
            let edit = Edit::new(key, before.copied(), Some(after));
            changes.push(((unit.id, key), Change::Employment(unit.id, edit)));
        }
    }
    changes
}

pub fn absences(
    planner: &mut Planner<'_>,
    rows: &Rows<AbsenceRow>,
) -> Vec<((UnitId, AbsenceId), Change)> {
    let Planner { units, found, numbers, .. } = planner;
    let key = |it: &AbsenceRow| (it.unit, it.initials, it.from, it.kind);
    let mut changes = Vec::new();
    for (at, row) in found.sift(rows, key, Column::To, |it: &AbsenceRow| day_text(it.to)) {
        let Some((unit, caseworker)) = whose(units, found, at, (row.unit, row.initials)) else {
            continue;
        };
        let same =
            |it: &Absence| (it.caseworker, it.from, it.kind) == (caseworker, row.from, row.kind);
        let mut absences = unit.stored.into_iter().flat_map(|it| &it.absences);
        let known = absences.find(|it| same(it.1)).map(|(id, known)| (*id, *known));
        let before = known.map(|it| it.1);
        let to = row.to.or_else(|| before.and_then(|it| it.to));
        let after = Absence { caseworker, from: row.from, to, kind: row.kind };
        let differ = |before: &Absence| Difference::in_end(day_text(before.to), day_text(after.to));
        if found.merge(at, before.as_ref(), &after, differ) {
            let id = known.map_or_else(|| AbsenceId(numbers.new_id()), |it| it.0);
            let edit = Edit::new(id, before, Some(after));
            changes.push(((unit.id, id), Change::Absence(unit.id, edit)));
        }
    }
    changes
}
