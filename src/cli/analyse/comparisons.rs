//! Comparing rates and shares, and looking for a trend.

use serde_json::{Value, json};

use super::AnalyseError;
use super::input::{Input, same_length};
use crate::statistics::autocorrelation as acf;
use crate::statistics::intervals::{self, Events};
use crate::statistics::trend::{least_squares_slope, mann_kendall, theil_sen};

const LEVEL: f64 = 0.95;

/// Pairs of counts over stretches of time.
pub fn rate_ratios(input: Input<'_>) -> Result<Value, AnalyseError> {
    let mut results = Vec::new();
    for pair in input.objects("comparisons")? {
        let first = Events { n: pair.count("x1")? as u64, time: pair.number("t1")? };
        let second = Events { n: pair.count("x2")? as u64, time: pair.number("t2")? };
        let compared = intervals::rate_ratio(first, second, LEVEL);
        results.push(json!({
            "rate1": first.rate(),
            "rate2": second.rate(),
            "rate_ratio": compared.and_then(|c| c.ratio),
            "ci95": (compared.map(|c| c.lower), compared.and_then(|c| c.upper)),
            "p_value": compared.map(|c| c.p_value),
        }));
    }
    Ok(json!({ "results": results }))
}

/// Two columns of counts.
fn pairs(input: Input<'_>, x: &str, n: &str) -> Result<Vec<(u64, u64)>, AnalyseError> {
    let counts = input.counts(x)?;
    let sizes = input.counts(n)?;
    same_length(n, sizes.len(), counts.len())?;
    let pairs = counts.iter().zip(&sizes);
    Ok(pairs.map(|(x, n)| (*x as u64, *n as u64)).collect())
}

/// Intervals of shares.
pub fn wilson(input: Input<'_>) -> Result<Value, AnalyseError> {
    let found: Vec<_> =
        pairs(input, "x", "n")?.into_iter().map(|(x, n)| intervals::wilson(x, n, LEVEL)).collect();
    Ok(json!({
        "lower": found.iter().map(|i| i.map(|i| i.lower)).collect::<Vec<_>>(),
        "upper": found.iter().map(|i| i.map(|i| i.upper)).collect::<Vec<_>>(),
    }))
}

/// Differences of shares.
pub fn newcombe(input: Input<'_>) -> Result<Value, AnalyseError> {
    let first = pairs(input, "x1", "n1")?;
    let second = pairs(input, "x2", "n2")?;
    same_length("x2", second.len(), first.len())?;
    let found: Vec<_> = first
        .into_iter()
        .zip(second)
        .map(|(first, second)| intervals::newcombe(first, second, LEVEL))
        .collect();
    Ok(json!({
        "difference": found.iter().map(|d| d.map(|d| d.difference)).collect::<Vec<_>>(),
        "lower": found.iter().map(|d| d.map(|d| d.interval.lower)).collect::<Vec<_>>(),
        "upper": found.iter().map(|d| d.map(|d| d.interval.upper)).collect::<Vec<_>>(),
    }))
}

/// Below this the trend is called one.
const ALPHA: f64 = 0.05;

/// Mann-Kendall and Theil-Sen, with two slopes to compare.
pub fn trend(input: Input<'_>) -> Result<Value, AnalyseError> {
    let values = input.gapped("y")?;
    let test = mann_kendall(&values);
    let line = theil_sen(&values);
    let name = test.map(|test| match test.p_value < ALPHA {
        true if test.z > 0.0 => "increasing",
        true => "decreasing",
        false => "no trend",
    });
    Ok(json!({
        "n": test.map_or(0, |test| test.n),
        "theil_sen_slope": line.map(|l| l.slope),
        "theil_sen_intercept_scipy": line.map(|l| l.intercept),
        "slope_ci95": (line.and_then(|l| l.lower), line.and_then(|l| l.upper)),
        "mk_s": test.map(|t| t.s),
        "mk_var_s": test.map(|t| t.variance),
        "mk_z": test.map(|t| t.z),
        "mk_p_two_sided": test.map(|t| t.p_value),
        "mk_tau_a": test.map(|t| t.tau_a),
        "trend": name,
        "kendall_tau_b": test.and_then(|t| t.tau_b),
        "ols_slope": least_squares_slope(&values),
    }))
}

/// Autocorrelations, and whether those up to half and all the lags are more than chance.
pub fn autocorrelation(input: Input<'_>) -> Result<Value, AnalyseError> {
    let values = input.numbers("y")?;
    let max_lag = input.count("max_lag")?;
    if max_lag > values.len() {
        return Err(AnalyseError::OutOfRange {
            field: "max_lag".into(),
            value: max_lag.to_string(),
        });
    }
    let found = acf::autocorrelation(&values, max_lag);
    let lags = [max_lag / 2, max_lag];
    let tests = lags.map(|lag| acf::ljung_box(found.as_deref()?, values.len(), lag));
    Ok(json!({
        "acf": found,
        "ljung_box": {
            "lag": lags,
            "statistic": tests.map(|test| test.map(|t| t.statistic)),
            "p": tests.map(|test| test.map(|t| t.p_value)),
        },
    }))
}
