//! Kaplan-Meier over whole days, with a survival of exactly one half decided exactly.

use std::cmp::Ordering;

/// Days followed, and whether the wait ended in a start.
pub type Followed = (i32, bool);

/// A day on which somebody started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub day: i32,
    /// Those followed until that day or longer.
    pub at_risk: usize,
    pub started: usize,
}

/// How many of those followed were still waiting, day by day.
///
/// Product-limit estimate (Kaplan and Meier, 1958); on a day with both, starts come before those
/// who are no longer followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve(Vec<Step>);

impl Curve {
    /// `people` is put in order.
    pub fn of(people: &mut [Followed]) -> Self {
        people.sort_unstable_by_key(|it| it.0);
        let mut at_risk = people.len();
        let mut steps = Vec::new();
        for same_day in people.chunk_by(|a, b| a.0 == b.0) {
            let started = same_day.iter().filter(|it| it.1).count();
            let day = same_day.first().map(|it| it.0);
            steps.extend(day.filter(|_| started != 0).map(|day| Step { day, at_risk, started }));
            at_risk -= same_day.len();
        }
        Self(steps)
    }

    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The first day on which survival is one half or less; `None` when it is not reached.
    pub fn median(&self) -> Option<i32> {
        self.first_day(1, 2)
    }

    /// The first day on which survival is `part` of `whole` or less.
    ///
    /// Far from it the floating-point product is enough; near it the whole numbers decide.
    pub fn first_day(&self, part: u32, whole: u32) -> Option<i32> {
        const NEAR: f64 = 1e-9;
        let sought = f64::from(part) / f64::from(whole);
        let mut survival = 1.0;
        let is_reached = |at: usize, step: &Step| {
            survival *= (step.at_risk - step.started) as f64 / step.at_risk as f64;
            if (survival - sought).abs() < NEAR {
                self.is_at_most(at, part, whole)
            } else {
                survival < sought
            }
        };
        let mut is_reached = is_reached;
        self.0.iter().enumerate().find(|(at, step)| is_reached(*at, step)).map(|(_, step)| step.day)
    }

    /// Whether survival after a step is at most `part` of `whole`, in whole numbers.
    fn is_at_most(&self, at: usize, part: u32, whole: u32) -> bool {
        let (mut left, mut all) = (vec![whole], vec![part]);
        for step in self.0.iter().take(at + 1) {
            multiply(&mut left, step.at_risk - step.started);
            multiply(&mut all, step.at_risk);
        }
        compare(&left, &all) != Ordering::Greater
    }
}

/// Multiplies a number kept in limbs of 32 bits, least first.
fn multiply(number: &mut Vec<u32>, factor: usize) {
    let mut carry = 0_u64;
    for limb in number.iter_mut() {
        let product = u64::from(*limb) * factor as u64 + carry;
        *limb = u32::try_from(product & u64::from(u32::MAX)).unwrap_or(u32::MAX);
        carry = product >> 32;
    }
    if carry != 0 {
        number.push(u32::try_from(carry).unwrap_or(u32::MAX));
    }
}

fn compare(a: &[u32], b: &[u32]) -> Ordering {
    let used = |it: &[u32]| it.iter().rposition(|limb| *limb != 0);
    used(a).cmp(&used(b)).then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(people: &[Followed], expected: Option<i32>) {
        assert_eq!(Curve::of(&mut people.to_vec()).median(), expected);
    }

    #[test]
    fn without_censoring_it_is_the_lower_median() {
        check(&[(10, true), (20, true), (30, true), (40, true)], Some(20));
        check(&[(10, true), (20, true), (30, true)], Some(20));
    }

    #[test]
    fn those_still_waiting_carry_survival_on() {
        // S: 3/4 on day 10, 3/4 × 1/2 = 3/8 on day 30.
        check(&[(10, true), (20, false), (30, true), (40, false)], Some(30));
        check(&[(10, true), (20, false), (30, false)], None);
        check(&[], None);
    }

    #[test]
    fn exactly_one_half_is_reached() {
        // 9/10 × 8/9 × … × 5/6 = 1/2, which floating point misses.
        let people: Vec<_> = (1..=10).map(|day| (day, true)).collect();
        check(&people, Some(5));
        // 6/7 × 5/6 (one leaves) × 7/10 never meets a half; 49 of 98 does.
        let many: Vec<_> = (0..98).map(|day| (day, true)).collect();
        check(&many, Some(48));
    }

    #[test]
    fn a_start_comes_before_leaving_on_the_same_day() {
        // At day 5 both are at risk: S = 1/2.
        check(&[(5, false), (5, true)], Some(5));
    }
}
