//! The Kaplan-Meier median of whole days, with a survival of exactly one half decided exactly.

use std::cmp::Ordering;

/// Days followed, and whether the wait ended in a start.
pub(super) type Followed = (i32, bool);

/// The first day on which survival is one half or less; `None` when it is not reached.
///
/// Product-limit estimate (Kaplan and Meier, 1958); on a day with both, starts come before those
/// who are no longer followed. `people` is put in order.
pub(super) fn median_day(people: &mut [Followed]) -> Option<i32> {
    people.sort_unstable_by_key(|it| it.0);
    let mut at_risk = people.len();
    let mut steps: Vec<(usize, usize)> = Vec::new();
    let mut survival = 1.0;
    for same_day in people.chunk_by(|a, b| a.0 == b.0) {
        let starts = same_day.iter().filter(|it| it.1).count();
        if starts != 0 {
            let left = at_risk - starts;
            steps.push((left, at_risk));
            survival *= left as f64 / at_risk as f64;
            if is_half_or_less(survival, &steps) {
                return same_day.first().map(|it| it.0);
            }
        }
        at_risk -= same_day.len();
    }
    None
}

/// Far from one half the floating-point product is enough; near it the whole numbers decide.
fn is_half_or_less(survival: f64, steps: &[(usize, usize)]) -> bool {
    const NEAR: f64 = 1e-9;
    if NEAR < (survival - 0.5).abs() {
        return survival < 0.5;
    }
    let (mut doubled, mut whole) = (vec![2], vec![1]);
    for (left, at_risk) in steps {
        multiply(&mut doubled, *left);
        multiply(&mut whole, *at_risk);
    }
    compare(&doubled, &whole) != Ordering::Greater
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
        assert_eq!(median_day(&mut people.to_vec()), expected);
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
