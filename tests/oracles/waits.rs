//! Waits: quantiles, bands and Kaplan-Meier by the exact functions that are printed, and a register
//! month by month by the figures themselves.

use sagstakt::domain::{Band, Day, Month, Outcome, Period, WaitingList};
use sagstakt::measure::{BandQuantile, Curve, Distribution, Key, Ratio, UnitMeasure, quantile};
use serde_json::{Value, json};

use crate::hand::Desk;
use crate::input::{Input, Read, whole};

fn half() -> Ratio {
    Ratio::ONE.over(Ratio::whole(2)).unwrap()
}

fn shown(value: Option<Ratio>) -> Value {
    json!(value.map(Ratio::as_f64))
}

pub fn quantiles(input: Input<'_>) -> Read<Value> {
    let mut sorted = input.exact("x")?;
    sorted.sort_unstable();
    let p = input.exact("p")?;
    Ok(json!({
        "n": sorted.len(),
        "median": shown(quantile(&sorted, half())),
        "type7": p.iter().map(|p| shown(quantile(&sorted, *p))).collect::<Vec<_>>(),
    }))
}

/// Percentiles of banded waits; null in an open band.
pub fn grouped(input: Input<'_>) -> Read<Value> {
    let (_, counts) = whole(&input.exact("counts")?)?;
    let is_weekly = input.has("band_lower_bounds");
    let mut edges = input.exact(if is_weekly { "band_lower_bounds" } else { "band_lower" })?;
    if is_weekly {
        let last = edges.last().and_then(|it| it.plus(Ratio::ONE));
        edges.extend(last);
    } else {
        edges.extend(input.exact("band_upper")?.last());
    }
    let is_open = !is_weekly && input.list("band_upper")?.last() == Some(&Value::Null);
    let (scale, edges) = whole(&edges)?;
    let week = |at: usize| edges.get(at).and_then(|it| u32::try_from(*it).ok());
    let band = |(at, count): (usize, &i32)| Band {
        from_week: week(at).unwrap(),
        to_week: week(at + 1).filter(|_| !is_open || at + 1 < counts.len()),
        count: u32::try_from(*count).unwrap(),
    };
    let bands: Vec<Band> = counts.iter().enumerate().map(band).collect();
    let all = Distribution::sum([bands.as_slice()]).ok_or("bands that cannot be added")?;
    let at = |p: &Ratio| match all.quantile(*p) {
        Some(BandQuantile::Days(days)) => {
            shown(days.over(Ratio::whole(7)).and_then(|it| it.over(scale)))
        }
        Some(BandQuantile::AboveWeeks(_)) | None => Value::Null,
    };
    let percentile: Vec<Value> = input.exact("p")?.iter().map(at).collect();
    if is_weekly {
        return Ok(json!({ "percentile": percentile }));
    }
    Ok(json!({ "percentile": percentile, "total": all.total() }))
}

/// Times as whole parts of their unit, whether each ended in a start, and the parts of a unit.
fn followed(input: Input<'_>) -> Read<(Vec<(i32, bool)>, Ratio)> {
    if input.has("entry") {
        return Err("nobody is followed from later on".to_owned());
    }
    let (scale, times) = whole(&input.exact("time")?)?;
    let events = input.counts("event")?;
    if events.len() != times.len() {
        return Err("event is not as long as time".to_owned());
    }
    Ok((times.into_iter().zip(events.into_iter().map(|it| 0 < it)).collect(), scale))
}

/// The first time at which this much has started.
fn first_time(curve: &Curve, started: Ratio, scale: Ratio) -> Value {
    let left = Ratio::ONE.minus(started).unwrap();
    let [part, of] = [left.numerator(), left.denominator()].map(|it| u32::try_from(it).unwrap());
    shown(curve.first_day(part, of).and_then(|day| Ratio::from(day).over(scale)))
}

/// Times and the share still waiting just after each.
fn survival(curve: &Curve) -> Vec<f64> {
    let mut left = 1.0;
    let steps = curve.steps().iter();
    steps
        .map(|step| {
            left *= (step.at_risk - step.started) as f64 / step.at_risk as f64;
            left
        })
        .collect()
}

fn survival_at(curve: &Curve, times: &[Ratio], scale: Ratio) -> Vec<f64> {
    let survival = survival(curve);
    let at = |time: &Ratio| {
        let is_past = |day: i32| Ratio::from(day) <= time.times(scale).unwrap();
        let past = curve.steps().iter().take_while(|step| is_past(step.day)).count();
        past.checked_sub(1).map_or(1.0, |last| survival[last])
    };
    times.iter().map(at).collect()
}

const SHARES: [(i128, i128); 4] = [(1, 4), (1, 2), (3, 4), (9, 10)];

pub fn kaplan_meier(input: Input<'_>) -> Read<Value> {
    let (mut people, scale) = followed(input)?;
    let curve = Curve::of(&mut people);
    let shares = SHARES.map(|(part, of)| Ratio::new(part, of).unwrap());
    let steps = curve.steps();
    let mut answer = json!({
        "event_times": steps.iter().map(|it| shown(Ratio::from(it.day).over(scale))).collect::<Vec<_>>(),
        "at_risk": steps.iter().map(|it| it.at_risk).collect::<Vec<_>>(),
        "events": steps.iter().map(|it| it.started).collect::<Vec<_>>(),
        "survival": survival(&curve),
        "p": shares.map(Ratio::as_f64),
        "quantile_first_time_at_or_below": shares.map(|p| first_time(&curve, p, scale)),
    });
    if input.has("times") {
        answer["survival_at_times"] = json!(survival_at(&curve, &input.exact("times")?, scale));
    }
    Ok(answer)
}

/// The curve at every time somebody was last seen.
pub fn timeline(input: Input<'_>) -> Read<Value> {
    let (mut people, scale) = followed(input)?;
    let curve = Curve::of(&mut people);
    let mut times = input.exact("time")?;
    times.push(Ratio::ZERO);
    times.sort_unstable();
    times.dedup();
    let at = |part: i128, of: i128| first_time(&curve, Ratio::new(part, of).unwrap(), scale);
    Ok(json!({
        "median": at(1, 2),
        "percentile_75_90": [at(3, 4), at(9, 10)],
        "times": times.iter().map(|it| it.as_f64()).collect::<Vec<_>>(),
        "survival": survival_at(&curve, &times, scale),
    }))
}

/// Why the median of completed waits alone is not the median wait.
pub fn three_medians(input: Input<'_>) -> Read<Value> {
    let (mut people, scale) = followed(input)?;
    let curve = Curve::of(&mut people);
    let median_of = |is_over: bool| {
        let of = people.iter().filter(|it| it.1 == is_over).map(|it| it.0).collect::<Vec<_>>();
        shown(quantile(&of, half()).and_then(|it| it.over(scale)))
    };
    Ok(json!({
        "median_of_completed_only": median_of(true),
        "median_of_still_waiting_age": median_of(false),
        "km_median": shown(curve.median().and_then(|day| Ratio::from(day).over(scale))),
    }))
}

/// A unit with these places on its waiting list, and the months from the first to the last.
fn register(
    referred: &[Option<Day>],
    ended: &[Option<Day>],
    last: Day,
) -> Read<(Desk, Vec<Month>)> {
    if ended.len() != referred.len() {
        return Err("the ends are not as many as the referrals".to_owned());
    }
    let first = referred.iter().flatten().min().ok_or("nobody is referred")?.month();
    let mut desk = Desk::of_waiting_list(None);
    desk.data.unit.waiting_list =
        WaitingList::Kept { register_from: Some(first), register_through: Some(last.month()) };
    for (referred, ended) in referred.iter().zip(ended) {
        let referred = referred.ok_or("a referral without a day")?;
        let outcome = ended.filter(|it| *it <= last).map_or(Outcome::Waiting, Outcome::Started);
        if referred <= last {
            desk.episode(&referred.to_string(), outcome);
        }
    }
    Ok((desk, first.through(last.month()).collect()))
}

/// A figure of every month.
fn by_month(desk: &Desk, months: &[Month], key: Key) -> Vec<Value> {
    let snapshot = desk.snapshot();
    let measure = UnitMeasure::new(&snapshot, snapshot.unit(desk.data.id).unwrap());
    let figure = |month: &Month| measure.figure(key, Period::Month(*month)).and_then(|it| it.value);
    months.iter().map(|month| json!(figure(month).map(|it| it.numerator() as i64))).collect()
}

pub fn episodes(input: Input<'_>) -> Read<Value> {
    let last = input.day("reporting_date")?;
    let (desk, months) = register(&input.days("referral")?, &input.days("start")?, last)?;
    let columns =
        [Key::Approved, Key::Started, Key::Waiting].map(|key| by_month(&desk, &months, key));
    let row = |at: usize| {
        json!({
            "month": months[at].to_string(),
            "referrals": columns[0][at],
            "started": columns[1][at],
            "waiting_at_month_end": columns[2][at],
        })
    };
    Ok(json!({ "months": (0..months.len()).map(row).collect::<Vec<_>>() }))
}

pub fn queue_size(input: Input<'_>) -> Read<Value> {
    let (from, to) = (input.day("from")?, input.day("to")?);
    let (desk, _) = register(&input.days("referral")?, &input.days("removal")?, to)?;
    let ends = |month: &Month| from <= month.last_day() && month.last_day() <= to;
    let months: Vec<Month> = from.month().through(to.month()).filter(ends).collect();
    Ok(json!({ "at_month_end": {
        "date": months.iter().map(|it| it.last_day().to_string()).collect::<Vec<_>>(),
        "queue_size": by_month(&desk, &months, Key::Waiting),
    }}))
}
