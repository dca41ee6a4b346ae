//! Trend, season and the coming periods.

use serde_json::{Value, json};

use super::AnalyseError;
use super::answer::Answer;
use super::input::Input;
use crate::statistics::forecast::{self, Forecast};
use crate::statistics::smoothing::{self, Seasonal, State, Weights};
use crate::statistics::{decomposition, fit, stl};

/// Most periods ahead that are answered.
const MAX_AHEAD: usize = 10_000;

fn ahead(input: Input<'_>) -> Result<usize, AnalyseError> {
    let h = input.count("h")?;
    if h <= MAX_AHEAD {
        return Ok(h);
    }
    Err(AnalyseError::OutOfRange { field: "h".into(), value: h.to_string() })
}

/// Classical decomposition.
pub fn decompose(input: Input<'_>) -> Result<Value, AnalyseError> {
    let parts = decomposition::decompose(&input.gapped("y")?, input.count("frequency")?);
    Ok(json!({
        "trend": parts.as_ref().map(|p| &p.trend),
        "seasonal": parts.as_ref().map(|p| &p.seasonal),
        "remainder": parts.as_ref().map(|p| &p.remainder),
    }))
}

/// Decomposition by local regression.
pub fn stl(input: Input<'_>) -> Result<Value, AnalyseError> {
    let parts = stl::stl_periodic(&input.numbers("y")?, input.count("frequency")?);
    Ok(json!({
        "trend": parts.as_ref().map(|p| &p.trend),
        "seasonal": parts.as_ref().map(|p| &p.seasonal),
    }))
}

/// The forecasts with closed intervals.
pub fn simple(method: &str, input: Input<'_>) -> Result<Value, AnalyseError> {
    let values = input.numbers("y")?;
    let h = ahead(input)?;
    let forecast = match method {
        "forecast_naive" => forecast::naive(&values, h),
        "forecast_drift" => forecast::drift(&values, h),
        "forecast_mean" => forecast::overall_mean(&values, h),
        _ => forecast::seasonal_naive(&values, input.count("frequency")?, h),
    };
    with_intervals(input, forecast.as_ref(), Answer::new())
}

/// Adds means and one pair of columns a level to an answer.
fn with_intervals(
    input: Input<'_>,
    forecast: Option<&Forecast>,
    answer: Answer,
) -> Result<Value, AnalyseError> {
    let mut answer = answer.with("mean", forecast.map(|f| &f.mean));
    for level in input.numbers("level")? {
        let ends = forecast.and_then(|f| f.interval(level / 100.0));
        let (lower, upper): (Vec<f64>, Vec<f64>) = ends.unwrap_or_default().into_iter().unzip();
        answer = answer.with(format!("lower{level}"), lower).with(format!("upper{level}"), upper);
    }
    Ok(answer.into())
}

/// Errors of a forecast, scaled by those of the naive forecast one step ahead whatever the
/// frequency: so Hyndman & Koehler defined it and so the package this is compared with does.
pub fn accuracy(input: Input<'_>) -> Result<Value, AnalyseError> {
    let found = forecast::accuracy(
        &input.numbers("train")?,
        &input.numbers("test")?,
        &input.numbers("forecast")?,
        1,
    );
    Ok(json!({
        "me": found.map(|a| a.bias),
        "rmse": found.map(|a| a.root_mean_square),
        "mae": found.map(|a| a.mean_absolute),
        "mape": found.and_then(|a| a.percentage),
        "mase": found.and_then(|a| a.scaled),
    }))
}

/// Weights in Holt's and Winters' own form and the states to start from.
fn read_smoothing(input: Input<'_>) -> Result<(Weights, State), AnalyseError> {
    let weights = Weights {
        alpha: input.number("alpha")?,
        beta: input.optional_number("beta")?.unwrap_or(0.0),
        gamma: input.optional_number("gamma")?.unwrap_or(0.0),
        phi: input.optional_number("phi")?.unwrap_or(1.0),
    };
    let season =
        if input.has("seasonal_start") { input.numbers("seasonal_start")? } else { Vec::new() };
    let state = State {
        level: input.number("level_start")?,
        trend: input.optional_number("trend_start")?.unwrap_or(0.0),
        season: season.into(),
    };
    Ok((weights, state))
}

/// Additive exponential smoothing; the season follows the old level plus trend.
pub fn smoothing(input: Input<'_>) -> Result<Value, AnalyseError> {
    let (holt, start) = read_smoothing(input)?;
    let weights = Weights { beta: holt.alpha * holt.beta, ..holt };
    let smoothed = smoothing::smooth(&input.numbers("y")?, weights, start);
    Ok(json!({
        "mean": smoothing::means(&smoothed.state, weights, ahead(input)?),
        "fitted": smoothed.fitted,
        "sse": smoothed.sse,
    }))
}

/// Holt-Winters; the season follows the new level. The first values give the starting states
/// and are not fitted.
pub fn holt_winters(input: Input<'_>) -> Result<Value, AnalyseError> {
    let (weights, start) = read_smoothing(input)?;
    let seasonal = match input.has("seasonal").then(|| input.text("seasonal")).transpose()? {
        Some("multiplicative") => Seasonal::Multiplicative,
        _ => Seasonal::Additive,
    };
    let has_trend = input.has("beta");
    let n_before = match start.season.len() {
        0 if has_trend => 2,
        0 => 1,
        period => period,
    };
    let values: Vec<f64> = input.numbers("y")?.into_iter().skip(n_before).collect();
    let smoothed = smoothing::holt_winters(&values, weights, start, seasonal);
    let state = smoothed.as_ref().map(|s| &s.state);
    let h = ahead(input)?;
    Ok(json!({
        "fitted": smoothed.as_ref().map(|s| &s.fitted),
        "sse": smoothed.as_ref().map(|s| s.sse),
        "final_states": state.map(|state| named_states(state, has_trend.then_some(state.trend))),
        "mean": state.map(|state| smoothing::holt_winters_means(state, seasonal, h)),
    }))
}

/// R's names: a, b, and s1 for the next season.
fn named_states(state: &State, trend: Option<f64>) -> Value {
    let mut named = Answer::new().with("a", state.level);
    if let Some(trend) = trend {
        named = named.with("b", trend);
    }
    for (number, season) in (1..).zip(&state.season) {
        named = named.with(format!("s{number}"), season);
    }
    named.into()
}

/// ETS with additive errors and given parameters.
pub fn ets(input: Input<'_>) -> Result<Value, AnalyseError> {
    let values = input.numbers("y")?;
    let parameters = input
        .object("parameters")?
        .ok_or_else(|| AnalyseError::MissingField("parameters".into()))?;
    let (weights, start, n_parameters) = ets_parameters(input, parameters)?;
    let has_trend = parameters.has("b");
    let smoothed = smoothing::smooth(&values, weights, start);
    let log_likelihood = fit::log_likelihood(smoothed.sse, values.len());
    let state = &smoothed.state;
    let trend = has_trend.then_some(state.trend);
    // R lists the season of the last value first.
    let season = state.season.iter().rev().copied();
    let states: Vec<f64> = [state.level].into_iter().chain(trend).chain(season).collect();
    let forecast = smoothing::forecast(state, weights, input.number("sigma2")?, ahead(input)?);
    let answer = Answer::new()
        .with("final_states", states)
        .with("log_likelihood", log_likelihood)
        .with("aicc", fit::aicc(log_likelihood, values.len(), n_parameters + 1));
    with_intervals(input, Some(&forecast), answer)
}

fn ets_parameters(
    input: Input<'_>,
    parameters: Input<'_>,
) -> Result<(Weights, State, usize), AnalyseError> {
    let weights = Weights {
        alpha: parameters.number("alpha")?,
        beta: parameters.optional_number("beta")?.unwrap_or(0.0),
        gamma: parameters.optional_number("gamma")?.unwrap_or(0.0),
        phi: parameters.optional_number("phi")?.unwrap_or(1.0),
    };
    let mut season = std::collections::VecDeque::new();
    if parameters.has("s0") {
        let period = input.count("frequency")?;
        for number in 0..period.saturating_sub(1) {
            season.push_front(parameters.number(&format!("s{number}"))?);
        }
        // The seasons sum to 0; the oldest is not written down.
        season.push_front(-season.iter().sum::<f64>());
    }
    let state = State {
        level: parameters.number("l")?,
        trend: parameters.optional_number("b")?.unwrap_or(0.0),
        season,
    };
    let names = ["alpha", "beta", "gamma", "phi", "l", "b"];
    let n_given = names.iter().filter(|name| parameters.has(name)).count();
    let n_seasons = state.season.len().saturating_sub(1);
    Ok((weights, state, n_given + n_seasons))
}
