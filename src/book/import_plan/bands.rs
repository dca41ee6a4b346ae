//! Distributions of waits in bands of weeks: whole or not at all.

use std::collections::BTreeMap;

use super::planner::{Decision, Place, Planner};
use super::resolve::{NOWHERE, Spans, unit_at};
use super::verdict::{Reason, Remark, Skip, Value};
use crate::book::draft::{BandRow, Column, Rows};
use crate::domain::{Band, BandKind, Change, Edit};

impl Planner<'_> {
    pub fn plan_bands(&mut self, rows: &Rows<BandRow>, spans: &Spans) -> Vec<Change> {
        let shown = |it: &BandRow| Value::Whole(i64::from(it.band.count));
        let key = |it: &BandRow| (it.unit, it.month, it.kind, it.band.from_week, it.band.to_week);
        let mut order = self.sift(rows, key, Column::Count, shown);
        order.retain(|it| rows.get(*it).is_some_and(|it| it.row.unit != NOWHERE));
        order.sort_by_key(|it| rows.get(*it).map(|it| key(&it.row)));
        let mut changes = Vec::new();
        let same = |a: &usize, b: &usize| {
            let key = |it: usize| rows.get(it).map(|it| (it.row.unit, it.row.month, it.row.kind));
            key(*a) == key(*b)
        };
        for group in order.chunk_by(same) {
            let found: Vec<(Place, BandRow)> =
                group.iter().filter_map(|it| Some((rows.place(*it), rows.get(*it)?.row))).collect();
            changes.extend(self.plan_distribution(&found, spans));
        }
        changes.extend(self.bands_give_way(spans));
        changes.sort_by_key(|it| {
            (
                it.unit(),
                it.month(),
                matches!(it, Change::Bands(_, edit) if edit.key.1 == BandKind::Waiting),
            )
        });
        changes
    }

    fn plan_distribution(&mut self, rows: &[(Place, BandRow)], spans: &Spans) -> Option<Change> {
        let (place, first) = *rows.first()?;
        let (month, kind) = (first.month, first.kind);
        let at = unit_at(first.unit);
        let covered = spans
            .get(at)
            .copied()
            .flatten()
            .is_some_and(|(from, through)| from <= month && month <= through);
        if covered {
            for it in rows {
                self.skip(it.0, Skip::Register);
            }
            return None;
        }
        if !self.are_contiguous(rows) {
            return None;
        }
        let unit = self.units.get(at)?;
        let (id, stored) = (unit.id, unit.stored);
        let before = stored.and_then(|it| it.typed_bands(month, kind)).unwrap_or_default().to_vec();
        let after: Vec<Band> = rows.iter().map(|it| it.1.band).collect();
        if before == after {
            for it in rows {
                self.unchanged_row(it.0);
            }
            return None;
        }
        if before.is_empty() {
            for it in rows {
                self.new_row(it.0);
            }
        } else {
            let decision = self.settle(place, Column::Count, listed(&before), listed(&after));
            if decision == Decision::Leave {
                return None;
            }
        }
        let before = Some(before).filter(|it| !it.is_empty());
        Some(Change::Bands(id, Edit::new((month, kind), before, Some(after))))
    }

    /// Whether each band begins where the one before ends; the gap or overlap is refused with both lines.
    fn are_contiguous(&mut self, rows: &[(Place, BandRow)]) -> bool {
        let mut sound = true;
        for pair in rows.windows(2) {
            let [(other, a), (place, b)] = pair else {
                continue;
            };
            let reason = match a.band.to_week {
                Some(to) if to == b.band.from_week => continue,
                Some(to) if to < b.band.from_week => Reason::BandGap { line: other.1 },
                _ => Reason::BandOverlap { line: other.1 },
            };
            let value = Value::Whole(i64::from(b.band.from_week));
            self.refuse(*place, Some(Column::FromWeek), Some(value), reason);
            sound = false;
        }
        sound
    }

    /// A register that arrives answers for months whose bands had been typed: those go.
    fn bands_give_way(&mut self, spans: &Spans) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        for (unit, span) in self.units.iter().zip(spans) {
            let (Some(stored), Some((from, through)), Some(_)) = (unit.stored, *span, unit.days)
            else {
                continue;
            };
            for ((month, kind), before) in &stored.bands {
                if from <= *month && *month <= through {
                    *taken.entry(stored.unit.code.clone()).or_default() += 1;
                    let edit = Edit::removed((*month, *kind), before.clone());
                    changes.push(Change::Bands(unit.id, edit));
                }
            }
        }
        for (unit, months) in taken {
            self.remark(0, Remark::RegisterTakesOver { unit, months });
        }
        changes
    }
}

fn listed(bands: &[Band]) -> Value {
    let counts: Vec<String> = bands.iter().map(|it| it.count.to_string()).collect();
    Value::Text(counts.join(" "))
}
