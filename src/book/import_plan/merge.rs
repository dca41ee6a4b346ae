//! How rows meet each other and what is stored, the same in every register.

use std::collections::BTreeMap;

use super::findings::{Decision, Findings};
use crate::book::draft::{RowAt, Rows};
use crate::book::verdict::{Column, Skip, Value};
use crate::domain::Day;

/// What a row has other than what is stored.
pub struct Difference {
    pub column: Column,
    pub stored: Value,
    pub row: Value,
    /// What is stored was left open: filling it in needs no decision.
    pub fills: bool,
}

impl Difference {
    pub const fn new(column: Column, stored: Value, row: Value) -> Self {
        Self { column, stored, row, fills: false }
    }

    /// In when something ends.
    pub const fn in_end(stored: Value, row: Value) -> Self {
        let fills = matches!(stored, Value::Blank);
        Self { column: Column::To, stored, row, fills }
    }
}

/// How a row meets what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    New,
    Same,
    Replaces,
    Leaves,
}

impl Findings {
    /// What is to be done with a row, before it is counted as new or unchanged.
    pub fn meet<T: PartialEq>(
        &mut self,
        at: RowAt,
        stored: Option<&T>,
        row: &T,
        differ: impl FnOnce(&T) -> Difference,
    ) -> Met {
        match stored {
            None => Met::New,
            Some(stored) if stored == row => Met::Same,
            Some(stored) => {
                let Difference { column, stored, row, fills } = differ(stored);
                if fills {
                    self.changed_row(at, column, stored, row);
                    return Met::Replaces;
                }
                match self.decide(at, column, stored, row) {
                    Decision::Take => Met::Replaces,
                    Decision::Leave => Met::Leaves,
                }
            }
        }
    }

    /// Whether the row is to be stored.
    pub fn merge<T: PartialEq>(
        &mut self,
        at: RowAt,
        stored: Option<&T>,
        row: &T,
        differ: impl FnOnce(&T) -> Difference,
    ) -> bool {
        let met = self.meet(at, stored, row, differ);
        match met {
            Met::New => self.new_row(at),
            Met::Same => self.unchanged_row(at),
            Met::Replaces | Met::Leaves => {}
        }
        matches!(met, Met::New | Met::Replaces)
    }

    /// The rows to go on with, in the order of the files: identical ones count once, contradicting ones are all
    /// refused. `column` is what contradicting rows are told by.
    pub fn sift<'r, T: PartialEq, K: Ord>(
        &mut self,
        rows: &'r Rows<T>,
        key: impl Fn(&T) -> K,
        column: Column,
        shown: impl Fn(&T) -> Value,
    ) -> Vec<(RowAt, &'r T)> {
        let mut groups: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for (index, numbered) in rows.iter().enumerate() {
            groups.entry(key(&numbered.row)).or_default().push(index);
        }
        let mut kept = Vec::new();
        for group in groups.into_values() {
            let of_group: Vec<_> = group.iter().filter_map(|it| rows.at(*it)).collect();
            if self.agree(&of_group, column, |it| shown(it)) {
                kept.extend(group.first());
            }
        }
        kept.sort_unstable();
        kept.into_iter().filter_map(|it| rows.at(it)).collect()
    }

    /// Whether rows about the same say the same; then all but the first are left out, else all refused.
    pub fn agree<T: PartialEq>(
        &mut self,
        rows: &[(RowAt, T)],
        column: Column,
        shown: impl Fn(&T) -> Value,
    ) -> bool {
        let Some((first, rest)) = rows.split_first() else {
            return false;
        };
        let Some(differing) = rest.iter().find(|it| it.1 != first.1) else {
            for (at, _) in rest {
                self.skip(*at, Skip::DuplicateRow);
            }
            return true;
        };
        for (at, row) in rows {
            let (other_at, other) = if *row == first.1 { differing } else { first };
            self.refuse_conflict((*at, shown(row)), (*other_at, shown(other)), column);
        }
        false
    }
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn day_text(day: Option<Day>) -> Value {
    day.map_or(Value::Blank, |it| text(&it.to_string()))
}
