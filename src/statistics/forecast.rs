//! The two plain forecasts with closed intervals that a band of a stock is checked by, and how far
//! a forecast was from what came.
//!
//! Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, chapter 5. A series
//! here has no gaps.

use super::distributions;
use super::summary::{mean, standard_deviation};

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

/// The line from the first to the last value. `None` below three values.
pub fn drift(values: &[f64], h: usize) -> Option<Forecast> {
    let steps = steps(values);
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

/// Each value minus the one before it.
fn steps(values: &[f64]) -> Vec<f64> {
    values.iter().skip(1).zip(values).map(|(y, before)| y - before).collect()
}

/// How far a forecast was from what came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Accuracy {
    /// Mean error, actual minus forecast.
    pub bias: f64,
    /// MAE.
    pub mean_absolute: f64,
    /// MASE: the mean absolute error over the mean absolute step within `train` (Hyndman & Koehler
    /// 2006); `None` when that is 0 or `train` is too short.
    pub scaled: Option<f64>,
}

/// Compares a forecast with what came; `None` when there is nothing to compare.
pub fn accuracy(train: &[f64], actual: &[f64], forecast: &[f64]) -> Option<Accuracy> {
    let errors: Vec<f64> = actual.iter().zip(forecast).map(|(a, f)| a - f).collect();
    let absolute = |values: &[f64]| -> Vec<f64> { values.iter().map(|x| x.abs()).collect() };
    let mean_absolute = mean(&absolute(&errors))?;
    let scale = mean(&absolute(&steps(train))).filter(|scale| *scale > 0.0);
    Some(Accuracy {
        bias: mean(&errors)?,
        mean_absolute,
        scaled: scale.map(|scale| mean_absolute / scale),
    })
}
