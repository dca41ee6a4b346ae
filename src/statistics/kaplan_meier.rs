//! Kaplan-Meier: how long people wait when some are still waiting.
//!
//! Source: Kaplan & Meier, JASA 1958 53:457; Greenwood's variance; intervals as in Kalbfleisch
//! & Prentice, The Statistical Analysis of Failure Time Data. Late entry as in Klein &
//! Moeschberger, Survival Analysis, section 4.6.

use super::distributions;

/// Rounding in a product of fractions must not hide that exactly half are left.
const TIE: f64 = 1e-12;

/// One wait, in any unit of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wait {
    /// How long the person had waited when first under observation; `None` from the start.
    /// A period view (a half-year) needs it: only people already waiting enter late.
    pub entry: Option<f64>,
    /// How long the person had waited when last seen.
    pub time: f64,
    pub end: End,
}

/// How a wait ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The awaited thing happened.
    Started,
    /// Still waiting when last seen.
    StillWaiting,
}

/// A time at which somebody started.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    pub time: f64,
    /// People waiting just before.
    pub at_risk: usize,
    pub started: usize,
    /// Share still waiting just after.
    pub survival: f64,
    /// Standard error of the share; `None` once nobody is left.
    pub standard_error: Option<f64>,
}

/// The estimated share still waiting, as steps in time order.
#[derive(Debug, Clone, PartialEq)]
pub struct KaplanMeier {
    pub steps: Vec<Step>,
    pub n: usize,
}

/// On which scale an interval is symmetric.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// log(-log S): the default, stays between 0 and 1.
    LogLog,
    /// log S.
    Log,
}

/// Estimates the share still waiting.
///
/// Times that are not finite, and people who leave before they enter, are left out. At a tie a start comes before somebody who is last
/// seen still waiting. O(n log n).
pub fn kaplan_meier(waits: &[Wait]) -> KaplanMeier {
    let is_seen = |w: &Wait| w.time.is_finite() && w.entry.is_none_or(|entry| entry < w.time);
    let mut seen: Vec<Wait> = waits.iter().copied().filter(is_seen).collect();
    seen.sort_by(|a, b| a.time.total_cmp(&b.time));
    let mut entries: Vec<f64> = seen.iter().filter_map(|w| w.entry).collect();
    entries.sort_by(f64::total_cmp);
    let n_late = entries.len();
    let mut entries = entries.into_iter().peekable();

    let mut steps = Vec::new();
    let mut survival = 1.0_f64;
    let mut variance = 0.0_f64;
    let mut n_entered = seen.len() - n_late;
    let mut n_left = 0;
    for group in seen.chunk_by(|a, b| a.time.total_cmp(&b.time).is_eq()) {
        let Some(time) = group.first().map(|w| w.time) else {
            continue;
        };
        while entries.next_if(|entry| *entry < time).is_some() {
            n_entered += 1;
        }
        let at_risk = n_entered.saturating_sub(n_left);
        let started = group.iter().filter(|w| w.end == End::Started).count();
        n_left += group.len();
        if started == 0 || at_risk == 0 {
            continue;
        }
        let (d, r) = (started as f64, at_risk as f64);
        survival *= 1.0 - d / r;
        variance += d / (r * (r - d));
        steps.push(Step {
            time,
            at_risk,
            started,
            survival,
            standard_error: (started < at_risk).then(|| survival * variance.sqrt()),
        });
    }
    KaplanMeier { steps, n: seen.len() }
}

impl KaplanMeier {
    /// Share still waiting after so long.
    pub fn survival_at(&self, time: f64) -> f64 {
        let past = self.steps.partition_point(|step| step.time <= time);
        let last = past.checked_sub(1).and_then(|last| self.steps.get(last));
        last.map_or(1.0, |step| step.survival)
    }

    /// The first time after which at most `1 - p` are still waiting; `None` if never.
    pub fn quantile(&self, p: f64) -> Option<f64> {
        self.first(|step| Some(step.survival), 1.0 - p)
    }

    /// The median wait by the first-time rule; `None` while more than half are waiting.
    pub fn median(&self) -> Option<f64> {
        self.quantile(0.5)
    }

    /// As [`Self::quantile`], but in the middle of the stretch where exactly `1 - p` are
    /// waiting. The convention of R's `survfit`; for comparison only.
    pub fn quantile_midpoint(&self, p: f64) -> Option<f64> {
        let time = self.quantile(p)?;
        let mut later = self.steps.iter().skip_while(|step| step.time < time);
        let is_exact = later.next().is_some_and(|s| (s.survival - (1.0 - p)).abs() <= TIE);
        let next = later.next().filter(|_| is_exact);
        Some(next.map_or(time, |next| f64::midpoint(time, next.time)))
    }

    /// Lower and upper end of an interval for the time of share `p`; an end that the curve's
    /// own interval never reaches is `None`.
    pub fn quantile_interval(
        &self,
        p: f64,
        level: f64,
        scale: Scale,
    ) -> (Option<f64>, Option<f64>) {
        let Some(z) = distributions::normal_quantile(f64::midpoint(1.0, level)) else {
            return (None, None);
        };
        let bound = |sign: f64| self.first(|step| bound(step, sign * z, scale), 1.0 - p);
        (bound(-1.0), bound(1.0))
    }

    /// Mean of the waits cut at `until`: the area under the curve.
    pub fn restricted_mean(&self, until: f64) -> f64 {
        let mut area = 0.0;
        let mut before = 0.0;
        let mut survival = 1.0;
        for step in self.steps.iter().take_while(|step| step.time < until) {
            area += survival * (step.time - before);
            (before, survival) = (step.time, step.survival);
        }
        area + survival * (until - before)
    }

    fn first(&self, height: impl Fn(&Step) -> Option<f64>, share: f64) -> Option<f64> {
        self.steps
            .iter()
            .find(|step| height(step).is_some_and(|height| height <= share + TIE))
            .map(|step| step.time)
    }
}

/// The curve's lower (negative `z`) or upper end at a step; `None` where nobody is left.
fn bound(step: &Step, z: f64, scale: Scale) -> Option<f64> {
    let relative = step.standard_error? / step.survival;
    let log = step.survival.ln();
    let bound = match scale {
        Scale::Log => (log + z * relative).exp().min(1.0),
        Scale::LogLog => (-((-log).ln() - z * relative / -log).exp()).exp(),
    };
    bound.is_finite().then_some(bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(time: f64, end: End) -> Wait {
        Wait { entry: None, time, end }
    }

    #[test]
    fn nobody_and_nobody_started_have_no_median() {
        assert_eq!(kaplan_meier(&[]).median(), None);
        assert_eq!(kaplan_meier(&[wait(3.0, End::StillWaiting)]).median(), None);
    }

    #[test]
    fn exactly_half_is_found_in_spite_of_rounding() {
        for n in (2..200).step_by(2) {
            let waits: Vec<Wait> = (1..=n).map(|t| wait(f64::from(t), End::Started)).collect();
            assert_eq!(kaplan_meier(&waits).median(), Some(f64::from(n / 2)), "n = {n}");
        }
    }

    #[test]
    fn a_wait_of_nothing_counts() {
        let km = kaplan_meier(&[wait(0.0, End::Started), wait(4.0, End::Started)]);
        assert_eq!(km.median(), Some(0.0));
        assert!(km.survival_at(0.0) < 0.51);
    }

    /// lifelines 0.30.3, `KaplanMeierFitter().fit(time, event, entry=entry)`.
    #[test]
    fn those_who_enter_late_are_not_at_risk_before() {
        let entry = [0, 0, 0, 12, 30, 7, 0, 45, 20, 3, 0, 60];
        let time = [5, 14, 33, 28, 41, 33, 70, 52, 90, 21, 33, 75];
        let started = [1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 0];
        let waits: Vec<Wait> = entry
            .iter()
            .zip(&time)
            .zip(&started)
            .map(|((entry, time), started)| Wait {
                entry: (*entry > 0).then_some(f64::from(*entry)),
                time: f64::from(*time),
                end: if *started == 1 { End::Started } else { End::StillWaiting },
            })
            .collect();
        let km = kaplan_meier(&waits);
        let expected = [
            (5.0, 6, 0.833_333_333_333_333_3),
            (14.0, 7, 0.714_285_714_285_714_3),
            (21.0, 7, 0.612_244_897_959_183_7),
            (28.0, 6, 0.510_204_081_632_653_1),
            (33.0, 6, 0.340_136_054_421_768_7),
            (41.0, 3, 0.226_757_369_614_512_46),
            (70.0, 3, 0.151_171_579_743_008_27),
            (90.0, 1, 0.0),
        ];
        assert_eq!(km.steps.len(), expected.len());
        for (step, (time, at_risk, survival)) in km.steps.iter().zip(expected) {
            assert_eq!((step.time, step.at_risk), (time, at_risk));
            assert!((step.survival - survival).abs() < 1e-12);
        }
        assert_eq!(km.median(), Some(33.0));
    }
}
