//! Caseworkers: one row for each time someone was in a unit, or case-holding there.

use std::collections::BTreeMap;

use super::planner::{Decision, Place, Planner};
use super::units::month_text;
use super::verdict::{Reason, Remark, Value};
use crate::book::draft::{CaseworkerRow, Column, Rows, Word};
use crate::domain::{Caseworker, Presence};

impl Planner<'_> {
    pub fn plan_caseworkers(&mut self, rows: &Rows<CaseworkerRow>) {
        let shown = |it: &CaseworkerRow| month_text(it.presence.to);
        let key = |it: &CaseworkerRow| (it.unit, it.initials, it.presence.from);
        let mut order = self.sift(rows, key, Column::To, shown);
        // New people get their numbers in the order of the file; each one's rows go by month.
        let mut first: BTreeMap<(Word, Word), usize> = BTreeMap::new();
        for index in &order {
            if let Some(it) = rows.get(*index) {
                first.entry((it.row.unit, it.row.initials)).or_insert(*index);
            }
        }
        let place_of = |index: usize| {
            let row = &rows.get(index)?.row;
            Some((*first.get(&(row.unit, row.initials))?, row.presence.from))
        };
        order.sort_by_key(|it| place_of(*it));
        let mut before: Option<(Place, &CaseworkerRow)> = None;
        for index in order {
            let Some(row) = rows.get(index).map(|it| &it.row) else {
                continue;
            };
            let place = rows.place(index);
            let last = before.filter(|(_, it)| (it.unit, it.initials) == (row.unit, row.initials));
            self.plan_caseworker_row(place, row, last.map(|it| it.0));
            before = Some((place, row));
        }
    }

    fn plan_caseworker_row(&mut self, place: Place, row: &CaseworkerRow, last: Option<Place>) {
        let Some(unit) = self.unit(row.unit) else {
            return self.refuse_word(place, Column::Unit, row.unit, Reason::UnknownUnit);
        };
        if self.units.get(unit).is_some_and(|it| !it.after.has_caseworkers()) {
            return self.refuse_word(place, Column::Unit, row.unit, Reason::NotByCaseworker);
        }
        let Some(person) = self.person(unit, row.initials) else {
            self.add_person(unit, row.initials, row.name.clone(), row.presence);
            return self.new_row(place);
        };
        let (id, mut after) = (person.id, person.after.clone());
        self.compare_name(place, row, &after);
        if !self.plan_presence(place, row.presence, &mut after, last) {
            return;
        }
        let unit = self.units.get_mut(unit);
        if let Some(person) = unit.and_then(|it| it.people.iter_mut().find(|it| it.id == id)) {
            person.after = after;
        }
    }

    /// Names are kept apart from everything that an import may change.
    fn compare_name(&mut self, place: Place, row: &CaseworkerRow, person: &Caseworker) {
        let stored = self.snapshot.identity(person.identity);
        if row.name.is_some() && stored.is_some_and(|it| it.name != row.name) {
            self.remark(place.0, Remark::NameKept { line: place.1 });
        }
    }

    /// Whether anything is to be kept of the row.
    fn plan_presence(
        &mut self,
        place: Place,
        row: Presence,
        person: &mut Caseworker,
        last: Option<Place>,
    ) -> bool {
        let same = person.presences.iter().position(|it| it.from == row.from);
        let stored = same.and_then(|it| person.presences.get_mut(it));
        if let Some(stored) = stored {
            let same_holding = stored.case_holding == row.case_holding;
            if same_holding && (stored.to == row.to || row.to.is_none()) {
                self.unchanged_row(place);
                return false;
            }
            let (before, after) = (month_text(stored.to), month_text(row.to));
            if same_holding && stored.to.is_none() {
                self.changed_row(place, Some(Column::To), before, after);
            } else {
                let (column, before, after) = if same_holding {
                    (Column::To, before, after)
                } else {
                    let shown =
                        |it: Presence| Value::Text(format!("{:?}", it.case_holding).to_lowercase());
                    (Column::CaseHolding, shown(*stored), shown(row))
                };
                if self.settle(place, column, before, after) == Decision::Leave {
                    return false;
                }
            }
            let to = row.to.or(stored.to);
            *stored = Presence { to, ..row };
            return true;
        }
        let overlaps = |it: &Presence| {
            let starts_before = |a: &Presence, b: &Presence| b.to.is_none_or(|to| a.from <= to);
            starts_before(it, &row) && starts_before(&row, it)
        };
        if person.presences.iter().any(overlaps) {
            let line = last.map(|it| it.1);
            self.refuse(
                place,
                Some(Column::From),
                Some(month_text(Some(row.from))),
                Reason::Overlap { line },
            );
            return false;
        }
        let at = person.presences.partition_point(|it| it.from < row.from);
        person.presences.insert(at, row);
        self.new_row(place);
        true
    }
}
