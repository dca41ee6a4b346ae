//! A figure month by month, as charts and signals read it.

use super::{Figure, Key, UnitMeasure};
use crate::domain::{Month, Period};

/// The figure of every month from `first` to `last`, both included; empty when it does not apply
/// to the unit. A missing month is there with its status, never left out.
pub fn series(unit: &UnitMeasure<'_>, key: Key, first: Month, last: Month) -> Vec<(Month, Figure)> {
    let of_month = |month| Some((month, unit.figure(key, Period::Month(month))?));
    first.through(last).filter_map(of_month).collect()
}
