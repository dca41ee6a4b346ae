//! What a committee may see of a half-year, so that nothing hidden can be worked out from everything
//! printed, this edition and earlier ones read together (docs/definitions.md, suppression).
//!
//! A reader is taken to keep every edition, to know the definitions, and to reckon in whole numbers
//! with sums, balances, means times people, quantiles and shares.

mod cell;
mod counts;
mod facts;
mod known;
mod protecting;
mod rules;
#[cfg(test)]
mod tests;
mod ties;

use std::collections::BTreeSet;

pub use self::cell::{Cell, CellId, Edges, State, Table, TableKind, Tie, What, Whose};
pub use self::counts::{CASE_KEYS, LIST_KEYS};
use self::facts::UnitHalf;
pub use self::facts::{BandCounts, BandSource};
pub use self::known::Known;
pub use self::rules::Why;
use super::{Figure, Key, UnitMeasure};
use crate::domain::{HalfYear, Snapshot, UnitId};
pub use crate::statistics::disclosure::Patience;

/// What an issued edition printed and hid, and with which threshold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    pub threshold: u32,
    pub cells: Vec<Cell>,
    pub ties: Vec<Tie>,
}

/// A figure, and why it is left out where it is.
pub type Judged = (Key, Figure, Option<Why>);

/// A half-year with everything decided.
#[derive(Debug, Clone, PartialEq)]
pub struct ProtectedHalf {
    pub half: HalfYear,
    pub threshold: u32,
    pub tables: Vec<Table>,
    /// With withdrawn counts among them, of which a reader sees nothing.
    pub ties: Vec<Tie>,
    pub withdrawn: BTreeSet<CellId>,
    pub figures: Vec<(UnitId, Vec<Judged>)>,
}

impl ProtectedHalf {
    pub fn figure(&self, unit: UnitId, key: Key) -> Option<(&Figure, Option<Why>)> {
        let (_, figures) = self.figures.iter().find(|it| it.0 == unit)?;
        let (_, figure, why) = figures.iter().find(|it| it.0 == key)?;
        Some((figure, *why))
    }

    /// What a reader can reckon with: ties of counts that stand on the page.
    pub fn read_ties(&self) -> impl Iterator<Item = Tie> + '_ {
        self.ties.iter().filter_map(|it| it.as_read(&|id| !self.withdrawn.contains(id)))
    }

    /// The cell of a count in the tables.
    pub fn cell(&self, what: What, whose: Whose) -> Option<&Cell> {
        let mut cells =
            self.tables.iter().filter(|it| !it.withdrawn).flat_map(|it| &it.cells).flatten();
        cells.find(|it| it.id.what == what && it.id.whose == whose)
    }
}

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
    for it in issued {
        known.publish(&it.cells, &it.ties, it.threshold);
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
            let own = unit.figures.iter().map(|(key, figure)| (key, figure.clone(), None));
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
    let first = snapshot.units().filter_map(|it| {
        let typed = it.first_typed_month();
        let register = it.episodes.days().map(|it| it.0.month()).min();
        typed.into_iter().chain(register).min()
    });
    let first = first.min().map_or(through, |it| it.half_year().min(through));
    let back = (0..=FURTHEST).rev().map(move |it| through.plus(-it));
    back.filter(move |it| first <= *it)
}

fn units_in<'a>(measures: &'a [UnitMeasure<'a>], half: HalfYear) -> Vec<UnitHalf<'a>> {
    let exists = |it: &&UnitMeasure<'_>| {
        let mut months = half.first_month().through(half.last_month());
        months.any(|month| it.data().unit.exists_in(month))
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
        let own = unit
            .figures
            .iter()
            .map(|(key, figure)| (key, figure.clone(), rules::why(unit, key, known, threshold)));
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
