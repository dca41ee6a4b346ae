//! Sizes and speeds of queues.

use serde_json::{Value, json};

use super::AnalyseError;
use super::calendar::Day;
use super::input::{Input, same_length};
use crate::statistics::queue::{self, Stay, Unevenness};

/// Longest stretch of days that is answered.
const MAX_DAYS: i64 = 366 * 1000;

/// A column that may be given as one number for all rows.
fn column(input: Input<'_>, field: &str, len: usize) -> Result<Vec<f64>, AnalyseError> {
    if let Ok(number) = input.number(field) {
        return Ok(vec![number; len]);
    }
    let column = input.numbers(field)?;
    same_length(field, column.len(), len)?;
    Ok(column)
}

/// People waiting at every month's end, and the most on any day.
pub fn queue_size(input: Input<'_>) -> Result<Value, AnalyseError> {
    let referred = input.days("referral")?;
    let removed = input.gapped_days("removal")?;
    same_length("removal", removed.len(), referred.len())?;
    let stays: Vec<Stay> = referred
        .iter()
        .zip(removed)
        .map(|(referred, removed)| Stay {
            referred: referred.number(),
            removed: removed.map(Day::number),
        })
        .collect();
    let (from, to) = (input.day("from")?, input.day("to")?);
    if to.number() - from.number() > MAX_DAYS {
        return Err(AnalyseError::OutOfRange { field: "to".into(), value: to.to_string() });
    }
    let daily = queue::daily_queue(&stays, from.number(), to.number());
    let max = daily.iter().map(|(_, n)| *n).max();
    let first_max = daily.iter().find(|(_, n)| Some(*n) == max);
    let is_month_end = |day: Day| day == day.month().last_day();
    let ends: Vec<(Day, i64)> = daily
        .iter()
        .map(|(day, n)| (Day::from_number(*day), *n))
        .filter(|(day, _)| is_month_end(*day))
        .collect();
    Ok(json!({
        "at_month_end": {
            "date": ends.iter().map(|(day, _)| day.to_string()).collect::<Vec<_>>(),
            "queue_size": ends.iter().map(|(_, n)| n).collect::<Vec<_>>(),
        },
        "max_queue": max,
        "date_of_first_max": first_max.map(|(day, _)| Day::from_number(*day).to_string()),
    }))
}

/// How many are referred a week and how unevenly.
pub fn demand(input: Input<'_>) -> Result<Value, AnalyseError> {
    let days: Vec<f64> = input.days("referral")?.iter().map(|day| day.number() as f64).collect();
    let (from, to) = (input.day("from")?, input.day("to")?);
    let arrivals = queue::arrivals(&days, from.number() as f64, to.number() as f64);
    Ok(json!({
        "demand_weekly": arrivals.map(|a| a.rate * 7.0),
        "cv_between_arrivals": arrivals.and_then(|a| a.cv),
        "count_intervals": arrivals.map(|a| a.n_intervals),
    }))
}

/// Demand over capacity, and mean wait against target.
pub fn load_and_pressure(input: Input<'_>) -> Result<Value, AnalyseError> {
    let demand = input.numbers("demand")?;
    let capacity = column(input, "capacity", demand.len())?;
    let waits = input.numbers("mean_wait")?;
    let targets = column(input, "target_wait", waits.len())?;
    let load: Vec<_> = demand.iter().zip(&capacity).map(|(d, c)| queue::load(*d, *c)).collect();
    let pressure = waits.iter().zip(&targets).map(|(w, t)| queue::pressure(*w, *t));
    Ok(json!({ "load": load, "pressure": pressure.collect::<Vec<_>>() }))
}

/// Capacity that brings a queue to its target in time.
pub fn relief_capacity(input: Input<'_>) -> Result<Value, AnalyseError> {
    let demand = input.numbers("demand_per_week")?;
    let n = demand.len();
    let size = column(input, "queue_size", n)?;
    let target = column(input, "target_queue_size", n)?;
    let weeks = column(input, "weeks_to_target", n)?;
    let rows = demand.iter().zip(&size).zip(&target).zip(&weeks);
    let capacity: Vec<Option<f64>> = rows
        .map(|(((demand, size), target), weeks)| {
            queue::relief_capacity(*demand, *size, *target, *weeks)
        })
        .collect();
    Ok(json!({ "relief_capacity_per_week": capacity }))
}

/// Capacity that keeps a queue at its target.
pub fn target_capacity(input: Input<'_>) -> Result<Value, AnalyseError> {
    let demand = input.numbers("demand_per_week")?;
    let n = demand.len();
    let target = column(input, "target_wait_weeks", n)?;
    let factor = column(input, "factor", n)?;
    let cv_demand = column(input, "cv_demand", n)?;
    let cv_capacity = column(input, "cv_capacity", n)?;
    let cv = cv_demand.iter().zip(&cv_capacity);
    let rows = demand.iter().zip(&target).zip(&factor).zip(cv);
    let capacity: Vec<Option<f64>> = rows
        .map(|(((demand, target), factor), (cv_demand, cv_capacity))| {
            let cv = Unevenness { demand: *cv_demand, capacity: *cv_capacity };
            queue::target_capacity(*demand, *target, *factor, cv)
        })
        .collect();
    Ok(json!({ "target_capacity_per_week": capacity }))
}

/// The queue that goes with a target.
pub fn target_queue(input: Input<'_>) -> Result<Value, AnalyseError> {
    let demand = input.numbers("demand_per_week")?;
    let target = column(input, "target_wait_weeks", demand.len())?;
    let factor = column(input, "factor", demand.len())?;
    let waits = target.iter().zip(&factor);
    let mean_wait = waits.clone().map(|(target, factor)| queue::target_mean_wait(*target, *factor));
    let size = demand.iter().zip(waits);
    let size =
        size.map(|(demand, (target, factor))| queue::target_queue(*demand, *target, *factor));
    Ok(json!({
        "target_mean_wait_weeks": mean_wait.collect::<Vec<_>>(),
        "target_queue_size": size.collect::<Vec<_>>(),
    }))
}

/// Little's law from whatever two of three each case gives.
pub fn littles_law(input: Input<'_>) -> Result<Value, AnalyseError> {
    let mut sizes: Vec<Option<f64>> = Vec::new();
    let mut waits: Vec<Option<f64>> = Vec::new();
    for case in input.objects("cases")? {
        if case.has("queue") {
            let (queue, removals) = (case.number("queue")?, case.number("removals_per_week")?);
            sizes.push(None);
            waits.push(queue::time_to_clear(queue, removals));
            continue;
        }
        let size = if case.has("arrivals_per_month") {
            let days = case.number("days_per_month")?;
            let wait = case.number("mean_wait_days")?;
            (days > 0.0).then(|| {
                queue::queue_length(case.number("arrivals_per_month").unwrap_or(0.0), wait / days)
            })
        } else {
            let wait = case.number("mean_wait_weeks")?;
            Some(queue::queue_length(case.number("arrivals_per_week")?, wait))
        };
        sizes.push(size);
        waits.push(None);
    }
    Ok(json!({ "queue": sizes, "wait_weeks": waits }))
}
