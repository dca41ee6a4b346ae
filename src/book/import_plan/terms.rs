//! Employments and absences.

use super::planner::{Decision, Place, Planner};
use super::verdict::{Reason, Value};
use crate::book::draft::{AbsenceRow, Column, EmploymentRow, Rows, Word};
use crate::domain::{Absence, AbsenceId, CaseworkerId, Day, Terms};

impl Planner<'_> {
    /// The unit and caseworker a row names, or a refusal.
    fn whose(&mut self, place: Place, unit: Word, initials: Word) -> Option<(usize, CaseworkerId)> {
        let Some(at) = self.unit(unit) else {
            self.refuse_word(place, Column::Unit, unit, Reason::UnknownUnit);
            return None;
        };
        let Some(id) = self.person(at, initials).map(|it| it.id) else {
            self.refuse_word(place, Column::Initials, initials, Reason::UnknownCaseworker);
            return None;
        };
        Some((at, id))
    }

    pub fn plan_employments(&mut self, rows: &Rows<EmploymentRow>) {
        let shown = |it: &EmploymentRow| Value::Decimal(it.terms.weekly_hours);
        let key = |it: &EmploymentRow| (it.unit, it.initials, it.from);
        for index in self.sift(rows, key, Column::WeeklyHours, shown) {
            let Some(row) = rows.get(index).map(|it| &it.row) else {
                continue;
            };
            let place = rows.place(index);
            let Some((at, id)) = self.whose(place, row.unit, row.initials) else {
                continue;
            };
            let stored = self.units.get(at).and_then(|it| it.stored);
            let before = stored.and_then(|it| it.employments.get(&(id, row.from))).copied();
            match before {
                None => self.new_row(place),
                Some(before) if before == row.terms => {
                    self.unchanged_row(place);
                    continue;
                }
                Some(before) => {
                    let hours = before.weekly_hours != row.terms.weekly_hours;
                    let column = if hours { Column::WeeklyHours } else { Column::Weight };
                    let value =
                        |it: Terms| Value::Decimal(if hours { it.weekly_hours } else { it.weight });
                    if self.settle(place, column, value(before), value(row.terms))
                        == Decision::Leave
                    {
                        continue;
                    }
                }
            }
            if let Some(unit) = self.units.get_mut(at) {
                unit.employments.push((id, row.from, before, row.terms));
            }
        }
    }

    pub fn plan_absences(&mut self, rows: &Rows<AbsenceRow>) {
        let day = |it: Option<Day>| it.map_or(Value::Blank, |it| Value::Text(it.to_string()));
        let key = |it: &AbsenceRow| (it.unit, it.initials, it.from, it.kind);
        for index in self.sift(rows, key, Column::To, |it: &AbsenceRow| day(it.to)) {
            let Some(row) = rows.get(index).map(|it| &it.row) else {
                continue;
            };
            let place = rows.place(index);
            let Some((at, caseworker)) = self.whose(place, row.unit, row.initials) else {
                continue;
            };
            let after = Absence { caseworker, from: row.from, to: row.to, kind: row.kind };
            let key = (caseworker, row.from, row.kind);
            let stored = self.units.get(at).and_then(|it| it.stored);
            let same = |it: &Absence| (it.caseworker, it.from, it.kind) == key;
            let mut absences = stored.into_iter().flat_map(|it| &it.absences);
            let found = absences.find(|it| same(it.1)).map(|it| (*it.0, *it.1));
            let Some((id, before)) = found else {
                self.new_row(place);
                let id = AbsenceId(self.new_id());
                if let Some(unit) = self.units.get_mut(at) {
                    unit.absences.push((id, None, after));
                }
                continue;
            };
            if before == after || after.to.is_none() {
                self.unchanged_row(place);
                continue;
            }
            if before.to.is_none() {
                self.changed_row(place, Some(Column::To), day(before.to), day(after.to));
            } else if self.settle(place, Column::To, day(before.to), day(after.to))
                == Decision::Leave
            {
                continue;
            }
            if let Some(unit) = self.units.get_mut(at) {
                unit.absences.push((id, Some(before), after));
            }
        }
    }
}
