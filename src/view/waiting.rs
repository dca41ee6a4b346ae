//! Waiting times: the key figures.

use crate::measure::Key;
use crate::text::{dates, figures};
use crate::trends::{KeyFigure, Subject, change};

pub fn waiting_figures(subject: &Subject<'_>) -> Vec<KeyFigure> {
    let month = dates::month_short(subject.lang(), subject.last);
    let median = KeyFigure {
        label: figures::in_month(subject.lang(), Key::WaitStartedMedian, &month),
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
