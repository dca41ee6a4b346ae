//! The four rules of NHS England's Making Data Count, the verdict on a series and the verdict
//! on its target.
//!
//! Source: NHS England, Making Data Count (2019 and its change of late 2023, by which two of
//! three counts every point beyond two sigma).

use std::cmp::Ordering;

use super::run_chart::Side;
use super::summary::finite;
use super::xmr::Limits;

/// How many points make a shift and a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Points in a row on one side: 7, by choice 6 or 8.
    pub shift_points: usize,
    /// Points in a row that all rise or all fall.
    pub trend_points: usize,
    pub two_in_three: TwoInThree,
}

/// Which points two of three counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TwoInThree {
    /// Every point beyond two sigma: NHS England since late 2023.
    #[default]
    Beyond,
    /// Only points between two and three sigma, as before.
    Between,
}

impl Default for Rules {
    fn default() -> Self {
        Self { shift_points: 7, trend_points: 7, two_in_three: TwoInThree::default() }
    }
}

/// Whether a trend rises or falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    Rising,
    Falling,
}

/// Every rule that hits a point.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signals {
    /// Beyond the limits.
    pub outside: Option<Side>,
    /// Part of a trend; where two meet, the one to the right.
    pub trend: Option<Trend>,
    /// One of at least two of three points beyond two sigma, all three on that side.
    pub two_in_three: Option<Side>,
    /// Part of a shift.
    pub shift: Option<Side>,
}

/// The rule a point is named by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headline {
    Outside(Side),
    Trend(Trend),
    TwoInThree(Side),
    Shift(Side),
}

impl Headline {
    /// Whether the rule points to higher values.
    pub fn is_high(self) -> bool {
        match self {
            Self::Outside(side) | Self::TwoInThree(side) | Self::Shift(side) => side == Side::Above,
            Self::Trend(trend) => trend == Trend::Rising,
        }
    }
}

impl Signals {
    /// The rule to name first: outside, trend, two in three, shift.
    pub fn headline(self) -> Option<Headline> {
        self.outside
            .map(Headline::Outside)
            .or_else(|| self.trend.map(Headline::Trend))
            .or_else(|| self.two_in_three.map(Headline::TwoInThree))
            .or_else(|| self.shift.map(Headline::Shift))
    }
}

/// Judges the places of one phase.
///
/// A gap is skipped by a shift and ends a trend and a two of three. A point on the centre
/// line ends a shift. Without limits nothing is outside or near them.
pub fn signals(
    values: &[Option<f64>],
    centre: Option<f64>,
    limits: Option<Limits>,
    rules: Rules,
) -> Vec<Signals> {
    let values: Vec<Option<f64>> = values.iter().copied().map(finite).collect();
    let mut signals = vec![Signals::default(); values.len()];
    if let Some(limits) = limits {
        for (signal, value) in signals.iter_mut().zip(&values) {
            signal.outside = value.and_then(|value| limits.beyond(value, 3.0));
        }
        mark_two_in_three(&values, limits, rules.two_in_three, &mut signals);
    }
    mark_trends(&values, rules.trend_points, &mut signals);
    if let Some(centre) = centre {
        mark_shifts(&values, centre, rules.shift_points, &mut signals);
    }
    signals
}

fn mark_two_in_three(
    values: &[Option<f64>],
    limits: Limits,
    counted: TwoInThree,
    signals: &mut [Signals],
) {
    let beyond = |value: f64| {
        let is_counted = match counted {
            TwoInThree::Beyond => true,
            TwoInThree::Between => limits.beyond(value, 3.0).is_none(),
        };
        limits.beyond(value, 2.0).filter(|_| is_counted)
    };
    for (first, window) in values.windows(3).enumerate() {
        for side in [Side::Below, Side::Above] {
            let is_on_side =
                |v: &Option<f64>| v.and_then(|v| Side::of(v, limits.centre)) == Some(side);
            let is_beyond = |v: &Option<f64>| v.and_then(beyond) == Some(side);
            let n_beyond = window.iter().filter(|v| is_beyond(v)).count();
            if n_beyond < 2 || !window.iter().all(is_on_side) {
                continue;
            }
            for (signal, value) in signals.iter_mut().skip(first).zip(window) {
                if is_beyond(value) {
                    signal.two_in_three = Some(side);
                }
            }
        }
    }
}

fn mark_trends(values: &[Option<f64>], n: usize, signals: &mut [Signals]) {
    if n < 2 {
        return;
    }
    // The stretch that ends here: its direction and its number of steps.
    let mut stretch: Option<(Trend, usize)> = None;
    for (last, pair) in (1..).zip(values.windows(2)) {
        let step = match pair {
            [Some(before), Some(value)] => match value.partial_cmp(before) {
                Some(Ordering::Less) => Some(Trend::Falling),
                Some(Ordering::Greater) => Some(Trend::Rising),
                Some(Ordering::Equal) | None => None,
            },
            _ => None,
        };
        stretch = step.map(|step| match stretch {
            Some((trend, steps)) if trend == step => (trend, steps + 1),
            _ => (step, 1),
        });
        if let Some((trend, steps)) = stretch.filter(|(_, steps)| *steps + 1 >= n) {
            // The whole stretch when it becomes a trend, then one place at a time.
            let marked = if steps + 1 == n { n } else { 1 };
            for signal in signals.iter_mut().take(last + 1).skip(last + 1 - marked) {
                signal.trend = Some(trend);
            }
        }
    }
}

fn mark_shifts(values: &[Option<f64>], centre: f64, n: usize, signals: &mut [Signals]) {
    let sides: Vec<Option<Side>> =
        values.iter().map(|value| value.and_then(|value| Side::of(value, centre))).collect();
    // Known places only: a gap neither ends nor lengthens a shift.
    let places: Vec<usize> =
        values.iter().enumerate().filter_map(|(place, value)| value.map(|_| place)).collect();
    let side_at = |place: &usize| sides.get(*place).copied().flatten();
    for run in places.chunk_by(|a, b| side_at(a) == side_at(b)) {
        let side = run.first().and_then(side_at);
        if side.is_none() || run.len() < n {
            continue;
        }
        for place in run {
            if let Some(signal) = signals.get_mut(*place) {
                signal.shift = side;
            }
        }
    }
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Improvement {
    Increase,
    Decrease,
    /// Neither: a change is told without praise or worry.
    Neutral,
}

/// What a signal means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    CommonCause,
    Improvement,
    Concern,
    NeutralHigh,
    NeutralLow,
}

/// The meaning of a point's headline.
pub fn verdict(headline: Option<Headline>, improvement: Improvement) -> Verdict {
    match (headline.map(Headline::is_high), improvement) {
        (None, _) => Verdict::CommonCause,
        (Some(true), Improvement::Increase) | (Some(false), Improvement::Decrease) => {
            Verdict::Improvement
        }
        (Some(false), Improvement::Increase) | (Some(true), Improvement::Decrease) => {
            Verdict::Concern
        }
        (Some(true), Improvement::Neutral) => Verdict::NeutralHigh,
        (Some(false), Improvement::Neutral) => Verdict::NeutralLow,
    }
}

/// Whether the process as it is can be expected to meet its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assurance {
    AlwaysMet,
    AlwaysMissed,
    HitOrMiss,
}

/// Compares a target with the limits of the last phase. `None` for a neutral direction.
pub fn assurance(limits: Limits, target: f64, improvement: Improvement) -> Option<Assurance> {
    // The target lies where no point is expected; on a limit it is still hit or miss.
    let target_side = limits.beyond(target, 3.0);
    match (improvement, target_side) {
        (Improvement::Neutral, _) => None,
        (_, None) => Some(Assurance::HitOrMiss),
        (Improvement::Increase, Some(Side::Above)) | (Improvement::Decrease, Some(Side::Below)) => {
            Some(Assurance::AlwaysMissed)
        }
        (Improvement::Increase, Some(Side::Below)) | (Improvement::Decrease, Some(Side::Above)) => {
            Some(Assurance::AlwaysMet)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shifts_and_trends(values: &[Option<f64>]) -> Vec<Signals> {
        signals(values, Some(0.0), None, Rules::default())
    }

    #[test]
    fn a_gap_is_skipped_by_a_shift_and_ends_a_trend() {
        let mut values: Vec<Option<f64>> = (1..8).map(|i| Some(f64::from(i))).collect();
        assert!(shifts_and_trends(&values).iter().all(|s| s.trend == Some(Trend::Rising)));
        values.insert(3, None);
        let signals = shifts_and_trends(&values);
        assert!(signals.iter().all(|s| s.trend.is_none()));
        assert_eq!(signals.iter().filter(|s| s.shift.is_some()).count(), 7);
        assert_eq!(signals[3], Signals::default());
    }

    #[test]
    fn a_point_on_the_line_ends_a_shift() {
        let mut values = vec![Some(1.0); 8];
        values[4] = Some(0.0);
        assert!(shifts_and_trends(&values).iter().all(|s| s.shift.is_none()));
    }

    #[test]
    fn a_point_shared_by_two_trends_takes_the_one_to_the_right() {
        let up = (0..7).map(f64::from);
        let down = (0..6).rev().map(f64::from);
        let values: Vec<Option<f64>> = up.chain(down).map(Some).collect();
        let signals = shifts_and_trends(&values);
        assert_eq!(signals[5].trend, Some(Trend::Rising));
        assert_eq!(signals[6].trend, Some(Trend::Falling));
    }
}
