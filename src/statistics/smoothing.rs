//! Exponential smoothing with given parameters: additive ETS, and Holt-Winters as R does it.
//!
//! The two differ: ETS (Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing,
//! 2008) corrects the season with the error against the old level plus trend, Holt-Winters
//! with the new level.

use std::collections::VecDeque;

use super::forecast::{Forecast, Shape};

/// Smoothing parameters. A part of the model that is 0 does not change; `phi` 1 is no damping.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    pub alpha: f64,
    /// On the error itself; that of Holt's form times `alpha`.
    pub beta: f64,
    pub gamma: f64,
    pub phi: f64,
}

/// Level, trend and season before a value.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    pub level: f64,
    /// 0 in a model without trend.
    pub trend: f64,
    /// One figure a season, the next one first; empty in a model without season.
    pub season: VecDeque<f64>,
}

/// What smoothing a series leaves.
#[derive(Debug, Clone, PartialEq)]
pub struct Smoothed {
    /// One-step forecasts, one a value.
    pub fitted: Vec<f64>,
    /// Sum of squared one-step errors.
    pub sse: f64,
    /// After the last value.
    pub state: State,
}

/// Runs additive ETS over a series without gaps.
pub fn smooth(values: &[f64], weights: Weights, start: State) -> Smoothed {
    let mut state = start;
    let mut sse = 0.0;
    let fitted = values.iter().map(|y| {
        let season = state.season.pop_front();
        let ahead = state.level + weights.phi * state.trend;
        let fitted = ahead + season.unwrap_or(0.0);
        let error = y - fitted;
        state.level = ahead + weights.alpha * error;
        state.trend = weights.phi * state.trend + weights.beta * error;
        state.season.extend(season.map(|s| s + weights.gamma * error));
        sse += error * error;
        fitted
    });
    let fitted = fitted.collect();
    Smoothed { fitted, sse, state }
}

/// Means of the coming periods from a state.
pub fn means(state: &State, weights: Weights, h: usize) -> Vec<f64> {
    let mut damping = 0.0;
    let mut power = 1.0;
    let seasons = state.season.iter().copied().cycle();
    let none = std::iter::repeat_n(0.0, if state.season.is_empty() { h } else { 0 });
    none.chain(seasons)
        .take(h)
        .map(|season| {
            power *= weights.phi;
            damping += power;
            state.level + damping * state.trend + season
        })
        .collect()
}

/// Means and normal intervals of the coming periods; `variance` is that of one-step errors.
pub fn forecast(state: &State, weights: Weights, variance: f64, h: usize) -> Forecast {
    let period = state.season.len();
    let mut sum = 1.0;
    let mut damping = 0.0;
    let mut power = 1.0;
    let spread = (1..=h).map(|step| {
        let here = (variance * sum).sqrt();
        power *= weights.phi;
        damping += power;
        let is_own_season = period > 0 && step.is_multiple_of(period);
        let season = if is_own_season { weights.gamma } else { 0.0 };
        sum += (weights.alpha + weights.beta * damping + season).powi(2);
        here
    });
    Forecast { spread: spread.collect(), mean: means(state, weights, h), shape: Shape::Normal }
}

/// How the season enters Holt-Winters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seasonal {
    Additive,
    Multiplicative,
}

/// Holt-Winters as R's `HoltWinters` runs it: `weights.beta` and `weights.gamma` in Holt's and
/// Winters' own form, no damping. `None` when a multiplicative season or level reaches 0.
pub fn holt_winters(
    values: &[f64],
    weights: Weights,
    start: State,
    seasonal: Seasonal,
) -> Option<Smoothed> {
    let Weights { alpha, beta, gamma, .. } = weights;
    let mut state = start;
    let mut sse = 0.0;
    let mut fitted = Vec::with_capacity(values.len());
    for y in values {
        let neutral = match seasonal {
            Seasonal::Additive => 0.0,
            Seasonal::Multiplicative => 1.0,
        };
        let season = state.season.pop_front();
        let own = season.unwrap_or(neutral);
        let ahead = state.level + state.trend;
        let (fit, plain) = match seasonal {
            Seasonal::Additive => (ahead + own, y - own),
            Seasonal::Multiplicative => (ahead * own, y / own),
        };
        let level = alpha * plain + (1.0 - alpha) * ahead;
        state.trend = beta * (level - state.level) + (1.0 - beta) * state.trend;
        state.level = level;
        let seen = match seasonal {
            Seasonal::Additive => y - level,
            Seasonal::Multiplicative => y / level,
        };
        let next = season.map(|season| gamma * seen + (1.0 - gamma) * season);
        state.season.extend(next);
        sse += (y - fit).powi(2);
        fitted.push(fit);
    }
    sse.is_finite().then_some(Smoothed { fitted, sse, state })
}

/// Means of the coming periods from a Holt-Winters state.
pub fn holt_winters_means(state: &State, seasonal: Seasonal, h: usize) -> Vec<f64> {
    match seasonal {
        Seasonal::Additive => {
            let weights = Weights { alpha: 0.0, beta: 0.0, gamma: 0.0, phi: 1.0 };
            means(state, weights, h)
        }
        Seasonal::Multiplicative => (1..=h)
            .zip(state.season.iter().cycle())
            .map(|(step, season)| (state.level + step as f64 * state.trend) * season)
            .collect(),
    }
}
