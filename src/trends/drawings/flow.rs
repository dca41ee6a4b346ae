//! What comes and what goes month by month, stacked from zero, and the difference as a line.

use super::about::{About, Choices, Offer, own};
use crate::chart::{At, Chart, Point, PointRole, Series, kinds};
use crate::domain::{Month, Period};
use crate::measure::{Family, Figure, Key, Reason, UnitMeasure};
use crate::text::{Arg, Digits, Style, dates, figures, number, tr};
use crate::trends::figure::label;
use crate::trends::points::{point, whole_point};
use crate::trends::subject::Subject;
use crate::trends::surroundings::{blank, marks};

pub const FLOW: About = About {
    name: "flow",
    choices: Choices::FigureAndMonth,
    is_internal: false,
    offer: Offer::Under { caseload: Some(4), waiting: Some(2) },
    draw: |subject, key, first| Some(own(subject, chart(subject, key, first)?)),
};

/// What comes, and what goes in one or two ways.
struct Stream {
    comes: Key,
    goes: &'static [Key],
    words: &'static str,
}

const CASES: Stream =
    Stream { comes: Key::Opened, goes: &[Key::Closed], words: "trends-flow-cases" };
const LIST: Stream = Stream {
    comes: Key::Approved,
    goes: &[Key::Started, Key::Withdrawn],
    words: "trends-flow-list",
};

/// Of the waiting list for its figures, else of the cases; `None` where nothing is known of either side.
fn chart(subject: &Subject<'_>, key: Key, first: Month) -> Option<Chart> {
    let stream = if key.spec().family == Family::Waiting { LIST } else { CASES };
    let keys: Vec<Key> = [stream.comes].into_iter().chain(stream.goes.iter().copied()).collect();
    let first = first_known(&subject.measure, &keys, first, subject.last)?;
    let mut series: Vec<Series> = Vec::new();
    for (place, key) in keys.iter().enumerate() {
        let points = first.through(subject.last).map(|month| {
            let figure = figure(&subject.measure, *key, month);
            point(subject, *key, At::Month(month), &figure)
        });
        series.push(Series {
            name: figures::label(subject.lang(), *key),
            unit: String::new(),
            color: subject.color + usize::from(1 < place),
            points: points.collect(),
        });
    }
    let net = net(subject, &stream, first);
    let title = title(subject, &stream, &net);
    series.push(Series {
        name: tr(subject.lang(), "trends-net"),
        unit: String::new(),
        color: subject.color + 2,
        points: net,
    });
    Some(Chart {
        title,
        subtitle: format!("{} · {}", tr(subject.lang(), stream.words), subject.name()),
        series,
        marks: marks(subject),
        ..blank(subject, kinds::FLOW, first)
    })
}

fn figure(measure: &UnitMeasure<'_>, key: Key, month: Month) -> Figure {
    let figure = measure.figure(key, Period::Month(month));
    figure.unwrap_or_else(|| Figure::missing(Reason::NotReported))
}

fn first_known(
    measure: &UnitMeasure<'_>,
    keys: &[Key],
    first: Month,
    last: Month,
) -> Option<Month> {
    let is_known = |month: Month, key: &Key| figure(measure, *key, month).is_complete();
    first.through(last).find(|month| keys.iter().any(|key| is_known(*month, key)))
}

fn whole(measure: &UnitMeasure<'_>, key: Key, month: Month) -> Option<i64> {
    let figure = figure(measure, key, month);
    let value = figure.value.filter(|it| figure.is_complete() && it.is_whole())?;
    i64::try_from(value.numerator()).ok()
}

/// What came less what went, where both are known; a basis of "14 - 12 - 1".
fn net(subject: &Subject<'_>, stream: &Stream, first: Month) -> Vec<Point> {
    let lang = subject.lang();
    let of_month = |month: Month| {
        let at = At::Month(month);
        let comes = whole(&subject.measure, stream.comes, month);
        let goes: Option<Vec<i64>> =
            stream.goes.iter().map(|key| whole(&subject.measure, *key, month)).collect();
        let Some((comes, goes)) = comes.zip(goes) else {
            let role = PointRole::Plain;
            let shown = figures::NOT_COMPUTABLE.to_owned();
            let basis = tr(lang, "trends-net-unknown");
            return Point { at, value: None, shown, basis, role };
        };
        let words = [comes].into_iter().chain(goes.iter().copied());
        let words: Vec<String> = words.map(|it| number::whole(lang, it)).collect();
        let net = goes.iter().fold(comes, |net, gone| net.saturating_sub(*gone));
        let mut point = whole_point(subject, at, net, words.join(" - "));
        point.shown = Digits::whole(net).styled(Style::Signed).text(lang);
        point
    };
    first.through(subject.last).map(of_month).collect()
}

/// "De seneste 12 måneder: 41 flere ind end ud".
fn title(subject: &Subject<'_>, stream: &Stream, net: &[Point]) -> String {
    const MONTHS: usize = 12;
    let newest: Vec<&Point> = net.iter().rev().take(MONTHS).collect();
    let month =
        |newest: Option<&&Point>| newest.and_then(|it| it.at.month()).unwrap_or(subject.last);
    let span = dates::span(subject.lang(), month(newest.last()), month(newest.first()));
    let values: Option<Vec<f64>> = newest.iter().map(|it| it.value).collect();
    let Some(values) = values else {
        let figure = label(subject.lang(), stream.comes);
        return subject
            .words("trends-flow-gaps", &[("figure", figure.into()), ("span", span.into())]);
    };
    #[expect(clippy::cast_possible_truncation, reason = "whole numbers of people")]
    let sum = values.iter().sum::<f64>().round() as i64;
    let words = match sum {
        0 => "trends-flow-even",
        1.. => "trends-flow-more",
        _ => "trends-flow-fewer",
    };
    let count = number::whole(subject.lang(), sum.saturating_abs());
    let args: [(&str, Arg<'_>); 3] =
        [("n", sum.saturating_abs().into()), ("shown", count.into()), ("span", span.into())];
    subject.words(words, &args)
}
