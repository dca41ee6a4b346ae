//! The few probability distributions the room needs; the only file that names `statrs`.

use statrs::distribution::{
    Beta, Binomial, ContinuousCDF as _, DiscreteCDF as _, Normal, StudentsT,
};
use statrs::statistics::Mode as _;

/// Quantile of the standard normal distribution; `p` strictly between 0 and 1.
pub fn normal_quantile(p: f64) -> Option<f64> {
    inside(p)?;
    Normal::new(0.0, 1.0).ok().map(|d| d.inverse_cdf(p))
}

/// Two-sided p-value of a standard normal statistic.
pub fn normal_two_sided(z: f64) -> Option<f64> {
    let tail = Normal::new(0.0, 1.0).ok()?.cdf(-z.abs());
    Some((2.0 * tail).min(1.0))
}

/// Quantile of Student's t with `freedom` degrees of freedom.
pub fn t_quantile(p: f64, freedom: f64) -> Option<f64> {
    inside(p)?;
    let d = StudentsT::new(0.0, 1.0, freedom).ok()?;
    Some(d.inverse_cdf(p))
}

/// Smallest k with P(Bin(n, p) <= k) >= `at_least`.
pub fn binomial_quantile(at_least: f64, n: usize, p: f64) -> Option<usize> {
    inside(at_least)?;
    let n = u64::try_from(n).ok()?;
    if n == 0 {
        return Some(0);
    }
    let k = Binomial::new(p, n).ok()?.inverse_cdf(at_least);
    usize::try_from(k).ok()
}

/// Tosses up to which the chance of no heads at all is still a normal number.
const MAX_TOSSES: usize = 1000;

/// Smallest k with P(Bin(n, 1/2) <= k) >= `at_least`: [`binomial_quantile`] for a fair coin,
/// by adding up the chances, which is ten times as fast for the lengths series have.
pub fn fair_coin_quantile(at_least: f64, n: usize) -> Option<usize> {
    if n > MAX_TOSSES {
        return binomial_quantile(at_least, n, 0.5);
    }
    inside(at_least)?;
    let mut chance = 0.5_f64.powi(i32::try_from(n).ok()?);
    let mut sum = 0.0;
    (0..=n).find(|k| {
        sum += chance;
        chance *= (n - k) as f64 / (k + 1) as f64;
        sum >= at_least
    })
}

/// P(Bin(n, p) = k) for every k from 0 to n; `p` strictly between 0 and 1.
pub fn binomial_masses(n: usize, p: f64) -> Option<Vec<f64>> {
    inside(p)?;
    let mode = Binomial::new(p, u64::try_from(n).ok()?).ok()?.mode()?;
    let mode = usize::try_from(mode).ok()?.min(n);
    // From the most likely outcome outwards, each by its ratio to the one before, and all by
    // their sum: nothing underflows that matters, and it is far faster than asking for each.
    let odds = p / (1.0 - p);
    let mut masses = vec![0.0; n + 1];
    let (below, above) = masses.split_at_mut_checked(mode)?;
    let mut mass = 1.0;
    for (k, slot) in (mode..).zip(above) {
        *slot = mass;
        mass *= (n - k) as f64 / (k + 1) as f64 * odds;
    }
    let mut mass = 1.0;
    for (k, slot) in below.iter_mut().enumerate().rev() {
        mass *= (k + 1) as f64 / ((n - k) as f64 * odds);
        *slot = mass;
    }
    let sum: f64 = masses.iter().sum();
    for mass in &mut masses {
        *mass /= sum;
    }
    Some(masses)
}

/// Quantile of the beta distribution; both shapes above 0.
pub fn beta_quantile(p: f64, a: f64, b: f64) -> Option<f64> {
    inside(p)?;
    let d = Beta::new(a, b).ok()?;
    let mut x = d.inverse_cdf(p);

    // The library stops at about nine digits; two Newton steps give the rest.
    for _ in 0..3 {
        let slope = statrs::distribution::Continuous::pdf(&d, x);
        let step = (d.cdf(x) - p) / slope;
        let next = x - step;
        if step.is_finite() && 0.0 < next && next < 1.0 {
            x = next;
        }
    }
    Some(x)
}

fn inside(p: f64) -> Option<f64> {
    (0.0 < p && p < 1.0).then_some(p)
}

#[cfg(test)]
mod tests {
    use statrs::distribution::Discrete as _;

    use super::*;

    #[test]
    fn the_fair_coin_agrees_with_the_library() {
        for n in 0..=MAX_TOSSES + 3 {
            for share in [0.025, 0.05, 0.5] {
                let quick = fair_coin_quantile(share, n);
                // The median of an odd number of tosses is a tie the library may round past.
                if share < 0.5 || n % 2 == 0 {
                    assert_eq!(quick, binomial_quantile(share, n, 0.5), "{n} at {share}");
                }
            }
        }
    }

    #[test]
    fn every_mass_agrees_with_the_library() {
        for (n, p) in [(0, 0.5), (1, 0.2), (7, 0.9), (60, 181.0 / 365.0), (3000, 0.5)] {
            let masses = binomial_masses(n, p).unwrap();
            let library = Binomial::new(p, n as u64).unwrap();
            for (k, mass) in masses.iter().enumerate() {
                let expected = library.pmf(k as u64);
                assert!((mass - expected).abs() <= 1e-10 * expected + 1e-300, "{k} of {n}");
            }
            assert!((masses.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
}
