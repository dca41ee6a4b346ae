//! Run charts and charts of individuals, phase by phase.

use std::ops::Range;

use sagstakt::statistics::phases::Baseline;
use sagstakt::statistics::run_chart::{self, RunChart, run_chart};
use sagstakt::statistics::xmr::{Limits, Spread, xmr};
use serde_json::{Map, Value, json};

use crate::input::{Input, Read};

/// The Anhøj limits for numbers of useful points.
pub fn limits(input: Input<'_>) -> Read<Value> {
    let limits: Vec<_> = input.counts("n_useful")?.into_iter().map(run_chart::limits).collect();
    Ok(json!({
        "longest_run_max": limits.iter().map(|it| it.map(|it| it.longest_run_max)).collect::<Vec<_>>(),
        "n_crossings_min": limits.iter().map(|it| it.map(|it| it.crossings_min)).collect::<Vec<_>>(),
    }))
}

struct Phase {
    places: Range<usize>,
    runs: RunChart,
    limits: Option<Limits>,
    /// Beyond the limits; `None` on a chart without any.
    outside: Option<Vec<bool>>,
}

/// Which fields a phase has.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Full,
    Short,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Form {
    Run,
    Individuals,
}

pub fn chart(form: Form, input: Input<'_>) -> Read<Value> {
    let values = values(input)?;
    let phases = phases(form, input.options(), &values)?;
    // The two packages these charts are compared with give different fields.
    let is_short = input.has("numerator");
    let shape = if is_short { Shape::Short } else { Shape::Full };
    let mut answer = Map::new();
    let mut points = Map::new();
    points.insert("y".to_owned(), json!(values));
    let of_places = |cell: &dyn Fn(&Phase, usize) -> Value| -> Value {
        let cells =
            |phase: &Phase| phase.places.clone().map(|at| cell(phase, at)).collect::<Vec<_>>();
        phases.iter().flat_map(cells).collect()
    };
    points.insert("centre_line".to_owned(), of_places(&|phase, _| json!(phase.runs.centre)));
    if is_short || form == Form::Individuals {
        let options = input.options();
        let is_bounded =
            !options.is_on("allow_negative_limits") && values.iter().flatten().all(|y| 0.0 <= *y);
        let line = |sigmas: f64, upper: bool| {
            of_places(&|phase, _| {
                let Some((low, high)) = phase.limits.map(|it| it.at(sigmas)) else {
                    return Value::Null;
                };
                let low = if is_bounded { low.max(0.0) } else { low };
                json!(if upper { high } else { low })
            })
        };
        points.insert("lcl".to_owned(), line(3.0, false));
        points.insert("ucl".to_owned(), line(3.0, true));
        points.insert(
            "sigma_signal".to_owned(),
            of_places(&|phase, at| {
                json!(phase.outside.as_ref().map(|it| it[at - phase.places.start]))
            }),
        );
        if !is_short {
            points.insert("lower_2sigma".to_owned(), line(2.0, false));
            points.insert("upper_2sigma".to_owned(), line(2.0, true));
            let outside = phases.iter().filter_map(|it| it.outside.as_ref()).flatten();
            let n_outside = outside.filter(|it| **it).count();
            answer.insert("n_sigma_signals".to_owned(), json!(n_outside));
        }
    }
    answer.insert("points".to_owned(), points.into());
    answer.insert("parts".to_owned(), (1..).zip(&phases).map(|it| part(it, shape)).collect());
    // Best box and cut box are experimental and not offered: say which rules were used.
    if let Some(asked) = input.options().get("runs_method") {
        answer.insert("runs_method".to_owned(), json!({ "asked": asked, "used": "anhoej" }));
    }
    Ok(answer.into())
}

/// The values in time order; a numerator over its denominator, or alone.
fn values(input: Input<'_>) -> Read<Vec<Option<f64>>> {
    let rows = input.gapped(if input.has("numerator") { "numerator" } else { "y" })?;
    let sizes = if input.has("denominator") {
        input.gapped("denominator")?
    } else {
        vec![Some(1.0); rows.len()]
    };
    let order = input.order(rows.len())?;
    if sizes.len() != rows.len() {
        return Err("denominator is not as long as the values".to_owned());
    }
    let value = |row: usize| Some(rows[row]? / sizes[row].filter(|size| 0.0 < *size)?);
    Ok(order.into_iter().map(value).collect())
}

fn phases(form: Form, options: Input<'_>, values: &[Option<f64>]) -> Read<Vec<Phase>> {
    let cuts = options.counts("last_index_of_each_phase_but_the_last")?;
    let first_places = options.get("baseline_points").map(|_| options.count("baseline_points"));
    let first_places = first_places.transpose()?;
    let excluded = options.counts("excluded_indices_1_based")?;
    let screened = options.is_on("screen_moving_ranges");
    let spread = if screened { Spread::Screened } else { Spread::Unscreened };
    let begins = std::iter::once(0).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([values.len()]);
    let phase = |places: Range<usize>| {
        let inside = values.get(places.clone()).ok_or("a phase outside the series")?;
        let excluded: Vec<usize> = excluded
            .iter()
            .filter_map(|at| at.checked_sub(1 + places.start).filter(|at| *at < places.len()))
            .collect();
        let centre = options.get("given_centre_line").and_then(Value::as_f64);
        let base = Baseline { centre, first_places, excluded: &excluded };
        Ok(match form {
            Form::Run => {
                Phase { runs: run_chart(inside, &base), places, limits: None, outside: None }
            }
            Form::Individuals => {
                let chart = xmr(inside, &base, spread);
                let outside = Some(chart.outside.iter().map(Option::is_some).collect());
                Phase { places, runs: chart.runs, limits: chart.limits, outside }
            }
        })
    };
    begins.zip(ends).map(|(begin, end)| phase(begin..end)).collect()
}

fn part((number, phase): (usize, &Phase), shape: Shape) -> Value {
    let runs = &phase.runs;
    let judged = |n: usize| (0 < runs.n_useful).then_some(n);
    let mut part = json!({
        "part": number,
        "n_useful": runs.n_useful,
        "longest_run": judged(runs.longest_run),
        "longest_run_max": judged(runs.longest_run_max),
        "n_crossings": judged(runs.crossings),
        "n_crossings_min": judged(runs.crossings_min),
        "runs_signal": runs.signal(),
    });
    if shape == Shape::Full {
        part["first_index"] = json!(phase.places.start + 1);
        part["last_index"] = json!(phase.places.end);
        part["n_obs"] = json!(runs.n_places);
        part["centre_line_first"] = json!(runs.centre);
    }
    part
}
