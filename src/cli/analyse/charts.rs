//! Run charts and control charts by the Danish standard, phase by phase.

use std::ops::Range;

use serde_json::{Value, json};

use super::AnalyseError;
use super::answer::{Answer, Asked};
use super::input::{Input, Rows, Switch};
use crate::statistics::attributes::{Kind, Period, attribute_chart};
use crate::statistics::phases::{Baseline, split};
use crate::statistics::run_chart::{self, RunChart, run_chart};
use crate::statistics::xmr::{Method, Spread, moving_range_chart, xmr};

/// One phase as it is drawn.
struct Phase {
    places: Range<usize>,
    runs: RunChart,
    runs_signal: bool,
    points: Vec<Point>,
}

#[derive(Default, Clone, Copy)]
struct Point {
    value: Option<f64>,
    /// Lower and upper line at three and at two sigma.
    three: Option<(f64, f64)>,
    two: Option<(f64, f64)>,
    /// Beyond the three sigma lines; `None` on a chart without any.
    is_outside: Option<bool>,
}

/// What all charts read from their case.
struct Chart {
    columns: Columns,
    phases: Vec<Range<usize>>,
    excluded: Vec<usize>,
    centre: Option<f64>,
    first_places: Option<usize>,
    spread: Spread,
    multiply: f64,
    /// Lines may go below 0.
    lower_bound: Option<f64>,
}

struct Columns {
    values: Vec<Option<f64>>,
    sizes: Option<Vec<Option<f64>>>,
}

/// The most useful points limits are asked for.
const MAX_USEFUL: usize = 1_000_000;

/// The Anhøj limits for numbers of useful points.
pub fn limits(input: Input<'_>) -> Result<Value, AnalyseError> {
    let n_useful = input.counts("n_useful")?;
    if let Some(n) = n_useful.iter().find(|n| **n > MAX_USEFUL) {
        return Err(AnalyseError::OutOfRange { field: "n_useful".into(), value: n.to_string() });
    }
    let limits: Vec<_> = n_useful.iter().map(|n| run_chart::limits(*n)).collect();
    let longest: Vec<_> = limits.iter().map(|l| l.map(|l| l.longest_run_max)).collect();
    let crossings: Vec<_> = limits.iter().map(|l| l.map(|l| l.crossings_min)).collect();
    Ok(json!({ "longest_run_max": longest, "n_crossings_min": crossings }))
}

/// Any chart by the Anhøj rules, in time order.
pub fn chart(method: &str, input: Input<'_>) -> Result<Value, AnalyseError> {
    let chart = read(input)?;
    let phases: Vec<Phase> =
        chart.phases.iter().map(|places| phase(method, &chart, places.clone())).collect();
    // The two packages these charts are compared with draw different columns.
    let has_numerator = input.has("numerator");
    let has_lines = method != "run_chart_anhoej";
    let (lines, sigma_lines) =
        (Asked::from(has_lines || has_numerator), Asked::from(has_lines && !has_numerator));
    let points = points(&phases, lines, sigma_lines);
    let shape = if has_numerator { PartShape::Short } else { PartShape::Full };
    let drawn = phases.iter().flat_map(|phase| &phase.points);
    let n_outside = drawn.filter(|point| point.is_outside == Some(true)).count();
    let asked = runs_method(input)?;
    // Best box and cut box are experimental and not offered: say which rules were used.
    let used =
        |answer: Answer| answer.with("runs_method", json!({ "asked": asked, "used": "anhoej" }));
    Ok(Answer::new()
        .with("parts", parts(&phases, shape))
        .with("points", points)
        .and(sigma_lines, |answer| answer.with("n_sigma_signals", n_outside))
        .and(Asked::from(asked.is_some()), used)
        .into())
}

/// Columns with one cell a place; `lines` at three sigma, `sigma_lines` at two.
fn points(phases: &[Phase], lines: Asked, sigma_lines: Asked) -> Answer {
    Answer::new()
        .with("y", column(phases, |_, point| json!(point.value)))
        .with("centre_line", column(phases, |phase, _| json!(phase.runs.centre)))
        .and(lines, |points| {
            points
                .with("lcl", column(phases, |_, point| json!(point.three.map(|l| l.0))))
                .with("ucl", column(phases, |_, point| json!(point.three.map(|l| l.1))))
                .with("sigma_signal", column(phases, |_, point| json!(point.is_outside)))
        })
        .and(sigma_lines, |points| {
            points
                .with("lower_2sigma", column(phases, |_, point| json!(point.two.map(|l| l.0))))
                .with("upper_2sigma", column(phases, |_, point| json!(point.two.map(|l| l.1))))
        })
}

/// The rules a case asks for by name.
fn runs_method(input: Input<'_>) -> Result<Option<&str>, AnalyseError> {
    let options = input.object("options")?.filter(|options| options.has("runs_method"));
    options.map(|options| options.text("runs_method")).transpose()
}

fn column(phases: &[Phase], cell: impl Fn(&Phase, &Point) -> Value) -> Value {
    let cell = &cell;
    phases
        .iter()
        .flat_map(|phase| phase.points.iter().map(move |point| cell(phase, point)))
        .collect()
}

/// Which fields a phase has, by the package it is compared with.
#[derive(Clone, Copy, PartialEq)]
enum PartShape {
    Full,
    Short,
}

fn parts(phases: &[Phase], shape: PartShape) -> Value {
    let full = Asked::from(shape == PartShape::Full);
    let part = |(number, phase): (usize, &Phase)| {
        let runs = &phase.runs;
        let judged = |n: usize| (runs.n_useful > 0).then_some(n);
        Answer::new()
            .with("part", number)
            .and(full, |part| {
                part.with("first_index", phase.places.start + 1)
                    .with("last_index", phase.places.end)
                    .with("n_obs", runs.n_places)
            })
            .with("n_useful", runs.n_useful)
            .with("longest_run", judged(runs.longest_run))
            .with("longest_run_max", judged(runs.longest_run_max))
            .with("n_crossings", judged(runs.crossings))
            .with("n_crossings_min", judged(runs.crossings_min))
            .with("runs_signal", phase.runs_signal)
            .and(full, |part| part.with("centre_line_first", runs.centre))
            .into()
    };
    (1..).zip(phases).map(part).collect::<Vec<Value>>().into()
}

fn read(input: Input<'_>) -> Result<Chart, AnalyseError> {
    let field = if input.has("numerator") { "numerator" } else { "y" };
    let rows = Rows::by(input, "x", input.gapped(field)?.len())?;
    let values = rows.column(input, field)?;
    let sizes = input.has("denominator").then(|| rows.column(input, "denominator")).transpose()?;
    let mut chart = Chart {
        phases: std::iter::once(0..values.len()).collect(),
        lower_bound: None,
        columns: Columns { values, sizes },
        excluded: Vec::new(),
        centre: None,
        first_places: None,
        spread: Spread::Screened,
        multiply: 1.0,
    };
    let Some(options) = input.object("options")? else {
        return Ok(chart);
    };

    let cuts = options.optional_counts("last_index_of_each_phase_but_the_last")?;
    chart.phases = split(rows.len(), &cuts)
        .map_err(|cut| AnalyseError::PhaseOutsideData(vec![format!("last index {}", cut.0)]))?;
    for index in options.optional_counts("excluded_indices_1_based")? {
        let place = index.checked_sub(1).filter(|place| *place < rows.len());
        chart.excluded.push(place.ok_or_else(|| AnalyseError::OutOfRange {
            field: "excluded_indices_1_based".into(),
            value: index.to_string(),
        })?);
    }
    chart.centre = options.optional_number("given_centre_line")?;
    chart.first_places = options.optional_count("baseline_points")?;
    chart.multiply = options.optional_number("multiply")?.unwrap_or(1.0);
    let is_screened = options.is_on("screen_moving_ranges", Switch::On)?
        && options.is_on("screen_moving_s", Switch::On)?;
    if !is_screened {
        chart.spread = Spread::Unscreened;
    }
    let has_negatives = chart.columns.values.iter().flatten().any(|y| *y < 0.0);
    if !options.is_on("allow_negative_limits", Switch::On)? && !has_negatives {
        chart.lower_bound = Some(0.0);
    }
    Ok(chart)
}

fn phase(method: &str, chart: &Chart, places: Range<usize>) -> Phase {
    let values = chart.columns.values.get(places.clone()).unwrap_or_default();
    let excluded: Vec<usize> = chart
        .excluded
        .iter()
        .filter(|place| places.contains(place))
        .map(|place| place - places.start)
        .collect();
    let base =
        Baseline { centre: chart.centre, first_places: chart.first_places, excluded: &excluded };
    match (method, kind(method)) {
        (_, Some(kind)) => attribute_phase(kind, chart, &base, places),
        ("i_chart_xmr_anhoej", None) => individuals_phase(chart, values, &base, places),
        ("mr_chart_anhoej", None) => ranges_phase(values, &base, places),
        _ => {
            let ratios: Vec<Option<f64>> = match &chart.columns.sizes {
                None => values.to_vec(),
                Some(sizes) => ratios(values, sizes.get(places.clone()).unwrap_or_default()),
            };
            let runs = run_chart(&ratios, &base);
            let point = |value: &Option<f64>| Point { value: *value, ..Point::default() };
            Phase {
                places,
                runs_signal: runs.signal(),
                runs,
                points: ratios.iter().map(point).collect(),
            }
        }
    }
}

fn ratios(values: &[Option<f64>], sizes: &[Option<f64>]) -> Vec<Option<f64>> {
    let ratio = |(value, size): (&Option<f64>, &Option<f64>)| {
        let size = size.filter(|size| *size > 0.0)?;
        value.map(|value| value / size)
    };
    values.iter().zip(sizes).map(ratio).collect()
}

fn kind(method: &str) -> Option<Kind> {
    match method {
        "c_chart_anhoej" => Some(Kind::Count),
        "u_chart_anhoej" => Some(Kind::Rate),
        "p_chart_anhoej" => Some(Kind::Share),
        "u_prime_chart_anhoej" => Some(Kind::LaneyRate),
        "p_prime_chart_anhoej" => Some(Kind::LaneyShare),
        "i_prime_chart_anhoej" => Some(Kind::Normalised),
        _ => None,
    }
}

fn individuals_phase(
    chart: &Chart,
    values: &[Option<f64>],
    base: &Baseline<'_>,
    places: Range<usize>,
) -> Phase {
    let method = Method { spread: chart.spread, ..Method::default() };
    let individuals = xmr(values, base, method);
    let lines = |sigmas: f64| {
        let (lower, upper) = individuals.limits?.at(sigmas);
        Some((chart.lower_bound.map_or(lower, |bound| lower.max(bound)), upper))
    };
    let points = values.iter().zip(&individuals.outside);
    let points = points.map(|(value, outside)| Point {
        value: *value,
        three: lines(3.0),
        two: lines(2.0),
        is_outside: Some(outside.is_some()),
    });
    Phase {
        points: points.collect(),
        places,
        runs_signal: individuals.runs.signal(),
        runs: individuals.runs,
    }
}

fn ranges_phase(values: &[Option<f64>], base: &Baseline<'_>, places: Range<usize>) -> Phase {
    let chart = moving_range_chart(values, base);
    let lines = |sigmas: f64| Some((0.0, chart.upper(sigmas)?));
    let point = |range: &Option<f64>| Point {
        value: *range,
        three: lines(3.0),
        two: lines(2.0),
        is_outside: Some(range.zip(chart.upper(3.0)).is_some_and(|(range, upper)| range > upper)),
    };
    Phase {
        points: chart.ranges.iter().map(point).collect(),
        places,
        runs_signal: false,
        runs: chart.runs,
    }
}

fn attribute_phase(kind: Kind, chart: &Chart, base: &Baseline<'_>, places: Range<usize>) -> Phase {
    let counts = chart.columns.values.get(places.clone()).unwrap_or_default();
    let sizes = chart.columns.sizes.as_ref();
    let periods: Vec<Period> = places
        .clone()
        .zip(counts)
        .map(|(place, count)| Period {
            count: *count,
            size: sizes.and_then(|sizes| sizes.get(place).copied()).flatten(),
        })
        .collect();
    let drawn = attribute_chart(kind, &periods, base, chart.spread);
    let times = |lines: Option<(f64, f64)>| {
        lines.map(|(lower, upper)| (lower * chart.multiply, upper * chart.multiply))
    };
    let points = drawn.values.iter().enumerate();
    let points = points.map(|(place, value)| Point {
        value: value.map(|value| value * chart.multiply),
        three: times(drawn.at(place, 3.0)),
        two: times(drawn.at(place, 2.0)),
        is_outside: Some(drawn.outside(place).is_some()),
    });
    let points = points.collect();
    let mut runs = drawn.runs;
    runs.centre = runs.centre.map(|centre| centre * chart.multiply);
    Phase { points, places, runs_signal: runs.signal(), runs }
}
