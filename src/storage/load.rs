//! Reads a whole book into a snapshot, one ordered scan a table, folding in the digests on the way.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use rusqlite::Connection;

use super::digest::Digests;
use super::rows::Columns as _;
use super::scan::{Scan, Units, owner};
use super::{StoreError, StoreResult, load_registers, rows};
use crate::domain::{
    Band, BandKind, CaseCount, CaseCounts, CaseworkerId, EntryId, Episode, Episodes, FactKind,
    HalfYear, Month, OfferId, Outcome, Snapshot, Split, UnitData, UnitField, UnitFigures, UnitId,
};

/// What the state row says: the newest entry, the next free id, and the digests to be found.
#[derive(Debug, Clone)]
pub struct State {
    pub newest: EntryId,
    pub next_id: u32,
    pub digests: Digests,
}

/// Half-years, both included.
pub type Halves = RangeInclusive<HalfYear>;

/// Everything but the journal, and the digests found on the way. Fails when any table's digest is not the stored one.
pub fn load(connection: &Connection, state: &State) -> StoreResult<(Snapshot, Digests)> {
    let mut scan = Scan::of(connection);
    let (snapshot, mut units) = all_but_counts(&mut scan, state)?;
    for data in units.values_mut() {
        counts(&mut scan, data, &[rows::ALL_MONTHS])?;
    }
    verify(&scan.digests, &state.digests, FactKind::ALL)?;
    let stored = state.digests.case_halves();
    if stored.is_some() && stored != scan.digests.case_halves() {
        return Err(StoreError::damaged("digest of Cases by unit and half-year"));
    }
    Ok((with_units(snapshot, units), scan.digests))
}

/// The same with the case counts of some half-years only, verified by the digests of each unit's;
/// `None` where the file does not tell half-years apart.
///
/// A unit's first and last half-year are read as well where they say since when it reports.
pub fn load_halves(
    connection: &Connection,
    state: &State,
    halves: &Halves,
) -> StoreResult<Option<Snapshot>> {
    let Some(stored) = state.digests.case_halves() else {
        return Ok(None);
    };
    let mut scan = Scan::of(connection);
    let (snapshot, mut units) = all_but_counts(&mut scan, state)?;
    let others = FactKind::ALL.into_iter().filter(|it| *it != FactKind::Cases);
    verify(&scan.digests, &state.digests, others)?;
    let mut wanted = BTreeMap::new();
    let mut kept = stored.keys().peekable();
    for (id, data) in &mut units {
        let mut own = Vec::new();
        while let Some((unit, half)) = kept.next_if(|it| it.0 <= *id) {
            if unit == id {
                own.push(*half);
            }
        }
        let begins = data.unit.has_waiting_list() || !own.iter().any(|it| halves.contains(it));
        let is_end =
            |half: &HalfYear| begins && (own.first() == Some(half) || own.last() == Some(half));
        let read: Vec<HalfYear> =
            own.iter().copied().filter(|it| halves.contains(it) || is_end(it)).collect();
        wanted.extend(read.iter().filter_map(|it| stored.get_key_value(&(*id, *it))));
        counts(&mut scan, data, &rows::stretches(&read))?;
    }
    let found = scan.digests.case_halves().unwrap_or_default();
    if !found.iter().eq(wanted) {
        return Err(StoreError::damaged("digest of Cases by unit and half-year"));
    }
    Ok(Some(with_units(snapshot, units)))
}

fn with_units(mut snapshot: Snapshot, units: Units) -> Snapshot {
    for data in units.into_values() {
        snapshot.insert_unit(data);
    }
    snapshot
}

/// The journal's own digest is looked at where the journal is read.
fn verify(
    found: &Digests,
    stored: &Digests,
    kinds: impl IntoIterator<Item = FactKind>,
) -> StoreResult<()> {
    let wrong: Vec<String> = kinds
        .into_iter()
        .filter(|kind| *kind != FactKind::Entry && found.get(*kind) != stored.get(*kind))
        .map(|kind| format!("{kind:?}"))
        .collect();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(StoreError::damaged(format!("digest of {}", wrong.join(", "))))
    }
}

/// A snapshot without units, and its units without counts.
fn all_but_counts(scan: &mut Scan<'_>, state: &State) -> StoreResult<(Snapshot, Units)> {
    let mut snapshot = Snapshot::default();
    snapshot.revision = state.newest;
    snapshot.next_id = state.next_id;
    snapshot.learn(&load_registers::words(scan)?);
    let mut units = load_registers::units(scan)?;
    load_registers::people(scan, &mut units)?;
    figures(scan, &mut units)?;
    bands(scan, &mut units)?;
    episodes(scan, &mut units)?;
    snapshot.shared = Arc::new(load_registers::shared(scan)?);
    Ok((snapshot, units))
}

/// The counts of a unit in some stretches of months, which must be in order.
///
/// Most have no split: a row is two calls and a look, for a million rows leave no room for more.
fn counts(
    scan: &mut Scan<'_>,
    data: &mut UnitData,
    stretches: &[RangeInclusive<i32>],
) -> StoreResult<()> {
    let sql = "SELECT month << 32 | caseworker, cases, simple FROM case_count \
               WHERE unit = ?1 AND month BETWEEN ?2 AND ?3 ORDER BY month, caseworker";
    let mut statement = scan.connection.prepare_cached(sql)?;
    let mut column = CaseCounts::default();
    for months in stretches {
        let mut has_splits = false;
        let mut rows = statement.query((data.id.0, months.start(), months.end()))?;
        while let Some(row) = rows.next()? {
            let packed = row.number(0)?;
            let key = (rows::month(packed >> 32)?, CaseworkerId(low_half(packed)));
            let count = CaseCount { cases: row.small(1)?, split: None };
            if row.optional(2)?.is_some() {
                has_splits = true;
            } else {
                let hash = scan.hasher.cases(data.id, key, count);
                scan.digests.add_cases(data.id, key.0, hash);
            }
            column.push(key, count);
        }
        if has_splits {
            splits(scan, data.id, months, &mut column)?;
        }
    }
    column.close();
    data.counts = Arc::new(column);
    Ok(())
}

/// The counts of a unit that have a split, over those without.
fn splits(
    scan: &mut Scan<'_>,
    unit: UnitId,
    months: &RangeInclusive<i32>,
    column: &mut CaseCounts,
) -> StoreResult<()> {
    let sql = "SELECT month, caseworker, cases, simple, complex, very_complex FROM case_count \
               WHERE unit = ?1 AND month BETWEEN ?2 AND ?3 AND simple IS NOT NULL ORDER BY month, caseworker";
    let mut statement = scan.connection.prepare_cached(sql)?;
    let mut rows = statement.query((unit.0, months.start(), months.end()))?;
    while let Some(row) = rows.next()? {
        let key = (row.month(0)?, CaseworkerId(row.small(1)?));
        let split =
            Split { simple: row.small(3)?, complex: row.small(4)?, very_complex: row.small(5)? };
        let count = CaseCount { cases: row.small(2)?, split: Some(split) };
        scan.digests.add_cases(unit, key.0, scan.hasher.cases(unit, key, count));
        column.set(key, Some(count));
    }
    Ok(())
}

fn episodes(scan: &mut Scan<'_>, units: &mut Units) -> StoreResult<()> {
    let sql = "SELECT reference, offer, approved, started, withdrawn FROM episode \
               WHERE unit = ?1 ORDER BY reference, offer, approved";
    let mut statement = scan.connection.prepare(sql)?;
    for (id, data) in units {
        let mut column = Episodes::default();
        let mut rows = statement.query([id.0])?;
        while let Some(row) = rows.next()? {
            let reference = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            let offer = OfferId(row.small(1)?);
            let approved = row.day(2)?;
            let outcome = match (row.optional_day(3)?, row.optional_day(4)?) {
                (Some(day), None) => Outcome::Started(day),
                (None, Some(day)) => Outcome::Withdrawn(day),
                (None, None) => Outcome::Waiting,
                (Some(_), Some(_)) => {
                    return Err(StoreError::damaged("an episode both started and withdrawn"));
                }
            };
            let episode = Episode { reference, offer, approved, outcome };
            scan.digests.add(FactKind::Episode, scan.hasher.episode(*id, episode));
            column.push(episode);
        }
        column.close();
        data.episodes = Arc::new(column);
    }
    Ok(())
}

fn figures(scan: &mut Scan<'_>, units: &mut Units) -> StoreResult<()> {
    let sql = "SELECT unit, month, cases, unallocated, opened, closed, net_transferred, waiting, started, withdrawn, wait_started_mean, wait_so_far_mean, wait_longest FROM unit_figures ORDER BY unit, month";
    let mut statement = scan.connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = UnitId(row.small(0)?);
        let month = row.month(1)?;
        let mut figures = UnitFigures::default();
        for (field, column) in UnitField::ALL.into_iter().zip(2..) {
            let value = row.optional(column)?;
            if let Some(value) = value {
                scan.digests.add(FactKind::Figure, scan.hasher.figure(id, (month, field), value));
            }
            figures.set(field, value);
        }
        owner(units, id)?.figures.insert(month, figures);
    }
    Ok(())
}

fn bands(scan: &mut Scan<'_>, units: &mut Units) -> StoreResult<()> {
    let sql = "SELECT unit, month, kind, from_week, to_week, count FROM band ORDER BY unit, month, kind, from_week";
    let mut statement = scan.connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut found: BTreeMap<(UnitId, (Month, BandKind)), Vec<Band>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let key = (row.month(1)?, rows::band_kind(row.number(2)?)?);
        found.entry((UnitId(row.small(0)?), key)).or_default().push(Band {
            from_week: row.small(3)?,
            to_week: row.optional_small(4)?,
            count: row.small(5)?,
        });
    }
    for ((unit, key), bands) in found {
        scan.digests.add(FactKind::Bands, scan.hasher.bands(unit, key, &bands));
        owner(units, unit)?.bands.insert(key, bands);
    }
    Ok(())
}

/// The lower 32 bits of a packed number.
const fn low_half(packed: i64) -> u32 {
    let [a, b, c, d, ..] = packed.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}
