//! Numbers with at most three decimals, kept as whole thousandths: what was typed is what is stored.

use serde::{Deserialize, Serialize};

/// A decimal number in thousandths: 33,3 hours is 33 300.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Thousandths(pub i64);

impl Thousandths {
    pub const ONE: Self = Self(1000);

    pub const fn whole(number: i64) -> Self {
        Self(number * 1000)
    }

    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}
