//! Classical additive decomposition into trend, season and remainder.
//!
//! Source: Kendall & Stuart, The Advanced Theory of Statistics, volume 3.

use super::summary::{finite, known, mean};

/// A series taken apart; what is at the ends or beside a gap has no trend.
#[derive(Debug, Clone, PartialEq)]
pub struct Decomposition {
    /// Centred moving average over one period.
    pub trend: Vec<Option<f64>>,
    /// One figure a season, from the season of the first value on; they sum to 0.
    pub seasonal: Vec<f64>,
    pub remainder: Vec<Option<f64>>,
}

/// Takes a series with `period` seasons apart; `None` below two seasons, or when some season
/// has no value with a trend (that takes about two whole periods).
pub fn decompose(values: &[Option<f64>], period: usize) -> Option<Decomposition> {
    if period < 2 {
        return None;
    }
    let trend = centred_average(values, period);
    let detrended: Vec<Option<f64>> =
        values.iter().zip(&trend).map(|(value, trend)| Some(finite(*value)? - (*trend)?)).collect();
    let figures: Vec<f64> = (0..period)
        .map(|season| {
            let of_season: Vec<Option<f64>> =
                detrended.iter().skip(season).step_by(period).copied().collect();
            mean(&known(&of_season))
        })
        .collect::<Option<_>>()?;
    let level = mean(&figures)?;
    let seasonal: Vec<f64> = figures.iter().map(|figure| figure - level).collect();
    let remainder = detrended
        .iter()
        .zip(seasonal.iter().cycle())
        .map(|(rest, season)| rest.map(|rest| rest - season))
        .collect();
    Some(Decomposition { trend, seasonal, remainder })
}

/// Mean of one period around each place; an even period takes half of both ends.
fn centred_average(values: &[Option<f64>], period: usize) -> Vec<Option<f64>> {
    let half = period / 2;
    let is_even = period.is_multiple_of(2);
    let width = 2 * half + 1;
    let weight = |place: usize| match place {
        _ if !is_even => 1.0,
        place if place == 0 || place == width - 1 => 0.5,
        _ => 1.0,
    };
    let mut trend = vec![None; values.len()];
    for (place, window) in trend.iter_mut().skip(half).zip(values.windows(width)) {
        let sum: Option<f64> =
            window.iter().enumerate().map(|(at, value)| Some(finite(*value)? * weight(at))).sum();
        *place = sum.map(|sum| sum / period as f64);
    }
    trend
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_short_a_series_is_not_taken_apart() {
        assert_eq!(decompose(&[Some(1.0); 12], 12), None);
        assert_eq!(decompose(&[Some(1.0); 12], 1), None);
    }

    #[test]
    fn a_straight_line_is_all_trend() {
        let values: Vec<Option<f64>> = (0..9).map(|i| Some(f64::from(i))).collect();
        let parts = decompose(&values, 3).unwrap();
        assert_eq!(parts.trend[1..8], values[1..8]);
        assert_eq!(parts.seasonal, [0.0; 3]);
    }
}
