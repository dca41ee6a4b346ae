//! The trend of one figure of one unit month by month: as a run chart, a control chart or bars.

use super::about::{About, Choices, Offer, own};
use crate::chart::{At, Chart, ChartKind, Point, PointRole, Rule, RuleKind, Series, kinds};
use crate::domain::{Month, Period};
use crate::measure::{Control, Figure, Footing, Key, Signal, series};
use crate::text::{Arg, figures, number, tr};
use crate::trends::facts::complete;
use crate::trends::figure::{label, shown, shown_number, shown_value};
use crate::trends::finding::{Finding, control_words};
use crate::trends::points::point;
use crate::trends::subject::Subject;
use crate::trends::surroundings::{bands, blank, marks, measured};

pub const RUN: About = About {
    name: "run",
    choices: Choices::FigureAndMonth,
    is_internal: false,
    offer: Offer::Trend,
    draw: |subject, key, first| Some(own(subject, chart(subject, key, first)?)),
};

pub const XMR: About = About {
    name: "xmr",
    draw: |subject, key, first| Some(own(subject, control_chart(subject, key, first)?)),
    ..RUN
};

pub const BARS: About = About {
    name: "bars",
    draw: |subject, key, first| Some(own(subject, bars(subject, key, first)?)),
    ..RUN
};

/// A line from `first` to the subject's last month, held against its median.
///
/// `None` where no month has a figure.
pub fn chart(subject: &Subject<'_>, key: Key, first: Month) -> Option<Chart> {
    let trend = Trend::of(subject, key, first)?;
    let finding = Finding::of(subject, key);
    let rules = finding.judged().and_then(|it| median(subject, key, it, trend.first));
    let hollow = finding.shift().map(|_| tr(subject.lang(), "ui-chart-hollow"));
    let is_signal = |month, figure: &Figure| finding.includes(month, figure);
    Some(Chart {
        title: finding.title(subject, key),
        rules: rules.into_iter().collect(),
        ..trend.chart(kinds::LINE, hollow, is_signal)
    })
}

/// The same as bars from zero.
fn bars(subject: &Subject<'_>, key: Key, first: Month) -> Option<Chart> {
    let trend = Trend::of(subject, key, first)?;
    let finding = Finding::of(subject, key);
    let rules = finding.judged().and_then(|it| median(subject, key, it, trend.first));
    Some(Chart {
        title: finding.title(subject, key),
        rules: rules.into_iter().collect(),
        ..trend.chart(kinds::BARS, None, |_, _| false)
    })
}

/// The same line with its mean and how far chance reaches; without them where they cannot be told.
fn control_chart(subject: &Subject<'_>, key: Key, first: Month) -> Option<Chart> {
    let trend = Trend::of(subject, key, first)?;
    let control = subject.measure.control(key, Period::Month(subject.last));
    let Some(control) = control else {
        let words = Some(tr(subject.lang(), "trends-no-limits"));
        let title = Finding::of(subject, key).title(subject, key);
        return Some(Chart { title, ..trend.chart(kinds::LINE, words, |_, _| false) });
    };
    let is_signal = |month, figure: &Figure| control.is_outside(month, figure);
    Some(Chart {
        title: control_words(subject, &control),
        rules: limits(subject, key, &control, trend.first),
        ..trend.chart(kinds::LINE, footing_words(subject, &control), is_signal)
    })
}

fn footing_words(subject: &Subject<'_>, control: &Control) -> Option<String> {
    let words = match control.footing {
        Footing::Firm if control.outside.is_empty() => return None,
        Footing::Firm => "trends-hollow-outside",
        Footing::Provisional => "trends-limits-provisional",
        Footing::Weak | Footing::None => "trends-limits-weak",
    };
    Some(tr(subject.lang(), words))
}

/// Figures of months, from the first one that is known.
struct Trend<'a> {
    subject: &'a Subject<'a>,
    key: Key,
    first: Month,
    months: Vec<(Month, Figure)>,
}

impl<'a> Trend<'a> {
    fn of(subject: &'a Subject<'_>, key: Key, first: Month) -> Option<Self> {
        let mut months = series(&subject.measure, key, first, subject.last);
        let begins = months.iter().position(|(_, figure)| complete(figure).is_some())?;
        months.drain(..begins);
        Some(Self { subject, key, first: months.first()?.0, months })
    }

    /// Without a title; `words` end the subtitle.
    fn chart(
        &self,
        kind: &'static ChartKind,
        words: Option<String>,
        is_signal: impl Fn(Month, &Figure) -> bool,
    ) -> Chart {
        let Self { subject, key, first, .. } = self;
        let points = self.months.iter().map(|(month, figure)| {
            let signal = is_signal(*month, figure);
            let role = if signal { PointRole::Signal } else { PointRole::Plain };
            Point { role, ..point(subject, *key, At::Month(*month), figure) }
        });
        let series = Series {
            name: label(subject.lang(), *key),
            unit: figures::unit_word(subject.display, *key),
            color: subject.color,
            points: points.collect(),
        };
        let mut parts = vec![measured(subject, *key), subject.name().to_owned()];
        parts.extend(words);
        parts.extend(missing_words(subject, &series));
        Chart {
            subtitle: parts.join(" · "),
            series: vec![series],
            bands: bands(subject, *key, *first),
            marks: marks(subject),
            ..blank(subject, kind, *first)
        }
    }
}

/// One or two missing months are named.
fn missing_words(subject: &Subject<'_>, series: &Series) -> Option<String> {
    let missing: Vec<String> = series
        .points
        .iter()
        .filter(|it| it.value.is_none())
        .map(|it| it.at.words(subject.lang()))
        .collect();
    let args = [("months", Arg::from(missing.join(", ")))];
    (1..=2).contains(&missing.len()).then(|| subject.words("ui-chart-missing", &args))
}

/// The line the run chart is held against, over the months that are drawn of it.
fn median(subject: &Subject<'_>, key: Key, signal: &Signal, first: Month) -> Option<Rule> {
    let median = signal.median?;
    let value = shown(subject.display, key, &Figure::of(Some(median)));
    Some(Rule {
        from: signal.from_month.max(first),
        through: signal.to_month,
        value: shown_value(subject.display, key, median),
        label: subject.words("ui-median", &[("value", value.into())]),
        kind: RuleKind::Median,
    })
}

/// The mean and the limits; counts and waits are not below zero, so that a limit there says nothing.
fn limits(subject: &Subject<'_>, key: Key, control: &Control, first: Month) -> Vec<Rule> {
    let rule = |words: &str, kind, stored: f64| {
        let value = shown_number(subject.display, key, stored);
        let label = number::tick(subject.lang(), value, 1);
        Rule {
            from: control.from_month.max(first),
            through: control.to_month,
            value,
            label: subject.words(words, &[("value", label.into())]),
            kind,
        }
    };
    let mut rules = vec![
        rule("trends-mean", RuleKind::Mean, control.mean),
        rule("trends-upper-limit", RuleKind::Limit, control.upper),
    ];
    if 0.0 < control.lower {
        rules.push(rule("trends-lower-limit", RuleKind::Limit, control.lower));
    }
    rules
}
