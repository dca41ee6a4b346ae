//! The trend of one figure of one unit, with target, events, level lines and what they say.

use super::facts::complete;
use super::figure::{basis, drawn_limits, label, shown, shown_value, target_label};
use super::finding::Finding;
use super::subject::Subject;
use crate::chart::{
    At, Chart, ChartKind, Mark, Point, PointRole, Rule, RuleKind, Series, TargetBand,
};
use crate::domain::{Event, EventKind, Month, Target, TargetMetric, UnitId};
use crate::measure::{Figure, Key, Signal, series};
use crate::text::{Arg, Lang, dates, figures, tr, tr_with};

/// A chart of `years` calendar years that ends with the subject's last month.
///
/// `None` where no month has a figure.
pub fn chart(subject: &Subject<'_>, key: Key, metric: TargetMetric, years: i32) -> Option<Chart> {
    let last = subject.last;
    let earliest = Month::january(last.year() - years + 1);
    let months = series(&subject.measure, key, earliest, last);
    let begins = months.iter().position(|(_, figure)| complete(figure).is_some())?;
    let months = months.get(begins..)?;
    let first = months.first()?.0;
    let finding = Finding::of(subject, key);
    let points = months.iter().map(|(month, figure)| Point {
        role: if finding.includes(*month, figure) { PointRole::Signal } else { PointRole::Plain },
        ..point(subject, key, *month, figure)
    });
    let series = Series {
        name: label(subject.lang(), key),
        unit: figures::unit_word(subject.display, key),
        color: subject.color,
        points: points.collect(),
    };
    Some(Chart {
        lang: subject.lang(),
        title: finding.title(subject, key, metric),
        subtitle: subtitle(subject, key, &finding, &series),
        source: source(subject),
        kind: ChartKind::Line,
        first,
        last,
        series: vec![series],
        bands: bands(subject, metric, first),
        marks: marks(subject),
        rules: finding
            .judged()
            .and_then(|it| median(subject, key, it, first))
            .into_iter()
            .collect(),
    })
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

fn point(subject: &Subject<'_>, key: Key, month: Month, figure: &Figure) -> Point {
    Point {
        at: At::Month(month),
        value: complete(figure).map(|it| shown_value(subject.display, key, it)),
        shown: shown(subject.display, key, figure),
        basis: basis(subject.display, key, figure),
        role: PointRole::Plain,
    }
}

/// Where the figures come from, and as of when.
fn source(subject: &Subject<'_>) -> String {
    let day = dates::long(subject.lang(), subject.last.last_day());
    let args = [("unit", subject.name().into()), ("day", day.into())];
    subject.words("chart-source", &args)
}

fn subtitle(subject: &Subject<'_>, key: Key, finding: &Finding, series: &Series) -> String {
    let unit = figures::unit_word(subject.display, key);
    let mut parts = vec![
        subject.words(&format!("ui-chart-measure-{}", key.name()), &[("unit", unit.into())]),
        subject.name().to_owned(),
    ];
    if finding.shift().is_some() {
        parts.push(tr(subject.lang(), "ui-chart-hollow"));
    }
    let missing: Vec<String> = series
        .points
        .iter()
        .filter(|it| it.value.is_none())
        .map(|it| it.at.words(subject.lang()))
        .collect();
    if !missing.is_empty() && missing.len() <= 2 {
        let args = [("months", Arg::from(missing.join(", ")))];
        parts.push(subject.words("ui-chart-missing", &args));
    }
    parts.join(" · ")
}

/// Each target in the months it holds for: a unit's own takes over from everybody's.
fn bands(subject: &Subject<'_>, metric: TargetMetric, first: Month) -> Vec<TargetBand> {
    let mut bands: Vec<(TargetBand, &Target)> = Vec::new();
    for month in first.through(subject.last) {
        let day = month.last_day();
        let Some(it) = super::facts::target(subject.snapshot, subject.data.id, metric, day) else {
            continue;
        };
        match bands.last_mut() {
            Some((band, target)) if *target == it => band.through = month,
            _ => {
                let (lower, upper) = drawn_limits(subject.display, it);
                let band = TargetBand {
                    from: month,
                    through: month,
                    lower,
                    upper,
                    label: target_label(subject.display, it),
                    series: None,
                };
                bands.push((band, it));
            }
        }
    }
    bands.into_iter().map(|(band, _)| band).collect()
}

fn marks(subject: &Subject<'_>) -> Vec<Mark> {
    let concerns = |unit: Option<UnitId>| unit.is_none_or(|it| it == subject.data.id);
    subject
        .snapshot
        .shared
        .events
        .values()
        .filter(|it| concerns(it.unit))
        .map(|it| Mark { day: it.day, title: mark_title(subject.lang(), it), kind: it.kind })
        .collect()
}

fn mark_title(lang: Lang, event: &Event) -> String {
    match event.kind {
        EventKind::Event => event.title.clone(),
        EventKind::SeriesBreak => {
            tr_with(lang, "ui-break-title", &[("title", (&event.title).into())])
        }
    }
}
