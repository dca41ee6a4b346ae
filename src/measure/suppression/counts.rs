//! The counts of one half-year as tables, before anything is hidden.

use super::cell::{Cell, CellId, Edges, State, Table, TableKind, What, Whose};
use super::facts::UnitHalf;
use crate::domain::{BandKind, CountingUnit, HalfYear};
use crate::measure::Key;

/// Columns of the table of cases, and of the waiting list.
pub const CASE_KEYS: [Key; 4] = [Key::Cases, Key::Opened, Key::Closed, Key::NetTransferred];
pub const LIST_KEYS: [Key; 3] = [Key::Started, Key::Withdrawn, Key::Waiting];

/// Every table of a half-year; values as they are.
pub(super) fn tables(half: HalfYear, units: &[UnitHalf<'_>]) -> Vec<Table> {
    let listed: Vec<_> = units.iter().filter(|it| it.has_list()).collect();
    let mut tables = vec![Table {
        kind: TableKind::Cases,
        edges: Edges::new(),
        rows: units.iter().map(|it| Whose::Unit(it.id())).collect(),
        cells: units.iter().map(|it| figures(half, it, &CASE_KEYS)).collect(),
        withdrawn: false,
    }];
    if listed.is_empty() {
        return tables;
    }
    let mut rows: Vec<Whose> = listed.iter().map(|it| Whose::Unit(it.id())).collect();
    let mut cells: Vec<_> = listed.iter().map(|it| figures(half, it, &LIST_KEYS)).collect();
    for counts in groups(&listed) {
        let whose = Whose::All(counts);
        rows.push(whose);
        cells.push(LIST_KEYS.iter().map(|it| sum(half, *it, whose, &listed)).collect());
    }
    tables.push(Table {
        kind: TableKind::WaitingList,
        edges: Edges::new(),
        rows,
        cells,
        withdrawn: false,
    });
    for kind in [BandKind::Started, BandKind::Waiting] {
        tables.extend(band_tables(half, kind, &listed));
    }
    tables
}

/// Counting units that at least two units share: those have totals.
pub(super) fn groups(units: &[&UnitHalf<'_>]) -> Vec<CountingUnit> {
    let all = [CountingUnit::Child, CountingUnit::Family, CountingUnit::Citizen];
    let shared = all.into_iter().filter(|counts| {
        let with = units.iter().filter(|it| it.counts() == *counts);
        1 < with.count()
    });
    shared.collect()
}

const fn id(half: HalfYear, what: What, whose: Whose) -> CellId {
    CellId { half, what, whose, version: 0 }
}

fn cell(id: CellId, value: Option<i64>) -> Cell {
    let state = if value.is_some() { State::Shown } else { State::Missing };
    Cell { id, state, value }
}

fn figures(half: HalfYear, unit: &UnitHalf<'_>, keys: &[Key]) -> Vec<Cell> {
    let whose = Whose::Unit(unit.id());
    keys.iter().map(|it| cell(id(half, What::Figure(*it), whose), unit.in_table(*it))).collect()
}

/// The total of a figure; missing when one of its parts is.
fn sum(half: HalfYear, key: Key, whose: Whose, units: &[&UnitHalf<'_>]) -> Cell {
    let own = units.iter().filter(|it| Whose::All(it.counts()) == whose);
    let total = own.map(|it| it.count(key)).try_fold(0, |sum, count| Some(sum + count?));
    cell(id(half, What::Figure(key), whose), total)
}

/// A table for each set of edges: distributions with other edges cannot be added.
fn band_tables(half: HalfYear, kind: BandKind, units: &[&UnitHalf<'_>]) -> Vec<Table> {
    let mut edges: Vec<&Edges> =
        units.iter().filter_map(|it| Some(&it.bands(kind)?.edges)).collect();
    edges.sort_unstable();
    edges.dedup();
    let table = |edges: &Edges| {
        let with = |it: &&&UnitHalf<'_>| it.bands(kind).is_some_and(|own| own.edges == *edges);
        let own: Vec<&UnitHalf<'_>> = units.iter().filter(with).copied().collect();
        let mut rows: Vec<Whose> = own.iter().map(|it| Whose::Unit(it.id())).collect();
        let mut cells: Vec<Vec<Cell>> = own.iter().map(|it| band_row(half, kind, it)).collect();
        for counts in groups(&own) {
            // A total over some of the units would be another figure than the one in the list of totals.
            let all = units.iter().filter(|it| it.counts() == counts).count();
            if all == own.iter().filter(|it| it.counts() == counts).count() {
                rows.push(Whose::All(counts));
                cells.push(band_total(half, kind, edges, counts, &own));
            }
        }
        Table { kind: TableKind::Bands(kind), edges: edges.clone(), rows, cells, withdrawn: false }
    };
    edges.into_iter().map(table).collect()
}

/// The key whose count is the total of a distribution.
pub(super) const fn total_key(kind: BandKind) -> Key {
    match kind {
        BandKind::Started => Key::Started,
        BandKind::Waiting => Key::Waiting,
    }
}

fn band_row(half: HalfYear, kind: BandKind, unit: &UnitHalf<'_>) -> Vec<Cell> {
    let whose = Whose::Unit(unit.id());
    let counts = unit.bands(kind).map_or(&[][..], |it| &it.counts);
    let band =
        |(place, count): (u32, &i64)| cell(id(half, What::Band(kind, place), whose), Some(*count));
    let mut row: Vec<Cell> = (0..).zip(counts).map(band).collect();
    let key = total_key(kind);
    row.push(cell(id(half, What::Figure(key), whose), unit.count(key)));
    row
}

fn band_total(
    half: HalfYear,
    kind: BandKind,
    edges: &Edges,
    counts: CountingUnit,
    units: &[&UnitHalf<'_>],
) -> Vec<Cell> {
    let whose = Whose::All(counts);
    let own: Vec<_> = units.iter().filter(|it| it.counts() == counts).collect();
    let band = |place: usize| {
        let parts = own.iter().filter_map(|it| it.bands(kind)?.counts.get(place));
        let what = What::Band(kind, u32::try_from(place).unwrap_or(u32::MAX));
        cell(id(half, what, whose), Some(parts.sum()))
    };
    let mut row: Vec<Cell> = (0..edges.len()).map(band).collect();
    row.push(sum(half, total_key(kind), whose, units));
    row
}
