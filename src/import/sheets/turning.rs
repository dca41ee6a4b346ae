//! Months that name no year and go on past December: whose year is told then, and what the year after it is.

use super::columns::{Role, Values};
use super::extract::Extractor;
use super::layout::Layout;
use super::row::{self, Keys};
use super::words;
use crate::import::workbook::SheetRow;

/// How the year goes on from one month to the next that stands beside it: December is followed by January of the year
/// after, and in lists that begin with the newest January by December of the year before.
const fn step(before: u32, month: u32) -> i32 {
    match (before, month) {
        (12, 1) => 1,
        (1, 12) => -1,
        _ => 0,
    }
}

/// Says of each column of a month without a year how many years after the told one it is; whether there is any such.
pub fn in_columns(roles: &mut [Role]) -> bool {
    let mut turns = false;
    let mut last: Option<Values> = None;
    for role in roles {
        let Role::Values(values) = role else { continue };
        let (Some(month), None) = (values.month, values.year) else { continue };
        let other = |it: &Values| Values { month: None, later: 0, ..it.clone() };
        if let Some(before) = last.as_ref().filter(|it| other(it) == other(values)) {
            let step = before.month.map_or(0, |it| step(it, month));
            values.later = before.later + step;
            turns = turns || step != 0;
        }
        last = Some(values.clone());
    }
    turns
}

/// Whether months without a year go on past December in rows about the same.
pub fn in_rows(rows: &[SheetRow], layout: &Layout) -> bool {
    let mut last: Option<Keys> = None;
    for row in rows {
        let filled = row.cells.iter().filter(|it| !it.is_blank()).count();
        let Ok(keys) = row::keys(row, layout) else {
            // A row that is not of a month may name another year.
            last = last.filter(|_| row.cells.iter().any(|it| words::is_total_row(it.text())));
            continue;
        };
        if filled == 1 || keys.month.is_none() {
            last = last.filter(|_| filled == 0);
            continue;
        }
        if last.as_ref().is_some_and(|it| turn(it, &keys) != 0) {
            return true;
        }
        last = Some(keys);
    }
    false
}

/// How many years later the second of two rows is, when both are about the same and neither names a year.
fn turn(before: &Keys, keys: &Keys) -> i32 {
    let other = |it: &Keys| Keys { month: None, ..it.clone() };
    let (Some(from), Some(to)) = (before.month, keys.month) else { return 0 };
    if before.year.is_some() || other(before) != other(keys) { 0 } else { step(from, to) }
}

impl Extractor<'_> {
    /// Follows months without a year from row to row.
    pub(super) fn turn(&mut self, keys: &Keys) {
        if keys.month.is_none() {
            return;
        }
        let before = self.turned.take();
        let later = before.map_or(0, |(before, later)| {
            let is_same =
                Keys { month: None, ..before.clone() } == Keys { month: None, ..keys.clone() };
            if is_same { later + turn(&before, keys) } else { 0 }
        });
        self.turned = Some((keys.clone(), later));
    }
}
