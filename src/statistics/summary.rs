//! Location and spread of the known values of a series.

/// The finite values of a series, in order; gaps are left out.
pub fn known(values: &[Option<f64>]) -> Vec<f64> {
    values.iter().copied().filter_map(finite).collect()
}

/// A value that can be computed with; a gap otherwise.
pub(super) fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|x| x.is_finite())
}

/// Sum with the rounding errors carried along (Neumaier 1974).
pub fn sum(values: &[f64]) -> f64 {
    let mut sum = 0.0_f64;
    let mut carried = 0.0_f64;
    for &x in values {
        let next = sum + x;
        carried += if sum.abs() >= x.abs() { (sum - next) + x } else { (x - next) + sum };
        sum = next;
    }
    if carried.is_finite() { sum + carried } else { sum }
}

/// Arithmetic mean; `None` without values.
///
/// Exact enough for ties: the mean of equal values is that value, to the last bit.
pub fn mean(values: &[f64]) -> Option<f64> {
    let (low, high) = range(values)?;
    let n = values.len() as f64;
    let mut rough = sum(values) / n;
    if !rough.is_finite() {
        rough = values.iter().map(|x| x / n).sum();
    }

    let rest: Vec<f64> = values.iter().map(|x| x - rough).collect();
    let mean = rough + sum(&rest) / n;
    Some(mean.clamp(low, high))
}

/// Smallest and largest value; `None` without values.
pub fn range(values: &[f64]) -> Option<(f64, f64)> {
    values.iter().fold(None, |range, &x| match range {
        None => Some((x, x)),
        Some((low, high)) => Some((low.min(x), high.max(x))),
    })
}

/// Median from the values as they are; with an even number the mean of the two middle ones.
///
/// Linear in the number of values. `None` without values.
pub fn median(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }

    let mut order = values.to_vec();
    let half = order.len() / 2;
    let is_odd = order.len() % 2 == 1;
    let (below, &mut upper, _) = order.select_nth_unstable_by(half, f64::total_cmp);
    if is_odd {
        return Some(upper);
    }
    let lower = below.iter().copied().max_by(f64::total_cmp)?;
    let middle = f64::midpoint(lower, upper);
    Some(middle)
}

/// Sample standard deviation (divisor n - 1); `None` with fewer than two values.
pub fn standard_deviation(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    let mean = mean(values)?;
    let squares: Vec<f64> = values.iter().map(|x| (x - mean).powi(2)).collect();
    Some((sum(&squares) / (values.len() as f64 - 1.0)).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_of_equal_values_is_that_value_to_the_last_bit() {
        for value in [0.1, 1e-7, 1e9 + 0.3, -7.7, 1e308] {
            for n in [1, 3, 10, 19, 120] {
                assert_eq!(mean(&vec![value; n]), Some(value));
            }
        }
    }

    #[test]
    fn the_median_of_an_even_number_lies_between_the_two_middle_values() {
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(median(&[25.4, 25.2]), Some(f64::midpoint(25.2, 25.4)));
    }
}
