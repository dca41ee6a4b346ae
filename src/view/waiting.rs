//! Waiting times: the key figures.

use crate::measure::Key;
use crate::text::dates;
use crate::trends::{KeyFigure, Subject, change};

pub fn waiting_figures(subject: &Subject<'_>) -> Vec<KeyFigure> {
    let month = dates::month_short(subject.lang(), subject.last);
    let median = KeyFigure {
        label: subject.words("ui-figure-wait-in", &[("month", month.into())]),
        ..subject.key_figure(Key::WaitStartedMedian)
    };
    let mut waiting = subject.key_figure(Key::Waiting);
    let since = change(subject.display, Key::Waiting, subject.facts());
    if !since.is_empty() {
        waiting.note = since;
    }
    vec![
        median,
        subject.key_figure(Key::WithinTargetStarted),
        waiting,
        subject.key_figure(Key::ClearanceTime),
    ]
}
