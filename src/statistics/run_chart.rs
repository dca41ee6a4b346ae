//! Run charts by the Anhøj rules: an unusually long run or unusually few crossings of the
//! median.
//!
//! Source: Anhøj & Olesen, PLOS ONE 2014 9(11) e113825; Anhøj & Wentzel-Larsen, BMC Medical
//! Research Methodology 2018 18:1.

use std::cmp::Ordering;
use std::ops::Range;

use super::distributions;
use super::phases::Baseline;
use super::summary::{finite, known, median};

/// Fewer useful points than this say too little to be judged out loud.
pub const MIN_USEFUL: usize = 10;

/// One phase of a run chart.
#[derive(Debug, Clone, PartialEq)]
pub struct RunChart {
    /// Median of the baseline, or the centre given. `None` without known values.
    pub centre: Option<f64>,
    /// Places that are not excluded, gaps counted too.
    pub n_places: usize,
    /// Gaps among those places.
    pub n_missing: usize,
    /// Known, included points that do not lie on the centre line.
    pub n_useful: usize,
    /// Points in the longest run on one side; 0 when nothing is useful.
    pub longest_run: usize,
    /// Longest run that is still common; 0 when nothing is useful.
    pub longest_run_max: usize,
    /// How often the line crosses the centre.
    pub crossings: usize,
    /// Fewest crossings that are still common.
    pub crossings_min: usize,
    /// First to last point of the longest run, the latest of several. Points on the centre line and gaps in
    /// between belong to the range though they are not counted.
    pub longest_run_places: Option<Range<usize>>,
    /// Which side of the centre line the longest run lies on.
    pub longest_run_side: Option<Side>,
}

/// Above or below the centre line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    Below,
    Above,
}

impl Side {
    /// The side of `value`; `None` exactly on the line.
    pub fn of(value: f64, centre: f64) -> Option<Self> {
        match value.partial_cmp(&centre)? {
            Ordering::Less => Some(Self::Below),
            Ordering::Equal => None,
            Ordering::Greater => Some(Self::Above),
        }
    }
}

impl RunChart {
    /// The longest run is unusually long.
    pub fn shift(&self) -> bool {
        self.longest_run > self.longest_run_max
    }

    /// The centre line is crossed unusually seldom. Too many crossings are no signal.
    pub fn too_few_crossings(&self) -> bool {
        self.crossings < self.crossings_min
    }

    /// Either rule found more than chance.
    pub fn signal(&self) -> bool {
        self.shift() || self.too_few_crossings()
    }

    /// Enough useful points to say something aloud.
    pub fn is_judgeable(&self) -> bool {
        self.n_useful >= MIN_USEFUL
    }
}

/// Judges one phase about the median of its baseline.
///
/// `values` in time order; `None` is a gap, which neither breaks a run nor counts.
pub fn run_chart(values: &[Option<f64>], base: &Baseline<'_>) -> RunChart {
    let centre = finite(base.centre).or_else(|| median(&known(&base.base_rows(values))));
    runs_about(values, centre, base)
}

/// Judges one phase about any centre line, such as a mean.
pub fn runs_about(values: &[Option<f64>], centre: Option<f64>, base: &Baseline<'_>) -> RunChart {
    let mut walk = Walk::default();
    let mut n_places = 0;
    let mut n_missing = 0;
    for (place, value) in values.iter().enumerate() {
        if !base.includes(place) {
            continue;
        }
        n_places += 1;
        let Some(value) = finite(*value) else {
            n_missing += 1;
            continue;
        };
        if let Some(side) = centre.and_then(|centre| Side::of(value, centre)) {
            walk.step(place, side);
        }
    }
    walk.end();

    let limits = limits(walk.n_useful);
    RunChart {
        centre,
        n_places,
        n_missing,
        n_useful: walk.n_useful,
        longest_run: walk.longest.as_ref().map_or(0, |run| run.n),
        longest_run_max: limits.map_or(0, |l| l.longest_run_max),
        crossings: walk.crossings,
        crossings_min: limits.map_or(0, |l| l.crossings_min),
        longest_run_places: walk.longest.as_ref().map(|run| run.first..run.last + 1),
        longest_run_side: walk.longest.as_ref().map(|run| run.side),
    }
}

/// What is still common for a number of useful points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunLimits {
    pub longest_run_max: usize,
    pub crossings_min: usize,
}

/// The Anhøj limits: round(log2 n) + 3, and the lower 5 % point of Bin(n - 1, 1/2).
///
/// `None` for n = 0: nothing can be judged.
pub fn limits(n_useful: usize) -> Option<RunLimits> {
    Some(RunLimits {
        longest_run_max: rounded_log2(n_useful)? + 3,
        crossings_min: distributions::fair_coin_quantile(0.05, n_useful - 1)?,
    })
}

/// log2 to the nearest whole number, in whole numbers: n is past the middle between two
/// powers exactly when its square is past their product.
fn rounded_log2(n: usize) -> Option<usize> {
    let floor = n.checked_ilog2()?;
    let n = u128::try_from(n).ok()?;
    let is_past_middle = n.checked_mul(n)? >= 1 << (2 * floor + 1);
    Some(usize::try_from(floor).ok()? + usize::from(is_past_middle))
}

/// A block of useful points on one side.
#[derive(Debug, Clone, Copy)]
struct Run {
    side: Side,
    first: usize,
    last: usize,
    n: usize,
}

/// Walks along the useful points.
#[derive(Debug, Default)]
struct Walk {
    current: Option<Run>,
    longest: Option<Run>,
    n_useful: usize,
    crossings: usize,
}

impl Walk {
    /// Takes one useful point.
    fn step(&mut self, place: usize, side: Side) {
        self.n_useful += 1;
        if let Some(run) = self.current.as_mut().filter(|run| run.side == side) {
            run.last = place;
            run.n += 1;
            return;
        }

        self.crossings += usize::from(self.current.is_some());
        self.end();
        self.current = Some(Run { side, first: place, last: place, n: 1 });
    }

    /// Compares the current run with the longest so far; the first of equals stays.
    fn end(&mut self) {
        let longest = self.longest.map_or(0, |run| run.n);
        if let Some(run) = self.current.filter(|run| longest <= run.n) {
            self.longest = Some(run);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        values: &[Option<f64>],
        n_useful: usize,
        longest: usize,
        places: Option<Range<usize>>,
    ) {
        let chart = run_chart(values, &Baseline::default());
        assert_eq!(chart.n_useful, n_useful);
        assert_eq!((chart.longest_run, chart.longest_run_places), (longest, places));
    }

    #[test]
    fn nothing_known_is_nothing_judged() {
        check(&[], 0, 0, None);
        check(&[None, None], 0, 0, None);
        check(&[Some(0.1); 20], 0, 0, None);
    }

    #[test]
    fn a_run_continues_across_gaps_and_points_on_the_line() {
        let values = [9.0, 8.0, 7.0, 1.0, 2.0, 5.0, 2.0].map(Some);
        check(&values, 6, 3, Some(3..7));
        let mut gap = values.to_vec();
        gap.insert(4, None);
        check(&gap, 6, 3, Some(3..8));
    }

    #[test]
    fn one_step_up_is_two_runs_and_one_crossing() {
        let values = [[Some(1.0); 12], [Some(2.0); 12]].concat();
        let chart = run_chart(&values, &Baseline::default());
        assert_eq!((chart.longest_run, chart.crossings), (12, 1));
        assert!(chart.shift() && chart.too_few_crossings());
    }
}
