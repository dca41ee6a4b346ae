//! Waiting times: the key figures.

use crate::measure::Key;
use crate::trends::{KeyFigure, Subject, change};
use crate::view::caseload::in_newest_month;

pub fn waiting_figures(subject: &Subject<'_>) -> Vec<KeyFigure> {
    let mut waiting = subject.key_figure(Key::Waiting);
    let since = change(subject.display, Key::Waiting, subject.facts());
    if !since.is_empty() {
        waiting.note = since;
    }
    vec![
        in_newest_month(subject, Key::WaitStartedMedian),
        subject.key_figure(Key::WithinTargetStarted),
        waiting,
        subject.key_figure(Key::ClearanceTime),
    ]
}
