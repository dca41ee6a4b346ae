//! A running digest of every kind of fact: damage that SQLite does not see is found when a table is read.
//!
//! A kind's digest is the sum of its facts' hashes, so one edit costs two hashes and the
//! order of rows does not matter. It guards against accidents, not against a forger.

use std::collections::BTreeMap;

use super::case_halves::{CaseHalves, UnitHalf};
use super::fact_hash::FactHasher;
use crate::domain::{Change, Edit, FactKind, Month, UnitId};

/// One sum a kind; case counts, the many, have one for each unit and half-year as well.
#[derive(Debug, Clone)]
pub struct Digests {
    kinds: [u64; 16],
    /// `None` in a book that was last saved before half-years were told apart.
    halves: Option<CaseHalves>,
}

impl Default for Digests {
    fn default() -> Self {
        Self { kinds: [0; 16], halves: Some(CaseHalves::default()) }
    }
}

impl Digests {
    pub fn add(&mut self, kind: FactKind, hash: u64) {
        if let Some(sum) = self.kinds.get_mut(kind as usize) {
            *sum = sum.wrapping_add(hash);
        }
    }

    pub fn add_cases(&mut self, unit: UnitId, month: Month, hash: u64) {
        self.add(FactKind::Cases, hash);
        if let Some(halves) = &mut self.halves {
            halves.add(unit, month, hash);
        }
    }

    pub fn get(&self, kind: FactKind) -> u64 {
        self.kinds.get(kind as usize).copied().unwrap_or_default()
    }

    /// The case counts of each unit and half-year; `None` where they are not told apart.
    pub fn case_halves(&self) -> Option<BTreeMap<UnitHalf, u64>> {
        self.halves.clone().map(CaseHalves::settled)
    }

    /// Takes over the half-years that were found, where none were stored.
    pub fn learn_halves(&mut self, found: Self) {
        if self.halves.is_none() {
            self.halves = found.halves;
        }
    }

    /// The kinds' sums; behind them, where half-years are told apart, how many there are, and two numbers for each.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut words = self.kinds.to_vec();
        if let Some(halves) = &self.halves {
            let halves = halves.to_words();
            words.push(halves.len() as u64);
            words.extend_from_slice(halves.as_flattened());
        }
        words.iter().flat_map(|it| it.to_le_bytes()).collect()
    }

    /// `None` when the bytes are not of that form, or the half-years do not add up to all case counts.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (words, []) = bytes.as_chunks::<8>() else { return None };
        let words: Vec<u64> = words.iter().map(|it| u64::from_le_bytes(*it)).collect();
        let (kinds, rest) = words.split_first_chunk::<16>()?;
        let Some((count, rest)) = rest.split_first() else {
            return Some(Self { kinds: *kinds, halves: None });
        };
        let (halves, []) = rest.as_chunks::<2>() else { return None };
        let digests = Self { kinds: *kinds, halves: Some(CaseHalves::from_words(halves)?) };
        let sum = halves.iter().fold(0_u64, |sum, [_, half]| sum.wrapping_add(*half));
        (halves.len() as u64 == *count && sum == digests.get(FactKind::Cases)).then_some(digests)
    }

    /// Follows a change: its fact as it was goes out, as it is comes in.
    pub fn follow(&mut self, hasher: &mut FactHasher, change: &Change) {
        let hash = difference(hasher, change);
        if let Change::Cases(unit, edit) = change {
            self.add_cases(*unit, edit.key.0, hash);
        } else {
            self.add(change.kind(), hash);
        }
    }
}

/// The hash of a fact after a change less that of the fact before; 0 stands for a fact that is not there.
fn difference(hasher: &mut FactHasher, change: &Change) -> u64 {
    fn both<K, V>(edit: &Edit<K, V>, mut hash: impl FnMut(&K, &V) -> u64) -> u64 {
        let [before, after] = edit.sides().map(|side| side.map_or(0, |it| hash(&edit.key, it)));
        after.wrapping_sub(before)
    }
    match change {
        Change::Unit(edit) => both(edit, |id, value| hasher.unit(*id, value)),
        Change::Caseworker(_, edit) => both(edit, |id, value| hasher.caseworker(*id, value)),
        Change::Employment(_, edit) => both(edit, |key, value| hasher.employment(*key, *value)),
        Change::Absence(_, edit) => both(edit, |id, value| hasher.absence(*id, value)),
        Change::Cases(unit, edit) => both(edit, |key, value| hasher.cases(*unit, *key, *value)),
        Change::Figure(unit, edit) => both(edit, |key, value| hasher.figure(*unit, *key, *value)),
        Change::Bands(unit, edit) => both(edit, |key, value| hasher.bands(*unit, *key, value)),
        Change::Episode(unit, edit) => {
            both(edit, |key, value| hasher.episode(*unit, key.with(*value)))
        }
        Change::Target(edit) => both(edit, |id, value| hasher.target(*id, value)),
        Change::Event(edit) => both(edit, |id, value| hasher.event(*id, value)),
        Change::Committee(edit) => both(edit, |id, value| hasher.committee(*id, value)),
        Change::Edition(edit) => both(edit, |id, value| hasher.edition(*id, value)),
        Change::Setting(edit) => both(edit, |key, value| hasher.setting(*key, value)),
    }
}

/// The hash of a block of changes, as stored beside it.
pub fn block_hash(bytes: &[u8]) -> i64 {
    xxhash_rust::xxh3::xxh3_64(bytes).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::HalfYear;

    fn digests() -> Digests {
        let mut digests = Digests::default();
        digests.add(FactKind::Unit, 7);
        digests.add_cases(UnitId(2), Month::january(2025), 3);
        digests.add_cases(UnitId(2), Month::january(2026), u64::MAX);
        digests.add_cases(UnitId(1), Month::january(2026), 5);
        digests.add_cases(UnitId(1), Month::january(2026), 5_u64.wrapping_neg());
        digests
    }

    #[test]
    fn what_is_stored_comes_back() {
        let bytes = digests().to_bytes();
        assert_eq!(
            bytes.len(),
            8 * (16 + 1 + 2 * 2),
            "a half-year whose counts are gone is not stored"
        );
        let stored = Digests::from_bytes(&bytes).unwrap();
        assert_eq!(stored.kinds, digests().kinds);
        assert_eq!(stored.get(FactKind::Cases), 2);
        let half = |year| HalfYear::new(year, 1).unwrap();
        let halves = [((UnitId(2), half(2025)), 3), ((UnitId(2), half(2026)), u64::MAX)];
        assert_eq!(stored.case_halves(), Some(BTreeMap::from(halves)));
        assert_eq!(digests().case_halves(), stored.case_halves());
    }

    #[test]
    fn a_book_saved_before_half_years_were_told_apart_has_none() {
        let bytes = digests().to_bytes();
        let mut old = Digests::from_bytes(bytes.get(..128).unwrap()).unwrap();
        assert_eq!(old.case_halves(), None);
        assert_eq!(old.get(FactKind::Cases), 2);
        old.learn_halves(digests());
        assert_eq!(old.to_bytes(), bytes);
    }

    #[test]
    fn bytes_of_another_form_are_no_digests() {
        let bytes = digests().to_bytes();
        for cut in [0, 8, 127, 129, bytes.len() - 8, bytes.len() - 1] {
            assert!(Digests::from_bytes(bytes.get(..cut).unwrap()).is_none(), "{cut}");
        }
        for (at, why) in [(128, "another number"), (136, "no half-year"), (144, "another sum")] {
            let mut other = bytes.clone();
            other[at..at + 8].copy_from_slice(&999_u64.to_le_bytes());
            assert!(Digests::from_bytes(&other).is_none(), "{why}");
        }
    }
}
