//! Charts of counts, rates and shares whose limits follow the size of each period: c, u, p,
//! Laney's u' and p', and Taylor's normalised I chart (I').
//!
//! Sources: Montgomery, Introduction to Statistical Quality Control; Laney, Quality
//! Engineering 2002 14:531; Taylor, Normalized Individuals Control Chart (2018).

use super::phases::Baseline;
use super::run_chart::{RunChart, Side, runs_about};
use super::summary::{finite, known, mean, sum};
use super::xmr::{
    MEAN_RANGE_PER_SIGMA, Spread, TypicalRange, moving_ranges, screened, typical_range,
};

/// The limit of Taylor's moving sigmas over their mean; Taylor prints one digit more than
/// the tables for ranges do.
const MOVING_SIGMA_LIMIT: f64 = 3.2665;

/// Which distribution the limits rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Counts in equal periods (Poisson). Sizes are not used.
    Count,
    /// Counts per unit of size (Poisson).
    Rate,
    /// Shares (binomial).
    Share,
    /// Rates with the spread found between periods (Laney).
    LaneyRate,
    /// Shares with the spread found between periods (Laney); for large sizes.
    LaneyShare,
    /// Means of `size` observations each, such as monthly mean waits (Taylor).
    Normalised,
}

/// One phase of a chart of counts.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributeChart {
    pub kind: Kind,
    /// Count / size, place by place; the count itself for [`Kind::Count`].
    pub values: Vec<Option<f64>>,
    pub centre: Option<f64>,
    /// One sigma, place by place.
    pub sigmas: Vec<Option<f64>>,
    /// Laney's inflation, or Taylor's mean moving sigma; `None` for the other kinds.
    pub typical_range: Option<TypicalRange>,
    /// The Anhøj rules about the centre line.
    pub runs: RunChart,
}

impl AttributeChart {
    /// Lower and upper line at a place; cut where no count or share can be.
    pub fn at(&self, place: usize, sigmas: f64) -> Option<(f64, f64)> {
        let centre = self.centre?;
        let reach = self.sigmas.get(place).copied().flatten()? * sigmas;
        let (low, high) = match self.kind {
            Kind::Normalised => (f64::NEG_INFINITY, f64::INFINITY),
            Kind::Count | Kind::Rate | Kind::LaneyRate => (0.0, f64::INFINITY),
            Kind::Share | Kind::LaneyShare => (0.0, 1.0),
        };
        Some(((centre - reach).max(low), (centre + reach).min(high)))
    }

    /// Which limit a place is beyond, strictly.
    pub fn outside(&self, place: usize) -> Option<Side> {
        let value = self.values.get(place).copied().flatten()?;
        let (lower, upper) = self.at(place, 3.0)?;
        if value > upper { Some(Side::Above) } else { (value < lower).then_some(Side::Below) }
    }
}

/// One period: what was counted, and of how many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Period {
    pub count: Option<f64>,
    /// Denominator; a period without a positive one is a gap. Not used by [`Kind::Count`].
    pub size: Option<f64>,
}

/// Centre, limits and runs for one phase.
///
/// `spread` says how Laney's and Taylor's ranges are screened; the other kinds have none, and
/// the median range has no constant here: the mean of all ranges is taken for it.
pub fn attribute_chart(
    kind: Kind,
    periods: &[Period],
    base: &Baseline<'_>,
    spread: Spread,
) -> AttributeChart {
    let rows: Vec<Option<Row>> = periods.iter().map(|period| row(kind, *period)).collect();
    let base_rows = base.base_rows(&rows);
    let centre = finite(base.centre).or_else(|| pooled(&base_rows));
    let inflation = centre.and_then(|centre| inflation(kind, &base_rows, centre, spread));

    let factor = match kind {
        Kind::Count | Kind::Rate | Kind::Share => Some(1.0),
        Kind::LaneyRate | Kind::LaneyShare => inflation.map(|r| r.value / MEAN_RANGE_PER_SIGMA),
        Kind::Normalised => inflation.map(|r| r.value),
    };
    // Limits are drawn where the value is missing but the size is known.
    let sigmas = periods
        .iter()
        .map(|period| {
            let size = size(kind, *period)?;
            finite(Some(unit_sigma(kind, centre?, size) * factor?))
        })
        .collect();
    let values: Vec<Option<f64>> = rows.iter().map(|row| row.map(|r| r.count / r.size)).collect();
    let runs = runs_about(&values, centre, base);
    AttributeChart { kind, values, centre, sigmas, typical_range: inflation, runs }
}

#[derive(Debug, Clone, Copy)]
struct Row {
    count: f64,
    size: f64,
}

fn row(kind: Kind, period: Period) -> Option<Row> {
    let count = finite(period.count)?;
    let size = size(kind, period)?;
    Some(Row { count, size })
}

fn size(kind: Kind, period: Period) -> Option<f64> {
    match kind {
        Kind::Count => Some(1.0),
        Kind::Rate | Kind::Share | Kind::LaneyRate | Kind::LaneyShare | Kind::Normalised => {
            finite(period.size).filter(|size| *size > 0.0)
        }
    }
}

/// All counts over all sizes: the mean weighted by size.
fn pooled(rows: &[Option<Row>]) -> Option<f64> {
    let counts: Vec<f64> = rows.iter().flatten().map(|row| row.count).collect();
    let sizes: Vec<f64> = rows.iter().flatten().map(|row| row.size).collect();
    let values: Vec<f64> = rows.iter().flatten().map(|row| row.count / row.size).collect();
    let (low, high) = super::summary::range(&values)?;
    finite(Some((sum(&counts) / sum(&sizes)).clamp(low, high)))
}

/// Sigma of a period by the distribution alone.
fn unit_sigma(kind: Kind, centre: f64, size: f64) -> f64 {
    let variance = match kind {
        Kind::Count | Kind::Rate | Kind::LaneyRate => centre / size,
        Kind::Share | Kind::LaneyShare => centre * (1.0 - centre) / size,
        Kind::Normalised => 1.0 / size,
    };
    variance.max(0.0).sqrt()
}

/// What the spread between neighbouring periods adds.
fn inflation(
    kind: Kind,
    rows: &[Option<Row>],
    centre: f64,
    spread: Spread,
) -> Option<TypicalRange> {
    match kind {
        Kind::Count | Kind::Rate | Kind::Share => None,
        Kind::LaneyRate | Kind::LaneyShare => {
            let z: Vec<Option<f64>> = rows
                .iter()
                .map(|row| {
                    let row = (*row)?;
                    let sigma = unit_sigma(kind, centre, row.size);
                    finite(Some((row.count / row.size - centre) / sigma))
                })
                .collect();
            typical_range(&known(&moving_ranges(&z)), mean_of(spread))
        }
        Kind::Normalised => {
            let moving = known(&moving_sigmas(rows));
            match spread {
                Spread::Screened => Some(screened(&moving, mean(&moving)?, MOVING_SIGMA_LIMIT)),
                Spread::Unscreened | Spread::Median => typical_range(&moving, mean_of(spread)),
            }
        }
    }
}

fn mean_of(spread: Spread) -> Spread {
    match spread {
        Spread::Screened => Spread::Screened,
        Spread::Unscreened | Spread::Median => Spread::Unscreened,
    }
}

/// Taylor's estimate of the sigma of one observation from two neighbouring periods.
fn moving_sigmas(rows: &[Option<Row>]) -> Vec<Option<f64>> {
    rows.windows(2)
        .map(|pair| match pair {
            [Some(before), Some(row)] => {
                let distance = (row.count / row.size - before.count / before.size).abs();
                let spread = (1.0 / row.size + 1.0 / before.size).sqrt();
                Some(std::f64::consts::FRAC_PI_2.sqrt() * distance / spread)
            }
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_without_a_size_are_gaps() {
        let period = |count, size| Period { count: Some(count), size };
        let periods = [period(1.0, Some(0.0)), period(2.0, None), period(3.0, Some(6.0))];
        let chart = attribute_chart(Kind::Share, &periods, &Baseline::default(), Spread::default());
        assert_eq!(chart.values, [None, None, Some(0.5)]);
        assert_eq!(chart.centre, Some(0.5));
    }

    #[test]
    fn shares_stay_between_none_and_all() {
        let periods = [Period { count: Some(1.0), size: Some(2.0) }; 4];
        let chart = attribute_chart(Kind::Share, &periods, &Baseline::default(), Spread::default());
        assert_eq!(chart.at(0, 3.0), Some((0.0, 1.0)));
    }
}
