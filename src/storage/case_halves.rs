//! Digests of case counts for each unit and half-year, so that some of them can be read and verified
//! without the others, and nobody needs the rest to know which half-years a unit has counts in.

use std::collections::BTreeMap;

use crate::domain::{HalfYear, Month, UnitId};

/// A unit's half-year.
pub type UnitHalf = (UnitId, HalfYear);

/// Sums of the hashes of a unit's counts of a half-year. One without counts has none.
#[derive(Debug, Clone, Default)]
pub struct CaseHalves {
    sums: BTreeMap<UnitHalf, u64>,
    /// Counts come by the million, and mostly a half-year's together: its sum is carried in when the next begins.
    current: Option<(UnitHalf, u64)>,
}

impl CaseHalves {
    pub fn add(&mut self, unit: UnitId, month: Month, hash: u64) {
        let key = (unit, month.half_year());
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
    pub fn settled(mut self) -> BTreeMap<UnitHalf, u64> {
        self.settle();
        self.sums
    }

    /// Two numbers a half-year: unit and first month in one, and the sum.
    pub fn to_words(&self) -> Vec<[u64; 2]> {
        let sums = self.clone().settled();
        sums.iter().map(|((unit, half), sum)| [packed(*unit, *half), *sum]).collect()
    }

    /// `None` when a number is no unit and half-year.
    pub fn from_words(words: &[[u64; 2]]) -> Option<Self> {
        let mut sums = BTreeMap::new();
        for [key, sum] in words {
            let unit = UnitId(u32::try_from(key >> 16).ok()?);
            let month = Month::from_number(i32::try_from(key & 0xFFFF).ok()?)?;
            let half = Some(month.half_year()).filter(|it| it.first_month() == month)?;
            sums.insert((unit, half), *sum);
        }
        Some(Self { sums, current: None })
    }
}

/// The numbers of months have 15 bits.
fn packed(unit: UnitId, half: HalfYear) -> u64 {
    u64::from(unit.0) << 16 | u64::from(half.first_month().number().unsigned_abs())
}
