//! Individuals and moving ranges: the I chart.
//!
//! Source: Wheeler, Understanding Variation (1993); Nelson, Journal of Quality Technology 1982
//! 14:172 for leaving out ranges beyond their own limit once.

use super::phases::Baseline;
use super::run_chart::{RunChart, Side, runs_about};
use super::summary::{finite, known, mean};

/// Mean range of two normal values over their standard deviation (d2 for n = 2).
const MEAN_RANGE_PER_SIGMA: f64 = 1.128;
/// Upper limit of a moving range over the mean range (D4 for n = 2).
const RANGE_LIMIT: f64 = 3.267;

/// How the moving ranges become a spread.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Spread {
    /// Mean of the ranges below 3.267 times their mean, looked through once.
    #[default]
    Screened,
    /// Mean of all ranges, as Wheeler advises.
    Unscreened,
}

/// A centre line and how far the limits are from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    pub centre: f64,
    /// From the centre to the limit: three sigma. 0 when there is no variation.
    pub reach: f64,
}

impl Limits {
    /// Lower and upper line at so many sigma.
    pub fn at(&self, sigmas: f64) -> (f64, f64) {
        let reach = self.reach * (sigmas / 3.0);
        (self.centre - reach, self.centre + reach)
    }

    /// Which line at so many sigma a value is beyond, strictly.
    pub fn beyond(&self, value: f64, sigmas: f64) -> Option<Side> {
        let (lower, upper) = self.at(sigmas);
        if value > upper {
            Some(Side::Above)
        } else if value < lower {
            Some(Side::Below)
        } else {
            None
        }
    }
}

/// One phase of an I chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Xmr {
    pub centre: Option<f64>,
    /// `None` without a single moving range.
    pub limits: Option<Limits>,
    /// The Anhøj rules about the centre line.
    pub runs: RunChart,
    /// Place by place: beyond the limits. Excluded points are compared too.
    pub outside: Vec<Option<Side>>,
}

impl Xmr {
    /// How firm the limits are.
    pub fn footing(&self) -> Footing {
        Footing::of(self.runs.n_places - self.runs.n_missing)
    }
}

/// How far limits can be trusted for a number of known points. Our choice: guides range
/// from 5 to 30.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Footing {
    /// Below 5: limits are not to be shown.
    None,
    /// Below 12: limits with a warning.
    Weak,
    /// Below 20: limits marked provisional.
    Provisional,
    Firm,
}

impl Footing {
    /// The footing of so many known points.
    pub fn of(n_known: usize) -> Self {
        match n_known {
            0..5 => Self::None,
            5..12 => Self::Weak,
            12..20 => Self::Provisional,
            _ => Self::Firm,
        }
    }
}

/// Centre, limits, runs and points outside for one phase.
///
/// A moving range needs two known values next to each other: none spans a gap.
pub fn xmr(values: &[Option<f64>], base: &Baseline<'_>, spread: Spread) -> Xmr {
    let rows = base.base_rows(values);
    let points = known(&rows);
    let centre = finite(base.centre).or_else(|| mean(&points));
    let typical_range = typical_range(&known(&moving_ranges(&rows)), spread);
    let limits = centre
        .zip(typical_range)
        .map(|(centre, range)| Limits { centre, reach: 3.0 * range / MEAN_RANGE_PER_SIGMA })
        .filter(|limits| limits.reach.is_finite());

    let outside = values
        .iter()
        .map(|value| limits.and_then(|limits| limits.beyond(finite(*value)?, 3.0)))
        .collect();
    Xmr { centre, limits, runs: runs_about(values, centre, base), outside }
}

/// Distance of every value to the one before it. `None` in the first place, at a gap and
/// after one.
fn moving_ranges(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let pairs = values.windows(2).map(|pair| match pair {
        [before, value] => Some((finite(*value)? - finite(*before)?).abs()),
        _ => None,
    });
    let first = values.first().map(|_| None);
    first.into_iter().chain(pairs).collect()
}

/// One number for the ranges; `None` without ranges.
fn typical_range(ranges: &[f64], spread: Spread) -> Option<f64> {
    let all = mean(ranges)?;
    if spread == Spread::Unscreened {
        return Some(all);
    }
    let kept: Vec<f64> =
        ranges.iter().copied().filter(|range| *range < RANGE_LIMIT * all).collect();
    // Screening that would leave no variation at all is set aside.
    Some(mean(&kept).filter(|value| *value > 0.0).unwrap_or(all))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(values: &[Option<f64>]) -> Xmr {
        xmr(values, &Baseline::default(), Spread::Screened)
    }

    #[test]
    fn equal_values_have_limits_on_the_centre_line_and_no_signal() {
        for value in [7.0, 0.1, 1e-7] {
            let chart = chart(&[Some(value); 20]);
            let limits = chart.limits.unwrap();
            assert_eq!(limits.at(3.0), (value, value));
            assert_eq!(chart.outside, [None; 20]);
            assert!(!chart.runs.signal());
        }
    }

    #[test]
    fn screening_that_leaves_no_variation_is_set_aside() {
        // One step: the peers' limits collapse on 5.5 and every point signals.
        let chart = chart(&[[Some(5.0); 10], [Some(6.0); 10]].concat());
        let reach = chart.limits.unwrap().reach;
        assert!((reach - 3.0 / 19.0 / MEAN_RANGE_PER_SIGMA).abs() < 1e-12);
    }

    #[test]
    fn one_point_has_a_centre_and_no_limits() {
        let chart = chart(&[Some(3.0)]);
        assert_eq!((chart.centre, chart.limits), (Some(3.0), None));
        assert_eq!(chart.footing(), Footing::None);
    }

    #[test]
    fn no_range_spans_a_gap() {
        let ranges = moving_ranges(&[Some(1.0), None, Some(5.0), Some(7.0)]);
        assert_eq!(ranges, [None, None, None, Some(2.0)]);
    }
}
