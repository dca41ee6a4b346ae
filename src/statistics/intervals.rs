//! Intervals and tests for comparing counts between two periods.

use super::distributions;

/// Events over a stretch of time, person-time or anything they are counted per.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Events {
    pub n: u64,
    pub time: f64,
}

impl Events {
    /// Events per unit of time.
    pub fn rate(&self) -> f64 {
        self.n as f64 / self.time
    }
}

/// Two rates compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateRatio {
    /// First rate over second; `None` when the second is 0.
    pub ratio: Option<f64>,
    pub lower: f64,
    /// `None` when there is no upper end.
    pub upper: Option<f64>,
    pub p_value: f64,
}

/// Above this many events an exact comparison would be slow, and is not needed.
const MAX_EVENTS: u64 = 1_000_000;

/// Exact conditional comparison of two Poisson rates.
///
/// Przyborowski & Wilenski, Biometrika 1940 31:313; interval of Clopper & Pearson 1934; the
/// two-sided p sums all outcomes at most as likely. `None` without events, with over a million
/// of them, or without positive times.
pub fn rate_ratio(first: Events, second: Events, level: f64) -> Option<RateRatio> {
    let total = first.n.checked_add(second.n)?;
    let has_times = first.time > 0.0 && second.time > 0.0;
    if total == 0 || total > MAX_EVENTS || !has_times {
        return None;
    }

    let tail = (1.0 - level) / 2.0;
    let (x, y) = (first.n as f64, second.n as f64);
    let scale = second.time / first.time;
    let odds = |p: f64| p / (1.0 - p) * scale;
    let lower = match first.n {
        0 => 0.0,
        _ => odds(distributions::beta_quantile(tail, x, y + 1.0)?),
    };
    let upper = match second.n {
        0 => None,
        _ => Some(odds(distributions::beta_quantile(1.0 - tail, x + 1.0, y)?)),
    };
    Some(RateRatio {
        ratio: (second.n > 0).then(|| first.rate() / second.rate()),
        lower,
        upper,
        p_value: rate_test(first, second)?.p_value,
    })
}

/// How probable counts like these are when both rates are the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateTest {
    /// Two-sided: every outcome at most as likely as the one seen.
    pub p_value: f64,
    /// As few as seen, or fewer, in the first.
    pub at_most: f64,
    /// As many as seen, or more, in the first.
    pub at_least: f64,
}

impl RateTest {
    /// Whether the interval of [`rate_ratio`] at this level leaves 1 out.
    pub fn leaves_equal_out(&self, level: f64) -> bool {
        self.at_most.min(self.at_least) < (1.0 - level) / 2.0
    }
}

/// The test of [`rate_ratio`] without its interval, which costs ten times as much.
pub fn rate_test(first: Events, second: Events) -> Option<RateTest> {
    let total = first.n.checked_add(second.n)?;
    let has_times = first.time > 0.0 && second.time > 0.0;
    if total == 0 || total > MAX_EVENTS || !has_times {
        return None;
    }

    let share = first.time / (first.time + second.time);
    let masses = distributions::binomial_masses(usize::try_from(total).ok()?, share)?;
    let x = usize::try_from(first.n).ok()?;
    let seen = *masses.get(x)?;
    // Outcomes as likely as the one seen count in spite of rounding.
    let likely = seen * (1.0 + 1e-7);
    let p_value: f64 = masses.iter().filter(|mass| **mass <= likely).sum();
    let (below, above) = masses.split_at_checked(x)?;
    Some(RateTest {
        p_value: p_value.min(1.0),
        at_most: below.iter().sum::<f64>() + seen,
        at_least: above.iter().sum(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_test_and_the_interval_agree_about_equal_rates() {
        for (x, y) in (0..25).flat_map(|x| (0..25).map(move |y| (x, y))) {
            let (first, second) = (Events { n: x, time: 181.0 }, Events { n: y, time: 184.0 });
            let Some(ratio) = rate_ratio(first, second, 0.95) else {
                continue;
            };
            let test = rate_test(first, second).unwrap();
            let holds_one = ratio.lower <= 1.0 && ratio.upper.is_none_or(|it| 1.0 <= it);
            assert_eq!(test.leaves_equal_out(0.95), !holds_one, "{x} and {y}");
        }
    }

    #[test]
    fn nothing_to_compare_gives_nothing() {
        let none = Events { n: 0, time: 6.0 };
        assert_eq!(rate_ratio(none, none, 0.95), None);
    }
}
