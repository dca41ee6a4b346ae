//! Quantiles of known values, the interval of a median, and quantiles of repeated values.

use super::{distributions, summary};

/// The largest whole number not above `x`, as an index; 0 for anything negative or no number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped below and a float-to-integer cast saturates above"
)]
pub(super) fn floor_index(x: f64) -> usize {
    x.max(0.0) as usize
}

/// Ascending copy of the known values.
pub fn sorted(values: &[Option<f64>]) -> Vec<f64> {
    let mut order = summary::known(values);
    order.sort_by(f64::total_cmp);
    order
}

/// Type 7 of Hyndman & Fan (1996): the default of R, numpy and Excel's PERCENTILE.INC.
///
/// `sorted` ascending, `p` in 0..=1. `None` without values or outside that range.
pub fn quantile_type7(sorted: &[f64], p: f64) -> Option<f64> {
    let p = share(p)?;
    between(sorted, (sorted.len() as f64 - 1.0) * p)
}

/// Type 8 of Hyndman & Fan (1996): nearly unbiased for the median of any distribution.
pub fn quantile_type8(sorted: &[f64], p: f64) -> Option<f64> {
    let p = share(p)?;
    let n = sorted.len() as f64;
    let place = (n + 1.0 / 3.0).mul_add(p, 1.0 / 3.0);
    between(sorted, place.clamp(1.0, n.max(1.0)) - 1.0)
}

/// Type 1 of Hyndman & Fan (1996): the inverse of the empirical distribution, always a value
/// that occurs.
pub fn quantile_type1(sorted: &[f64], p: f64) -> Option<f64> {
    let p = share(p)?;
    let place = sorted.len() as f64 * p;
    // 0.92 * 25 is a hair above 23: without the slack the next value would be taken.
    let whole = (place + 4.0 * f64::EPSILON).floor();
    let is_above = place - whole > 4.0 * f64::EPSILON;
    let rank = floor_index(whole) + usize::from(is_above);
    let index = rank.saturating_sub(1);
    sorted.get(index.min(sorted.len().checked_sub(1)?)).copied()
}

/// Linear between the values at the places around `place`, counted from 0.
fn between(sorted: &[f64], place: f64) -> Option<f64> {
    let index = floor_index(place);
    let lower = *sorted.get(index)?;
    let upper = sorted.get(index + 1).copied().unwrap_or(lower);
    let share = place - index as f64;
    Some(lower + share * (upper - lower))
}

fn share(p: f64) -> Option<f64> {
    (0.0 <= p && p <= 1.0).then_some(p)
}

/// A 95 % interval of a median from order statistics.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MedianInterval {
    pub lower: f64,
    pub upper: f64,
    /// The probability that the interval covers the median, at least 0.95.
    pub coverage: f64,
}

/// The k-th smallest to the k-th largest value, with the largest k for which
/// P(Bin(n, 1/2) <= k - 1) <= 0.025. `None` below six values: no such k.
///
/// Source: Conover, Practical Nonparametric Statistics, section 3.2.
pub fn median_interval(sorted: &[f64]) -> Option<MedianInterval> {
    let n = sorted.len();
    // The quantile is the first k with P(X <= k) >= 0.025, so P(X <= k - 1) is below it.
    let mut k = distributions::fair_coin_quantile(0.025, n)?;
    if distributions::binomial_cdf(k, n, 0.5)? <= 0.025 {
        k += 1;
    }
    let tail = distributions::binomial_cdf(k.checked_sub(1)?, n, 0.5)?;
    Some(MedianInterval {
        lower: *sorted.get(k - 1)?,
        upper: *sorted.get(n.checked_sub(k)?)?,
        coverage: 2.0_f64.mul_add(-tail, 1.0),
    })
}

/// One value and how often it occurs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Repeated {
    pub value: f64,
    pub times: u64,
}

fn total(values: &[Repeated]) -> u64 {
    values.iter().fold(0, |total, v| total.saturating_add(v.times))
}

/// Mean of repeated values; `None` when nothing occurs.
pub fn repeated_mean(values: &[Repeated]) -> Option<f64> {
    let total = total(values);
    let products: Vec<f64> = values.iter().map(|v| v.value * v.times as f64).collect();
    (total > 0).then(|| summary::sum(&products) / total as f64)
}

/// Standard deviation of repeated values (divisor: number of repetitions - 1).
pub fn repeated_standard_deviation(values: &[Repeated]) -> Option<f64> {
    let mean = repeated_mean(values)?;
    let total = total(values);
    let squares: Vec<f64> =
        values.iter().map(|v| (v.value - mean).powi(2) * v.times as f64).collect();
    (total > 1).then(|| (summary::sum(&squares) / (total as f64 - 1.0)).sqrt())
}

/// Type 7 quantile of repeated values, equal to that of the values written out.
pub fn repeated_quantile_type7(values: &[Repeated], p: f64) -> Option<f64> {
    let p = share(p)?;
    let mut order: Vec<Repeated> = values.iter().copied().filter(|v| v.times > 0).collect();
    order.sort_by(|a, b| a.value.total_cmp(&b.value));
    let total = total(&order);
    let place = (total.checked_sub(1)? as f64) * p;
    let lower = nth(&order, place.floor())?;
    let upper = nth(&order, place.ceil())?;
    Some(lower + (place - place.floor()) * (upper - lower))
}

/// The value at a place counted from 0 in the written-out list.
fn nth(order: &[Repeated], place: f64) -> Option<f64> {
    let mut before = 0.0;
    for v in order {
        before += v.times as f64;
        if place < before {
            return Some(v.value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_is_every_quantile() {
        for p in [0.0, 0.3, 1.0] {
            assert_eq!(quantile_type7(&[4.0], p), Some(4.0));
            assert_eq!(quantile_type8(&[4.0], p), Some(4.0));
            assert_eq!(quantile_type1(&[4.0], p), Some(4.0));
        }
    }

    #[test]
    fn no_values_and_shares_outside_the_range_have_no_quantile() {
        assert_eq!(quantile_type7(&[], 0.5), None);
        assert_eq!(quantile_type8(&[], 0.5), None);
        assert_eq!(quantile_type1(&[], 0.5), None);
        assert_eq!(quantile_type7(&[1.0], f64::NAN), None);
        assert_eq!(quantile_type7(&[1.0], 1.1), None);
    }

    #[test]
    fn equal_neighbours_give_exactly_that_value() {
        assert_eq!(quantile_type7(&[0.1, 0.1, 0.1], 0.37), Some(0.1));
    }
}
