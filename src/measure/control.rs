//! The control chart of one figure: its mean, and how far chance alone reaches from it: `XmR`.

use super::{Figure, Key, Ratio, UnitMeasure};
use crate::domain::{Month, Period};
use crate::statistics::phases::Baseline;
use crate::statistics::run_chart::Side;
use crate::statistics::xmr::{Footing, Spread, Xmr, xmr};

/// The months a signal looks at, as individuals and moving ranges.
///
/// The numbers are of the figure's own unit: days for waits.
#[derive(Debug, Clone, PartialEq)]
pub struct Control {
    pub from_month: Month,
    pub to_month: Month,
    pub mean: f64,
    pub lower: f64,
    pub upper: f64,
    pub footing: Footing,
    /// Months beyond a limit, oldest first.
    pub outside: Vec<(Month, Side)>,
}

impl UnitMeasure<'_> {
    /// `None` where the figure has no run chart, or where there are too few months for limits.
    pub fn control(&self, key: Key, period: Period) -> Option<Control> {
        let (from_month, column) = self.signal_series(key, period)?;
        let values: Vec<_> = column.iter().map(|it| it.map(Ratio::as_f64)).collect();
        let chart = xmr(&values, &Baseline::default(), Spread::Screened);
        Control::of(from_month, &chart)
    }
}

impl Control {
    fn of(from_month: Month, chart: &Xmr) -> Option<Self> {
        let limits = chart.limits?;
        let footing = chart.footing();
        if footing == Footing::None {
            return None;
        }
        let months = (0..).map(|it| from_month.plus(it));
        let outside =
            months.zip(&chart.outside).filter_map(|(month, side)| Some((month, (*side)?)));
        let (lower, upper) = limits.at(3.0);
        let length = i32::try_from(chart.outside.len()).unwrap_or(i32::MAX);
        Some(Self {
            from_month,
            to_month: from_month.plus(length - 1),
            mean: limits.centre,
            lower,
            upper,
            footing,
            outside: outside.collect(),
        })
    }

    /// Whether a month's figure is beyond a limit.
    pub fn is_outside(&self, month: Month, figure: &Figure) -> bool {
        figure.is_complete() && self.outside.iter().any(|it| it.0 == month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: mean 12; ranges 4, 4, 4, 4, 4, mean 4; reach 3 × 4 / 1.128 = 10.638.
    #[test]
    fn mean_and_limits_are_those_worked_out_by_hand() {
        let values = [10.0, 14.0, 10.0, 14.0, 10.0, 14.0].map(Some);
        let chart = xmr(&values, &Baseline::default(), Spread::Screened);
        let first = Month::parse_iso("2026-01").unwrap();
        let control = Control::of(first, &chart).unwrap();
        assert!((control.mean - 12.0).abs() < 1e-9);
        assert!((control.upper - 22.638_297_87).abs() < 1e-6, "{}", control.upper);
        assert!((control.lower - 1.361_702_13).abs() < 1e-6, "{}", control.lower);
        assert_eq!(control.to_month, Month::parse_iso("2026-06").unwrap());
        assert_eq!((control.footing, control.outside), (Footing::Weak, Vec::new()));
    }

    #[test]
    fn four_months_have_no_limits() {
        let chart = xmr(&[Some(1.0); 4], &Baseline::default(), Spread::Screened);
        assert_eq!(Control::of(Month::parse_iso("2026-01").unwrap(), &chart), None);
    }
}
