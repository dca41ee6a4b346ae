//! What stands round the figures of every chart: targets, events, source and what is measured.

use super::figure::{drawn_limits, target_label};
use super::subject::Subject;
use crate::chart::{Mark, TargetBand};
use crate::domain::{Event, EventKind, Month, Target, TargetMetric, UnitId};
use crate::measure::{Key, Span};
use crate::text::{Arg, Lang, dates, figures, tr_with};

/// Where the figures come from, and as of when.
pub fn source(subject: &Subject<'_>) -> String {
    let day = dates::long(subject.lang(), subject.last.last_day());
    let args = [("unit", subject.name().into()), ("day", day.into())];
    subject.words("chart-source", &args)
}

/// "Sagsantal ultimo, pr. måned": the figure, the unit of its numbers, and which days it is about.
pub fn measured(subject: &Subject<'_>, key: Key) -> String {
    if let Some(words) = figures::axis(subject.display, key) {
        return words;
    }
    let words = match key.span() {
        Span::Snapshot => "trends-measure-snapshot",
        Span::Period => "trends-measure-month",
        Span::LastMonths(_) => "trends-measure-window",
    };
    let Span::LastMonths(months) = key.span() else {
        return subject.words(words, &[("figure", named(subject, key).into())]);
    };
    let months = Arg::from(i64::from(months));
    subject.words(words, &[("figure", named(subject, key).into()), ("n", months)])
}

/// The same for whole half-years.
pub fn measured_over_half(subject: &Subject<'_>, key: Key) -> String {
    let words = match key.span() {
        Span::Period => "trends-measure-half",
        Span::Snapshot | Span::LastMonths(_) => "trends-measure-half-end",
    };
    subject.words(words, &[("figure", named(subject, key).into())])
}

/// The figure with the unit of its numbers: "Ventetid, påbegyndte, 90-percentil (uger)".
pub fn named(subject: &Subject<'_>, key: Key) -> String {
    let unit = figures::unit_word(subject.display, key);
    let name = figures::label(subject.lang(), key);
    if unit.is_empty() { name } else { format!("{name} ({unit})") }
}

/// Each target in the months it holds for: a unit's own takes over from everybody's.
pub fn bands(subject: &Subject<'_>, key: Key, first: Month) -> Vec<TargetBand> {
    key.target_metric().map_or_else(Vec::new, |it| bands_of(subject, it, first))
}

pub fn bands_of(subject: &Subject<'_>, metric: TargetMetric, first: Month) -> Vec<TargetBand> {
    let mut bands: Vec<(TargetBand, &Target)> = Vec::new();
    for month in first.through(subject.last) {
        let day = month.last_day();
        let Some(it) = super::facts::target(subject.snapshot, subject.data.id, metric, day) else {
            continue;
        };
        match bands.last_mut() {
            Some((band, target)) if *target == it && band.through.next() == month => {
                band.through = month;
            }
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

/// What has happened to the unit, or to all.
pub fn marks(subject: &Subject<'_>) -> Vec<Mark> {
    marks_where(subject, |unit| unit.is_none_or(|it| it == subject.data.id))
}

/// What has happened to all.
pub fn shared_marks(subject: &Subject<'_>) -> Vec<Mark> {
    marks_where(subject, |unit| unit.is_none())
}

fn marks_where(subject: &Subject<'_>, concerns: impl Fn(Option<UnitId>) -> bool) -> Vec<Mark> {
    let events = subject.snapshot.shared.events.values().filter(|it| concerns(it.unit));
    events
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
