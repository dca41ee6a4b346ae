//! Signals in words: one sentence each, made from the run chart itself.

use super::{Arg, Lang, dates, tr, tr_with};
use crate::measure::{Key, Kind, LEAST_POINTS, Reason, Run, Side, Signal};

/// The signals of an overview that are given, in reading order.
pub fn given(lang: Lang, signals: &[(Key, Signal)]) -> Vec<String> {
    let given = signals.iter().filter(|it| it.1.is_given());
    given.map(|(key, signal)| sentence(lang, *key, signal)).collect()
}

/// "Sagstallet har ligget over medianen i 9 måneder i træk, marts–november 2025; det er mere end
/// tilfældig variation." Also where there is no signal, and why there can be none.
pub fn sentence(lang: Lang, key: Key, signal: &Signal) -> String {
    let sentence = Sentence { lang, key, signal };
    match (signal.reason, signal.run) {
        (Some(Reason::FewerThan10Points), _) => sentence.few_points(),
        (Some(Reason::MedianIsMinimum), _) => sentence.say("signal-at-minimum", &[]),
        (Some(_), _) | (None, None) => sentence.say("signal-beyond", &[]),
        (None, Some(run)) if signal.shift() => sentence.shift(run),
        (None, Some(_)) if signal.too_few_crossings() => sentence.too_few_crossings(),
        (None, Some(_)) => sentence.say_of_months("signal-none"),
    }
}

struct Sentence<'a> {
    lang: Lang,
    key: Key,
    signal: &'a Signal,
}

impl Sentence<'_> {
    fn say(&self, name: &str, more: &[(&str, Arg<'_>)]) -> String {
        let subject = format!("signal-of-{}", self.key.name().replace('_', "-"));
        let mut args = vec![("subject", Arg::from(tr(self.lang, &subject)))];
        args.extend_from_slice(more);
        tr_with(self.lang, name, &args)
    }

    fn say_of_months(&self, name: &str) -> String {
        let args = [("n", self.signal.n.into()), ("span", self.known_span().into())];
        let months = tr_with(self.lang, "signal-points", &args) + &self.missing();
        self.say(name, &[("months", months.into())])
    }

    fn few_points(&self) -> String {
        let signal = self.signal;
        if signal.n == 0 {
            return self.say("signal-no-points", &[]);
        }
        // Every month lies on the median.
        if signal.n_useful == 0 && LEAST_POINTS <= signal.n {
            return self.say_of_months("signal-unchanged");
        }
        let args = [
            ("n", signal.n_useful.into()),
            ("least", LEAST_POINTS.into()),
            ("missing", self.missing().into()),
        ];
        self.say("signal-few-points", &args)
    }

    fn shift(&self, run: Run) -> String {
        let name = match run.side {
            Side::Above => "signal-above",
            Side::Below => "signal-below",
        };
        let span = dates::span(self.lang, run.first, run.last);
        let months = self.points("signal-run", (self.signal.longest_run, run.span()), span);
        self.say(name, &[("months", months.into())])
    }

    fn too_few_crossings(&self) -> String {
        let signal = self.signal;
        let points = (signal.n_useful, signal.span());
        let args = [
            ("n", signal.crossings.into()),
            ("months", self.points("signal-points", points, self.known_span()).into()),
            ("least", signal.crossings_min.into()),
        ];
        self.say("signal-crossings", &args)
    }

    /// "9 måneder i træk, marts–november 2025"; "15 af 17 måneder, …, de øvrige på medianen eller
    /// uden tal".
    fn points(&self, name: &str, (n, all): (usize, usize), span: String) -> String {
        let name = if n < all { "signal-run-with-others" } else { name };
        tr_with(self.lang, name, &[("n", n.into()), ("all", all.into()), ("span", span.into())])
    }

    /// "januar 2024 – oktober 2026"
    fn known_span(&self) -> String {
        let known = self.signal.known;
        known.map_or_else(String::new, |(first, last)| dates::span(self.lang, first, last))
    }

    /// "; 2 måneder mangler". A wait can also have no number because nobody started or waits.
    fn missing(&self) -> String {
        let is_wait = self.key.kind() == Kind::Wait;
        let name = if is_wait { "signal-without" } else { "signal-missing" };
        match self.signal.n_missing() {
            0 => String::new(),
            n => tr_with(self.lang, name, &[("n", n.into())]),
        }
    }
}

#[cfg(test)]
#[path = "signals_tests.rs"]
mod tests;
