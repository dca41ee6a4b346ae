//! How a series hangs together with itself some periods earlier.

use super::{distributions, summary};

/// Autocorrelations for lags 0 to `max_lag`, with the overall mean and divisor n at every lag
/// (Box & Jenkins). `None` when the values do not vary.
pub fn autocorrelation(values: &[f64], max_lag: usize) -> Option<Vec<f64>> {
    let mean = summary::mean(values)?;
    let rest: Vec<f64> = values.iter().map(|x| x - mean).collect();
    let products = |lag: usize| -> f64 {
        let later = rest.iter().skip(lag);
        rest.iter().zip(later).map(|(a, b)| a * b).sum()
    };
    let whole = products(0);
    (whole > 0.0).then(|| (0..=max_lag).map(|lag| products(lag) / whole).collect())
}

/// Whether the autocorrelations up to a lag are more than chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LjungBox {
    pub lag: usize,
    pub statistic: f64,
    pub p_value: f64,
}

/// Ljung & Box, Biometrika 1978 65:297, of a series of `n` values with autocorrelations from
/// lag 0 on. `None` for a lag that is 0 or not among them.
pub fn ljung_box(autocorrelations: &[f64], n: usize, lag: usize) -> Option<LjungBox> {
    if lag == 0 || lag >= autocorrelations.len() || lag >= n {
        return None;
    }
    let terms = autocorrelations.iter().enumerate().skip(1).take(lag);
    let sum: f64 = terms.map(|(k, r)| r * r / (n - k) as f64).sum();
    let n = n as f64;
    let statistic = n * (n + 2.0) * sum;
    Some(LjungBox {
        lag,
        statistic,
        p_value: distributions::chi_squared_upper(statistic, lag as f64)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_have_no_autocorrelation() {
        assert_eq!(autocorrelation(&[0.1; 9], 3), None);
        assert_eq!(autocorrelation(&[], 3), None);
    }

    #[test]
    fn lags_beyond_the_series_are_zero() {
        let r = autocorrelation(&[1.0, 2.0], 3).unwrap();
        assert_eq!(r, [1.0, -0.5, 0.0, 0.0]);
        assert_eq!(ljung_box(&r, 2, 3), None);
    }
}
