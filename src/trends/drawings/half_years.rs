//! Half-years as columns, the newest held against the same half of the years before.

use super::about::{About, Choices, Offer, own};
use crate::chart::{At, Chart, Point, PointRole, Series, kinds};
use crate::domain::{HalfYear, Period};
use crate::measure::{Difference, Figure, Key, Kind, Reason};
use crate::text::{Arg, dates, figures};
use crate::trends::figure::{label, shown, shown_value, unit_word};
use crate::trends::points::point;
use crate::trends::subject::Subject;
use crate::trends::surroundings::{bands, blank, measured_over_half};

pub const HALF_YEARS: About = About {
    name: "half-years",
    choices: Choices::Figure,
    is_internal: false,
    offer: Offer::Under { caseload: Some(3), waiting: Some(3) },
    draw: |subject, key, _| Some(own(subject, chart(subject, key)?)),
};

/// Four years, so that each half has its like.
const DRAWN: i32 = 8;

/// A column a half-year up to the subject's; `None` where none has a figure.
fn chart(subject: &Subject<'_>, key: Key) -> Option<Chart> {
    let key = of_half_year(key);
    let half = subject.half_year;
    let points: Vec<Point> = (1 - DRAWN..=0)
        .map(|it| column(subject, key, half.plus(it)))
        .skip_while(|it| it.value.is_none())
        .collect();
    let first = points.first()?.at.month()?.half_year().first_month();
    let series = Series {
        name: label(subject.lang(), key),
        unit: figures::unit_word(subject.display, key),
        color: subject.color,
        points,
    };
    Some(Chart {
        title: title(subject, key),
        subtitle: format!("{} · {}", measured_over_half(subject, key), subject.name()),
        last: half.last_month(),
        series: vec![series],
        bands: bands(subject, key, first),
        ..blank(subject, kinds::HALF_YEARS, first)
    })
}

/// The newest and the same half of the years before stand out.
pub fn role(subject: &Subject<'_>, at: &At) -> PointRole {
    match at {
        At::HalfYear(half) if half.half() == subject.half_year.half() => PointRole::Compared,
        At::HalfYear(_) | At::Month(_) | At::Weeks { .. } | At::Person(_) => PointRole::Plain,
    }
}

/// Over a half-year a caseload is the ratio of sums.
fn of_half_year(key: Key) -> Key {
    if key == Key::Caseload { Key::CaseloadHalfYear } else { key }
}

/// A sum of fewer months than a half-year has is no column beside whole ones; a mean is, with its months.
fn column(subject: &Subject<'_>, key: Key, half: HalfYear) -> Point {
    let figure = figure(subject, key, half);
    let at = At::HalfYear(half);
    let mut point = Point { role: role(subject, &at), ..point(subject, key, at, &figure) };
    if !matches!(key.kind(), Kind::Count | Kind::Errors) {
        point.value = figure.value.map(|it| shown_value(subject.display, key, it));
    }
    point
}

fn figure(subject: &Subject<'_>, key: Key, half: HalfYear) -> Figure {
    let figure = subject.measure.figure(key, Period::HalfYear(half));
    figure.unwrap_or_else(|| Figure::missing(Reason::NotReported))
}

/// "Halvårsgennemsnit: 29,2 i 2. halvår 2026 mod 27,3 et år før".
fn title(subject: &Subject<'_>, key: Key) -> String {
    let half = subject.half_year;
    let earlier = half.plus(-2);
    let told = |half| {
        let figure = figure(subject, key, half);
        let unit = unit_word(subject.display, key, &figure);
        format!("{} {unit}", shown(subject.display, key, &figure)).trim().to_owned()
    };
    let args: [(&str, Arg<'_>); 5] = [
        ("figure", label(subject.lang(), key).into()),
        ("value", told(half).into()),
        ("half", dates::half_year(subject.lang(), half).into()),
        ("old", told(earlier).into()),
        ("since", dates::half_year(subject.lang(), earlier).into()),
    ];
    let reason = difference(subject, key).map(|it| it.reason);
    let words = match reason {
        Some(None | Some(Reason::BaseTooSmall)) => "trends-half-compared",
        Some(Some(Reason::SeriesBreak)) => "trends-half-broken",
        Some(Some(_)) | None => "trends-half",
    };
    subject.words(words, &args)
}

fn difference(subject: &Subject<'_>, key: Key) -> Option<Difference> {
    let period = Period::HalfYear(subject.half_year);
    let of = |period| subject.measure.figures(period);
    let now = of(period);
    let (last_year, before) = (of(period.same_last_year()), of(period.previous()));
    let changes = subject.measure.changes(period, &now, &last_year, &before);
    changes.into_iter().find(|it| it.0 == key).map(|it| it.1.same_last_year)
}
