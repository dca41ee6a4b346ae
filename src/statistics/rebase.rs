//! Suggestions for where a new phase might begin. Never acted on: a person accepts one, with a
//! reason (Anhøj advises against automatic rebasing).
//!
//! Source of the stable shift algorithm: Woodcock, O'Connor & Bell, BMJ Quality & Safety 2025.

use std::ops::Range;

use super::phases::Baseline;
use super::run_chart::Side;
use super::summary::{finite, median};
use super::xmr::{Limits, Method, xmr};

/// Settings of the stable shift algorithm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Points that set the limits of a phase.
    pub period: usize,
    /// Points in a row on one side that make a shift.
    pub shift: usize,
    /// Extreme points that may be left out of the limits of a phase.
    pub max_exclusions: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { period: 21, shift: 8, max_exclusions: 3 }
    }
}

/// A phase the algorithm would make.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestedPhase {
    /// Place of its first point.
    pub start: usize,
    /// `None` when the series is too short for any.
    pub limits: Option<Limits>,
    /// Places of the points that set the limits, those left out included.
    pub basis: Range<usize>,
    /// Places left out of the limits.
    pub excluded: Vec<usize>,
}

/// The phases a stable shift would make; the first begins with the series.
///
/// Gaps are passed over. A shift begins a new phase unless the phase it would begin holds a
/// shift back, or ends in a run back that may still become one.
pub fn stable_shifts(values: &[Option<f64>], settings: Settings) -> Vec<SuggestedPhase> {
    let (places, points) = known_places(values);
    let mut phases: Vec<Candidate> = Vec::new();
    let mut from = 0;
    while let Some(candidate) = next_phase(&points, from, phases.last(), settings) {
        from = candidate.basis.end;
        phases.push(candidate);
    }
    if phases.is_empty() {
        phases.push(Candidate::default());
    }
    let place = |at: usize| places.get(at).copied();
    let suggested = |phase: Candidate| SuggestedPhase {
        start: place(phase.basis.start).unwrap_or(0),
        limits: phase.limits,
        basis: place(phase.basis.start).unwrap_or(0)
            ..phase.basis.end.checked_sub(1).and_then(place).map_or(0, |last| last + 1),
        excluded: phase.excluded.into_iter().filter_map(place).collect(),
    };
    phases.into_iter().map(suggested).collect()
}

fn known_places(values: &[Option<f64>]) -> (Vec<usize>, Vec<f64>) {
    values.iter().enumerate().filter_map(|(place, value)| Some((place, finite(*value)?))).unzip()
}

#[derive(Debug, Clone, Default)]
struct Candidate {
    basis: Range<usize>,
    limits: Option<Limits>,
    excluded: Vec<usize>,
}

/// The first phase from the first points on; a later one where a shift from the phase before
/// begins and stays.
fn next_phase(
    points: &[f64],
    from: usize,
    before: Option<&Candidate>,
    settings: Settings,
) -> Option<Candidate> {
    let Some(before) = before else {
        return candidate(points, 0, settings);
    };
    let centre = before.limits?.centre;
    (from..points.len()).find_map(|start| {
        let side = shift_at(points, start, centre, settings.shift)?;
        candidate(points, start, settings).filter(|c| !turns_back(points, c, side, settings))
    })
}

/// Limits from the next points, without points beyond them as long as those are few.
fn candidate(points: &[f64], start: usize, settings: Settings) -> Option<Candidate> {
    let basis = start..start.saturating_add(settings.period);
    let rows: Vec<Option<f64>> = points.get(basis.clone())?.iter().copied().map(Some).collect();
    let mut excluded: Vec<usize> = Vec::new();
    loop {
        let base = Baseline { excluded: &excluded, ..Baseline::default() };
        let chart = xmr(&rows, &base, Method::default());
        let beyond: Vec<usize> = (0..rows.len())
            .zip(&chart.outside)
            .filter(|(place, side)| side.is_some() && base.includes(*place))
            .map(|(place, _)| place)
            .collect();
        if beyond.is_empty() || excluded.len() + beyond.len() > settings.max_exclusions {
            return Some(Candidate {
                excluded: excluded.iter().map(|place| place + start).collect(),
                limits: chart.limits,
                basis,
            });
        }
        excluded.extend(beyond);
    }
}

/// The side of a shift that begins exactly here.
fn shift_at(points: &[f64], start: usize, centre: f64, n: usize) -> Option<Side> {
    let run = points.get(start..start.saturating_add(n))?;
    let side = Side::of(*run.first()?, centre)?;
    run.iter().all(|y| Side::of(*y, centre) == Some(side)).then_some(side)
}

/// Whether a run back to the other side begins in the candidate's points and is a shift, or
/// reaches the end of the series before that is known.
fn turns_back(points: &[f64], candidate: &Candidate, side: Side, settings: Settings) -> bool {
    let Some(limits) = candidate.limits else {
        return true;
    };
    let is_back = |y: &f64| Side::of(*y, limits.centre).is_some_and(|other| other != side);
    candidate.basis.clone().any(|start| {
        let after = points.iter().skip(start);
        let run = after.take_while(|y| is_back(y)).count();
        run >= settings.shift || (run > 0 && start + run == points.len())
    })
}

/// A stretch on one side of the median before it, with a median of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Sustained {
    /// Places from the first to the last point of the stretch.
    pub places: Range<usize>,
    pub median: f64,
}

/// The baseline of a run chart and every stretch of `run` points on one side of the latest
/// median. Points on the median are passed over.
pub fn sustained_runs(values: &[Option<f64>], baseline: usize, run: usize) -> Vec<Sustained> {
    let (places, points) = known_places(values);
    let stretch = |within: Range<usize>| {
        let of = points.get(within.clone())?;
        let last = *places.get(within.end.checked_sub(1)?)?;
        Some(Sustained { places: *places.get(within.start)?..last + 1, median: median(of)? })
    };
    let mut found: Vec<Sustained> = stretch(0..baseline).into_iter().collect();
    let mut current: Option<(Side, usize, usize)> = None;
    for (at, y) in points.iter().enumerate().skip(baseline) {
        let Some(side) = found.last().and_then(|latest| Side::of(*y, latest.median)) else {
            continue;
        };
        let (first, n) = match current {
            Some((same, first, n)) if same == side => (first, n + 1),
            _ => (at, 1),
        };
        current = Some((side, first, n));
        if n == run {
            found.extend(stretch(first..at + 1));
            current = None;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_series_has_one_phase_without_limits() {
        let phases = stable_shifts(&[Some(1.0); 5], Settings::default());
        assert_eq!(phases.len(), 1);
        assert_eq!(phases[0].limits, None);
        assert_eq!(stable_shifts(&[], Settings::default()).len(), 1);
    }

    #[test]
    fn places_count_gaps_too() {
        let mut values = [[Some(2.0), Some(1.0)]; 11].concat();
        values.extend([[Some(11.0), Some(12.0)]; 12].concat());
        values.insert(3, None);
        let starts: Vec<usize> =
            stable_shifts(&values, Settings::default()).iter().map(|p| p.start).collect();
        assert_eq!(starts, [0, 23]);
    }
}
