//! Which target is in force for a unit, and where a value lies against it.

use super::{Key, Ratio};
use crate::domain::{Day, Month, Snapshot, Target, TargetMetric, Thousandths, UnitId};

/// The targets of one metric that a unit can be held against.
///
/// The unit's own goes before one for all units, however old; among equals the latest, and of two
/// from one day the one typed last (reading 11).
#[derive(Debug, Clone, Default)]
pub struct Targets<'a> {
    own: Vec<&'a Target>,
    shared: Vec<&'a Target>,
}

/// A target in the months it holds for, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetSpan<'a> {
    pub target: &'a Target,
    pub from: Month,
    pub through: Month,
}

impl<'a> Targets<'a> {
    pub fn of(snapshot: &'a Snapshot, unit: UnitId, metric: TargetMetric) -> Self {
        let listed = |owner: Option<UnitId>| {
            let targets = snapshot.shared.targets.values();
            let mut listed: Vec<_> =
                targets.filter(|it| it.metric == metric && it.unit == owner).collect();
            listed.sort_by_key(|it| it.valid_from);
            listed
        };
        Self { own: listed(Some(unit)), shared: listed(None) }
    }

    /// The targets a figure is held against; none where it is held against none.
    pub fn of_key(snapshot: &'a Snapshot, unit: UnitId, key: Key) -> Self {
        key.target_metric().map_or_else(Self::default, |it| Self::of(snapshot, unit, it))
    }

    pub fn in_force(&self, day: Day) -> Option<&'a Target> {
        let newest = |listed: &[&'a Target]| {
            let after = listed.partition_point(|it| it.valid_from <= day);
            listed.get(after.checked_sub(1)?).copied()
        };
        newest(&self.own).or_else(|| newest(&self.shared))
    }

    /// Each target in the months it holds for: a unit's own takes over from everybody's.
    pub fn spans(&self, first: Month, last: Month) -> Vec<TargetSpan<'a>> {
        let mut spans: Vec<TargetSpan<'a>> = Vec::new();
        for month in first.through(last) {
            let Some(target) = self.in_force(month.last_day()) else { continue };
            match spans.last_mut() {
                Some(span) if span.target == target => span.through = month,
                _ => spans.push(TargetSpan { target, from: month, through: month }),
            }
        }
        spans
    }

    /// The upper limit in force; `None` when no target is, or the one in force has no upper limit.
    pub(super) fn upper_on(&self, day: Day) -> Option<Ratio> {
        Limits::of(self.in_force(day)?).upper
    }
}

/// What a target allows, as it is stored: days for waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub lower: Option<Ratio>,
    pub upper: Option<Ratio>,
}

/// Where a value lies against a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Above,
    Below,
    Within,
}

impl Limits {
    pub fn of(target: &Target) -> Self {
        let exact = |it: Thousandths| Ratio::thousandths(it.0);
        Self { lower: target.lower.map(exact), upper: target.upper.map(exact) }
    }

    /// The comparison is exact, and a value on a limit is within.
    pub fn standing(self, value: Ratio) -> Standing {
        if self.upper.is_some_and(|it| it < value) {
            Standing::Above
        } else if self.lower.is_some_and(|it| value < it) {
            Standing::Below
        } else {
            Standing::Within
        }
    }
}

impl Standing {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Below => "below",
            Self::Within => "within",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::TargetId;

    const UNIT: UnitId = UnitId(1);

    /// Whose (`None` is everybody's), from which month of 2026, and the upper limit.
    fn book(targets: &[(Option<UnitId>, u32)]) -> Snapshot {
        let mut snapshot = Snapshot::default();
        let shared = Arc::make_mut(&mut snapshot.shared);
        for (id, (unit, from)) in (1..).zip(targets) {
            let target = Target {
                metric: TargetMetric::Wait,
                unit: *unit,
                lower: None,
                upper: Some(Thousandths::whole(i64::from(id))),
                valid_from: month(*from).first_day(),
                source: String::new(),
            };
            shared.targets.insert(TargetId(id), target);
        }
        snapshot
    }

    fn month(of_2026: u32) -> Month {
        Month::new(2026, of_2026).unwrap()
    }

    /// The target in force at the end of each month asked for, by its place in the book.
    #[track_caller]
    fn check(targets: &[(Option<UnitId>, u32)], expected: &[(u32, Option<i64>)]) {
        let snapshot = book(targets);
        let of_unit = Targets::of_key(&snapshot, UNIT, Key::WaitSoFarP90);
        for (at, number) in expected {
            let upper = of_unit.upper_on(month(*at).last_day());
            assert_eq!(upper, number.map(Ratio::whole), "month {at}");
        }
    }

    #[test]
    fn the_units_own_target_goes_before_a_newer_one_for_all() {
        check(&[(Some(UNIT), 3), (None, 5)], &[(2, None), (3, Some(1)), (6, Some(1))]);
        check(&[(Some(UNIT), 5), (None, 3)], &[(4, Some(2)), (5, Some(1))]);
        check(&[(Some(UnitId(2)), 1)], &[(6, None)]);
    }

    #[test]
    fn of_two_from_one_day_the_one_typed_last_holds() {
        check(&[(None, 3), (None, 3), (None, 2)], &[(2, Some(3)), (3, Some(2))]);
    }

    #[test]
    fn each_target_spans_the_months_it_holds_for() {
        let snapshot = book(&[(None, 2), (Some(UNIT), 4)]);
        let of_unit = Targets::of_key(&snapshot, UNIT, Key::WaitStartedMean);
        let spans = of_unit.spans(month(1), month(6));
        let months: Vec<_> = spans.iter().map(|it| (it.from, it.through)).collect();
        assert_eq!(months, [(month(2), month(3)), (month(4), month(6))]);
    }

    #[test]
    fn a_value_on_a_limit_is_within() {
        let limits = Limits { lower: Some(Ratio::whole(20)), upper: Some(Ratio::whole(30)) };
        let standing = [19, 20, 30, 31].map(|it| limits.standing(Ratio::whole(it)));
        assert_eq!(
            standing,
            [Standing::Below, Standing::Within, Standing::Within, Standing::Above]
        );
    }
}
