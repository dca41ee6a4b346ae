//! A unit's case counts as one compact, sorted column: months lie together and are found by binary search.

use super::{CaseCount, CaseworkerId, Month, Split};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stored {
    month: Month,
    caseworker: CaseworkerId,
    cases: u32,
}

impl Stored {
    const fn key(&self) -> CountKey {
        (self.month, self.caseworker)
    }
}

/// Which cell a count belongs to.
pub type CountKey = (Month, CaseworkerId);

/// Case counts ordered by month, then caseworker. Splits are few and lie beside.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseCounts {
    rows: Vec<Stored>,
    splits: Vec<(CountKey, Split)>,
}

impl CaseCounts {
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn get(&self, key: CountKey) -> Option<CaseCount> {
        let at = self.rows.binary_search_by_key(&key, Stored::key).ok()?;
        self.rows.get(at).map(|row| self.count(row))
    }

    /// Everything reported for one month, ordered by caseworker.
    pub fn in_month(&self, month: Month) -> impl Iterator<Item = (CaseworkerId, CaseCount)> + '_ {
        let start = self.rows.partition_point(|row| row.month < month);
        let rows = self.rows.get(start..).unwrap_or_default();
        rows.iter()
            .take_while(move |row| row.month == month)
            .map(|row| (row.caseworker, self.count(row)))
    }

    pub fn iter(&self) -> impl Iterator<Item = (CountKey, CaseCount)> + '_ {
        self.rows.iter().map(|row| (row.key(), self.count(row)))
    }

    pub fn first_month(&self) -> Option<Month> {
        self.rows.first().map(|row| row.month)
    }

    pub fn last_month(&self) -> Option<Month> {
        self.rows.last().map(|row| row.month)
    }

    fn count(&self, row: &Stored) -> CaseCount {
        let split = if self.splits.is_empty() {
            None
        } else {
            let found = self.splits.binary_search_by_key(&row.key(), |it| it.0);
            found.ok().and_then(|at| Some(self.splits.get(at)?.1))
        };
        CaseCount { cases: row.cases, split }
    }

    /// Adds a count that is known to come after all others.
    pub fn push(&mut self, key: CountKey, count: CaseCount) {
        let (month, caseworker) = key;
        self.rows.push(Stored { month, caseworker, cases: count.cases });
        if let Some(split) = count.split {
            self.splits.push((key, split));
        }
    }

    /// Gives back room that was kept for more.
    pub fn close(&mut self) {
        self.rows.shrink_to_fit();
        self.splits.shrink_to_fit();
    }

    /// Sets or removes counts. Cheapest when `changes` are ordered by key; right in any order.
    pub fn apply(&mut self, changes: &[(CountKey, Option<CaseCount>)]) {
        let ordered = changes.is_sorted_by(|a, b| a.0 < b.0);
        if ordered && 16 < changes.len() {
            self.merge(changes);
        } else {
            for (key, count) in changes {
                self.set(*key, *count);
            }
        }
    }

    /// Sets or removes one count. Appending in order costs nothing.
    pub fn set(&mut self, key: CountKey, count: Option<CaseCount>) {
        let (month, caseworker) = key;
        let row = count.map(|it| Stored { month, caseworker, cases: it.cases });
        set_sorted(&mut self.rows, key, row, Stored::key);
        let split = count.and_then(|it| it.split).map(|it| (key, it));
        if split.is_some() || !self.splits.is_empty() {
            set_sorted(&mut self.splits, key, split, |it| it.0);
        }
    }

    fn merge(&mut self, changes: &[(CountKey, Option<CaseCount>)]) {
        let old = std::mem::take(self);
        self.rows.reserve_exact(old.rows.len() + changes.len());
        let mut kept = old.iter().peekable();
        for (key, count) in changes {
            while let Some((kept_key, kept_count)) = kept.next_if(|it| it.0 < *key) {
                self.push(kept_key, kept_count);
            }
            let _replaced = kept.next_if(|it| it.0 == *key);
            if let Some(count) = *count {
                self.push(*key, count);
            }
        }
        for (key, count) in kept {
            self.push(key, count);
        }
    }
}

/// Puts `item` where `key` belongs in a sorted vector, or takes away what is there.
fn set_sorted<T, K: Ord + Copy>(
    items: &mut Vec<T>,
    key: K,
    item: Option<T>,
    key_of: impl Fn(&T) -> K,
) {
    let after_last = items.last().is_none_or(|last| key_of(last) < key);
    let place =
        if after_last { Err(items.len()) } else { items.binary_search_by_key(&key, &key_of) };
    match (place, item) {
        (Ok(at), Some(item)) => {
            if let Some(slot) = items.get_mut(at) {
                *slot = item;
            }
        }
        (Ok(at), None) => {
            items.remove(at);
        }
        (Err(at), Some(item)) => items.insert(at, item),
        (Err(_), None) => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn count(cases: u32) -> CaseCount {
        let split =
            (cases % 2 == 1).then_some(Split { simple: cases, complex: 0, very_complex: 0 });
        CaseCount { cases, split }
    }

    proptest! {
        #[test]
        fn counts_behave_like_a_map(
            blocks in proptest::collection::vec(
                proptest::collection::btree_map((0_i32..6, 0_u32..12), proptest::option::of(0_u32..9), 0..40),
                0..6,
            ),
        ) {
            let mut counts = CaseCounts::default();
            let mut map = BTreeMap::new();
            for block in blocks {
                let changes: Vec<_> = block
                    .into_iter()
                    .map(|((m, c), n)| ((Month::january(2024).plus(m), CaseworkerId(c)), n.map(count)))
                    .collect();
                for (key, value) in &changes {
                    match value {
                        Some(value) => map.insert(*key, *value),
                        None => map.remove(key),
                    };
                }
                counts.apply(&changes);
            }
            prop_assert_eq!(counts.iter().collect::<Vec<_>>(), map.into_iter().collect::<Vec<_>>());
        }
    }
}
