//! The targets in force at the end of the half-year, in words and as what a figure is held against.

use super::Composer;
use crate::domain::{Day, Target, TargetMetric, UnitId};
use crate::measure::{Key, Ratio};
use crate::text::{Arg, figures, number, tr_with};

/// Where a figure lies against its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Above,
    Below,
    Within,
}

impl Place {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Below => "below",
            Self::Within => "within",
        }
    }
}

impl<'a> Composer<'a> {
    /// The unit's own before everybody's, the newest of those that hold.
    pub fn target(&self, unit: UnitId, metric: TargetMetric, day: Day) -> Option<&'a Target> {
        let targets = self.request.snapshot.shared.targets.values();
        targets
            .filter(|it| it.metric == metric && it.valid_from <= day)
            .filter(|it| it.unit.is_none_or(|it| it == unit))
            .max_by_key(|it| (it.unit.is_some(), it.valid_from))
    }

    /// "20–30", "højst 6"; what stands in the table's last column.
    pub fn target_cell(&self, target: &Target) -> String {
        let (lower, upper) = self.limits(target);
        let limits = [lower, upper].map(|it| it.map(|it| self.limit(it)));
        match limits {
            [Some(lower), Some(upper)] => format!("{lower}–{upper}"),
            [None, Some(upper)] => {
                tr_with(self.lang(), "document-at-most", &[("limit", upper.into())])
            }
            [Some(lower), None] => {
                tr_with(self.lang(), "document-at-least", &[("limit", lower.into())])
            }
            [None, None] => String::new(),
        }
    }

    /// "normen på 20–30", "målet på højst 6 uger": inside a sentence.
    pub fn target_in_words(&self, target: &Target) -> String {
        let key = match target.metric {
            TargetMetric::Caseload => "document-the-norm",
            TargetMetric::Wait => "document-the-target",
        };
        let unit = figures::unit_word(self.display(), Key::WaitStartedMedian);
        let args = [("limits", Arg::from(self.target_cell(target))), ("unit", unit.into())];
        tr_with(self.lang(), key, &args)
    }

    /// Where an exact value lies; waits in days.
    pub fn place(target: &Target, value: Ratio) -> Place {
        let exact = |it: crate::domain::Thousandths| Ratio::thousandths(it.0);
        if target.upper.map(exact).is_some_and(|it| it < value) {
            Place::Above
        } else if target.lower.map(exact).is_some_and(|it| value < it) {
            Place::Below
        } else {
            Place::Within
        }
    }

    /// In the unit that is printed.
    pub fn limits(&self, target: &Target) -> (Option<Ratio>, Option<Ratio>) {
        let shown = |it: crate::domain::Thousandths| {
            let exact = Ratio::thousandths(it.0);
            match target.metric {
                TargetMetric::Caseload => exact,
                TargetMetric::Wait => self.display().wait.of_days(exact),
            }
        };
        (target.lower.map(shown), target.upper.map(shown))
    }

    fn limit(&self, value: Ratio) -> String {
        let is_whole = value.rounded(1).is_none_or(|it| it % 10 == 0);
        if is_whole {
            number::rounded(self.lang(), value)
        } else {
            number::decimal(self.lang(), value)
        }
    }
}
