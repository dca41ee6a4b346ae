//! Corrections: cells that change when they hold what they are said to hold. They are written into the
//! draft's rows, so that everything after treats a corrected figure as any other.

use std::collections::BTreeMap;

use super::planner::{Place, Planner};
use super::verdict::{Reason, Value};
use crate::book::draft::{
    CellName, Column, CorrectionRow, CountRow, Draft, FigureRow, Rows, Splits, Word,
};
use crate::domain::{CaseCount, Month, Split, Thousandths, UnitField, UnitFigures};

type Key = (Month, Word, Option<Word>);

/// Cases, simple, complex, very complex.
type Parts = [Option<i64>; 4];

impl Planner<'_> {
    pub fn apply_corrections(
        &mut self,
        rows: &Rows<CorrectionRow>,
        counts: &mut Rows<CountRow>,
        splits: &mut Splits,
        figures: &mut Rows<FigureRow>,
    ) {
        let mut cells: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (index, it) in rows.iter().enumerate() {
            let row = &it.row;
            cells.entry((row.month, row.unit, row.initials)).or_default().push(index);
        }
        for (key, group) in cells {
            let (month, unit, initials) = key;
            let Some(at) = self.unit(unit) else {
                for index in group {
                    self.refuse_word(rows.place(index), Column::Unit, unit, Reason::UnknownUnit);
                }
                continue;
            };
            match initials {
                Some(initials) => {
                    let key = (at, unit, initials, month);
                    self.correct_count(rows, &group, key, (counts, splits));
                }
                None => self.correct_figures(rows, &group, (at, unit, month), figures),
            }
        }
    }

    /// Whether the cell holds what the row says; then what it shall hold.
    fn correct(&mut self, place: Place, row: &CorrectionRow, stored: Option<i64>) -> Option<i64> {
        let value = |it| shown(row.cell, it);
        let Some(after) = row.after else {
            self.refuse(place, Some(Column::After), None, Reason::Blank);
            return None;
        };
        if stored == row.before && stored != row.after {
            let column = Some(Column::After);
            self.count_corrected(place, column, value(stored), value(row.after));
            if !row.reason.is_empty() && !self.reasons.contains(&row.reason) {
                self.reasons.push(row.reason.clone());
            }
            return Some(after);
        }
        if stored == row.after {
            self.count_corrected_already(place);
        } else {
            let reason = Reason::NotAsBefore { stored: value(stored) };
            self.refuse(place, Some(Column::Before), Some(value(row.before)), reason);
        }
        None
    }

    fn count_corrected(
        &mut self,
        (file, line): Place,
        column: Option<Column>,
        before: Value,
        after: Value,
    ) {
        if let Some(file) = self.files.get_mut(file) {
            let column = column.and_then(|it| file.column(it));
            file.verdict.changed.push(super::Changed { line, at: None, column, before, after });
        }
    }

    fn count_corrected_already(&mut self, (file, _): Place) {
        if let Some(file) = self.files.get_mut(file) {
            file.verdict.unchanged += 1;
        }
    }

    fn correct_count(
        &mut self,
        rows: &Rows<CorrectionRow>,
        group: &[usize],
        (at, unit, initials, month): (usize, Word, Word, Month),
        (counts, splits): (&mut Rows<CountRow>, &mut Splits),
    ) {
        let is_it = |it: &CountRow| (it.month, it.unit, it.initials) == (month, unit, initials);
        let drafted = counts.iter().position(|it| is_it(&it.row));
        let current = match drafted.and_then(|it| counts.get(it)) {
            Some(it) => Some(Draft::count(splits, &it.row)),
            None => self.stored_count(at, initials, month),
        };
        let before = parts(current);
        let mut after = before;
        for index in group {
            let Some(row) = rows.get(*index).map(|it| &it.row) else {
                continue;
            };
            let slot = match row.cell {
                CellName::Cases => 0,
                CellName::Simple => 1,
                CellName::Complex => 2,
                CellName::VeryComplex => 3,
                CellName::Unit(_) => continue,
            };
            let stored = before.get(slot).copied().flatten();
            if let (Some(value), Some(slot)) =
                (self.correct(rows.place(*index), row, stored), after.get_mut(slot))
            {
                *slot = Some(value);
            }
        }
        let Some(&last) = group.last() else {
            return;
        };
        if after == before {
            return;
        }
        match whole(after) {
            Err(reason) => self.refuse(rows.place(last), Some(Column::After), None, reason),
            Ok(count) => {
                let split = count.split.map_or(0, |it| {
                    splits.push(it);
                    u32::try_from(splits.len()).unwrap_or(0)
                });
                let row = CountRow { month, unit, initials, cases: count.cases, split };
                match drafted.and_then(|it| counts.get_mut(it)) {
                    Some(slot) => *slot = row,
                    None => counts.push(rows.place(last).0, rows.place(last).1, row),
                }
            }
        }
    }

    fn stored_count(&self, at: usize, initials: Word, month: Month) -> Option<CaseCount> {
        let id = self.person(at, initials)?.id;
        self.units.get(at)?.stored?.cases(month, id)
    }

    fn correct_figures(
        &mut self,
        rows: &Rows<CorrectionRow>,
        group: &[usize],
        (at, unit, month): (usize, Word, Month),
        figures: &mut Rows<FigureRow>,
    ) {
        let drafted = figures.iter().position(|it| (it.row.month, it.row.unit) == (month, unit));
        let typed = drafted.and_then(|it| figures.get(it)).map(|it| it.row.figures);
        let stored = self.units.get(at).and_then(|it| it.stored);
        let mut corrected = UnitFigures::default();
        for index in group {
            let (Some(row), place) = (rows.get(*index).map(|it| &it.row), rows.place(*index))
            else {
                continue;
            };
            let CellName::Unit(field) = row.cell else {
                continue;
            };
            let value = typed.and_then(|it| it.get(field));
            let value = value.or_else(|| stored.and_then(|it| it.typed(month, field)));
            if let Some(value) = self.correct(place, row, value) {
                corrected.set(field, Some(value));
            }
        }
        let Some(last) = group.last().filter(|_| !corrected.is_empty()) else {
            return;
        };
        if let Some(row) = drafted.and_then(|it| figures.get_mut(it)) {
            for (field, value) in corrected.iter() {
                row.figures.set(field, Some(value));
            }
        } else {
            let (file, line) = rows.place(*last);
            figures.push(file, line, FigureRow { month, unit, figures: corrected });
        }
    }
}

fn parts(count: Option<CaseCount>) -> Parts {
    let split = count.and_then(|it| it.split);
    [
        count.map(|it| i64::from(it.cases)),
        split.map(|it| i64::from(it.simple)),
        split.map(|it| i64::from(it.complex)),
        split.map(|it| i64::from(it.very_complex)),
    ]
}

fn whole(parts: Parts) -> Result<CaseCount, Reason> {
    let number = |it: i64| u32::try_from(it).or(Err(Reason::Negative));
    let [Some(cases), rest @ ..] = parts else {
        return Err(Reason::Blank);
    };
    let cases = number(cases)?;
    let split = match rest {
        [None, None, None] => None,
        [Some(simple), Some(complex), Some(very_complex)] => {
            let split = Split {
                simple: number(simple)?,
                complex: number(complex)?,
                very_complex: number(very_complex)?,
            };
            if split.total() != u64::from(cases) {
                let total = split.total();
                return Err(Reason::SplitTotal { total, cases });
            }
            Some(split)
        }
        _ => return Err(Reason::SplitIncomplete),
    };
    Ok(CaseCount { cases, split })
}

fn shown(cell: CellName, value: Option<i64>) -> Value {
    let decimals =
        matches!(cell, CellName::Unit(UnitField::WaitStartedMean | UnitField::WaitSoFarMean));
    match value {
        None => Value::Blank,
        Some(value) if decimals => Value::Decimal(Thousandths(value)),
        Some(value) => Value::Whole(value),
    }
}
