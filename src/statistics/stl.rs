//! Seasonal and trend decomposition by local regression (STL) with an unchanging season.
//!
//! Source: Cleveland and others, Journal of Official Statistics 1990 6:3.
//! Without robustness weights; the window sizes are those the paper recommends.

use super::quantile::floor_index;

/// Trend and season of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Stl {
    pub trend: Vec<f64>,
    /// One figure a season, from the season of the first value on.
    pub seasonal: Vec<f64>,
}

/// A local regression: how many neighbours, straight or flat, and computed at every
/// `jump`-th place with lines in between.
#[derive(Debug, Clone, Copy)]
struct Loess {
    width: usize,
    slope: Slope,
    jump: usize,
}

/// Whether the local line may tilt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slope {
    Flat,
    Straight,
}

impl Loess {
    fn new(width: usize, slope: Slope) -> Self {
        Self { width, slope, jump: width.div_ceil(10) }
    }
}

/// Takes a series without gaps apart. `None` below two whole periods, or with fewer than two
/// seasons.
pub fn stl_periodic(values: &[f64], period: usize) -> Option<Stl> {
    if period < 2 || values.len() < 2 * period {
        return None;
    }
    // So wide a seasonal window that every year counts nearly alike: "periodic".
    let season = Loess::new(10 * values.len() + 1, Slope::Flat);
    let trend_width = 1.5 * period as f64 / (1.0 - 1.5 / season.width as f64);
    let trend_loess = Loess::new(odd(floor_index(trend_width.ceil())), Slope::Straight);
    let low_pass = Loess::new(odd(period), Slope::Straight);

    let mut trend = vec![0.0; values.len()];
    let mut seasonal = trend.clone();
    for _ in 0..2 {
        let detrended = minus(values, &trend);
        let cycles = smooth_cycles(&detrended, period, season);
        let averaged = average(&average(&average(&cycles, period), period), 3);
        let low = smooth(&averaged, low_pass);
        let cycles: Vec<f64> = cycles.into_iter().skip(period).take(values.len()).collect();
        seasonal = minus(&cycles, &low);
        trend = smooth(&minus(values, &seasonal), trend_loess);
    }
    let figures = (0..period).map(|at| {
        let of_season: Vec<f64> = seasonal.iter().skip(at).step_by(period).copied().collect();
        super::summary::mean(&of_season).unwrap_or(0.0)
    });
    Some(Stl { seasonal: figures.collect(), trend })
}

fn odd(width: usize) -> usize {
    width + usize::from(width.is_multiple_of(2))
}

fn minus(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

/// Means of `width` neighbours.
fn average(values: &[f64], width: usize) -> Vec<f64> {
    let mean = |window: &[f64]| window.iter().sum::<f64>() / width as f64;
    values.windows(width).map(mean).collect()
}

/// Smooths every season for itself and extends it by one period at both ends.
fn smooth_cycles(values: &[f64], period: usize, loess: Loess) -> Vec<f64> {
    let mut extended = vec![0.0; values.len() + 2 * period];
    for season in 0..period {
        let cycle: Vec<f64> = values.iter().skip(season).step_by(period).copied().collect();
        let n = cycle.len();
        let inner = smooth(&cycle, loess);
        let head = fit(&cycle, loess, 0.0, (1, loess.width.min(n)));
        let first_near_end = (n + 1).saturating_sub(loess.width).max(1);
        let tail = fit(&cycle, loess, n as f64 + 1.0, (first_near_end, n));
        let first = head.or_else(|| inner.first().copied());
        let last = tail.or_else(|| inner.last().copied());
        let all = first.into_iter().chain(inner).chain(last);
        let places = extended.iter_mut().skip(season).step_by(period);
        for (place, value) in places.zip(all) {
            *place = value;
        }
    }
    extended
}

/// Local regression over the places 1, 2, …, n.
fn smooth(values: &[f64], loess: Loess) -> Vec<f64> {
    let n = values.len();
    if n < 2 {
        return values.to_vec();
    }
    let jump = loess.jump.min(n - 1);
    let mut knots: Vec<(usize, f64)> = Vec::new();
    let mut last = 0;
    for (place, value) in (1..).zip(values).step_by(jump) {
        let near = neighbours(place, n, loess.width);
        knots.push((place, fit(values, loess, place as f64, near).unwrap_or(*value)));
        last = place;
    }
    if let Some(value) = values.last().filter(|_| last != n) {
        let near = neighbours(last, n, loess.width);
        knots.push((n, fit(values, loess, n as f64, near).unwrap_or(*value)));
    }
    straight_between(&knots)
}

/// First and last of the places a fit at `place` looks at.
fn neighbours(place: usize, n: usize, width: usize) -> (usize, usize) {
    let half = width.div_ceil(2);
    if width >= n {
        (1, n)
    } else if place < half {
        (1, width)
    } else if place > n - half {
        (n - width + 1, n)
    } else {
        (place - half + 1, width + place - half)
    }
}

fn straight_between(knots: &[(usize, f64)]) -> Vec<f64> {
    let mut line: Vec<f64> = knots.first().map(|knot| knot.1).into_iter().collect();
    for pair in knots.windows(2) {
        if let [(from, low), (to, high)] = *pair {
            let slope = (high - low) / (to - from) as f64;
            line.extend((1..=to - from).map(|step| low + slope * step as f64));
        }
    }
    line
}

/// The local regression at `x` with tricube weights; `None` when no neighbour has weight.
fn fit(values: &[f64], loess: Loess, x: f64, near: (usize, usize)) -> Option<f64> {
    let n = values.len();
    let (first, last) = near;
    let mut reach = (x - first as f64).max(last as f64 - x);
    if loess.width > n {
        reach += ((loess.width - n) / 2) as f64;
    }

    let points = (1_usize..).zip(values).skip(first - 1).take(last + 1 - first);
    let mut weighted: Vec<(f64, f64, f64)> = points
        .map(|(place, value)| (place as f64, *value))
        .map(|(place, value)| (place, value, tricube((place - x).abs(), reach)))
        .collect();
    let total: f64 = weighted.iter().map(|(_, _, w)| w).sum();
    if total <= 0.0 {
        return None;
    }
    for (_, _, w) in &mut weighted {
        *w /= total;
    }
    if loess.slope == Slope::Straight && reach > 0.0 {
        let middle: f64 = weighted.iter().map(|(place, _, w)| place * w).sum();
        let spread: f64 = weighted.iter().map(|(p, _, w)| w * (p - middle).powi(2)).sum();
        // Too narrow to tell a slope: stay flat.
        if spread.sqrt() > 0.001 * (n as f64 - 1.0) {
            let tilt = (x - middle) / spread;
            for (place, _, w) in &mut weighted {
                *w *= tilt * (*place - middle) + 1.0;
            }
        }
    }
    Some(weighted.iter().map(|(_, value, w)| value * w).sum())
}

fn tricube(distance: f64, reach: f64) -> f64 {
    if distance > 0.999 * reach {
        0.0
    } else if distance <= 0.001 * reach {
        1.0
    } else {
        (1.0 - (distance / reach).powi(3)).powi(3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_short_a_series_is_not_taken_apart() {
        assert_eq!(stl_periodic(&[1.0; 23], 12), None);
    }

    #[test]
    fn equal_values_are_all_trend() {
        let parts = stl_periodic(&[3.0; 30], 12).unwrap();
        assert!(parts.trend.iter().all(|t| (t - 3.0).abs() < 1e-12));
        assert!(parts.seasonal.iter().all(|s| s.abs() < 1e-12));
    }
}
