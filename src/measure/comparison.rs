//! Whether two periods differ by more than chance: an exact test of counts, ranks of waits.

use super::figure::Dated;
use super::spec::Sum;
use super::{Figure, Key};
use crate::statistics::intervals::{self, Events};
use crate::statistics::rank_sum::rank_test;

/// What chance alone would make in fewer than one of twenty pairs is more than chance.
const LEVEL: f64 = 0.95;

/// The verdict on a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoreThanChance {
    Yes,
    No,
    /// Nothing to test by: a ratio or a snapshot, a side missing or partial, a break between.
    Unknown,
}

/// The ends of a 95 % interval of the newer count a day over the earlier one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RatioInterval {
    pub lower: f64,
    /// `None` when there is no upper end.
    pub upper: Option<f64>,
}

/// A figure against an earlier one, with chance taken into account.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    pub more_than_chance: MoreThanChance,
    /// Two-sided; `None` when nothing was tested.
    pub p: Option<f64>,
    counts: Option<[Events; 2]>,
}

impl Comparison {
    pub(super) const UNKNOWN: Self =
        Self { more_than_chance: MoreThanChance::Unknown, p: None, counts: None };

    /// The exact Poisson interval of a ratio of counts; `None` for waits. It leaves 1 out exactly
    /// when the difference is more than chance. Costs far more than the verdict.
    pub fn interval(&self) -> Option<RatioInterval> {
        let [new, base] = self.counts?;
        let ratio = intervals::rate_ratio(new, base, LEVEL)?;
        Some(RatioInterval { lower: ratio.lower, upper: ratio.upper })
    }

    /// Two figures that are known to be comparable. `waits` compares everyone who started in one
    /// period with everyone who started in the other.
    pub(super) fn of(key: Key, new: Dated<'_>, base: Dated<'_>, waits: Self) -> Self {
        let is_complete = |it: Dated<'_>| it.1.get(key).is_some_and(Figure::is_complete);
        if !(is_complete(new) && is_complete(base)) {
            return Self::UNKNOWN;
        }
        if matches!(key, Key::WaitStartedMean | Key::WaitStartedMedian) {
            return waits;
        }
        let events = events(key, new).zip(events(key, base));
        events.map_or(Self::UNKNOWN, |(new, base)| Self::of_counts(new, base))
    }

    /// Exact test of two Poisson counts over their days (Przyborowski and Wilenski, 1940).
    fn of_counts(new: Events, base: Events) -> Self {
        let Some(test) = intervals::rate_test(new, base) else {
            return Self::UNKNOWN;
        };
        Self {
            more_than_chance: if test.leaves_equal_out(LEVEL) {
                MoreThanChance::Yes
            } else {
                MoreThanChance::No
            },
            p: Some(test.p_value),
            counts: Some([new, base]),
        }
    }

    /// Rank sum of single waits in days (Wilcoxon); `None` is a period the register does not cover.
    pub(super) fn of_waits(new: Option<&[f64]>, base: Option<&[f64]>) -> Self {
        let test = new.zip(base).and_then(|(new, base)| rank_test(new, base));
        test.map_or(Self::UNKNOWN, |test| Self {
            more_than_chance: if test.p_value < 1.0 - LEVEL {
                MoreThanChance::Yes
            } else {
                MoreThanChance::No
            },
            p: Some(test.p_value),
            counts: None,
        })
    }
}

/// The count of a period and its days: half-years are not equally long.
fn events(key: Key, (period, figures): Dated<'_>) -> Option<Events> {
    if key.spec().sum != Sum::Events {
        return None;
    }
    let n = u64::try_from(figures.get(key)?.whole()?).ok()?;
    let days = period.snapshot_day().since(period.first_day()) + 1;
    Some(Events { n, time: f64::from(days) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Period;
    use crate::measure::Figures;

    /// Two counts, in two periods that are comparable.
    fn compare(key: Key, new: (&str, i64), base: (&str, i64)) -> Comparison {
        let of = |n| {
            let mut figures = Figures::default();
            figures.push(key, Figure::count(n));
            figures
        };
        let period = |text: &str| Period::parse(text).unwrap();
        let (own, other) = (of(new.1), of(base.1));
        let (own, other) = ((period(new.0), &own), (period(base.0), &other));
        Comparison::of(key, own, other, Comparison::UNKNOWN)
    }

    #[track_caller]
    fn check(
        comparison: Comparison,
        verdict: MoreThanChance,
        p: f64,
        interval: (f64, Option<f64>),
    ) {
        assert_eq!(comparison.more_than_chance, verdict);
        assert!((comparison.p.unwrap() - p).abs() < 1e-9 * p, "{:?}", comparison.p);
        let found = comparison.interval().unwrap();
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b;
        assert!(near(found.lower, interval.0), "{found:?}");
        let upper = found.upper.zip(interval.1).is_none_or(|(a, b)| near(a, b));
        assert!(upper && found.upper.is_some() == interval.1.is_some(), "{found:?}");
    }

    /// R 4.2.2, `poisson.test(c(184, 149), c(6, 6))`; the years are equally long.
    #[test]
    fn counts_of_equally_long_halves_are_compared_as_they_are() {
        check(
            compare(Key::Opened, ("2022H1", 184), ("2021H1", 149)),
            MoreThanChance::No,
            0.062_273_439_257_278_26,
            (0.989_574_017_716_195_5, Some(1.543_120_644_788_324_3)),
        );
    }

    /// R 4.2.2, `poisson.test(c(12, 25), c(181, 184))`: p is under 0.05, but the interval, which
    /// decides, holds 1.
    #[test]
    fn the_interval_decides_over_days() {
        check(
            compare(Key::Started, ("2026H1", 12), ("2025H2", 25)),
            MoreThanChance::No,
            0.047_304_249_186_456_32,
            (0.223_360_170_674_395_45, Some(1.007_882_713_912_631_6)),
        );
    }

    /// R 4.2.2, `poisson.test(c(3, 0), c(6, 6))`.
    #[test]
    fn no_events_leave_the_interval_open() {
        check(
            compare(Key::Withdrawn, ("2022H1", 3), ("2021H1", 0)),
            MoreThanChance::No,
            0.25,
            (0.413_231_355_030_894, None),
        );
        let nothing = compare(Key::Withdrawn, ("2022H1", 0), ("2021H1", 0));
        assert_eq!(nothing, Comparison::UNKNOWN);
    }

    #[test]
    fn what_stands_at_a_snapshot_is_not_compared() {
        for key in [Key::Cases, Key::Waiting, Key::NetTransferred] {
            let comparison = compare(key, ("2022H1", 184), ("2021H1", 10));
            assert_eq!(
                (comparison.more_than_chance, comparison.p),
                (MoreThanChance::Unknown, None)
            );
        }
    }

    /// scipy 1.17.1, `mannwhitneyu(method="asymptotic", use_continuity=True)`.
    #[test]
    fn waits_are_compared_by_their_ranks() {
        let first = [3.0, 5.0, 5.0, 8.0, 13.0, 21.0, 21.0, 34.0];
        let second = [1.0, 5.0, 8.0, 8.0, 9.0, 11.0];
        let comparison = Comparison::of_waits(Some(&first), Some(&second));
        assert_eq!(comparison.more_than_chance, MoreThanChance::No);
        assert!((comparison.p.unwrap() - 0.396_677_026_562_382_24).abs() < 1e-9);
        assert_eq!(comparison.interval(), None);
        assert_eq!(Comparison::of_waits(Some(&first), None), Comparison::UNKNOWN);
        assert_eq!(Comparison::of_waits(Some(&first), Some(&[])), Comparison::UNKNOWN);
    }
}
