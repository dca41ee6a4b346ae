//! Rules for typed figures: whole, not negative, for a month that has begun and people who are there.

use std::collections::BTreeMap;

use super::Planning;
use crate::book::{Cell, Refusal};
use crate::domain::{
    Band, BandKind, CaseCount, CaseworkerId, Change, Edit, Month, UnitData, UnitField, UnitId,
};

const MOST: i64 = 999_999_999;

impl Planning<'_> {
    /// A block of cells. Where one stands twice, the last word counts.
    pub(super) fn set_cells(&mut self, cells: Vec<Cell>) -> Result<(), Refusal> {
        let last: BTreeMap<_, usize> =
            cells.iter().enumerate().map(|(at, it)| (place(it), at)).collect();
        for (at, cell) in cells.into_iter().enumerate() {
            if last.get(&place(&cell)) == Some(&at) {
                self.set_cell(cell)?;
            }
        }
        Ok(())
    }

    fn set_cell(&mut self, cell: Cell) -> Result<(), Refusal> {
        match cell {
            Cell::Cases { unit, month, caseworker, count } => {
                self.set_cases(unit, month, caseworker, count)
            }
            Cell::Figure { unit, month, field, value } => {
                self.set_figure(unit, month, field, value)
            }
        }
    }

    fn set_cases(
        &mut self,
        unit: UnitId,
        month: Month,
        caseworker: CaseworkerId,
        after: Option<CaseCount>,
    ) -> Result<(), Refusal> {
        let data = self.unit(unit)?;
        let person = data.caseworkers.get(&caseworker).ok_or(Refusal::UnknownCaseworker)?;
        let before = data.cases(month, caseworker);
        if let Some(count) = after {
            self.check_month(data, month)?;
            if !person.is_present(month) {
                return Err(Refusal::CaseworkerNotThere { month });
            }
            check_count(count)?;
        }
        self.push_in(unit, Edit::new((month, caseworker), before, after), Change::Cases);
        Ok(())
    }

    fn set_figure(
        &mut self,
        unit: UnitId,
        month: Month,
        field: UnitField,
        after: Option<i64>,
    ) -> Result<(), Refusal> {
        let data = self.unit(unit)?;
        let before = data.typed(month, field);
        if let Some(value) = after {
            self.check_month(data, month)?;
            check_field(data, month, field)?;
            check_size(field, value)?;
        }
        self.push_in(unit, Edit::new((month, field), before, after), Change::Figure);
        Ok(())
    }

    pub(super) fn set_bands(
        &mut self,
        unit: UnitId,
        month: Month,
        kind: BandKind,
        after: Vec<Band>,
    ) -> Result<(), Refusal> {
        let data = self.unit(unit)?;
        let before = data.typed_bands(month, kind).map(<[Band]>::to_vec);
        if !after.is_empty() {
            self.check_month(data, month)?;
            check_field(data, month, UnitField::Waiting)?;
            check_bands(&after)?;
        }
        let after = Some(after).filter(|it| !it.is_empty());
        self.push_in(unit, Edit::new((month, kind), before, after), Change::Bands);
        Ok(())
    }

    /// The unit exists, and the month has begun: on the clock, or in the book.
    fn check_month(&self, data: &UnitData, month: Month) -> Result<(), Refusal> {
        if !data.unit.exists_in(month) {
            return Err(Refusal::UnitNotThere { unit: data.unit.code.clone(), month });
        }
        let newest = self.snapshot.units().filter_map(UnitData::last_typed_month).max();
        let latest = newest.map_or(self.this_month, |it| it.max(self.this_month));
        if latest < month {
            return Err(Refusal::NotBegun { month, latest });
        }
        Ok(())
    }
}

/// Where a cell stands, whatever is in it.
const fn place(cell: &Cell) -> (UnitId, Month, Option<CaseworkerId>, Option<UnitField>) {
    match *cell {
        Cell::Cases { unit, month, caseworker, .. } => (unit, month, Some(caseworker), None),
        Cell::Figure { unit, month, field, .. } => (unit, month, None, Some(field)),
    }
}

fn check_count(count: CaseCount) -> Result<(), Refusal> {
    let CaseCount { cases, split } = count;
    if MOST < i64::from(cases) {
        return Err(Refusal::TooLarge { value: i64::from(cases) });
    }
    match split.map(crate::domain::Split::total) {
        Some(parts) if parts != u64::from(cases) => {
            Err(Refusal::SplitDoesNotAddUp { cases, parts })
        }
        Some(_) | None => Ok(()),
    }
}

/// Cases are typed where there are no caseworkers; waiting figures where a list but no register is kept.
fn check_field(data: &UnitData, month: Month, field: UnitField) -> Result<(), Refusal> {
    let unit = || data.unit.code.clone();
    let by_caseworker = data.unit.has_caseworkers();
    if field == UnitField::Cases && by_caseworker {
        return Err(Refusal::NotTyped { unit: unit(), field });
    }
    if !field.is_of_waiting_list() {
        return Ok(());
    }
    if !data.unit.has_waiting_list() {
        return Err(Refusal::NoWaitingList { unit: unit() });
    }
    // A register, once begun, answers for every later month too.
    let begun = data.register_span().is_some_and(|(from, _)| from <= month);
    if begun {
        return Err(Refusal::RegisterKept { unit: unit(), month });
    }
    Ok(())
}

fn check_size(field: UnitField, value: i64) -> Result<(), Refusal> {
    if value < 0 && !field.may_be_negative() {
        return Err(Refusal::Negative { field, value });
    }
    let most = if field.has_decimals() { MOST * 1000 } else { MOST };
    if most < value.abs() {
        return Err(Refusal::TooLarge { value });
    }
    Ok(())
}

/// Bands start anywhere, follow each other, and only the last may be open.
fn check_bands(bands: &[Band]) -> Result<(), Refusal> {
    let mut next: Option<u32> = None;
    for (at, band) in bands.iter().enumerate() {
        let follows = next.is_none_or(|it| it == band.from_week);
        let closed_or_last = band.to_week.is_some() || at + 1 == bands.len();
        let wide = band.to_week.is_none_or(|to| band.from_week < to);
        if !(follows && closed_or_last && wide) {
            return Err(Refusal::BandsNotContiguous);
        }
        next = band.to_week;
    }
    Ok(())
}
