//! Waiting times: the key figures and the trend of the median of those who started.

use super::trend::TrendModel;
use crate::chart::Chart;
use crate::domain::TargetMetric;
use crate::measure::Key;
use crate::text::dates;
use crate::trends::{KeyFigure, Subject, change, chart};

/// Years drawn on the page.
const YEARS: i32 = 6;

pub fn waiting_chart(subject: &Subject<'_>, years: i32) -> Option<Chart> {
    chart(subject, Key::WaitStartedMedian, TargetMetric::Wait, years)
}

pub fn waiting_page(subject: &Subject<'_>) -> TrendModel {
    let month = dates::month_short(subject.lang(), subject.last);
    let median = KeyFigure {
        label: subject.words("ui-figure-wait-in", &[("month", month.into())]),
        ..subject.key_figure(Key::WaitStartedMedian)
    };
    let mut waiting = subject.key_figure(Key::Waiting);
    let since = change(subject.display, Key::Waiting, &subject.facts);
    if !since.is_empty() {
        waiting.note = since;
    }
    TrendModel {
        figures: vec![
            median,
            subject.key_figure(Key::WithinTargetStarted),
            waiting,
            subject.key_figure(Key::ClearanceTime),
        ],
        chart: waiting_chart(subject, YEARS),
    }
}
