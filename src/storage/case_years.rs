//! Digests of case counts for each unit and calendar year, so that some years can be read and verified
//! without the others, and nobody needs the rest to know which years a unit has counts in.

use std::collections::BTreeMap;

use crate::domain::{Month, UnitId};

/// A unit's calendar year.
pub type UnitYear = (UnitId, i32);

/// Sums of the hashes of a unit's counts of a year. A year without counts has none.
#[derive(Debug, Clone, Default)]
pub struct CaseYears {
    sums: BTreeMap<UnitYear, u64>,
    /// Counts come by the million, and mostly a year's together: its sum is carried in when the next begins.
    current: Option<(UnitYear, u64)>,
}

impl CaseYears {
    pub fn add(&mut self, unit: UnitId, month: Month, hash: u64) {
        let key = (unit, month.year());
        match &mut self.current {
            Some((current, sum)) if *current == key => *sum = sum.wrapping_add(hash),
            _ => {
                self.settle();
                self.current = Some((key, hash));
            }
        }
    }

    fn settle(&mut self) {
        let Some((key, hash)) = self.current.take() else { return };
        let sum = self.sums.entry(key).or_default();
        *sum = sum.wrapping_add(hash);
        if *sum == 0 {
            self.sums.remove(&key);
        }
    }

    /// The sums with everything carried in.
    pub fn settled(mut self) -> BTreeMap<UnitYear, u64> {
        self.settle();
        self.sums
    }

    /// Two numbers a year: unit and year in one, and the sum.
    pub fn to_words(&self) -> Vec<[u64; 2]> {
        let sums = self.clone().settled();
        sums.iter().map(|((unit, year), sum)| [packed(*unit, *year), *sum]).collect()
    }

    /// `None` when a number is no unit and year.
    pub fn from_words(words: &[[u64; 2]]) -> Option<Self> {
        let mut sums = BTreeMap::new();
        for [key, sum] in words {
            let unit = UnitId(u32::try_from(key >> 16).ok()?);
            let year = i32::try_from(key & 0xFFFF).ok()?;
            Month::new(year, 1)?;
            sums.insert((unit, year), *sum);
        }
        Some(Self { sums, current: None })
    }
}

/// Years have four digits.
fn packed(unit: UnitId, year: i32) -> u64 {
    u64::from(unit.0) << 16 | u64::from(year.unsigned_abs())
}
