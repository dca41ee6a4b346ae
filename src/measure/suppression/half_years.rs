//! Half-years in order: each is protected given what a reader knows from those before it.

use std::collections::BTreeSet;

use super::cell::{Cell, CellId, State, Table, Tie, What};
use super::facts::UnitHalf;
use super::known::Known;
use super::protected::{Judged, ProtectedHalf, Published};
use super::{counts, protecting, rules, ties};
use crate::domain::{HalfYear, Snapshot, UnitId};
use crate::measure::{Key, UnitMeasure};
use crate::statistics::disclosure::Patience;

/// Half-years in order, each protected given all before it and every issued edition; `patience` is what may
/// be spent on proving one hidden count safe.
///
/// Taking them in order makes what is shown of a half-year the same whichever edition asks for it.
pub fn protect(
    snapshot: &Snapshot,
    through: HalfYear,
    issued: &[Published],
    patience: Patience,
) -> Vec<ProtectedHalf> {
    let measures: Vec<_> = snapshot.units().map(|it| UnitMeasure::new(snapshot, it)).collect();
    let mut known = Known { patience, ..Known::default() };
    for edition in issued {
        known.publish(&edition.cells, &edition.ties, edition.threshold);
    }
    let protect = |half| protect_one(snapshot, &measures, half, &mut known);
    half_years(snapshot, through).map(protect).collect()
}

/// The last `count` of these half-years with nothing hidden, for the department itself.
pub fn plain(snapshot: &Snapshot, through: HalfYear, count: usize) -> Vec<ProtectedHalf> {
    let measures: Vec<_> = snapshot.units().map(|it| UnitMeasure::new(snapshot, it)).collect();
    let plain = |half| {
        let units = units_in(&measures, half);
        let all = |unit: &UnitHalf<'_>| {
            let own = unit.figures.iter();
            let own = own.map(|(key, figure)| Judged { key, figure: figure.clone(), why: None });
            (unit.id(), own.collect())
        };
        ProtectedHalf {
            half,
            threshold: snapshot.settings().suppression_threshold(),
            tables: counts::tables(half, &units),
            ties: Vec::new(),
            withdrawn: BTreeSet::new(),
            figures: units.iter().map(all).collect(),
        }
    };
    let all: Vec<HalfYear> = half_years(snapshot, through).collect();
    all.iter().rev().take(count).rev().copied().map(plain).collect()
}

/// From the first that anything is known of, but no further back than ten years.
fn half_years(snapshot: &Snapshot, through: HalfYear) -> impl Iterator<Item = HalfYear> {
    let first = snapshot.units().filter_map(|unit| {
        let typed = unit.first_typed_month();
        let register = unit.episodes.days().map(|it| it.0.month()).min();
        typed.into_iter().chain(register).min()
    });
    let first = first.min().map_or(through, |it| it.half_year().min(through));
    let back = (0..=FURTHEST).rev().map(move |it| through.plus(-it));
    back.filter(move |it| first <= *it)
}

fn units_in<'a>(measures: &'a [UnitMeasure<'a>], half: HalfYear) -> Vec<UnitHalf<'a>> {
    let exists = |unit: &&UnitMeasure<'_>| {
        let mut months = half.first_month().through(half.last_month());
        months.any(|month| unit.data().unit.exists_in(month))
    };
    measures.iter().filter(exists).map(|it| UnitHalf::new(it, half)).collect()
}

/// Half-years looked back, at most: ten years.
const FURTHEST: i32 = 20;

fn protect_one(
    snapshot: &Snapshot,
    measures: &[UnitMeasure<'_>],
    half: HalfYear,
    known: &mut Known,
) -> ProtectedHalf {
    let units = units_in(measures, half);
    let threshold = snapshot.settings().suppression_threshold();
    let mut tables = counts::tables(half, &units);
    let mut ties = protecting::protect(known, &mut tables, threshold, &|tables, known| {
        let latest = |id: CellId| latest(tables, known, id);
        let prints =
            |unit: &UnitHalf<'_>, key: Key| rules::why(unit, key, known, threshold).is_none();
        ties::ties(half, tables, &units, &latest, &prints)
    });
    let is_printed = |unit: &UnitHalf<'_>, key| rules::why(unit, key, known, threshold).is_none();
    ties.extend(ties::sums(half, &units, &|id| latest(&tables, known, id), &is_printed));
    let figures = units.iter().map(|unit| {
        let own = unit.figures.iter().map(|(key, figure)| {
            let why = rules::why(unit, key, known, threshold);
            Judged { key, figure: figure.clone(), why }
        });
        (unit.id(), own.collect())
    });
    let figures: Vec<(UnitId, Vec<Judged>)> = figures.collect();
    for table in &mut tables {
        for cell in table.cells.iter_mut().flatten() {
            if table.withdrawn && matches!(cell.id.what, What::Band(..)) {
                cell.state = State::Withdrawn;
            }
        }
    }
    let (found, withdrawn) = (Vec::new(), BTreeSet::new());
    let mut made = ProtectedHalf { half, threshold, tables, ties: found, withdrawn, figures };
    // Hiding a total leaves its share out as well: what the share would have said goes with it.
    let prints = |it: &(UnitId, Key)| made.figure(it.0, it.1).is_some_and(|(_, why)| why.is_none());
    let printed = |tie: &Tie| {
        tie.terms.iter().all(|it| known.cell(&it.1).is_some()) && tie.figures.iter().all(prints)
    };
    made.ties = ties.into_iter().filter(printed).collect();
    let is_withdrawn = |id: &CellId| known.cell(id).is_some_and(|it| it.state == State::Withdrawn);
    let tied = made.ties.iter().flat_map(|it| &it.terms).map(|it| it.1);
    made.withdrawn = tied.filter(is_withdrawn).collect();
    // A table that is left out says nothing of its counts: not even that some are what an earlier edition printed.
    let left_out = made.tables.iter().filter(|it| it.withdrawn).flat_map(|it| &it.cells).flatten();
    let bands = left_out.filter(|it| matches!(it.id.what, What::Band(..))).map(|it| it.id);
    made.withdrawn.extend(bands);
    made
}

/// A count of this half-year as its table names it, or the newest version known of an earlier one.
fn latest(tables: &[Table], known: &Known, id: CellId) -> Option<Cell> {
    let own = tables.iter().flat_map(|it| &it.cells).flatten();
    let mut own =
        own.filter(|it| it.id.half == id.half && it.id.what == id.what && it.id.whose == id.whose);
    if let Some(cell) = own.next() {
        return Some(*cell);
    }
    known.newest(id).copied()
}
