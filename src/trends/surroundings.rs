//! What stands round the figures of every chart: targets, events, source and what is measured.

use super::subject::Subject;
use crate::chart::{Chart, ChartKind, Mark, TargetBand};
use crate::domain::{Event, EventKind, Month, Target, UnitId};
use crate::measure::{Key, Ratio, Span, TargetSpan, Targets};
use crate::text::{Arg, Display, Lang, dates, figures, targets, tr_with};

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

/// A chart of the subject without figures, and without what stands round them.
pub fn blank(subject: &Subject<'_>, kind: &'static ChartKind, first: Month) -> Chart {
    Chart {
        lang: subject.lang(),
        title: String::new(),
        subtitle: String::new(),
        source: source(subject),
        kind,
        first,
        last: subject.last,
        series: Vec::new(),
        bands: Vec::new(),
        marks: Vec::new(),
        rules: Vec::new(),
    }
}

/// The targets a figure is held against, each in the months it holds for.
pub fn bands(subject: &Subject<'_>, key: Key, first: Month) -> Vec<TargetBand> {
    bands_of(subject, key, first, targets::short)
}

pub fn bands_of(
    subject: &Subject<'_>,
    key: Key,
    first: Month,
    label: fn(Display, &Target) -> String,
) -> Vec<TargetBand> {
    let targets = Targets::of_key(subject.snapshot, subject.data.id, key);
    let band = |TargetSpan { target, from, through }: TargetSpan<'_>| {
        let limits = targets::shown_limits(subject.display, target);
        let (lower, upper) = (limits.lower.map(Ratio::as_f64), limits.upper.map(Ratio::as_f64));
        let label = label(subject.display, target);
        TargetBand { from, through, lower, upper, label, series: None }
    };
    targets.spans(first, subject.last).into_iter().map(band).collect()
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
