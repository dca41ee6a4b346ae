//! Key figures and chips: a number as it is shown, with the words around it.

use super::facts::{MonthFacts, complete};
use crate::domain::{Month, Target};
use crate::measure::{
    Difference, Figure, Key, Kind, Limits, Ratio, Reason, Standing, Status, UnitMeasure, series,
};
use crate::text::{Arg, Display, Lang, dates, figures, targets, tr, tr_with};

/// A large number with a word above and words below.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeyFigure {
    pub label: String,
    pub value: String,
    /// Beside the number, smaller: "uger".
    pub unit_word: String,
    /// Numerator and denominator, or what was counted.
    pub note: String,
    /// Against the same time last year.
    pub change: String,
    /// The last 24 months; empty where no line is drawn.
    pub spark: Vec<Option<f64>>,
}

impl KeyFigure {
    /// The figure of a month with what it rests on.
    pub fn of(display: Display, key: Key, figure: &Figure) -> Self {
        Self {
            label: label(display.lang, key),
            value: shown(display, key, figure),
            unit_word: unit_word(display, key, figure),
            note: basis(display, key, figure),
            ..Self::default()
        }
    }

    /// Everything it says, for a screen reader.
    pub fn in_words(&self) -> String {
        let value = format!("{} {}", self.value, self.unit_word);
        let parts = [&self.label, &value, &self.note, &self.change];
        let said: Vec<&str> =
            parts.into_iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
        said.join(", ")
    }
}

/// A number on a line of its own, less important.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallFigure {
    pub label: String,
    pub value: String,
    pub note: String,
}

/// How good it is. The words say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Good,
    Warning,
    Bad,
    Neutral,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    pub text: String,
    pub tone: Tone,
}

/// Shorter than in a report: there is a card around it.
pub fn label(lang: Lang, key: Key) -> String {
    figures::short(lang, key)
}

/// In the unit it is drawn and shown in.
pub fn shown_value(display: Display, key: Key, value: Ratio) -> f64 {
    let is_wait = key.kind() == Kind::Wait;
    if is_wait { display.wait.of_days(value).as_f64() } else { value.as_f64() }
}

/// A number of a figure's own unit in the unit it is drawn in: days become weeks.
pub fn shown_number(display: Display, key: Key, stored: f64) -> f64 {
    stored * shown_value(display, key, Ratio::ONE)
}

/// The figure as people read it, or the sign for its lack; `basis` has the words.
pub fn shown(display: Display, key: Key, figure: &Figure) -> String {
    let withheld = figure.status == Status::Withheld;
    let text = figures::shown(display, key, figure).filter(|_| !withheld);
    text.unwrap_or_else(|| figures::NOT_COMPUTABLE.to_owned())
}

/// "uger" beside a wait; nothing beside the rest, or beside a sign.
pub fn unit_word(display: Display, key: Key, figure: &Figure) -> String {
    match figure.value {
        Some(_) => figures::unit_word(display, key),
        None => String::new(),
    }
}

/// Numerator and denominator, or the number it is built on, or why there is no figure.
pub fn basis(display: Display, key: Key, figure: &Figure) -> String {
    let lang = display.lang;
    let note = figures::note(lang, figure);
    if figure.value.is_none() {
        let why = || figure.reason.map(|it| figures::reason(lang, it));
        if figure.status == Status::Withheld {
            return join([Some(tr(lang, "withheld")), note]);
        }
        return note.or_else(why).unwrap_or_default();
    }
    let parts = figures::basis(lang, key, figure);
    join([parts, note.filter(|_| figure.status == Status::Partial)])
}

fn join(parts: [Option<String>; 2]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Against the same month last year, called by its half-year where it ends one.
pub fn change(display: Display, key: Key, facts: &MonthFacts) -> String {
    let lang = display.lang;
    let Some(difference) = facts.since_last_year(key) else {
        return String::new();
    };
    let earlier = facts.month.plus(-12);
    let half = earlier.half_year();
    let since = if half.last_month() == earlier {
        dates::half_year(lang, half)
    } else {
        dates::month_short(lang, earlier)
    };
    change_words(display, key, difference, since)
}

fn change_words(display: Display, key: Key, difference: &Difference, since: String) -> String {
    let lang = display.lang;
    let since = ("since", Arg::from(since));
    if difference.reason == Some(Reason::SeriesBreak) {
        return tr_with(lang, "ui-change-break", &[since]);
    }
    if difference.abs.is_none() {
        return String::new();
    }
    let number = figures::change(display, key, difference);
    let unit = figures::unit_word(display, key);
    let change = format!("{number} {unit}");
    tr_with(lang, "ui-change", &[("change", change.trim().into()), since])
}

/// The 24 months that end with this one.
pub fn spark(
    display: Display,
    measure: &UnitMeasure<'_>,
    key: Key,
    last: Month,
) -> Vec<Option<f64>> {
    let months = series(measure, key, last.plus(-23), last);
    let drawn = |figure: &Figure| Some(shown_value(display, key, complete(figure)?));
    months.iter().map(|(_, figure)| drawn(figure)).collect()
}

/// Where a figure lies against its target, in words.
pub fn target_chip(display: Display, target: &Target, value: Ratio) -> Chip {
    let (key, tone) = match Limits::of(target).standing(value) {
        Standing::Above => ("ui-target-above", Tone::Bad),
        Standing::Below => ("ui-target-below", Tone::Warning),
        Standing::Within => ("ui-target-within", Tone::Good),
    };
    let args = [("target", Arg::from(targets::short_inside(display, target)))];
    Chip { text: tr_with(display.lang, key, &args), tone }
}
