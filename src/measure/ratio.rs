//! Exact fractions: ties and rounding are decided here and never in floating point.

use std::cmp::Ordering;

/// A fraction in lowest terms with a positive denominator.
///
/// Arithmetic is checked: `None` when the exact result does not fit, or has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    pub const ZERO: Self = Self::whole(0);
    pub const ONE: Self = Self::whole(1);

    pub const fn whole(number: i64) -> Self {
        Self { numerator: number as i128, denominator: 1 }
    }

    /// `None` when the denominator is 0.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let divisor = i128::try_from(gcd(numerator.unsigned_abs(), denominator.unsigned_abs()));
        let divisor = divisor.ok()? * denominator.signum();
        Some(Self {
            numerator: numerator.checked_div(divisor)?,
            denominator: denominator.checked_div(divisor)?,
        })
    }

    /// A stored decimal, which is kept in thousandths.
    pub fn thousandths(number: i64) -> Self {
        Self::new(i128::from(number), 1000).unwrap_or(Self::ZERO)
    }

    pub const fn numerator(&self) -> i128 {
        self.numerator
    }

    pub const fn denominator(&self) -> i128 {
        self.denominator
    }

    pub const fn is_whole(&self) -> bool {
        self.denominator == 1
    }

    pub const fn is_zero(&self) -> bool {
        self.numerator == 0
    }

    pub const fn is_negative(&self) -> bool {
        self.numerator < 0
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        if self.denominator == other.denominator {
            return Self::new(self.numerator.checked_add(other.numerator)?, self.denominator);
        }
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        let denominator = self.denominator.checked_mul(other.denominator)?;
        Self::new(left.checked_add(right)?, denominator)
    }

    pub fn minus(self, other: Self) -> Option<Self> {
        let negative =
            Self { numerator: other.numerator.checked_neg()?, denominator: other.denominator };
        self.plus(negative)
    }

    pub fn times(self, other: Self) -> Option<Self> {
        Self::new(
            self.numerator.checked_mul(other.numerator)?,
            self.denominator.checked_mul(other.denominator)?,
        )
    }

    /// `None` also when `other` is 0.
    pub fn over(self, other: Self) -> Option<Self> {
        Self::new(
            self.numerator.checked_mul(other.denominator)?,
            self.denominator.checked_mul(other.numerator)?,
        )
    }

    /// The nearest floating-point number; for files and pictures, never for deciding anything.
    pub fn as_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }

    /// In units of `10^-places`, rounded half away from zero.
    pub fn rounded(self, places: u32) -> Option<i128> {
        let scaled = self.numerator.checked_mul(10_i128.checked_pow(places)?)?;
        let half_up = scaled.checked_abs()?.checked_mul(2)?.checked_add(self.denominator)?;
        let size = half_up.div_euclid(self.denominator.checked_mul(2)?);
        Some(size * scaled.signum())
    }
}

impl From<i64> for Ratio {
    fn from(number: i64) -> Self {
        Self::whole(number)
    }
}

impl From<i32> for Ratio {
    fn from(number: i32) -> Self {
        Self::whole(i64::from(number))
    }
}

impl From<u32> for Ratio {
    fn from(number: u32) -> Self {
        Self::whole(i64::from(number))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = self.numerator.checked_mul(other.denominator);
        let right = other.numerator.checked_mul(self.denominator);
        match (left, right) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => self.cmp_by_parts(other),
        }
    }
}

impl Ratio {
    /// Where cross products do not fit: whole parts first, then the reciprocals of what is left,
    /// as in a continued fraction.
    fn cmp_by_parts(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = (*self, *other);
        let mut turned = false;
        loop {
            let whole = |it: Self| it.numerator.div_euclid(it.denominator);
            let rest = |it: Self| it.numerator.rem_euclid(it.denominator);
            let order = whole(a).cmp(&whole(b)).then_with(|| (rest(a) != 0).cmp(&(rest(b) != 0)));
            let order = if turned { order.reverse() } else { order };
            if order != Ordering::Equal || rest(a) == 0 {
                return order;
            }
            let flip = |it: Self| Self { numerator: it.denominator, denominator: rest(it) };
            (a, b, turned) = (flip(a), flip(b), !turned);
        }
    }
}

fn gcd(a: u128, b: u128) -> u128 {
    match (u64::try_from(a), u64::try_from(b)) {
        (Ok(a), Ok(b)) => gcd_small(a, b).into(),
        _ if b == 0 => a,
        _ => gcd(b, a % b),
    }
}

fn gcd_small(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ratio(numerator: i128, denominator: i128) -> Ratio {
        Ratio::new(numerator, denominator).unwrap()
    }

    #[test]
    fn fractions_are_kept_in_lowest_terms() {
        assert_eq!(ratio(6, -4), ratio(-3, 2));
        assert_eq!(ratio(0, -4), Ratio::ZERO);
        assert_eq!(Ratio::new(1, 0), None);
        assert_eq!(Ratio::ONE.over(Ratio::ZERO), None);
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        // Reading 30: 24.25 is 24,3 where C-style formatting gives 24,2.
        assert_eq!(ratio(2425, 100).rounded(1), Some(243));
        assert_eq!(ratio(-2425, 100).rounded(1), Some(-243));
        assert_eq!(ratio(24249, 1000).rounded(1), Some(242));
        assert_eq!(ratio(-1, 25).rounded(1), Some(0));
    }

    #[test]
    fn what_does_not_fit_is_none() {
        let huge = ratio(i128::MAX, 1);
        assert_eq!(huge.plus(Ratio::ONE), None);
        assert_eq!(huge.times(huge), None);
        assert!(huge > ratio(i128::MAX - 1, 1));
        assert!(ratio(i128::MAX, 2) < ratio(i128::MAX, 1));
    }

    proptest! {
        #[test]
        fn order_is_that_of_cross_products(a in -999_i128..999, b in 1_i128..99, c in -999_i128..999, d in 1_i128..99) {
            let (x, y) = (ratio(a, b), ratio(c, d));
            prop_assert_eq!(x.cmp(&y), (a * d).cmp(&(c * b)));
            prop_assert_eq!(x.cmp_by_parts(&y), x.cmp(&y));
        }

        #[test]
        fn minus_takes_plus_back(a in -999_i128..999, b in 1_i128..99, c in -999_i128..999, d in 1_i128..99) {
            let (x, y) = (ratio(a, b), ratio(c, d));
            prop_assert_eq!(x.plus(y).and_then(|it| it.minus(y)), Some(x));
        }
    }
}
