//! Corrections: cells that change when they hold what they are said to hold. They are written into the
//! draft's rows, so that everything after treats a corrected figure as any other.

use std::collections::BTreeMap;

use super::findings::Findings;
use super::unit_plan::{UnitPlan, Units};
use crate::book::draft::{CellName, CorrectionRow, CountRow, Draft, FigureRow, RowAt, Word};
use crate::book::verdict::{Column, Reason, Value};
use crate::domain::{CaseCount, Month, Split, Thousandths, UnitField, UnitFigures, case_count};

/// Whose month is corrected; without initials it is the unit's own.
type Key = ((Month, Word), Option<Word>);

/// Cases, simple, complex, very complex.
type Parts = [Option<i64>; 4];

/// Rows that correct one month of a unit or caseworker.
struct Group<'p, 'r> {
    found: &'p mut Findings,
    reasons: &'p mut Vec<String>,
    rows: Vec<(RowAt, &'r CorrectionRow)>,
}

/// Corrects the draft; the reasons that came with it.
pub fn apply(units: &Units<'_>, found: &mut Findings, draft: &mut Draft) -> Vec<String> {
    let corrections = std::mem::take(&mut draft.corrections);
    let mut cells: BTreeMap<Key, Vec<_>> = BTreeMap::new();
    for (at, row) in corrections.placed() {
        cells.entry(((row.month, row.unit), row.initials)).or_default().push((at, row));
    }
    let mut reasons = Vec::new();
    for (((_, unit), initials), rows) in cells {
        let Some(unit) = units.find(unit) else {
            for (at, row) in rows {
                found.refuse_word(at, Column::Unit, row.unit, Reason::UnknownUnit);
            }
            continue;
        };
        let mut group = Group { found, reasons: &mut reasons, rows };
        match initials {
            Some(initials) => group.correct_count(unit, initials, draft),
            None => group.correct_figures(unit, draft),
        }
    }
    reasons
}

impl Group<'_, '_> {
    /// Whether the cell holds what the row says; then what it shall hold.
    fn correct(&mut self, at: RowAt, row: &CorrectionRow, stored: Option<i64>) -> Option<i64> {
        let value = |it| shown(row.cell, it);
        let Some(after) = row.after else {
            self.found.refuse(at, Column::After, None, Reason::Blank);
            return None;
        };
        if stored == row.after {
            self.found.corrected(at, None);
        } else if stored == row.before {
            self.found.corrected(at, Some((value(stored), value(row.after))));
            if !row.reason.is_empty() && !self.reasons.contains(&row.reason) {
                self.reasons.push(row.reason.clone());
            }
            return Some(after);
        } else {
            let reason = Reason::NotAsBefore { stored: value(stored) };
            self.found.refuse(at, Column::Before, value(row.before), reason);
        }
        None
    }

    fn correct_count(&mut self, unit: &UnitPlan<'_>, initials: Word, draft: &mut Draft) {
        let Some((last, key)) = self.rows.last().map(|it| (it.0, it.1)) else {
            return;
        };
        let (month, word) = (key.month, key.unit);
        let is_it = |it: &CountRow| (it.month, it.unit, it.initials) == (month, word, initials);
        let drafted = draft.counts.iter().position(|it| is_it(&it.row));
        let current = match drafted.and_then(|it| draft.counts.get(it)) {
            Some(drafted) => Some(Draft::count(&draft.splits, &drafted.row)),
            None => unit.person(initials).and_then(|it| unit.stored?.cases(month, it.id)),
        };
        let before = parts(current);
        let mut after = before;
        for (at, row) in self.rows.clone() {
            let slot = match row.cell {
                CellName::Cases => 0,
                CellName::Simple => 1,
                CellName::Complex => 2,
                CellName::VeryComplex => 3,
                CellName::Unit(_) => continue,
            };
            let stored = before.get(slot).copied().flatten();
            if let (Some(value), Some(slot)) = (self.correct(at, row, stored), after.get_mut(slot))
            {
                *slot = Some(value);
            }
        }
        if after == before {
            return;
        }
        match whole(after) {
            Err(reason) => self.found.refuse(last, Column::After, None, reason),
            Ok(count) => {
                let split = draft.add_split(count.split);
                let row = CountRow { month, unit: word, initials, cases: count.cases, split };
                match drafted.and_then(|it| draft.counts.get_mut(it)) {
                    Some(slot) => *slot = row,
                    None => draft.counts.push(last.file, last.line, row),
                }
            }
        }
    }

    fn correct_figures(&mut self, unit: &UnitPlan<'_>, draft: &mut Draft) {
        let Some((last, key)) = self.rows.last().map(|it| (it.0, it.1)) else {
            return;
        };
        let (month, word) = (key.month, key.unit);
        let drafted =
            draft.figures.iter().position(|it| (it.row.month, it.row.unit) == (month, word));
        let typed = drafted.and_then(|it| draft.figures.get(it)).map(|it| it.row.figures);
        let mut corrected = UnitFigures::default();
        for (at, row) in self.rows.clone() {
            let CellName::Unit(field) = row.cell else {
                continue;
            };
            let value = typed.and_then(|it| it.get(field));
            let value = value.or_else(|| unit.stored.and_then(|it| it.typed(month, field)));
            if let Some(value) = self.correct(at, row, value) {
                corrected.set(field, Some(value));
            }
        }
        if corrected.is_empty() {
            return;
        }
        if let Some(row) = drafted.and_then(|it| draft.figures.get_mut(it)) {
            for (field, value) in corrected.iter() {
                row.figures.set(field, Some(value));
            }
        } else {
            let row = FigureRow { month, unit: word, figures: corrected };
            draft.figures.push(last.file, last.line, row);
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
    let [Some(cases), rest @ ..] = parts else {
        return Err(Reason::Blank);
    };
    let split = match rest {
        [None, None, None] => None,
        [Some(simple), Some(complex), Some(very_complex)] => Some(Split {
            simple: case_count(simple)?,
            complex: case_count(complex)?,
            very_complex: case_count(very_complex)?,
        }),
        _ => return Err(Reason::SplitIncomplete),
    };
    let count = CaseCount { cases: case_count(cases)?, split };
    count.check()?;
    Ok(count)
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
