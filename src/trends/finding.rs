//! What a chart says in its title: the signal of its run chart, else the newest figure.

use super::facts::{complete, run_chart};
use super::figure::{label, shown, target_chip, unit_word};
use super::subject::Subject;
use crate::domain::Month;
use crate::measure::{Control, Figure, Key, Run, Side, Signal};
use crate::text::{Arg, dates, signals, tr};

/// The run chart of a figure over the months that end with the subject's last.
pub struct Finding {
    /// `None` where it cannot be judged.
    signal: Option<Signal>,
}

impl Finding {
    pub fn of(subject: &Subject<'_>, key: Key) -> Self {
        Self { signal: run_chart(&subject.measure, key, subject.last) }
    }

    pub const fn judged(&self) -> Option<&Signal> {
        self.signal.as_ref()
    }

    /// The months of a run that is too long for chance.
    pub fn shift(&self) -> Option<Run> {
        self.signal.filter(Signal::shift)?.run
    }

    /// Whether a month's figure is one of the points of that run; those on the median are not.
    pub fn includes(&self, month: Month, figure: &Figure) -> bool {
        let median = self.signal.and_then(|it| it.median);
        let in_run = self.shift().is_some_and(|it| it.first <= month && month <= it.last);
        in_run && complete(figure).is_some_and(|it| Some(it) != median)
    }

    pub fn title(&self, subject: &Subject<'_>, key: Key) -> String {
        match (&self.signal, self.shift()) {
            (Some(signal), Some(run)) => shift_words(subject, signal, run),
            (Some(signal), None) if signal.too_few_crossings() => {
                tr(subject.lang(), "ui-chart-title-crossings")
            }
            (Some(_), None) => tr(subject.lang(), "ui-chart-title-quiet"),
            (None, _) => newest_words(subject, key),
        }
    }
}

/// The first of these figures that has moved by more than chance, in a sentence.
pub fn signal_sentence(subject: &Subject<'_>, keys: [Key; 2]) -> Option<String> {
    subject.newest?;
    keys.into_iter().find_map(|key| {
        let signal = run_chart(&subject.measure, key, subject.last)?;
        signal.is_given().then(|| signals::sentence(subject.lang(), key, &signal))
    })
}

/// Useful points are counted, and where the run is longer it is said how long.
fn shift_words(subject: &Subject<'_>, signal: &Signal, run: Run) -> String {
    let lang = subject.lang();
    let side = match run.side {
        Side::Above => "above",
        Side::Below => "below",
    };
    let key =
        if signal.longest_run < run.span() { "ui-chart-months-of" } else { "ui-chart-months" };
    let counts = [("n", signal.longest_run.into()), ("all", run.span().into())];
    let args: [(&str, Arg<'_>); 4] = [
        ("side", side.into()),
        ("months", subject.words(key, &counts).into()),
        ("from", dates::month_short(lang, run.first).into()),
        ("through", dates::month_short(lang, run.last).into()),
    ];
    subject.words("ui-chart-title", &args)
}

/// How many months are beyond what chance reaches, and which is the newest of them.
pub fn control_words(subject: &Subject<'_>, control: &Control) -> String {
    let span = dates::span(subject.lang(), control.from_month, control.to_month);
    let Some((newest, side)) = control.outside.last() else {
        return subject.words("trends-control-quiet", &[("span", span.into())]);
    };
    let side = match side {
        Side::Above => "above",
        Side::Below => "below",
    };
    let args: [(&str, Arg<'_>); 4] = [
        ("n", control.outside.len().into()),
        ("side", side.into()),
        ("month", dates::month_short(subject.lang(), *newest).into()),
        ("span", span.into()),
    ];
    subject.words("trends-control-outside", &args)
}

/// The newest figure and where it lies against its target, where no run can be judged.
fn newest_words(subject: &Subject<'_>, key: Key) -> String {
    let lang = subject.lang();
    let figure = subject.facts().figure(key);
    let unit = unit_word(subject.display, key, &figure);
    let value = format!("{} {unit}", shown(subject.display, key, &figure));
    let args: [(&str, Arg<'_>); 3] = [
        ("name", label(lang, key).into()),
        ("value", value.trim().into()),
        ("month", dates::month(lang, subject.last).into()),
    ];
    let sentence = subject.words("ui-chart-title-newest", &args);
    let day = subject.last.last_day();
    let target = key.target_metric().and_then(|it| subject.target(it, day));
    let Some((value, target)) = figure.value.zip(target) else {
        return sentence;
    };
    let chip = target_chip(subject.display, target, value);
    let mut letters = chip.text.chars();
    let place: String =
        letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
    format!("{sentence}, {place}")
}
