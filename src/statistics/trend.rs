//! Trend over a whole series: Mann-Kendall, its seasonal form, and the Theil-Sen line.
//!
//! A step is a trend here too, and a stock such as a caseload hangs together from month to
//! month: never the only evidence.
//!
//! Sources: Mann, Econometrica 1945 13:245; Kendall, Rank Correlation Methods; Hirsch, Slack &
//! Smith, Water Resources Research 1982 18:107; Sen, JASA 1968 63:1379.

use std::cmp::Ordering;

use super::summary::{finite, mean, median};
use super::{distributions, quantile};

/// The Mann-Kendall test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannKendall {
    /// Known values.
    pub n: usize,
    /// Pairs that rise minus pairs that fall.
    pub s: f64,
    pub variance: f64,
    pub z: f64,
    /// Two-sided, normal approximation: poor below ten values.
    pub p_value: f64,
    /// S over the number of pairs.
    pub tau_a: f64,
    /// S over the pairs without ties; `None` when all values are equal.
    pub tau_b: Option<f64>,
}

/// Mann-Kendall over the known values in time order; `None` below two.
pub fn mann_kendall(values: &[Option<f64>]) -> Option<MannKendall> {
    let known = super::summary::known(values);
    let part = part(&known);
    test(&[part])
}

/// The seasonal form: pairs of the same season only, such as the same calendar month.
///
/// The first value belongs to season 0, the next to season 1 and so on, `period` seasons.
pub fn seasonal_mann_kendall(values: &[Option<f64>], period: usize) -> Option<MannKendall> {
    let parts: Vec<Part> = (0..period)
        .map(|season| {
            let of_season = values.iter().skip(season).step_by(period);
            let known: Vec<f64> = of_season.copied().filter_map(finite).collect();
            part(&known)
        })
        .collect();
    test(&parts)
}

/// What one season, or the whole series, adds.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Part {
    n: usize,
    s: f64,
    variance: f64,
    pairs: f64,
    untied_pairs: f64,
}

fn part(values: &[f64]) -> Part {
    let mut s = 0.0;
    for (i, before) in values.iter().enumerate() {
        for value in values.iter().skip(i + 1) {
            s += match value.partial_cmp(before) {
                Some(Ordering::Greater) => 1.0,
                Some(Ordering::Less) => -1.0,
                Some(Ordering::Equal) | None => 0.0,
            };
        }
    }

    let n = values.len() as f64;
    let pairs = n * (n - 1.0) / 2.0;
    let (mut tied, mut tied_pairs) = (0.0, 0.0);
    for t in tie_sizes(values) {
        tied += t * (t - 1.0) * (2.0 * t + 5.0);
        tied_pairs += t * (t - 1.0) / 2.0;
    }
    Part {
        n: values.len(),
        s,
        variance: (n * (n - 1.0) * (2.0 * n + 5.0) - tied) / 18.0,
        pairs,
        untied_pairs: pairs - tied_pairs,
    }
}

/// Sizes of the groups of equal values.
fn tie_sizes(values: &[f64]) -> Vec<f64> {
    let mut order = values.to_vec();
    order.sort_by(f64::total_cmp);
    order
        .chunk_by(|a, b| a.partial_cmp(b) == Some(Ordering::Equal))
        .map(|group| group.len() as f64)
        .collect()
}

fn test(parts: &[Part]) -> Option<MannKendall> {
    let n = parts.iter().map(|part| part.n).sum();
    let s: f64 = parts.iter().map(|part| part.s).sum();
    let variance: f64 = parts.iter().map(|part| part.variance).sum();
    let pairs: f64 = parts.iter().map(|part| part.pairs).sum();
    let untied: f64 = parts.iter().map(|part| part.untied_pairs).sum();
    if pairs <= 0.0 {
        return None;
    }
    // One step towards 0 for continuity.
    let z = if s.abs() < 1.0 || variance <= 0.0 { 0.0 } else { (s - s.signum()) / variance.sqrt() };
    Some(MannKendall {
        n,
        s,
        variance,
        z,
        p_value: distributions::normal_two_sided(z)?,
        tau_a: s / pairs,
        tau_b: (untied > 0.0).then(|| s / (pairs.sqrt() * untied.sqrt())),
    })
}

/// The Theil-Sen line, its place on the axis counted from 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TheilSen {
    /// Median of the slopes of all pairs, per place.
    pub slope: f64,
    /// median(y) - slope * median(x).
    pub intercept: f64,
    /// 95 % interval of the slope, by Sen's normal approximation; `None` when all are equal.
    pub lower: Option<f64>,
    pub upper: Option<f64>,
}

/// The line through the known values at their places; `None` below two.
pub fn theil_sen(values: &[Option<f64>]) -> Option<TheilSen> {
    let points = points(values);
    let mut slopes = Vec::with_capacity(points.len() * points.len().saturating_sub(1) / 2);
    for (i, before) in points.iter().enumerate() {
        slopes.extend(
            points.iter().skip(i + 1).map(|point| (point.1 - before.1) / (point.0 - before.0)),
        );
    }
    slopes.sort_by(f64::total_cmp);

    let slope = median(&slopes)?;
    let ys: Vec<f64> = points.iter().map(|p| p.1).collect();
    let xs: Vec<f64> = points.iter().map(|p| p.0).collect();
    let spread = part(&ys).variance.max(0.0).sqrt();
    let z = distributions::normal_quantile(0.975)?;
    let n = slopes.len() as f64;
    let low = f64::midpoint(n, -z * spread).round_ties_even() - 1.0;
    let high = f64::midpoint(n, z * spread).round_ties_even().min(n - 1.0);
    let at = |rank: f64| slopes.get(quantile::floor_index(rank)).copied();
    Some(TheilSen {
        slope,
        intercept: median(&ys)? - slope * median(&xs)?,
        lower: at(low),
        upper: at(high),
    })
}

/// Slope per place by least squares; `None` below two known values.
pub fn least_squares_slope(values: &[Option<f64>]) -> Option<f64> {
    let points = points(values);
    let x = mean(&points.iter().map(|p| p.0).collect::<Vec<f64>>())?;
    let y = mean(&points.iter().map(|p| p.1).collect::<Vec<f64>>())?;
    let across: f64 = points.iter().map(|p| (p.0 - x) * (p.1 - y)).sum();
    let along: f64 = points.iter().map(|p| (p.0 - x).powi(2)).sum();
    (along > 0.0).then(|| across / along)
}

/// Place and value of everything known.
fn points(values: &[Option<f64>]) -> Vec<(f64, f64)> {
    values
        .iter()
        .enumerate()
        .filter_map(|(place, value)| Some((place as f64, finite(*value)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_little_has_no_trend() {
        assert_eq!(mann_kendall(&[None, Some(1.0)]), None);
        assert_eq!(theil_sen(&[Some(1.0)]), None);
        assert_eq!(least_squares_slope(&[]), None);
    }

    #[test]
    fn equal_values_have_no_trend() {
        let mk = mann_kendall(&[Some(2.0); 9]).unwrap();
        assert_eq!((mk.s, mk.z, mk.p_value, mk.tau_b), (0.0, 0.0, 1.0, None));
        assert_eq!(theil_sen(&[Some(2.0); 9]).map(|line| line.slope), Some(0.0));
    }

    #[test]
    fn a_season_repeated_with_a_rise_is_found_season_by_season() {
        // Three years of 5, 1, 3 with one more each year: every season rises in all 3 pairs.
        let values: Vec<Option<f64>> =
            [5, 1, 3, 6, 2, 4, 7, 3, 5].map(|x| Some(f64::from(x))).into();
        let mk = seasonal_mann_kendall(&values, 3).unwrap();
        assert_eq!((mk.s, mk.tau_a), (9.0, 1.0));
        // n(n - 1)(2n + 5)/18 with n = 3 is 11/3, three times.
        assert!((mk.variance - 11.0).abs() < 1e-12);
    }
}
