//! Fitting additive exponential smoothing to a series.
//!
//! For given smoothing weights the one-step errors are linear in the starting states, so those
//! are found exactly by least squares and only the weights are searched for (Hyndman, Koehler,
//! Ord & Snyder 2008, chapters 3 and 5).

use std::collections::VecDeque;

use super::forecast::Forecast;
use super::smoothing::{self, Smoothed, State, Weights};

/// Which parts a model has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    pub trend: TrendForm,
    /// Seasons in a period; below 2 there is no season.
    pub period: usize,
}

/// The trend of a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrendForm {
    None,
    Straight,
    Damped,
}

impl Form {
    /// ETS(A,Ad,N).
    pub fn damped() -> Self {
        Self { trend: TrendForm::Damped, period: 0 }
    }

    /// ETS(A,Ad,A).
    pub fn damped_seasonal(period: usize) -> Self {
        Self { period, ..Self::damped() }
    }

    fn has_season(self) -> bool {
        self.period > 1
    }

    fn n_weights(self) -> usize {
        let trend = match self.trend {
            TrendForm::None => 0,
            TrendForm::Straight => 1,
            TrendForm::Damped => 2,
        };
        1 + trend + usize::from(self.has_season())
    }

    fn n_states(self) -> usize {
        let season = if self.has_season() { self.period - 1 } else { 0 };
        1 + usize::from(self.trend != TrendForm::None) + season
    }

    /// The weights behind a point of the search, inside the usual region: 0 < beta < alpha,
    /// 0 < gamma < 1 - alpha, 0.8 < phi < 0.98.
    fn weights(self, point: &[f64]) -> Weights {
        let mut shares = point.iter().map(|x| 1e-4 + (1.0 - 2e-4) / (1.0 + (-x).exp()));
        let alpha = shares.next().unwrap_or(0.5);
        let mut next = |has: bool| {
            if has { shares.next().unwrap_or(0.5) } else { 0.0 }
        };
        let beta = alpha * next(self.trend != TrendForm::None);
        let phi = next(self.trend == TrendForm::Damped);
        let gamma = (1.0 - alpha) * next(self.has_season());
        Weights {
            alpha,
            beta,
            gamma,
            phi: match self.trend {
                TrendForm::Damped => 0.8 + 0.18 * phi,
                TrendForm::None | TrendForm::Straight => 1.0,
            },
        }
    }

    /// The starting state made of its free numbers; the seasons sum to 0.
    fn state(self, free: &[f64]) -> State {
        let mut free = free.iter().copied();
        let level = free.next().unwrap_or(0.0);
        let trend = match self.trend {
            TrendForm::None => 0.0,
            TrendForm::Straight | TrendForm::Damped => free.next().unwrap_or(0.0),
        };
        let mut season: VecDeque<f64> = free.collect();
        if self.has_season() {
            season.push_back(-season.iter().sum::<f64>());
        }
        State { level, trend, season }
    }
}

/// A fitted model.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    pub weights: Weights,
    pub start: State,
    pub smoothed: Smoothed,
    pub n: usize,
    n_parameters: usize,
}

impl Fitted {
    /// -n/2 log(SSE), up to a constant; comparable between models of one series.
    pub fn log_likelihood(&self) -> f64 {
        log_likelihood(self.smoothed.sse, self.n)
    }

    /// Variance of one-step errors.
    pub fn variance(&self) -> f64 {
        self.smoothed.sse / (self.n - self.n_parameters) as f64
    }

    /// Akaike's criterion corrected for short series.
    pub fn aicc(&self) -> f64 {
        aicc(self.log_likelihood(), self.n, self.n_parameters + 1)
    }

    /// Means and intervals of the coming periods.
    pub fn forecast(&self, h: usize) -> Forecast {
        smoothing::forecast(&self.smoothed.state, self.weights, self.variance(), h)
    }
}

/// -n/2 log(SSE), the likelihood of additive ETS up to a constant.
pub fn log_likelihood(sse: f64, n: usize) -> f64 {
    let n = n as f64;
    -n / 2.0 * sse.ln()
}

/// Akaike's corrected criterion with `k` estimated numbers, the variance counted too.
pub fn aicc(log_likelihood: f64, n: usize, k: usize) -> f64 {
    let (n, k) = (n as f64, k as f64);
    -2.0 * log_likelihood + 2.0 * k + 2.0 * k * (k + 1.0) / (n - k - 1.0)
}

/// Fits a model; `None` when the series is too short for its parameters or does not vary
/// around it at all.
pub fn fit(values: &[f64], form: Form) -> Option<Fitted> {
    let n_parameters = form.n_weights() + form.n_states();
    if values.len() < n_parameters + 4 {
        return None;
    }

    let cost = |point: &[f64]| {
        let weights = form.weights(point);
        best_start(values, form, weights).map_or(f64::INFINITY, |(_, smoothed)| smoothed.sse)
    };
    // Slow and lively beginnings; the better end is kept.
    let starts = [vec![-3.0; form.n_weights()], vec![0.0; form.n_weights()]];
    let ends = starts.into_iter().map(|start| search(&start, cost));
    let (point, _) = ends.min_by(|a, b| a.1.total_cmp(&b.1))?;
    let weights = form.weights(&point);
    let (start, smoothed) = best_start(values, form, weights)?;
    (smoothed.sse > 0.0).then_some(Fitted {
        weights,
        start,
        smoothed,
        n: values.len(),
        n_parameters,
    })
}

/// The starting state with the smallest sum of squares for given weights.
fn best_start(values: &[f64], form: Form, weights: Weights) -> Option<(State, Smoothed)> {
    let silence = vec![0.0; values.len()];
    let columns: Vec<Vec<f64>> = (0..form.n_states())
        .map(|at| {
            let unit: Vec<f64> =
                (0..form.n_states()).map(|i| f64::from(u8::from(i == at))).collect();
            smoothing::smooth(&silence, weights, form.state(&unit)).fitted
        })
        .collect();
    let from_nothing = smoothing::smooth(values, weights, form.state(&vec![0.0; form.n_states()]));
    let errors: Vec<f64> = values.iter().zip(&from_nothing.fitted).map(|(y, f)| y - f).collect();
    let free = least_squares(columns, errors)?;
    let start = form.state(&free);
    let smoothed = smoothing::smooth(values, weights, start.clone());
    smoothed.sse.is_finite().then_some((start, smoothed))
}

/// Least squares by modified Gram-Schmidt; `None` when the columns are not independent.
fn least_squares(mut columns: Vec<Vec<f64>>, mut rest: Vec<f64>) -> Option<Vec<f64>> {
    let mut rows: Vec<Vec<f64>> = Vec::new();
    let mut right = Vec::new();
    columns.reverse();
    while let Some(mut column) = columns.pop() {
        let norm = dot(&column, &column).sqrt();
        if norm < 1e-10 {
            return None;
        }
        for x in &mut column {
            *x /= norm;
        }
        let mut row = vec![norm];
        for later in columns.iter_mut().rev() {
            row.push(take_out(later, &column));
        }
        right.push(take_out(&mut rest, &column));
        rows.push(row);
    }

    // Back from the last unknown; each row holds its own and the later coefficients.
    let mut found: VecDeque<f64> = VecDeque::new();
    for (row, right) in rows.iter().zip(&right).rev() {
        let (own, later) = row.split_first()?;
        let known: f64 = later.iter().zip(&found).map(|(a, b)| a * b).sum();
        found.push_front((right - known) / own);
    }
    Some(found.into())
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Removes the part along a unit column and gives its size.
fn take_out(values: &mut [f64], unit: &[f64]) -> f64 {
    let size = dot(values, unit);
    for (value, u) in values.iter_mut().zip(unit) {
        *value -= size * u;
    }
    size
}

/// Steps of the search; far more than its few dimensions need.
const MAX_STEPS: usize = 200;

/// Nelder & Mead, The Computer Journal 1965 7:308. Gives the best point and its cost.
fn search(start: &[f64], cost: impl Fn(&[f64]) -> f64) -> (Vec<f64>, f64) {
    let with_cost = |point: Vec<f64>| {
        let cost = cost(&point);
        (point, cost)
    };
    let mut corners: Vec<(Vec<f64>, f64)> = vec![with_cost(start.to_vec())];
    for at in 0..start.len() {
        let moved = start.iter().enumerate().map(|(i, x)| x + 1.5 * f64::from(u8::from(i == at)));
        corners.push(with_cost(moved.collect()));
    }

    for _ in 0..MAX_STEPS {
        corners.sort_by(|a, b| a.1.total_cmp(&b.1));
        let Some((worst, others)) = corners.split_last_mut() else {
            break;
        };
        let (Some(best), Some(second)) = (others.first(), others.last()) else {
            break;
        };
        if worst.1 - best.1 <= 1e-10 * best.1.abs() {
            break;
        }
        let middle = centre(others);
        let along = |step: f64| with_cost(mix(&middle, &worst.0, -step));
        let mirrored = along(1.0);
        let next = if mirrored.1 < best.1 {
            let further = along(2.0);
            if further.1 < mirrored.1 { further } else { mirrored }
        } else if mirrored.1 < second.1 {
            mirrored
        } else {
            along(if mirrored.1 < worst.1 { 0.5 } else { -0.5 })
        };
        if next.1 < worst.1 {
            *worst = next;
            continue;
        }
        let best = best.0.clone();
        for corner in corners.iter_mut().skip(1) {
            *corner = with_cost(mix(&best, &corner.0, 0.5));
        }
    }
    corners.into_iter().min_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default()
}

fn centre(corners: &[(Vec<f64>, f64)]) -> Vec<f64> {
    let n = corners.len() as f64;
    let mut sum: Vec<f64> = corners.first().map(|c| vec![0.0; c.0.len()]).unwrap_or_default();
    for (point, _) in corners {
        for (total, x) in sum.iter_mut().zip(point) {
            *total += x / n;
        }
    }
    sum
}

/// `from` plus a share of the way to `to`.
fn mix(from: &[f64], to: &[f64], share: f64) -> Vec<f64> {
    from.iter().zip(to).map(|(a, b)| a + share * (b - a)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn least_squares_finds_a_line() {
        let columns = vec![vec![1.0; 4], vec![0.0, 1.0, 2.0, 3.0]];
        let found = least_squares(columns, vec![1.0, 3.0, 5.0, 7.0]).unwrap();
        assert!((found[0] - 1.0).abs() < 1e-12 && (found[1] - 2.0).abs() < 1e-12);
    }

    #[test]
    fn too_short_and_constant_series_have_no_fit() {
        assert_eq!(fit(&[1.0, 2.0, 3.0], Form::damped()), None);
        assert_eq!(fit(&[0.0; 30], Form::damped()), None);
    }
}
