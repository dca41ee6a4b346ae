//! The sheet, and what has been found out about it so far.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::expected::is_expected;
use super::month::MonthView;
use super::query::{EntryQuery, EntryView};
use super::sheet::{RowOrder, Sheet, Spot};
use crate::domain::{Acceptances, CellKey, Counted, Day, Month, Snapshot, UnitData, latest_month};
use crate::measure::{Remark, Remarks, UnitMeasure};
use crate::text::caseworker_inside;
use crate::trends::is_reported;
use crate::view::todo::newest_due;

/// The sheet with everything about it that has been looked at so far.
#[derive(Debug)]
pub struct EntryModel {
    pub query: EntryQuery,
    pub sheet: Sheet,
    /// The month that is being filled in.
    pub entering: Option<Month>,
    /// The latest month that can be typed.
    pub latest: Month,
    /// What a caseworker is called here, inside a sentence.
    pub caseworker: String,
    pub(super) months: BTreeMap<Month, MonthView>,
    /// Open questions about cells of the rows that have been looked through.
    pub(super) remarks: BTreeMap<CellKey, Remark>,
    looked_through: BTreeSet<usize>,
    accepted: Acceptances,
    /// The first empty cell of the month that is being filled in, once it has been looked for.
    open: OnceCell<Option<Spot>>,
}

/// `None` when there is no such unit.
pub fn entry_model(
    snapshot: &Snapshot,
    query: &EntryQuery,
    order: &mut RowOrder,
) -> Option<EntryModel> {
    let data = snapshot.unit(query.unit)?;
    let measure = UnitMeasure::new(snapshot, data);
    let now = query.today.month();
    let latest = latest_month(snapshot, now);
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
        caseworker: caseworker_inside(query.lang, snapshot.settings()),
        months: BTreeMap::new(),
        remarks: BTreeMap::new(),
        looked_through: BTreeSet::new(),
        accepted: snapshot.settings().acceptances(),
        open: OnceCell::new(),
    })
}

/// The newest month that is due and not reported; else the month that has begun.
fn entering(measure: &UnitMeasure<'_>, months: &[Month], today: Day) -> Option<Month> {
    let now = today.month();
    let newest_due = newest_due(today);
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
        if let Some(data) = snapshot.unit(self.query.unit) {
            self.sum_up(snapshot, data, columns);
            self.look_through(snapshot, data, rows);
        }
    }

    fn sum_up(&mut self, snapshot: &Snapshot, data: &UnitData, columns: Range<usize>) {
        let mut missing = self.sheet.months_in(columns);
        missing.retain(|it| *it <= self.latest && !self.months.contains_key(it));
        let Some((first, last)) = missing.first().zip(missing.last()) else {
            return;
        };
        for totals in UnitMeasure::new(snapshot, data).month_totals(*first, *last) {
            let month = totals.month;
            let view = MonthView::new(data.id, totals, self.query.lang, &self.accepted);
            self.months.insert(month, view);
        }
    }

    /// A row is looked through once, for all of its months: what one month did is measured by those before it.
    fn look_through(&mut self, snapshot: &Snapshot, data: &UnitData, rows: Range<usize>) {
        let rows: Vec<usize> = rows.filter(|it| self.looked_through.insert(*it)).collect();
        let months = self.sheet.months_in(0..self.sheet.columns.len());
        let Some((first, last)) = months.first().zip(months.last()) else {
            return;
        };
        let series: Vec<Counted> = rows.iter().flat_map(|it| self.sheet.series(*it)).collect();
        if series.is_empty() {
            return;
        }
        let people = series.iter().filter_map(|it| it.caseworker()).collect();
        let remarks = Remarks::new(snapshot, data, &people);
        for remark in series.iter().flat_map(|it| remarks.of_row(*it, *first, *last)) {
            let Remark { cell, value, .. } = remark;
            if !self.accepted.holds(cell, remark.kind.name(), value) {
                // The first of a cell is the most telling.
                self.remarks.entry(cell).or_insert(remark);
            }
        }
    }

    /// What is asked about a cell; known for what is shown.
    pub fn remark(&self, key: CellKey) -> Option<&Remark> {
        self.remarks.get(&key)
    }

    pub fn month(&self, month: Month) -> Option<&MonthView> {
        self.months.get(&month)
    }

    /// The first cell of a month that should be filled and is not: people before figures of the unit.
    pub fn first_empty(&self, snapshot: &Snapshot, month: Month) -> Option<Spot> {
        if self.entering == Some(month) {
            return *self.open.get_or_init(|| self.look_for_empty(snapshot, month));
        }
        self.look_for_empty(snapshot, month)
    }

    fn look_for_empty(&self, snapshot: &Snapshot, month: Month) -> Option<Spot> {
        let data = snapshot.unit(self.query.unit)?;
        let in_month = |it: &usize| self.sheet.month_of(*it) == Some(month);
        let columns: Vec<usize> = (0..self.sheet.columns.len()).filter(in_month).collect();
        let mut spots = (0..self.sheet.rows.len())
            .flat_map(|row| columns.iter().map(move |column| (row, *column)));
        let is_empty = |key: CellKey| {
            is_expected(data, key) && data.value_in(key.month, key.counted).is_none()
        };
        spots.find(|it| self.sheet.key(*it).is_some_and(is_empty))
    }
}
