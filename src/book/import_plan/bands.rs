//! Distributions of waits in bands of weeks: whole or not at all.

use std::collections::BTreeMap;

use super::findings::{Decision, Findings};
use super::register::{BandEdit, take_over};
use super::resolve::OwnRow;
use super::unit_plan::{UnitPlan, Units};
use crate::book::draft::{BandRow, RowAt, Rows};
use crate::book::verdict::{Column, Reason, Skip, Value};
use crate::domain::{Band, BandKind, Barred, Edit, Figure, Month, UnitField};

/// A band with its row.
type OwnBand = (RowAt, Band);

pub fn plan(
    units: &Units<'_>,
    found: &mut Findings,
    rows: &Rows<BandRow>,
    own_rows: &[OwnRow],
) -> Vec<BandEdit> {
    let mut own: Vec<_> = own_rows
        .iter()
        .filter_map(|own| {
            let (at, row) = rows.at(own.row)?;
            Some(((own.unit, (own.month, row.kind)), (at, row.band)))
        })
        .collect();
    let ends = |it: Band| (it.from_week, it.to_week);
    own.sort_by_key(|(key, (_, band))| (*key, ends(*band)));
    let mut changes = Vec::new();
    for group in own.chunk_by(|a, b| a.0 == b.0) {
        let Some(((unit, key), _)) = group.first() else {
            continue;
        };
        let bands: Vec<OwnBand> = group.iter().map(|it| it.1).collect();
        let mut kept = Vec::new();
        for same in bands.chunk_by(|a, b| ends(a.1) == ends(b.1)) {
            if found.agree(same, Column::Count, |it| Value::Whole(i64::from(it.count))) {
                kept.extend(same.first());
            }
        }
        if let Some(unit) = units.get(*unit) {
            changes.extend(plan_distribution(unit, found, *key, &kept));
        }
    }
    give_way(units, found, &mut changes);
    changes.sort_by_key(|it| (it.0, it.1.key));
    changes
}

fn plan_distribution(
    unit: &UnitPlan<'_>,
    found: &mut Findings,
    (month, kind): (Month, BandKind),
    bands: &[OwnBand],
) -> Option<BandEdit> {
    let (at, _) = *bands.first()?;
    let waiting = Figure::Unit(UnitField::Waiting, 0);
    if let Err(Barred::RegisterKept { .. }) = unit.after.admits(month, waiting, unit.places()) {
        for band in bands {
            found.skip(band.0, Skip::Register);
        }
        return None;
    }
    if !are_contiguous(found, bands) {
        return None;
    }
    let before = unit.stored.and_then(|it| it.typed_bands(month, kind)).map(<[Band]>::to_vec);
    let after: Vec<Band> = bands.iter().map(|it| it.1).collect();
    if before.as_deref() == Some(after.as_slice()) {
        for band in bands {
            found.unchanged_row(band.0);
        }
        return None;
    }
    match &before {
        None => {
            for band in bands {
                found.new_row(band.0);
            }
        }
        Some(before) => {
            let (was, is) = (listed(before), listed(&after));
            if found.decide(at, Column::Count, was, is) == Decision::Leave {
                return None;
            }
        }
    }
    Some((unit.at, Edit::new((month, kind), before, Some(after))))
}

/// Whether each band begins where the one before ends; the gap or overlap is refused with both lines.
fn are_contiguous(found: &mut Findings, bands: &[OwnBand]) -> bool {
    let mut sound = true;
    for ((other, a), (at, b)) in bands.iter().zip(bands.iter().skip(1)) {
        let line = other.line;
        let reason = match a.to_week {
            Some(to) if to == b.from_week => continue,
            Some(to) if to < b.from_week => Reason::BandGap { line },
            _ => Reason::BandOverlap { line },
        };
        found.refuse(*at, Column::FromWeek, Value::Whole(i64::from(b.from_week)), reason);
        sound = false;
    }
    sound
}

/// A register that arrives answers for months whose bands had been typed: those go.
fn give_way(units: &Units<'_>, found: &mut Findings, changes: &mut Vec<BandEdit>) {
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    for unit in units.iter().filter(|it| it.days.is_some()) {
        let (Some(stored), Some((from, through))) = (unit.stored, unit.register) else {
            continue;
        };
        let within = stored.bands.iter().filter(|it| from <= it.0.0 && it.0.0 <= through);
        for (key, before) in within {
            *taken.entry(stored.unit.code.as_str()).or_default() += 1;
            changes.push((unit.at, Edit::removed(*key, before.clone())));
        }
    }
    for (unit, months) in taken {
        take_over(found, unit, months);
    }
}

fn listed(bands: &[Band]) -> Value {
    let counts: Vec<String> = bands.iter().map(|it| it.count.to_string()).collect();
    Value::Text(counts.join(" "))
}
