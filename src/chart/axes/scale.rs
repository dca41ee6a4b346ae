//! Round numbers on the value axis, and where a value lies on it.

/// Values at equal distances, lowest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticks {
    pub values: Vec<f64>,
    /// Decimals that tell neighbours apart.
    pub decimals: u8,
}

/// Steps people count in; times a power of ten.
const STEPS: [f64; 4] = [1.0, 2.0, 2.5, 5.0];

/// The most grid lines that stay quiet.
const MOST: i64 = 6;

/// At most six round values that reach from `low` or below to `high` or above.
pub fn round_ticks(low: f64, high: f64) -> Ticks {
    let (low, high) = match (low < high, 0.0 < high) {
        (true, _) => (low, high),
        (false, true) => (low.min(0.0), high),
        (false, false) => (low.min(0.0), 1.0),
    };
    let power = ((high - low) / 10.0).log10().floor();
    let steps = (0..3).flat_map(|digit| {
        let scale = 10_f64.powf(power + f64::from(digit));
        STEPS.map(|it| it * scale)
    });
    let (step, first, last) = steps
        .map(|step| {
            let first = (low / step + 1e-9).floor();
            let last = (high / step - 1e-9).ceil();
            (step, first, last)
        })
        // 25 is round; 2,5 is not.
        .filter(|(step, _, _)| !is_two_and_a_half(*step) || decimals_of(*step) == 0)
        .find(|(_, first, last)| last - first < MOST as f64)
        .unwrap_or((high - low, 0.0, 1.0));
    #[expect(
        clippy::cast_possible_truncation,
        reason = "at most six steps, counted in whole numbers"
    )]
    let count = (last - first) as i64;
    let values = (0..=count).map(|it| (first + it as f64) * step).collect();
    Ticks { values, decimals: decimals_of(step) }
}

fn is_two_and_a_half(step: f64) -> bool {
    let digits = step / 10_f64.powf(step.log10().floor());
    (digits - 2.5).abs() < 1e-9
}

fn decimals_of(step: f64) -> u8 {
    (0..6)
        .find(|places| {
            let scaled = step * 10_f64.powi(i32::from(*places));
            (scaled - scaled.round()).abs() < 1e-6
        })
        .unwrap_or(6)
}

/// A straight way from values to points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    pub low: f64,
    pub high: f64,
    /// Where `low` lies.
    pub start: f32,
    /// Where `high` lies.
    pub end: f32,
}

impl Scale {
    #[expect(clippy::cast_possible_truncation, reason = "places on a screen need no more than f32")]
    pub fn place(&self, value: f64) -> f32 {
        let span = self.high - self.low;
        let share = if span.abs() < f64::EPSILON { 0.5 } else { (value - self.low) / span };
        self.start + (self.end - self.start) * share as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(low: f64, high: f64, expected: &[f64], decimals: u8) {
        let ticks = round_ticks(low, high);
        assert_eq!(ticks.decimals, decimals, "{ticks:?}");
        assert_eq!(ticks.values.len(), expected.len(), "{ticks:?}");
        for (found, expected) in ticks.values.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{ticks:?}");
        }
    }

    #[test]
    fn ticks_are_round_and_reach_past_the_figures() {
        check(20.0, 42.2, &[20.0, 25.0, 30.0, 35.0, 40.0, 45.0], 0);
        check(0.0, 22.4, &[0.0, 5.0, 10.0, 15.0, 20.0, 25.0], 0);
        check(451.0, 487.0, &[450.0, 460.0, 470.0, 480.0, 490.0], 0);
        check(0.0, 0.9, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0], 1);
        check(-3.0, 4.0, &[-4.0, -2.0, 0.0, 2.0, 4.0], 0);
        check(0.0, 12.1, &[0.0, 5.0, 10.0, 15.0], 0);
        check(26.7, 33.0, &[26.0, 28.0, 30.0, 32.0, 34.0], 0);
    }

    #[test]
    fn equal_figures_still_have_an_axis() {
        check(0.0, 0.0, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0], 1);
        assert!(round_ticks(7.0, 7.0).values.len() >= 2);
    }

    #[test]
    fn values_lie_where_the_scale_says() {
        let scale = Scale { low: 20.0, high: 45.0, start: 200.0, end: 100.0 };
        assert!((scale.place(20.0) - 200.0).abs() < 1e-4);
        assert!((scale.place(30.0) - 160.0).abs() < 1e-4);
        assert!((scale.place(45.0) - 100.0).abs() < 1e-4);
    }
}
