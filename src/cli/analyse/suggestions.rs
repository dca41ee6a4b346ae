//! Where a new phase might begin, for a person to accept or leave.

use serde_json::{Value, json};

use super::AnalyseError;
use super::input::{Input, Rows};
use crate::statistics::rebase::{self, Settings, SuggestedPhase};
use crate::statistics::run_chart::in_run_of;
use crate::statistics::summary::{known, median};

/// Points inside runs of a given length about the median.
pub fn long_runs(input: Input<'_>) -> Result<Value, AnalyseError> {
    let rows = Rows::by(input, "x", input.gapped("y")?.len())?;
    let values = rows.column(input, "y")?;
    let n = options(input)?.count("shift_n")?;
    let median = median(&known(&values));
    let in_shift = median.map(|median| in_run_of(&values, median, n));
    Ok(json!({ "median": median, "in_shift": in_shift.unwrap_or_default() }))
}

/// Stretches that keep to one side of the latest median.
pub fn sustained(input: Input<'_>) -> Result<Value, AnalyseError> {
    let rows = Rows::by(input, "x", input.gapped("y")?.len())?;
    let values = rows.column(input, "y")?;
    let options = options(input)?;
    let baseline = options.count("baseline_points")?;
    let found = rebase::sustained_runs(&values, baseline, options.count("run_length")?);
    let names = ["baseline"].into_iter().chain(std::iter::repeat("sustained"));
    let phases: Value = names
        .zip(found)
        .map(|(name, stretch)| {
            json!({
                "type": name,
                "median": stretch.median,
                "start": rows.period(stretch.places.start),
                "end": rows.period(stretch.places.end - 1),
            })
        })
        .collect();
    Ok(json!({ "phases": phases }))
}

/// The stable shift algorithm.
pub fn stable_shifts(input: Input<'_>) -> Result<Value, AnalyseError> {
    let rows = Rows::by(input, "x", input.gapped("y")?.len())?;
    let values = rows.column(input, "y")?;
    let options = options(input)?;
    let settings = Settings {
        period: options.count("period_min")?.max(1),
        shift: options.count("shift_rule_threshold")?.max(1),
        max_exclusions: options.count("max_exclusions")?,
    };
    let phases = rebase::stable_shifts(&values, settings);

    let ends = phases.iter().skip(1).map(|next| next.start).chain([values.len()]);
    let mut cells = Vec::with_capacity(values.len());
    for (phase, end) in phases.iter().zip(ends) {
        let of_phase = values.get(phase.start..end).unwrap_or_default();
        cells.extend(phase_cells(phase, of_phase, settings.shift));
    }
    let column = |cell: &dyn Fn(&Cell) -> Value| -> Value { cells.iter().map(cell).collect() };
    let starts: Vec<usize> = phases.iter().map(|phase| phase.start + 1).collect();
    Ok(json!({
        "period_start_indices": starts,
        "points": {
            "y": values,
            "centre_line": column(&|c| json!(c.lines.map(|l| l.0))),
            "lcl": column(&|c| json!(c.lines.map(|l| l.1))),
            "ucl": column(&|c| json!(c.lines.map(|l| l.2))),
            "in_calculation_period": column(&|c| json!(c.is_basis)),
            "excluded_from_limits": column(&|c| json!(c.is_excluded)),
            "rule1_outside_limits": column(&|c| json!(c.is_outside)),
            "rule2_shift": column(&|c| json!(c.is_shift)),
        },
    }))
}

/// One point of the answer.
struct Cell {
    /// Centre, lower and upper line.
    lines: Option<(f64, f64, f64)>,
    /// Sets the limits; `None` without any, as below.
    is_basis: Option<bool>,
    is_outside: Option<bool>,
    is_shift: Option<bool>,
    is_excluded: bool,
}

fn phase_cells(phase: &SuggestedPhase, values: &[Option<f64>], shift: usize) -> Vec<Cell> {
    let limits = phase.limits;
    let in_shift = limits.map(|limits| in_run_of(values, limits.centre, shift));
    let cell = |(at, value): (usize, &Option<f64>)| {
        let place = phase.start + at;
        Cell {
            lines: limits.map(|limits| {
                let (lower, upper) = limits.at(3.0);
                (limits.centre, lower, upper)
            }),
            is_basis: limits.map(|_| phase.basis.contains(&place)),
            is_outside: limits
                .map(|limits| value.is_some_and(|value| limits.beyond(value, 3.0).is_some())),
            is_shift: in_shift.as_ref().and_then(|marks| marks.get(at).copied()),
            is_excluded: phase.excluded.contains(&place),
        }
    };
    values.iter().enumerate().map(cell).collect()
}

fn options(input: Input<'_>) -> Result<Input<'_>, AnalyseError> {
    let options = input.object("options")?;
    options.ok_or_else(|| AnalyseError::MissingField("options".into()))
}
