//! Cases per caseworker: the key figures.

use crate::domain::{Period, TargetMetric};
use crate::measure::{Figure, Key, Limits, Months, Reason};
use crate::text::{Arg, dates, figures, targets, tr};
use crate::trends::{KeyFigure, Subject, shown};

pub fn caseload_figures(subject: &Subject<'_>) -> Vec<KeyFigure> {
    vec![
        in_newest_month(subject, Key::Caseload),
        half_year_mean(subject),
        subject.key_figure(Key::AboveNormShare),
        posts_short(subject),
    ]
}

/// A figure under its name with the month it is of.
pub fn in_newest_month(subject: &Subject<'_>, key: Key) -> KeyFigure {
    let month = dates::month_short(subject.lang(), subject.last);
    let label = figures::in_month(subject.lang(), key, &month);
    KeyFigure { label, ..subject.key_figure(key) }
}

fn half_year_mean(subject: &Subject<'_>) -> KeyFigure {
    let key = Key::CaseloadHalfYear;
    let at = |half| {
        let figure = subject.measure.figure(key, Period::HalfYear(half));
        figure.unwrap_or_else(|| Figure::missing(Reason::NotReported))
    };
    let now = at(subject.half_year);
    let earlier_half = subject.half_year.plus(-2);
    let earlier = at(earlier_half);
    let months = now.months.unwrap_or(Months { used: 0, expected: 6 });
    let args: [(&str, Arg<'_>); 3] = [
        ("months", figures::months(subject.lang(), months).into()),
        ("half", dates::half_year(subject.lang(), earlier_half).into()),
        ("value", shown(subject.display, key, &earlier).into()),
    ];
    KeyFigure {
        note: subject.words("ui-half-year-note", &args),
        ..KeyFigure::of(subject.display, key, &now)
    }
}

fn posts_short(subject: &Subject<'_>) -> KeyFigure {
    let day = subject.last.last_day();
    let target = subject.target(TargetMetric::Caseload, day);
    let upper = target.and_then(|it| Limits::of(it).upper);
    let upper = upper.map(|it| targets::limit(subject.lang(), it));
    let figure = subject.key_figure(Key::PostsShort);
    if !figure.note.is_empty() {
        return figure;
    }
    KeyFigure {
        note: upper.map_or_else(
            || tr(subject.lang(), "ui-no-norm"),
            |it| subject.words("ui-posts-note", &[("upper", it.into())]),
        ),
        ..figure
    }
}
