//! Typed figures: cells and bands become changes where the rules admit them.

use std::collections::BTreeMap;

use super::planning::Planning;
use crate::book::{Cell, Refusal};
use crate::domain::{
    Barred, CaseCount, CaseworkerId, Change, Edit, Figure, Month, UnitField, UnitId, check_begun,
    latest_month,
};

impl Planning<'_> {
    /// A block of cells. Where one stands twice, the last word counts.
    pub(super) fn set_cells(&mut self, cells: Vec<Cell>) -> Result<(), Refusal> {
        let last: BTreeMap<_, usize> =
            cells.iter().enumerate().map(|(at, cell)| (cell.key(), at)).collect();
        for (at, cell) in cells.into_iter().enumerate() {
            if last.get(&cell.key()) == Some(&at) {
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
        let person = data.caseworkers.get(&caseworker).ok_or(Barred::UnknownCaseworker)?;
        let before = data.cases(month, caseworker);
        if let Some(count) = after {
            self.check(unit, month, Figure::Cases(Some(person), count))?;
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
        let before = self.unit(unit)?.typed(month, field);
        if let Some(value) = after {
            self.check(unit, month, Figure::Unit(field, value))?;
        }
        self.push_in(unit, Edit::new((month, field), before, after), Change::Figure);
        Ok(())
    }

    fn check(&self, unit: UnitId, month: Month, figure: Figure<'_>) -> Result<(), Refusal> {
        self.unit(unit)?.admits(month, figure)?;
        Ok(check_begun(month, latest_month(self.snapshot, self.this_month))?)
    }
}
