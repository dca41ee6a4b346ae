//! Comparisons of counts, rules of thumb for a queue, and plain forecasts.

use sagstakt::statistics::forecast::{self, Forecast};
use sagstakt::statistics::intervals::{self, Events};
use sagstakt::statistics::queue;
use serde_json::{Value, json};

use crate::input::{Input, Read};

/// Pairs of counts over stretches of time.
pub fn rate_ratios(input: Input<'_>) -> Read<Value> {
    let compare = |pair: &Value| {
        let pair = Input(pair);
        let side = |n: &str, time: &str| -> Read<Events> {
            Ok(Events { n: pair.count(n)? as u64, time: pair.number(time)? })
        };
        let (first, second) = (side("x1", "t1")?, side("x2", "t2")?);
        let compared = intervals::rate_ratio(first, second, 0.95);
        Ok(json!({
            "rate1": first.rate(),
            "rate2": second.rate(),
            "rate_ratio": compared.and_then(|it| it.ratio),
            "ci95": (compared.map(|it| it.lower), compared.and_then(|it| it.upper)),
            "p_value": compared.map(|it| it.p_value),
        }))
    };
    let results: Read<Vec<Value>> = input.list("comparisons")?.iter().map(compare).collect();
    Ok(json!({ "results": results? }))
}

pub fn load(input: Input<'_>) -> Read<Value> {
    let demand = input.numbers("demand")?;
    let capacity = input.column("capacity", demand.len())?;
    let load = demand.iter().zip(&capacity).map(|(demand, it)| queue::load(*demand, *it));
    Ok(json!({ "load": load.collect::<Vec<_>>() }))
}

/// Capacity that brings a queue to its target in time.
pub fn relief_capacity(input: Input<'_>) -> Read<Value> {
    let demand = input.numbers("demand_per_week")?;
    let column = |field| input.column(field, demand.len());
    let [size, target, weeks] =
        [column("queue_size")?, column("target_queue_size")?, column("weeks_to_target")?];
    let capacity = |at: usize| queue::relief_capacity(demand[at], size[at], target[at], weeks[at]);
    Ok(json!({ "relief_capacity_per_week": (0..demand.len()).map(capacity).collect::<Vec<_>>() }))
}

/// The queue that goes with a target.
pub fn target_queue(input: Input<'_>) -> Read<Value> {
    let demand = input.numbers("demand_per_week")?;
    let target = input.column("target_wait_weeks", demand.len())?;
    let factor = input.column("factor", demand.len())?;
    let rows = || 0..demand.len();
    let mean = |at: usize| queue::target_mean_wait(target[at], factor[at]);
    let size = |at: usize| queue::target_queue(demand[at], target[at], factor[at]);
    Ok(json!({
        "target_mean_wait_weeks": rows().map(mean).collect::<Vec<_>>(),
        "target_queue_size": rows().map(size).collect::<Vec<_>>(),
    }))
}

/// A forecast with one pair of columns a level.
pub fn forecast(input: Input<'_>, make: fn(&[f64], usize) -> Option<Forecast>) -> Read<Value> {
    let forecast = make(&input.numbers("y")?, input.count("h")?);
    let mut answer = json!({ "mean": forecast.as_ref().map(|it| &it.mean) });
    for level in input.numbers("level")? {
        let ends = forecast.as_ref().and_then(|it| it.interval(level / 100.0));
        let (lower, upper): (Vec<f64>, Vec<f64>) = ends.unwrap_or_default().into_iter().unzip();
        answer[format!("lower{level}")] = json!(lower);
        answer[format!("upper{level}")] = json!(upper);
    }
    Ok(answer)
}

pub fn accuracy(input: Input<'_>) -> Read<Value> {
    let [train, test, made] =
        [input.numbers("train")?, input.numbers("test")?, input.numbers("forecast")?];
    let found = forecast::accuracy(&train, &test, &made);
    Ok(json!({
        "me": found.map(|it| it.bias),
        "mae": found.map(|it| it.mean_absolute),
        "mase": found.and_then(|it| it.scaled),
    }))
}
