//! Targets, events, committees and settings.

use super::planner::{Decision, Place, Planner};
use super::verdict::{Reason, Value};
use crate::book::draft::{Column, CommitteeRow, EventRow, Rows, SettingRow, TargetRow, Word};
use crate::domain::{
    BlockWriter, Change, Committee, CommitteeId, Edit, Event, EventId, Target, TargetId,
    Thousandths, UnitId,
};

impl Planner<'_> {
    /// The unit a shared row names; `Err` when there is no such unit.
    fn shared_unit(&mut self, place: Place, word: Option<Word>) -> Result<Option<UnitId>, ()> {
        let Some(word) = word else {
            return Ok(None);
        };
        let found = self.unit(word).and_then(|it| self.units.get(it)).map(|it| it.id);
        if found.is_none() {
            self.refuse_word(place, Column::Unit, word, Reason::UnknownUnit);
        }
        found.map(Some).ok_or(())
    }

    pub fn plan_targets(&mut self, rows: &Rows<TargetRow>, writer: &mut BlockWriter) {
        let shown = |it: &TargetRow| bound(it.upper);
        let key = |it: &TargetRow| (it.metric, it.unit, it.valid_from);
        let mut changes = Vec::new();
        for index in self.sift(rows, key, Column::Upper, shown) {
            let (Some(row), place) = (rows.get(index).map(|it| &it.row), rows.place(index)) else {
                continue;
            };
            let Ok(unit) = self.shared_unit(place, row.unit) else {
                continue;
            };
            let after = Target {
                metric: row.metric,
                unit,
                lower: row.lower,
                upper: row.upper,
                valid_from: row.valid_from,
                source: row.source.clone(),
            };
            changes.extend(self.plan_target(place, after));
        }
        write_by_id(changes, writer);
    }

    fn plan_target(&mut self, place: Place, after: Target) -> Option<Change> {
        let key = |it: &Target| (it.metric, it.unit, it.valid_from);
        let targets = &self.snapshot.shared.targets;
        let found = targets.iter().find(|it| key(it.1) == key(&after));
        let Some((id, before)) = found.map(|(id, it)| (*id, it.clone())) else {
            let id = TargetId(self.new_id());
            self.new_row(place);
            return Some(Change::Target(Edit::added(id, after)));
        };
        if before == after {
            self.unchanged_row(place);
            return None;
        }
        let text = |it: &Target| Value::Text(it.source.clone());
        let (column, was, is) = if before.upper != after.upper {
            (Column::Upper, bound(before.upper), bound(after.upper))
        } else if before.lower != after.lower {
            (Column::Lower, bound(before.lower), bound(after.lower))
        } else {
            (Column::Source, text(&before), text(&after))
        };
        let decision = self.settle(place, column, was, is);
        let edit = Edit::new(id, Some(before), Some(after));
        (decision == Decision::Take).then_some(Change::Target(edit))
    }

    pub fn plan_events(&mut self, rows: &Rows<EventRow>, writer: &mut BlockWriter) {
        let shown = |it: &EventRow| Value::Text(it.title.clone());
        let key = |it: &EventRow| (it.day, it.unit, it.title.clone());
        let mut changes = Vec::new();
        for index in self.sift(rows, key, Column::SeriesBreak, shown) {
            let (Some(row), place) = (rows.get(index).map(|it| &it.row), rows.place(index)) else {
                continue;
            };
            let Ok(unit) = self.shared_unit(place, row.unit) else {
                continue;
            };
            let (day, title, kind) = (row.day, row.title.clone(), row.kind);
            let after = Event { day, unit, title, kind };
            let same =
                |it: &Event| (it.day, it.unit, &it.title) == (after.day, after.unit, &after.title);
            let shared = &self.snapshot.shared;
            let found =
                shared.events.iter().find(|it| same(it.1)).map(|(id, it)| (*id, it.clone()));
            let Some((id, before)) = found else {
                let id = EventId(self.new_id());
                self.new_row(place);
                changes.push(Change::Event(Edit::added(id, after)));
                continue;
            };
            if before == after {
                self.unchanged_row(place);
                continue;
            }
            let shown = |it: &Event| Value::Text(format!("{:?}", it.kind).to_lowercase());
            if self.settle(place, Column::SeriesBreak, shown(&before), shown(&after))
                == Decision::Take
            {
                changes.push(Change::Event(Edit::new(id, Some(before), Some(after))));
            }
        }
        write_by_id(changes, writer);
    }

    pub fn plan_committees(&mut self, rows: &Rows<CommitteeRow>, writer: &mut BlockWriter) {
        let shown = |it: &CommitteeRow| Value::Text(it.name.clone());
        let key = |it: &CommitteeRow| (it.code.clone(), it.from);
        let mut changes = Vec::new();
        let mut kept: Vec<(Committee, u32)> = Vec::new();
        for index in self.sift(rows, key, Column::Name, shown) {
            let (Some(row), place) = (rows.get(index).map(|it| &it.row), rows.place(index)) else {
                continue;
            };
            let after = Committee {
                code: row.code.clone(),
                name: row.name.clone(),
                from: row.from,
                to: row.to,
            };
            let starts_before = |a: &Committee, b: &Committee| b.to.is_none_or(|to| a.from <= to);
            let overlaps = |it: &Committee| {
                it.code == after.code
                    && it.from != after.from
                    && starts_before(it, &after)
                    && starts_before(&after, it)
            };
            let stored = &self.snapshot.shared.committees;
            let other = kept.iter().find(|it| overlaps(&it.0)).map(|it| Some(it.1));
            let other = other.or_else(|| stored.values().find(|it| overlaps(it)).map(|_| None));
            if let Some(line) = other {
                let value = Value::Text(after.from.to_string());
                self.refuse(place, Some(Column::From), Some(value), Reason::Overlap { line });
                continue;
            }
            kept.push((after.clone(), place.1));
            changes.extend(self.plan_committee(place, after));
        }
        write_by_id(changes, writer);
    }

    fn plan_committee(&mut self, place: Place, mut after: Committee) -> Option<Change> {
        let same = |it: &Committee| it.code == after.code && it.from == after.from;
        let committees = &self.snapshot.shared.committees;
        let found = committees.iter().find(|it| same(it.1)).map(|(id, it)| (*id, it.clone()));
        let Some((id, before)) = found else {
            let id = CommitteeId(self.new_id());
            self.new_row(place);
            return Some(Change::Committee(Edit::added(id, after)));
        };
        after.to = after.to.or(before.to);
        if before == after {
            self.unchanged_row(place);
            return None;
        }
        let day = |it: &Committee| it.to.map_or(Value::Blank, |it| Value::Text(it.to_string()));
        let decision = if before.name != after.name {
            let (was, is) = (Value::Text(before.name.clone()), Value::Text(after.name.clone()));
            self.settle(place, Column::Name, was, is)
        } else if before.to.is_some() {
            self.settle(place, Column::To, day(&before), day(&after))
        } else {
            self.changed_row(place, Some(Column::To), day(&before), day(&after));
            Decision::Take
        };
        let edit = Edit::new(id, Some(before), Some(after));
        (decision == Decision::Take).then_some(Change::Committee(edit))
    }

    pub fn plan_settings(&mut self, rows: &Rows<SettingRow>, writer: &mut BlockWriter) {
        let shown = |it: &SettingRow| Value::Text(it.value.clone());
        let mut changes = Vec::new();
        for index in self.sift(rows, |it| it.key, Column::Value, shown) {
            let (Some(row), place) = (rows.get(index).map(|it| &it.row), rows.place(index)) else {
                continue;
            };
            let before = self.snapshot.settings().get(row.key).map(str::to_owned);
            let after = Some(row.value.clone());
            if before == after {
                self.unchanged_row(place);
                continue;
            }
            match &before {
                None => self.new_row(place),
                Some(stored) => {
                    let (was, is) = (Value::Text(stored.clone()), Value::Text(row.value.clone()));
                    if self.settle(place, Column::Value, was, is) == Decision::Leave {
                        continue;
                    }
                }
            }
            changes.push((row.key, Change::Setting(Edit::new(row.key, before, after))));
        }
        changes.sort_by_key(|it| it.0);
        for (_, change) in &changes {
            writer.push(change);
        }
    }
}

fn bound(value: Option<Thousandths>) -> Value {
    value.map_or(Value::Blank, Value::Decimal)
}

fn write_by_id(mut changes: Vec<Change>, writer: &mut BlockWriter) {
    changes.sort_by_key(Change::register_id);
    for change in &changes {
        writer.push(change);
    }
}
