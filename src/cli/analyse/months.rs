//! Months that are missing or doubled, half-years, and episodes counted by month.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::AnalyseError;
use super::calendar::{Day, Month};
use super::input::{Input, same_length};
use crate::statistics::summary;

/// Longest stretch of months that is answered: anything longer is a misread date.
const MAX_MONTHS: i64 = 12_000;

/// Which months between the first and the last are missing, and which are there twice.
pub fn calendar_check(input: Input<'_>) -> Result<Value, AnalyseError> {
    let mut rows: BTreeMap<Month, usize> = BTreeMap::new();
    for day in input.days("date")? {
        *rows.entry(day.month()).or_default() += 1;
    }
    let missing: Vec<String> = span(rows.keys().copied())?
        .filter(|month| !rows.contains_key(month))
        .map(|month| month.first_day().to_string())
        .collect();
    let duplicates: Vec<String> = rows
        .iter()
        .filter(|(_, n)| **n > 1)
        .map(|(month, _)| month.first_day().to_string())
        .collect();
    Ok(json!({ "missing": missing, "duplicates": duplicates }))
}

/// Every month from the first to the last of those given.
fn span(
    mut months: impl DoubleEndedIterator<Item = Month>,
) -> Result<impl Iterator<Item = Month>, AnalyseError> {
    let first = months.next().map_or(0, Month::number);
    let last = match months.next_back() {
        Some(month) => month.number(),
        None if first == 0 => -1,
        None => first,
    };
    if last - first >= MAX_MONTHS {
        return Err(AnalyseError::OutOfRange {
            field: "date".into(),
            value: Month::from_number(last).to_string(),
        });
    }
    Ok((first..=last).map(Month::from_number))
}

/// One half-year: the values of its months in order.
#[derive(Default)]
struct Half {
    values: Vec<f64>,
}

impl Half {
    fn mean(&self) -> Option<f64> {
        summary::mean(&self.values)
    }
}

const MONTHS_IN_HALF: usize = 6;

/// Sum, mean, median and change of every half-year from the first to the last with a row.
pub fn half_years(input: Input<'_>) -> Result<Value, AnalyseError> {
    let days = input.days("date")?;
    let values = input.gapped("value")?;
    same_length("value", values.len(), days.len())?;
    let mut months: BTreeMap<Month, (Option<f64>, usize)> = BTreeMap::new();
    for ((day, value), row) in days.iter().zip(&values).zip(1..) {
        if let Some((_, first)) = months.insert(day.month(), (*value, row)) {
            return Err(AnalyseError::DuplicatePeriod {
                period: day.month().to_string(),
                rows: vec![first, row],
            });
        }
    }

    let mut halves: BTreeMap<i64, Half> = BTreeMap::new();
    for month in span(months.keys().copied())? {
        let half = halves.entry(month.number().div_euclid(6)).or_default();
        let value = months.get(&month).and_then(|(value, _)| *value);
        half.values.extend(value);
    }
    let answers: Value =
        halves.iter().map(|(number, half)| half_answer(*number, half, &halves)).collect();
    Ok(json!({ "halves": answers }))
}

fn half_answer(number: i64, half: &Half, halves: &BTreeMap<i64, Half>) -> Value {
    let (min, max) = summary::range(&half.values).unzip();
    let mean_of = |number: i64| halves.get(&number).and_then(Half::mean);
    let change = |before: Option<f64>| Some(half.mean()? - before?);
    let percent = |before: Option<f64>| {
        let before = before.filter(|before| *before != 0.0)?;
        Some(change(Some(before))? / before * 100.0)
    };
    let previous = mean_of(number - 1);
    let last_year = mean_of(number - 2);
    let n = half.values.len();
    json!({
        "half": format!("{:04}-H{}", number.div_euclid(2), number.rem_euclid(2) + 1),
        "months_expected": MONTHS_IN_HALF,
        "months_with_value": n,
        "complete": n == MONTHS_IN_HALF,
        "sum": (n > 0).then(|| summary::sum(&half.values)),
        "mean": half.mean(),
        "median": summary::median(&half.values),
        "min": min,
        "max": max,
        "last": half.values.last(),
        "mean_change_vs_previous_half": change(previous),
        "mean_pct_change_vs_previous_half": percent(previous),
        "mean_change_vs_same_half_last_year": change(last_year),
        "mean_pct_change_vs_same_half_last_year": percent(last_year),
    })
}

/// Referrals, starts, waits and people waiting, month by month until the reporting date.
pub fn episodes(input: Input<'_>) -> Result<Value, AnalyseError> {
    let referrals = input.days("referral")?;
    let starts = input.gapped_days("start")?;
    same_length("start", starts.len(), referrals.len())?;
    let reported = input.day("reporting_date")?;
    let mut months: BTreeSet<Month> = BTreeSet::from([reported.month()]);
    months.extend(referrals.iter().map(|day| day.month()));

    let episodes: Vec<(Day, Option<Day>)> = referrals
        .into_iter()
        .zip(starts)
        .filter(|(referral, _)| *referral <= reported)
        .map(|(referral, start)| (referral, start.filter(|start| *start <= reported)))
        .collect();
    let month_answer = |month: Month| {
        let end = month.last_day().min(reported);
        let in_month = |day: Day| day.month() == month;
        let mut waits: Vec<i64> = episodes
            .iter()
            .filter_map(|(referral, start)| Some((referral, start.filter(|s| in_month(*s))?)))
            .map(|(referral, start)| start.number() - referral.number())
            .collect();
        waits.sort_unstable();
        let is_waiting = |(referral, start): &&(Day, Option<Day>)| {
            *referral <= end && start.is_none_or(|start| start > end)
        };
        json!({
            "month": month.to_string(),
            "referrals": episodes.iter().filter(|(day, _)| in_month(*day)).count(),
            "started": waits.len(),
            "waits": waits,
            "waiting_at_month_end": episodes.iter().filter(is_waiting).count(),
        })
    };
    let answers: Value = span(months.into_iter())?
        .filter(|month| *month <= reported.month())
        .map(month_answer)
        .collect();
    Ok(json!({ "months": answers }))
}
