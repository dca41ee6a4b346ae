//! Quantiles of sorted numbers, type 7, as exact fractions.

use super::Ratio;

/// The quantile `p` (0 to 1) of sorted numbers by linear interpolation between order statistics,
/// type 7 of Hyndman and Fan (1996); `None` of nothing.
pub fn quantile<N: Copy + Into<Ratio>>(sorted: &[N], p: Ratio) -> Option<Ratio> {
    let last = i64::try_from(sorted.len().checked_sub(1)?).ok()?;
    let place = Ratio::whole(last).times(p)?;
    let below = place.numerator().div_euclid(place.denominator());
    let below = usize::try_from(below).ok()?;
    let low: Ratio = (*sorted.get(below)?).into();
    let Some(high) = sorted.get(below + 1) else {
        return Some(low);
    };
    let part = place.minus(Ratio::whole(i64::try_from(below).ok()?))?;
    let step = (*high).into().minus(low)?;
    low.plus(part.times(step)?)
}

/// The quantile of one half without sorting; `None` of nothing. `numbers` are put in another order.
pub(super) fn middle(numbers: &mut [i32]) -> Option<Ratio> {
    let n = numbers.len();
    if n == 0 {
        return None;
    }
    let (below, above, _) = numbers.select_nth_unstable(n / 2);
    let above = i64::from(*above);
    if n % 2 == 1 {
        return Some(Ratio::whole(above));
    }
    let below = below.iter().max().copied()?;
    Ratio::new((above + i64::from(below)).into(), 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sorted: &[i32], p: (i128, i128), expected: Option<(i128, i128)>) {
        let p = Ratio::new(p.0, p.1).unwrap();
        let expected = expected.and_then(|it| Ratio::new(it.0, it.1));
        assert_eq!(quantile(sorted, p), expected);
    }

    #[test]
    fn quantiles_lie_between_order_statistics() {
        check(&[], (1, 2), None);
        check(&[7], (9, 10), Some((7, 1)));
        // Place 0.5 × 3 = 1.5: half-way between 20 and 31.
        check(&[10, 20, 31, 40], (1, 2), Some((51, 2)));
        // Place 0.9 × 4 = 3.6: 40 and six tenths of 10.
        check(&[10, 20, 30, 40, 50], (9, 10), Some((46, 1)));
        check(&[10, 20, 30], (1, 1), Some((30, 1)));
    }

    #[test]
    fn the_middle_is_the_quantile_of_one_half() {
        let half = Ratio::new(1, 2).unwrap();
        for sorted in [&[][..], &[7], &[10, 31], &[1, 1, 4], &[-3, 0, 0, 9, 9, 40]] {
            let mut turned: Vec<_> = sorted.iter().rev().copied().collect();
            assert_eq!(middle(&mut turned), quantile(sorted, half));
        }
    }
}
