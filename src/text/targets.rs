//! Targets in words, in the unit that figures are shown in.

use super::figures::unit_word;
use super::{Arg, Display, Lang, number, tr_with};
use crate::domain::{Target, TargetMetric};
use crate::measure::{Key, Limits, Ratio};

/// In the unit that is shown.
pub fn shown_limits(display: Display, target: &Target) -> Limits {
    let shown = |limit: Ratio| match target.metric {
        TargetMetric::Caseload => limit,
        TargetMetric::Wait => display.wait.of_days(limit),
    };
    let Limits { lower, upper } = Limits::of(target);
    Limits { lower: lower.map(shown), upper: upper.map(shown) }
}

/// A limit without needless decimals: "30", "8,5".
pub fn limit(lang: Lang, value: Ratio) -> String {
    let is_whole = value.rounded(1).is_none_or(|it| it % 10 == 0);
    if is_whole { number::rounded(lang, value) } else { number::decimal(lang, value) }
}

/// "20–30", "højst 6".
pub fn range(display: Display, target: &Target) -> String {
    let lang = display.lang;
    let words = |key, limit: String| tr_with(lang, key, &[("limit", limit.into())]);
    let Limits { lower, upper } = shown_limits(display, target);
    match [lower, upper].map(|edge| edge.map(|it| limit(lang, it))) {
        [Some(lower), Some(upper)] => format!("{lower}–{upper}"),
        [None, Some(upper)] => words("document-at-most", upper),
        [Some(lower), None] => words("document-at-least", lower),
        [None, None] => String::new(),
    }
}

/// "Norm 20–30", "Mål: højst 6 uger": at the edge of a chart in a document.
pub fn label(display: Display, target: &Target) -> String {
    in_words(display, target, ["document-band-norm", "document-band-target"])
}

/// "normen på 20–30", "målet på højst 6 uger": inside a sentence of a document.
pub fn inside(display: Display, target: &Target) -> String {
    in_words(display, target, ["document-the-norm", "document-the-target"])
}

/// "Norm 20–30", "Mål 6 uger": at the edge of a chart in the window.
pub fn short(display: Display, target: &Target) -> String {
    in_words(display, target, ["document-band-norm", "ui-target-wait"])
}

/// "normen 20–30", "normen på højst 30", "målet på 6 uger": inside a sentence of the window.
pub fn short_inside(display: Display, target: &Target) -> String {
    let between = target.lower.is_some() && target.upper.is_some();
    let norm = if between { "ui-norm-between-the" } else { "document-the-norm" };
    in_words(display, target, [norm, "ui-target-wait-the"])
}

fn in_words(display: Display, target: &Target, [norm, wait]: [&str; 2]) -> String {
    let key = match target.metric {
        TargetMetric::Caseload => norm,
        TargetMetric::Wait => wait,
    };
    let upper = shown_limits(display, target).upper;
    let upper = upper.map(|it| limit(display.lang, it)).unwrap_or_default();
    let args = [
        ("limits", Arg::from(range(display, target))),
        ("upper", upper.into()),
        ("unit", unit_word(display, Key::WaitStartedMedian).into()),
    ];
    tr_with(display.lang, key, &args)
}
