//! Simple forecasts with closed intervals, their errors, and the choice between methods.
//!
//! Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, chapter 5. A series
//! here has no gaps; [`last_unbroken`] gives the part that can be used.

use super::summary::{finite, mean, standard_deviation};
use super::{distributions, fit};

/// Means of the coming periods and how uncertain they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// One a coming period.
    pub mean: Vec<f64>,
    /// Standard error, one a coming period.
    pub spread: Vec<f64>,
    pub shape: Shape,
}

/// The distribution intervals are taken from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    Normal,
    /// Student's t with so many degrees of freedom.
    T(f64),
}

impl Forecast {
    /// Lower and upper end for every period; `level` such as 0.8. `None` outside 0..1.
    pub fn interval(&self, level: f64) -> Option<Vec<(f64, f64)>> {
        let p = f64::midpoint(1.0, level);
        let width = match self.shape {
            Shape::Normal => distributions::normal_quantile(p)?,
            Shape::T(freedom) => distributions::t_quantile(p, freedom)?,
        };
        let ends = self.mean.iter().zip(&self.spread);
        Some(ends.map(|(m, s)| (m - width * s, m + width * s)).collect())
    }
}

/// The values after the last gap.
pub fn last_unbroken(values: &[Option<f64>]) -> Vec<f64> {
    let mut tail: Vec<f64> = values.iter().rev().copied().map_while(finite).collect();
    tail.reverse();
    tail
}

/// The last value again. `None` below two values.
pub fn naive(values: &[f64], h: usize) -> Option<Forecast> {
    seasonal_naive(values, 1, h)
}

/// The value of the same season one period ago. `None` without one whole period and a value.
pub fn seasonal_naive(values: &[f64], period: usize, h: usize) -> Option<Forecast> {
    if period == 0 || values.len() <= period {
        return None;
    }
    let sigma = root_mean_square(&differences(values, period))?;
    let last: Vec<f64> = values.iter().skip(values.len() - period).copied().collect();
    Some(Forecast {
        mean: last.iter().cycle().take(h).copied().collect(),
        spread: (0..h).map(|step| sigma * ((step / period + 1) as f64).sqrt()).collect(),
        shape: Shape::Normal,
    })
}

/// The line from the first to the last value. `None` below three values.
pub fn drift(values: &[f64], h: usize) -> Option<Forecast> {
    let steps = differences(values, 1);
    let slope = mean(&steps)?;
    let sigma = standard_deviation(&steps)?;
    let slope_error = sigma / (steps.len() as f64).sqrt();
    let last = *values.last()?;
    let ahead = (1..=h).map(|step| step as f64);
    Some(Forecast {
        mean: ahead.clone().map(|step| last + step * slope).collect(),
        spread: ahead.map(|step| (sigma * step.sqrt()).hypot(slope_error * step)).collect(),
        shape: Shape::Normal,
    })
}

/// The mean of all values. `None` below two values.
pub fn overall_mean(values: &[f64], h: usize) -> Option<Forecast> {
    let n = values.len() as f64;
    let spread = standard_deviation(values)? * (1.0 + 1.0 / n).sqrt();
    Some(Forecast {
        mean: vec![mean(values)?; h],
        spread: vec![spread; h],
        shape: Shape::T(n - 1.0),
    })
}

fn differences(values: &[f64], lag: usize) -> Vec<f64> {
    values.iter().skip(lag).zip(values).map(|(y, before)| y - before).collect()
}

fn root_mean_square(values: &[f64]) -> Option<f64> {
    let squares: Vec<f64> = values.iter().map(|x| x * x).collect();
    mean(&squares).map(f64::sqrt)
}

/// How far a forecast was from what came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Accuracy {
    /// Mean error, actual minus forecast.
    pub bias: f64,
    /// RMSE.
    pub root_mean_square: f64,
    /// MAE.
    pub mean_absolute: f64,
    /// MAPE, in percent; `None` when some actual value is 0.
    pub percentage: Option<f64>,
    /// MASE: the mean absolute error over that of the naive forecast `lag` periods ahead within `train`
    /// (Hyndman & Koehler 2006); `None` when that is 0 or `train` is too short.
    pub scaled: Option<f64>,
}

/// Compares a forecast with what came; `None` when there is nothing to compare.
pub fn accuracy(train: &[f64], actual: &[f64], forecast: &[f64], lag: usize) -> Option<Accuracy> {
    let errors: Vec<f64> = actual.iter().zip(forecast).map(|(a, f)| a - f).collect();
    let absolute: Vec<f64> = errors.iter().map(|e| e.abs()).collect();
    let mean_absolute = mean(&absolute)?;
    let shares: Vec<f64> = absolute.iter().zip(actual).map(|(e, a)| 100.0 * e / a.abs()).collect();
    let scale: Vec<f64> = differences(train, lag).iter().map(|d| d.abs()).collect();
    Some(Accuracy {
        bias: mean(&errors)?,
        root_mean_square: root_mean_square(&errors)?,
        mean_absolute,
        percentage: mean(&shares).filter(|_| shares.iter().all(|s| s.is_finite())),
        scaled: mean(&scale).filter(|scale| *scale > 0.0).map(|scale| mean_absolute / scale),
    })
}

/// A way to forecast, in the order ties are decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approach {
    Naive,
    Drift,
    SeasonalNaive,
    /// Exponential smoothing with a damped trend, ETS(A,Ad,N).
    Damped,
    /// The same with an additive season, ETS(A,Ad,A).
    DampedSeasonal,
}

impl Approach {
    /// Forecasts `h` periods with this approach; `None` when the series is too short for it.
    pub fn forecast(self, values: &[f64], period: usize, h: usize) -> Option<Forecast> {
        match self {
            Self::Naive => naive(values, h),
            Self::Drift => drift(values, h),
            Self::SeasonalNaive => seasonal_naive(values, period, h),
            Self::Damped => fit::fit(values, fit::Form::damped()).map(|f| f.forecast(h)),
            Self::DampedSeasonal => {
                fit::fit(values, fit::Form::damped_seasonal(period)).map(|f| f.forecast(h))
            }
        }
    }

    /// A seasonal approach needs two whole periods before it is considered.
    fn is_open_to(self, n: usize, period: usize) -> bool {
        match self {
            Self::Naive | Self::Drift | Self::Damped => true,
            Self::SeasonalNaive | Self::DampedSeasonal => period > 1 && n >= 2 * period,
        }
    }
}

/// Origins the approaches are tried from.
const ORIGINS: usize = 6;

/// The approach whose forecasts were nearest from the last origins of the series (smallest
/// mean absolute scaled error, rolling origin). Gives the approach and that error.
///
/// `None` when the series is too short to try anything: below 10 values.
pub fn choose(values: &[f64], period: usize, h: usize) -> Option<(Approach, f64)> {
    if values.len() < 10 {
        return None;
    }
    let approaches = [
        Approach::Naive,
        Approach::Drift,
        Approach::SeasonalNaive,
        Approach::Damped,
        Approach::DampedSeasonal,
    ];
    let first = values.len() - ORIGINS.min(values.len() / 3);
    approaches
        .into_iter()
        .filter(|approach| approach.is_open_to(first, period))
        .filter_map(|approach| {
            let errors: Vec<f64> = (first..values.len())
                .map(|origin| {
                    let (train, rest) = values.split_at_checked(origin)?;
                    let forecast = approach.forecast(train, period, h.min(rest.len()))?;
                    let scale = if train.len() > 2 * period { period } else { 1 };
                    accuracy(train, rest, &forecast.mean, scale)?.scaled
                })
                .collect::<Option<_>>()?;
            Some((approach, mean(&errors)?))
        })
        .min_by(|a, b| a.1.total_cmp(&b.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_follows_the_last_gap_is_used() {
        assert_eq!(last_unbroken(&[Some(1.0), None, Some(2.0), Some(3.0)]), [2.0, 3.0]);
        assert_eq!(last_unbroken(&[Some(1.0), None]), [0.0; 0]);
    }

    #[test]
    fn a_percentage_of_nothing_is_not_given() {
        let accuracy = accuracy(&[1.0, 2.0], &[0.0, 1.0], &[1.0, 1.0], 1).unwrap();
        assert_eq!(accuracy.percentage, None);
    }

    #[test]
    fn the_season_wins_where_there_is_nothing_else() {
        let values: Vec<f64> = [9.0, 2.0, 5.0, 1.0].into_iter().cycle().take(36).collect();
        let noisy: Vec<f64> =
            values.iter().zip([0.0, 0.5, -0.5].iter().cycle()).map(|(a, b)| a + b).collect();
        let (approach, _) = choose(&noisy, 4, 4).unwrap();
        assert!(matches!(approach, Approach::SeasonalNaive | Approach::DampedSeasonal));
    }
}
