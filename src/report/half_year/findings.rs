//! The findings: sentences made from printed figures, the most important first.

use super::composer::Composer;
use crate::domain::TargetMetric;
use crate::measure::{Difference, Key, Limits, MoreThanChance, Standing};
use crate::report::UnitOverview;
use crate::report::document::Finding;
use crate::report::prints::Against;
use crate::text::{Arg, figures, signals, targets};

/// A sentence and how much it matters.
struct Weighed {
    weight: u32,
    finding: Finding,
}

impl Weighed {
    fn new(weight: u32, lead: String, rest: &[String]) -> Self {
        let rest: Vec<&str> = rest.iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
        Self { weight, finding: Finding { lead, rest: rest.join(" ") } }
    }
}

/// Beyond the target outweighs what is more than chance, and that a mere change.
mod weight {
    pub const BEYOND_TARGET: u32 = 8;
    pub const MORE_THAN_CHANCE: u32 = 4;
    pub const SIGNAL: u32 = 2;
    pub const WAIT: u32 = 1;
}

pub fn findings(of: &Composer<'_>) -> Vec<Finding> {
    let mut all: Vec<Weighed> = Vec::new();
    for unit in &of.overview.units {
        let one = One { of: *of, unit };
        all.extend([one.wait(), one.caseload(), one.stock()].into_iter().flatten());
    }
    // Stable: what matters equally stands in the order of the units.
    all.sort_by_key(|it| std::cmp::Reverse(it.weight));
    all.into_iter().map(|it| it.finding).collect()
}

/// The findings of one unit.
struct One<'a> {
    of: Composer<'a>,
    unit: &'a UnitOverview,
}

impl One<'_> {
    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut all = vec![("unit", Arg::from(self.unit.name.as_str()))];
        all.extend_from_slice(args);
        self.of.words(key, &all)
    }

    fn shown(&self, key: Key) -> Option<String> {
        let print = self.of.figure(self.unit, key);
        print.is_shown().then_some(print.text)
    }

    fn last_year(&self, key: Key) -> Option<String> {
        let print = self.of.prints.figure(self.unit.id, self.of.half().plus(-2), key);
        print.is_shown().then_some(print.text)
    }

    /// Where a figure lies, and its target in words.
    fn against_target(&self, key: Key, metric: TargetMetric) -> Option<(Standing, String)> {
        let value = self.of.prints.shown_figure(self.unit.id, self.of.half(), key)?.value?;
        let target = self.of.target(self.unit.id, metric)?;
        Some((Limits::of(target).standing(value), targets::inside(self.of.display(), target)))
    }

    fn difference(&self, key: Key) -> Option<&Difference> {
        self.of.prints.shown_change(self.unit.id, key, Against::SameLastYear)
    }

    /// "Stigningen er mere end tilfældig variation."; nothing where chance cannot be judged. Two half-years may
    /// be alike by chance where their months have a pattern, which is said so as not to speak against itself.
    fn chance(&self, difference: Option<&Difference>, pattern: &str) -> (String, u32) {
        let Some(difference) = difference else { return (String::new(), 0) };
        let (key, weight) = match difference.comparison.more_than_chance {
            MoreThanChance::Yes => ("finding-chance-more", weight::MORE_THAN_CHANCE),
            MoreThanChance::No if !pattern.is_empty() => ("finding-chance-pattern", 0),
            MoreThanChance::No => ("finding-chance-within", 0),
            MoreThanChance::Unknown => return (String::new(), 0),
        };
        let text = self.say(key, &[("way", way(difference).into())]);
        (text, weight)
    }

    /// What a run chart says, where it says more than chance.
    fn signal(&self, keys: &[Key]) -> (String, u32) {
        let given = keys.iter().find_map(|key| {
            let signal =
                self.unit.signal(*key).filter(|it| it.is_given() && self.shown(*key).is_some())?;
            Some(signals::sentence(self.of.lang(), *key, signal))
        });
        given.map_or((String::new(), 0), |it| (it, weight::SIGNAL))
    }

    fn beyond(standing: Option<Standing>) -> u32 {
        if standing == Some(Standing::Above) { weight::BEYOND_TARGET } else { 0 }
    }

    /// How long those who started had waited.
    fn wait(&self) -> Option<Weighed> {
        let keys = [Key::WaitStartedMedian, Key::WaitStartedMean];
        let (key, new) = keys.into_iter().find_map(|key| Some((key, self.shown(key)?)))?;
        let word = figures::unit_word(self.of.display(), key);
        let measure = self.of.word(if key == Key::WaitStartedMedian {
            "finding-median"
        } else {
            "finding-mean"
        });
        let difference = self.difference(key);
        let old = self.last_year(key).filter(|_| difference.is_some());
        let lead_args = [
            ("new", Arg::from(new)),
            ("old", old.clone().unwrap_or_default().into()),
            ("unit-word", word.into()),
            ("way", difference.map_or("same", way).into()),
        ];
        let (lead, compared) = match &old {
            Some(_) => ("finding-wait-lead-change", "finding-wait-compared"),
            None => ("finding-wait-lead", "finding-wait-alone"),
        };
        let mut rest = vec![self.say(compared, &[("measure", measure.into())])];
        rest.push(self.share_in_words());
        let (signal, by_signal) = self.signal(&[key]);
        let (chance, by_chance) = self.chance(difference, &signal);
        rest.extend([chance, signal]);
        let standing = self.against_target(key, TargetMetric::Wait).map(|it| it.0);
        let weight = Self::beyond(standing) + by_chance + by_signal + weight::WAIT;
        Some(Weighed::new(weight, self.say(lead, &lead_args), &rest))
    }

    fn share_in_words(&self) -> String {
        let share = self.shown(Key::WithinTargetStarted);
        let target = self.of.target(self.unit.id, TargetMetric::Wait);
        let Some((share, target)) = share.zip(target) else { return String::new() };
        let target = targets::inside(self.of.display(), target);
        self.say("finding-within-target", &[("share", share.into()), ("target", target.into())])
    }

    /// How many cases each post has.
    fn caseload(&self) -> Option<Weighed> {
        let key = Key::CaseloadHalfYear;
        let mean = self.shown(key)?;
        let lead = self.say("finding-caseload-lead", &[("value", mean.into())]);
        let against = self.against_target(key, TargetMetric::Caseload);
        let standing = against.as_ref().map(|it| it.0);
        let mut rest = vec![match against {
            Some((standing, target)) => {
                let args = [("place", standing.name().into()), ("target", target.into())];
                self.say("finding-caseload-target", &args)
            }
            None => self.say("finding-caseload-alone", &[]),
        }];
        if let Some(last) = self.shown(Key::Caseload) {
            rest.push(self.say("finding-caseload-last", &[("value", last.into())]));
        }
        let difference = self.difference(key);
        if let Some((old, way)) = self.last_year(key).zip(difference.map(way)) {
            rest.push(
                self.say("finding-caseload-compared", &[("old", old.into()), ("way", way.into())]),
            );
        }
        let (signal, by_signal) = self.signal(&[Key::Caseload]);
        rest.push(signal);
        Some(Weighed::new(Self::beyond(standing) + by_signal, lead, &rest))
    }

    /// How many cases there are, and who waits.
    fn stock(&self) -> Option<Weighed> {
        let cases = self.shown(Key::Cases)?;
        let waiting = self.shown(Key::Waiting);
        let lead = match waiting {
            Some(waiting) => self.say(
                "finding-stock-lead-waiting",
                &[("cases", cases.into()), ("waiting", waiting.into())],
            ),
            None => self.say("finding-stock-lead", &[("cases", cases.into())]),
        };
        let since = self.of.named(self.of.half().plus(-2));
        let mut rest = Vec::new();
        let change = self.of.prints.change(self.unit.id, Key::Cases, Against::SameLastYear);
        if let Some((difference, digits)) = self.difference(Key::Cases).zip(change.digits) {
            let size = digits.size().text(self.of.lang());
            let args =
                [("size", size.into()), ("way", way(difference).into()), ("since", since.into())];
            rest.push(self.say("finding-stock-change", &args));
        } else {
            rest.push(self.say("finding-stock-alone", &[]));
        }
        let mut weight = 0;
        for key in [Key::Opened, Key::Started] {
            let Some(difference) = self.difference(key) else { continue };
            if difference.comparison.more_than_chance != MoreThanChance::Yes {
                continue;
            }
            if let Some((new, old)) = self.shown(key).zip(self.last_year(key)) {
                let figure = figures::label(self.of.lang(), key);
                let args = [
                    ("figure", figure.into()),
                    ("new", new.into()),
                    ("old", old.into()),
                    ("way", way(difference).into()),
                ];
                rest.push(self.say("finding-flow-change", &args));
                weight = weight::MORE_THAN_CHANCE;
            }
        }
        let (signal, by_signal) = self.signal(&[Key::Cases, Key::Waiting]);
        rest.push(signal);
        Some(Weighed::new(weight + by_signal, lead, &rest))
    }
}

/// Whether a change went up, down or nowhere.
fn way(difference: &Difference) -> &'static str {
    match difference.abs {
        Some(change) if change.is_zero() => "same",
        Some(change) if change.is_negative() => "down",
        Some(_) => "up",
        None => "same",
    }
}
