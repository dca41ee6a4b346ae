//! Quantiles, bands and waits that are not over.

use serde_json::{Value, json};

use super::AnalyseError;
use super::answer::{Answer, Asked};
use super::input::{Input, same_length};
use crate::statistics::bands::{Band, GroupedQuantile, consecutive, grouped_quantile, total};
use crate::statistics::kaplan_meier::{self as km, End, KaplanMeier, Scale, Wait};
use crate::statistics::quantile::{self, Repeated};
use crate::statistics::summary;

/// Number, mean, spread and three kinds of quantiles.
pub fn quantiles(input: Input<'_>) -> Result<Value, AnalyseError> {
    let sorted = quantile::sorted(&input.gapped("x")?);
    let p = input.numbers("p")?;
    let at = |kind: fn(&[f64], f64) -> Option<f64>| -> Vec<Option<f64>> {
        p.iter().map(|p| kind(&sorted, *p)).collect()
    };
    let (min, max) = summary::range(&sorted).unzip();
    Ok(json!({
        "n": sorted.len(),
        "mean": summary::mean(&sorted),
        "median": summary::median(&sorted),
        "type7": at(quantile::quantile_type7),
        "type8": at(quantile::quantile_type8),
        "type1": at(quantile::quantile_type1),
        "min": min,
        "max": max,
        "sd": summary::standard_deviation(&sorted),
    }))
}

/// Values that occur several times.
pub fn repeated(input: Input<'_>) -> Result<Value, AnalyseError> {
    let x = input.numbers("x")?;
    let weights = input.counts("weight")?;
    same_length("weight", weights.len(), x.len())?;
    let values: Vec<Repeated> = x
        .iter()
        .zip(&weights)
        .map(|(value, times)| Repeated { value: *value, times: *times as u64 })
        .collect();
    let p = input.numbers("p")?;
    let at = |p: &f64| quantile::repeated_quantile_type7(&values, *p);
    Ok(json!({
        "weighted_mean": quantile::repeated_mean(&values),
        "quantile_type7": p.iter().map(at).collect::<Vec<_>>(),
        "weighted_sd": quantile::repeated_standard_deviation(&values),
    }))
}

/// The median with its interval.
pub fn median_interval(input: Input<'_>) -> Result<Value, AnalyseError> {
    let sorted = quantile::sorted(&input.gapped("x")?);
    let interval = quantile::median_interval(&sorted);
    Ok(json!({
        "lower": interval.map(|i| i.lower),
        "upper": interval.map(|i| i.upper),
        "coverage": interval.map(|i| i.coverage),
        "median": summary::median(&sorted),
    }))
}

/// Percentiles of banded waits; null in an open band.
pub fn grouped(input: Input<'_>) -> Result<Value, AnalyseError> {
    let counts = input.numbers("counts")?;
    let is_weekly = input.has("band_lower_bounds");
    let bands = if is_weekly {
        let lower = input.numbers("band_lower_bounds")?;
        same_length("counts", counts.len(), lower.len())?;
        consecutive(&lower, &counts, Some(1.0))
    } else {
        bands(input, &counts)?
    };
    let percentile = |p: &f64| match grouped_quantile(&bands, *p)? {
        GroupedQuantile::At(value) => Some(value),
        GroupedQuantile::AtLeast(_) => None,
    };
    let percentiles: Vec<Option<f64>> = input.numbers("p")?.iter().map(percentile).collect();
    Ok(Answer::new()
        .with("percentile", percentiles)
        .and(Asked::from(!is_weekly), |answer| answer.with("total", total(&bands)))
        .into())
}

fn bands(input: Input<'_>, counts: &[f64]) -> Result<Vec<Band>, AnalyseError> {
    let lower = input.numbers("band_lower")?;
    let upper = input.gapped("band_upper")?;
    same_length("band_upper", upper.len(), lower.len())?;
    same_length("counts", counts.len(), lower.len())?;
    let bands = lower.iter().zip(upper).zip(counts);
    Ok(bands.map(|((lower, upper), count)| Band { lower: *lower, upper, count: *count }).collect())
}

fn read_waits(input: Input<'_>) -> Result<Vec<Wait>, AnalyseError> {
    let times = input.numbers("time")?;
    let events = input.counts("event")?;
    same_length("event", events.len(), times.len())?;
    let entries = if input.has("entry") { input.gapped("entry")? } else { vec![None; times.len()] };
    same_length("entry", entries.len(), times.len())?;
    let waits = times.iter().zip(&events).zip(entries);
    Ok(waits
        .map(|((time, event), entry)| Wait {
            entry,
            time: *time,
            end: if *event > 0 { End::Started } else { End::StillWaiting },
        })
        .collect())
}

/// Shares of the waits the quantiles are asked for.
const SHARES: [f64; 4] = [0.25, 0.5, 0.75, 0.9];

/// The curve step by step, quantiles by both conventions, and the interval of the median.
pub fn kaplan_meier(input: Input<'_>) -> Result<Value, AnalyseError> {
    let curve = km::kaplan_meier(&read_waits(input)?);
    let step =
        |cell: &dyn Fn(&km::Step) -> Value| -> Value { curve.steps.iter().map(cell).collect() };
    let times = if input.has("times") { input.numbers("times")? } else { Vec::new() };
    let at: Vec<f64> = times.iter().map(|time| curve.survival_at(*time)).collect();
    let first_times = SHARES.map(|p| curve.quantile(p));
    Ok(Answer::new()
        .with("event_times", step(&|s| json!(s.time)))
        .with("at_risk", step(&|s| json!(s.at_risk)))
        .with("events", step(&|s| json!(s.started)))
        .with("survival", step(&|s| json!(s.survival)))
        .with("greenwood_se", step(&|s| json!(s.standard_error)))
        .with("p", SHARES)
        .with("quantile_first_time_at_or_below", first_times)
        .with("quantile_r_survfit", SHARES.map(|p| curve.quantile_midpoint(p)))
        .with("median_ci95_loglog", curve.quantile_interval(0.5, 0.95, Scale::LogLog))
        .with("median_ci95_log", curve.quantile_interval(0.5, 0.95, Scale::Log))
        .and(Asked::from(input.has("times")), |answer| answer.with("survival_at_times", at))
        .into())
}

/// The curve at every time somebody was last seen.
pub fn kaplan_meier_timeline(input: Input<'_>) -> Result<Value, AnalyseError> {
    let waits = read_waits(input)?;
    let curve = km::kaplan_meier(&waits);
    let mut times: Vec<f64> = waits.iter().map(|wait| wait.time).chain([0.0]).collect();
    times.sort_by(f64::total_cmp);
    times.dedup_by(|a, b| a.total_cmp(b).is_eq());
    let survival: Vec<f64> = times.iter().map(|time| curve.survival_at(*time)).collect();
    let (lower, upper) = curve.quantile_interval(0.5, 0.95, Scale::LogLog);
    Ok(json!({
        "median": curve.median(),
        // This shape closes an open upper end where nobody is left waiting.
        "median_ci95_loglog": (lower, upper.or_else(|| emptied(&curve))),
        "percentile_75_90": (curve.quantile(0.75), curve.quantile(0.9)),
        "times": times,
        "survival": survival,
        "restricted_mean_90": curve.restricted_mean(90.0),
    }))
}

fn emptied(curve: &KaplanMeier) -> Option<f64> {
    let last = curve.steps.last()?;
    (last.at_risk == last.started).then_some(last.time)
}

/// Why the median of completed waits alone is not the median wait.
pub fn three_medians(input: Input<'_>) -> Result<Value, AnalyseError> {
    let waits = read_waits(input)?;
    let median_of = |end: End| {
        let times: Vec<f64> = waits.iter().filter(|w| w.end == end).map(|w| w.time).collect();
        summary::median(&times)
    };
    Ok(json!({
        "median_of_completed_only": median_of(End::Started),
        "median_of_still_waiting_age": median_of(End::StillWaiting),
        "km_median": km::kaplan_meier(&waits).median(),
    }))
}
