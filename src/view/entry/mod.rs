//! Monthly entry: a sheet of cells for one unit, what stands in them, and what there is to say about it.

mod block;
mod cell;
mod edits;
mod month;
mod sheet;
mod side;
#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

pub use self::block::{block_text, read_block};
pub use self::cell::{CellState, CellView, shown};
pub use self::edits::{
    Edit, Origin, Problem, command, problem_words, result_words, splits_lost, value_of,
};
pub use self::month::MonthView;
pub use self::sheet::{ColumnKind, Row, RowKind, RowOrder, Sheet};
pub use self::side::{BalanceCard, RemarkCard, SideModel};

use crate::domain::{Acceptances, CellKey, Day, HalfYear, Month, Snapshot, UnitData, UnitId};
use crate::measure::{Remark, Remarks, UnitMeasure};
use crate::text::Lang;
use crate::trends::is_reported;

/// What the sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum EntryView {
    /// The six months of the half-year.
    #[default]
    HalfYear,
    /// One month with all its columns.
    Month,
    /// Every month there is.
    AllMonths,
}

impl EntryView {
    pub const ALL: [Self; 3] = [Self::HalfYear, Self::Month, Self::AllMonths];

    /// The name in keys of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::HalfYear => "half-year",
            Self::Month => "month",
            Self::AllMonths => "all-months",
        }
    }
}

/// What the page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryQuery {
    pub lang: Lang,
    pub unit: UnitId,
    pub half_year: HalfYear,
    pub view: EntryView,
    /// The month of [`EntryView::Month`]; `None` is the one being filled in.
    pub month: Option<Month>,
    pub today: Day,
}

/// The sheet with everything about it that has been looked at so far.
#[derive(Debug)]
pub struct EntryModel {
    pub query: EntryQuery,
    pub sheet: Sheet,
    /// The month that is being filled in.
    pub entering: Option<Month>,
    /// The latest month that can be typed.
    pub latest: Month,
    months: BTreeMap<Month, MonthView>,
    remarks: BTreeMap<CellKey, Option<Remark>>,
    accepted: Acceptances,
    /// The first empty cell of the month that is being filled in, once it has been looked for.
    open: OnceCell<Option<sheet::Spot>>,
}

/// `None` when there is no such unit.
pub fn entry_model(
    snapshot: &Snapshot,
    query: &EntryQuery,
    order: &mut RowOrder,
) -> Option<EntryModel> {
    let data = snapshot.unit(query.unit)?;
    let measure = UnitMeasure::new(snapshot, data);
    let newest = snapshot.units().filter_map(UnitData::last_typed_month).max();
    let now = query.today.month();
    let latest = newest.map_or(now, |it| it.max(now));
    let half: Vec<Month> =
        query.half_year.first_month().through(query.half_year.last_month()).collect();
    let entering = entering(&measure, &half, query.today);
    let month = query.month.filter(|it| it.half_year() == query.half_year);
    let month = month.or(entering).unwrap_or_else(|| query.half_year.last_month().min(latest));
    let months = match query.view {
        EntryView::HalfYear => half,
        EntryView::Month => vec![month],
        EntryView::AllMonths => {
            let first = data.first_typed_month().unwrap_or(now);
            first.min(latest).through(latest).collect()
        }
    };
    let sheet = Sheet::new(snapshot, data, query, &months, order);
    Some(EntryModel {
        query: *query,
        sheet,
        entering,
        latest,
        months: BTreeMap::new(),
        remarks: BTreeMap::new(),
        accepted: snapshot.settings().acceptances(),
        open: OnceCell::new(),
    })
}

/// The newest month that is due and not reported; else the month that has begun.
fn entering(measure: &UnitMeasure<'_>, months: &[Month], today: Day) -> Option<Month> {
    let now = today.month();
    let newest_due = if now.last_day() <= today { now } else { now.previous() };
    let exists = |it: &Month| measure.data().unit.exists_in(*it);
    let mut open = months.iter().rev().copied().filter(exists);
    open.clone()
        .filter(|it| *it <= newest_due)
        .find(|it| !is_reported(measure, *it))
        .or_else(|| open.find(|it| *it == now))
}

impl EntryModel {
    /// Computes what is about to be shown and has not been computed yet.
    pub fn prepare(&mut self, snapshot: &Snapshot, rows: Range<usize>, columns: Range<usize>) {
        let Some(data) = snapshot.unit(self.query.unit) else {
            return;
        };
        let wanted = self.sheet.months_in(columns.clone());
        let is_new = |it: &Month| *it <= self.latest && !self.months.contains_key(it);
        let missing: Vec<Month> = wanted.into_iter().filter(is_new).collect();
        if !missing.is_empty() {
            let measure = UnitMeasure::new(snapshot, data);
            for month in missing {
                let view = MonthView::new(&measure, month, self.query.lang, &self.accepted);
                self.months.insert(month, view);
            }
        }
        let spots = rows.flat_map(|row| columns.clone().map(move |column| (row, column)));
        let keys = spots.filter_map(|it| self.sheet.key(it));
        let unknown: Vec<CellKey> = keys.filter(|it| !self.remarks.contains_key(it)).collect();
        if !unknown.is_empty() {
            let people = unknown.iter().filter_map(|it| it.counted.caseworker()).collect();
            let remarks = Remarks::new(snapshot, data, &people);
            for key in unknown {
                let open = |it: &Remark| !self.accepted.holds(it.cell, it.kind.name(), it.value);
                self.remarks.insert(key, remarks.at(key).into_iter().find(open));
            }
        }
    }

    /// What is asked about a cell; known for what is shown.
    pub fn remark(&self, key: CellKey) -> Option<&Remark> {
        self.remarks.get(&key)?.as_ref()
    }

    pub fn month(&self, month: Month) -> Option<&MonthView> {
        self.months.get(&month)
    }

    /// The first cell of a month that should be filled and is not: people before figures of the unit.
    pub fn first_empty(&self, snapshot: &Snapshot, month: Month) -> Option<sheet::Spot> {
        if self.entering == Some(month) {
            return *self.open.get_or_init(|| self.look_for_empty(snapshot, month));
        }
        self.look_for_empty(snapshot, month)
    }

    fn look_for_empty(&self, snapshot: &Snapshot, month: Month) -> Option<sheet::Spot> {
        let data = snapshot.unit(self.query.unit)?;
        let in_month = |it: &usize| self.sheet.month_of(*it) == Some(month);
        let columns: Vec<usize> = (0..self.sheet.columns.len()).filter(in_month).collect();
        let spots = (0..self.sheet.rows.len())
            .flat_map(|row| columns.iter().map(move |column| (row, *column)));
        let mut empty = spots.filter(|it| {
            let key = self.sheet.key(*it);
            key.is_some_and(|key| {
                cell::is_expected(data, key) && data.value_in(key.month, key.counted).is_none()
            })
        });
        empty.next()
    }
}
