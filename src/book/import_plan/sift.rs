//! Rows that stand twice: identical ones count once, contradicting ones are all refused.

use std::collections::BTreeMap;

use super::planner::Planner;
use super::verdict::{Reason, Skip, Value};
use crate::book::draft::{Column, Rows};

impl Planner<'_> {
    /// The rows to go on with, in the order of the files. `column` is what contradicting rows are told by.
    pub fn sift<T: PartialEq, K: Ord>(
        &mut self,
        rows: &Rows<T>,
        key: impl Fn(&T) -> K,
        column: Column,
        shown: impl Fn(&T) -> Value,
    ) -> Vec<usize> {
        let mut groups: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for (index, it) in rows.iter().enumerate() {
            groups.entry(key(&it.row)).or_default().push(index);
        }
        let mut kept = Vec::new();
        for group in groups.values() {
            let (Some(first), true) = (group.first(), 1 < group.len()) else {
                kept.extend(group);
                continue;
            };
            let row = |index: usize| rows.get(index).map(|it| &it.row);
            let differing = group.iter().find(|it| row(**it) != row(*first));
            let Some(differing) = differing else {
                kept.push(*first);
                for index in group.iter().skip(1) {
                    self.skip(rows.place(*index), Skip::DuplicateRow);
                }
                continue;
            };
            for index in group {
                let other = if row(*index) == row(*first) { *differing } else { *first };
                let (line, at) = self.spot_of(rows.place(other));
                let value = |it: usize| row(it).map_or(Value::Blank, &shown);
                let reason = Reason::Conflict { line, at, value: value(other) };
                self.refuse(rows.place(*index), Some(column), Some(value(*index)), reason);
            }
        }
        kept.sort_unstable();
        kept
    }
}
