//! Individuals and moving ranges: the I chart and the MR chart.
//!
//! Source: Wheeler, Understanding Variation (1993); Nelson, Journal of Quality Technology 1982
//! 14:172 for leaving out ranges beyond their own limit once.

use super::phases::Baseline;
use super::run_chart::{RunChart, Side, runs_about};
use super::summary::{finite, known, mean, median};

/// Mean range of two normal values over their standard deviation (d2 for n = 2).
pub const MEAN_RANGE_PER_SIGMA: f64 = 1.128;
/// The same for the median range.
pub const MEDIAN_RANGE_PER_SIGMA: f64 = 0.954;
/// Upper limit of a moving range over the mean range (D4 for n = 2).
pub const RANGE_LIMIT: f64 = 3.267;

/// Where the centre line comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Centre {
    #[default]
    Mean,
    Median,
}

/// How the moving ranges become a spread.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Spread {
    /// Mean of the ranges below 3.267 times their mean, looked through once.
    #[default]
    Screened,
    /// Mean of all ranges, as Wheeler advises.
    Unscreened,
    /// Median range with its own constant.
    Median,
}

/// What a mean range is multiplied with to reach the limits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Factor {
    /// 3 / 1.128.
    #[default]
    Exact,
    /// 2.66, as printed in NHS England's guides; 0.02 % wider.
    Rounded,
}

/// The choices behind an I chart; the default is the Danish chart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Method {
    pub centre: Centre,
    pub spread: Spread,
    pub factor: Factor,
}

/// The moving ranges in one number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TypicalRange {
    pub value: f64,
    /// Ranges it rests on.
    pub n: usize,
    pub screening: Screened,
}

/// What came of screening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screened {
    /// Not asked for, or nothing beyond the limit.
    Nothing,
    /// So many ranges were left out.
    LeftOut(usize),
    /// Screening would leave no variation at all, so every range is used; to be told.
    SetAside,
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
    pub typical_range: Option<TypicalRange>,
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
pub fn xmr(values: &[Option<f64>], base: &Baseline<'_>, method: Method) -> Xmr {
    let rows = base.base_rows(values);
    let points = known(&rows);
    let centre = finite(base.centre).or_else(|| match method.centre {
        Centre::Mean => mean(&points),
        Centre::Median => median(&points),
    });
    let typical_range = typical_range(&known(&moving_ranges(&rows)), method.spread);
    let limits = centre
        .zip(typical_range)
        .map(|(centre, range)| Limits { centre, reach: reach(range.value, method) })
        .filter(|limits| limits.reach.is_finite());

    let outside = values
        .iter()
        .map(|value| limits.and_then(|limits| limits.beyond(finite(*value)?, 3.0)))
        .collect();
    Xmr { centre, typical_range, limits, runs: runs_about(values, centre, base), outside }
}

fn reach(range: f64, method: Method) -> f64 {
    match (method.spread, method.factor) {
        (Spread::Median, _) => 3.0 * range / MEDIAN_RANGE_PER_SIGMA,
        (Spread::Screened | Spread::Unscreened, Factor::Exact) => {
            3.0 * range / MEAN_RANGE_PER_SIGMA
        }
        (Spread::Screened | Spread::Unscreened, Factor::Rounded) => 2.66 * range,
    }
}

/// Distance of every value to the one before it. `None` in the first place, at a gap and
/// after one.
pub fn moving_ranges(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let pairs = values.windows(2).map(|pair| match pair {
        [before, value] => Some((finite(*value)? - finite(*before)?).abs()),
        _ => None,
    });
    let first = values.first().map(|_| None);
    first.into_iter().chain(pairs).collect()
}

/// One number for the ranges; `None` without ranges.
pub fn typical_range(ranges: &[f64], spread: Spread) -> Option<TypicalRange> {
    let all = |value| TypicalRange { value, n: ranges.len(), screening: Screened::Nothing };
    let unscreened = match spread {
        Spread::Median => return median(ranges).map(all),
        Spread::Unscreened => return mean(ranges).map(all),
        Spread::Screened => mean(ranges)?,
    };
    Some(screened(ranges, unscreened, RANGE_LIMIT))
}

/// Leaves out ranges at or beyond `limit` times their mean, once, unless no variation is left.
pub(super) fn screened(ranges: &[f64], unscreened: f64, limit: f64) -> TypicalRange {
    let kept: Vec<f64> =
        ranges.iter().copied().filter(|range| *range < limit * unscreened).collect();
    let (used, screening) = match mean(&kept).filter(|value| *value > 0.0) {
        Some(value) if kept.len() == ranges.len() => ((value, kept.len()), Screened::Nothing),
        Some(value) => ((value, kept.len()), Screened::LeftOut(ranges.len() - kept.len())),
        None if unscreened > 0.0 => ((unscreened, ranges.len()), Screened::SetAside),
        None => ((unscreened, ranges.len()), Screened::Nothing),
    };
    let (value, n) = used;
    TypicalRange { value, n, screening }
}

/// One phase of an MR chart.
#[derive(Debug, Clone, PartialEq)]
pub struct MovingRangeChart {
    /// The moving ranges, one a place of the phase.
    pub ranges: Vec<Option<f64>>,
    /// Mean of the ranges of the baseline, never screened.
    pub centre: Option<f64>,
    /// The runs, for information only: neighbouring ranges share a value, so the rules do
    /// not hold for them.
    pub runs: RunChart,
}

impl MovingRangeChart {
    /// The upper line at so many sigma; the lower one is 0.
    pub fn upper(&self, sigmas: f64) -> Option<f64> {
        self.centre.map(|centre| centre * (RANGE_LIMIT * (sigmas / 3.0)))
    }
}

/// Moving ranges of one phase. Excluded places have none and their neighbours form one.
pub fn moving_range_chart(values: &[Option<f64>], base: &Baseline<'_>) -> MovingRangeChart {
    let included: Vec<(usize, Option<f64>)> =
        values.iter().copied().enumerate().filter(|(place, _)| base.includes(*place)).collect();
    let rows: Vec<Option<f64>> = included.iter().map(|(_, value)| *value).collect();
    let mut of_places = included.iter().map(|(place, _)| *place).zip(moving_ranges(&rows));
    let mut next = of_places.next();
    let ranges: Vec<Option<f64>> = (0..values.len())
        .map(|place| {
            let (_, range) = next.filter(|(at, _)| *at == place)?;
            next = of_places.next();
            range
        })
        .collect();

    let centre = finite(base.centre).or_else(|| mean(&known(&base.base_rows(&ranges))));
    let runs = runs_about(&ranges, centre, base);
    MovingRangeChart { ranges, centre, runs }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(values: &[Option<f64>]) -> Xmr {
        xmr(values, &Baseline::default(), Method::default())
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
        let range = chart.typical_range.unwrap();
        assert_eq!(range.screening, Screened::SetAside);
        assert!((range.value - 1.0 / 19.0).abs() < 1e-12);
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

    #[test]
    fn the_neighbours_of_an_excluded_point_form_a_range() {
        let base = Baseline { excluded: &[1], ..Baseline::default() };
        let values = [Some(1.0), Some(9.0), Some(2.0)];
        let chart = moving_range_chart(&values, &base);
        assert_eq!(chart.ranges, [None, None, Some(1.0)]);
    }
}
