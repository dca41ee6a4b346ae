//! Targets, events, committees and settings.

use std::collections::BTreeMap;

use super::merge::{Difference, day_text, text};
use super::planner::Planner;
use crate::book::draft::{CommitteeRow, EventRow, RowAt, Rows, SettingRow, TargetRow, Word};
use crate::book::verdict::{Column, Reason, Value};
use crate::domain::{
    Change, Committee, CommitteeId, Edit, Event, EventId, SettingKey, Target, TargetId,
    Thousandths, UnitId, overlap,
};

/// The unit a row names, where it names one; `Err` when there is no such unit.
fn unit_of(planner: &mut Planner<'_>, at: RowAt, word: Option<Word>) -> Result<Option<UnitId>, ()> {
    let Some(word) = word else {
        return Ok(None);
    };
    let known = planner.units.find(word).map(|it| it.id);
    if known.is_none() {
        planner.found.refuse_word(at, Column::Unit, word, Reason::UnknownUnit);
    }
    known.map(Some).ok_or(())
}

/// What a row changes, under the stored one's number or a new one.
fn edit<I: Copy, T: PartialEq + Clone>(
    planner: &mut Planner<'_>,
    at: RowAt,
    stored: Option<(&I, &T)>,
    after: T,
    id: impl FnOnce(u32) -> I,
    differ: impl FnOnce(&T, &T) -> Difference,
) -> Option<Edit<I, T>> {
    let before = stored.map(|it| it.1);
    let is_taken = planner.found.merge(at, before, &after, |before| differ(before, &after));
    is_taken.then(|| {
        let id = stored.map_or_else(|| id(planner.numbers.new_id()), |it| *it.0);
        Edit::new(id, before.cloned(), Some(after))
    })
}

pub fn targets(planner: &mut Planner<'_>, rows: &Rows<TargetRow>) -> Vec<(TargetId, Change)> {
    let key = |it: &TargetRow| (it.metric, it.unit, it.valid_from);
    let mut changes = Vec::new();
    for (at, row) in planner.found.sift(rows, key, Column::Upper, |it| bound(it.upper)) {
        let Ok(unit) = unit_of(planner, at, row.unit) else {
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
        let key = |it: &Target| (it.metric, it.unit, it.valid_from);
        let stored = find(&planner.snapshot.shared.targets, |it| key(it) == key(&after));
        let differ = |before: &Target, after: &Target| {
            if before.upper != after.upper {
                Difference::new(Column::Upper, bound(before.upper), bound(after.upper))
            } else if before.lower != after.lower {
                Difference::new(Column::Lower, bound(before.lower), bound(after.lower))
            } else {
                Difference::new(Column::Source, text(&before.source), text(&after.source))
            }
        };
        let edit = edit(planner, at, stored, after, TargetId, differ);
        changes.extend(edit.map(|it| (it.key, Change::Target(it))));
    }
    changes
}

pub fn events(planner: &mut Planner<'_>, rows: &Rows<EventRow>) -> Vec<(EventId, Change)> {
    let key = |it: &EventRow| (it.day, it.unit, it.title.clone());
    let mut changes = Vec::new();
    for (at, row) in planner.found.sift(rows, key, Column::SeriesBreak, |it| text(&it.title)) {
        let Ok(unit) = unit_of(planner, at, row.unit) else {
            continue;
        };
        let after = Event { day: row.day, unit, title: row.title.clone(), kind: row.kind };
        let same =
            |it: &Event| (it.day, it.unit, &it.title) == (after.day, after.unit, &after.title);
        let stored = find(&planner.snapshot.shared.events, same);
        let shown = |it: &Event| Value::Text(format!("{:?}", it.kind).to_lowercase());
        let differ = |before: &Event, after: &Event| {
            Difference::new(Column::SeriesBreak, shown(before), shown(after))
        };
        let edit = edit(planner, at, stored, after, EventId, differ);
        changes.extend(edit.map(|it| (it.key, Change::Event(it))));
    }
    changes
}

pub fn committees(
    planner: &mut Planner<'_>,
    rows: &Rows<CommitteeRow>,
) -> Vec<(CommitteeId, Change)> {
    let key = |it: &CommitteeRow| (it.code.clone(), it.from);
    let mut changes = Vec::new();
    let mut kept: Vec<(Committee, u32)> = Vec::new();
    for (at, row) in planner.found.sift(rows, key, Column::Name, |it| text(&it.name)) {
        let mut after = row.clone();
        let stored = &planner.snapshot.shared.committees;
        let overlaps = |other: &Committee| {
            let is_other = other.code == after.code && other.from != after.from;
            is_other && overlap((other.from, other.to), (after.from, after.to))
        };
        let other = kept.iter().find(|it| overlaps(&it.0)).map(|it| Some(it.1));
        let other = other.or_else(|| stored.values().find(|it| overlaps(it)).map(|_| None));
        if let Some(line) = other {
            let value = text(&after.from.to_string());
            planner.found.refuse(at, Column::From, value, Reason::Overlap { line });
            continue;
        }
        kept.push((after.clone(), at.line));
        let stored = find(stored, |it| it.code == after.code && it.from == after.from);
        after.to = after.to.or_else(|| stored.and_then(|it| it.1.to));
        let differ = |before: &Committee, after: &Committee| {
            if before.name != after.name {
                return Difference::new(Column::Name, text(&before.name), text(&after.name));
            }
            Difference::in_end(day_text(before.to), day_text(after.to))
        };
        let edit = edit(planner, at, stored, after, CommitteeId, differ);
        changes.extend(edit.map(|it| (it.key, Change::Committee(it))));
    }
    changes
}

pub fn settings(planner: &mut Planner<'_>, rows: &Rows<SettingRow>) -> Vec<(SettingKey, Change)> {
    let mut changes = Vec::new();
    for (at, row) in planner.found.sift(rows, |it| it.key, Column::Value, |it| text(&it.value)) {
        let (key, after) = (row.key, row.value.clone());
        let before = planner.snapshot.settings().get(key).map(str::to_owned);
        let differ = |it: &String| Difference::new(Column::Value, text(it), text(&after));
        if planner.found.merge(at, before.as_ref(), &after, differ) {
            changes.push((key, Change::Setting(Edit::new(key, before, Some(after)))));
        }
    }
    changes
}

fn find<I, T>(stored: &BTreeMap<I, T>, same: impl Fn(&T) -> bool) -> Option<(&I, &T)> {
    stored.iter().find(|it| same(it.1))
}

fn bound(value: Option<Thousandths>) -> Value {
    value.map_or(Value::Blank, Value::Decimal)
}
