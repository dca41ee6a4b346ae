//! Single caseworkers, for internal eyes: the spread over them in a month, and month by month.

use super::about::{About, Choices, Offer, Origin};
use crate::chart::{At, Chart, ChartKind, Point, PointRole, Series, kinds};
use crate::domain::{CaseworkerId, Month};
use crate::measure::{Key, PersonCaseload};
use crate::text::{Arg, collation, dates, tr};
use crate::trends::points::point;
use crate::trends::subject::Subject;
use crate::trends::surroundings::{bands, blank};

pub const STRIP: About = About {
    name: "strip",
    choices: Choices::Nothing,
    is_internal: true,
    offer: Offer::Under { caseload: Some(1), waiting: None },
    draw: |subject, _, _| strip(subject),
};

pub const HEAT: About = About {
    name: "heat",
    choices: Choices::Month,
    offer: Offer::Under { caseload: Some(2), waiting: None },
    draw: |subject, _, first| heat(subject, first),
    ..STRIP
};

/// Most months of a heat map: two years and what is left of a half-year.
const MONTHS: i32 = 36;
/// Months that count for a lasting load, and how many of them make one.
const LATELY: i32 = 6;
const OFTEN: usize = 3;

/// A dot a caseworker in the subject's last month; `None` without caseworkers.
fn strip(subject: &Subject<'_>) -> Option<(Chart, Origin)> {
    let caseloads = subject.measure.caseloads_of_people(subject.last);
    let people = named(subject, &caseloads);
    let points: Vec<Point> = people
        .iter()
        .map(|(name, person)| drawn(subject, At::Person(name.clone()), person))
        .collect();
    points.iter().find(|it| it.value.is_some())?;
    let month = dates::month(subject.lang(), subject.last);
    let chart = Chart {
        title: strip_title(subject),
        subtitle: subject.words("trends-strip", &[("month", month.into())]),
        series: vec![series(
            subject,
            crate::text::figures::short(subject.lang(), Key::Caseload),
            points,
        )],
        ..empty(subject, kinds::STRIP, subject.last)
    };
    let ids = people.iter().map(|it| it.1.caseworker).collect();
    Some((chart, Origin::PointsOfPeople(subject.data.id, ids)))
}

/// A row a caseworker, a cell a month; `None` without caseworkers.
fn heat(subject: &Subject<'_>, first: Month) -> Option<(Chart, Origin)> {
    let first = first.max(subject.last.plus(1 - MONTHS));
    let months: Vec<(Month, Vec<PersonCaseload>)> = first
        .through(subject.last)
        .map(|it| (it, subject.measure.caseloads_of_people(it)))
        .skip_while(|(_, people)| people.iter().all(|it| it.caseload.value.is_none()))
        .collect();
    let first = months.first()?.0;
    let mut rows: Vec<(String, CaseworkerId)> = Vec::new();
    for (_, people) in &months {
        for (name, person) in named(subject, people) {
            let is_known = rows.iter().any(|row| row.1 == person.caseworker);
            if !is_known && person.caseload.value.is_some() {
                rows.push((name, person.caseworker));
            }
        }
    }
    rows.sort_by(|a, b| collation::compare(&a.0, &b.0));
    let row = |(name, id): &(String, CaseworkerId)| {
        let points = months.iter().filter_map(|(month, people)| {
            let person = people.iter().find(|it| it.caseworker == *id)?;
            Some(drawn(subject, At::Month(*month), person))
        });
        series(subject, name.clone(), points.collect())
    };
    let chart = Chart {
        title: heat_title(subject, &months),
        subtitle: format!("{} · {}", tr(subject.lang(), "trends-heat"), subject.name()),
        series: rows.iter().map(row).collect(),
        ..empty(subject, kinds::HEAT, first)
    };
    let ids = rows.into_iter().map(|it| it.1).collect();
    Some((chart, Origin::SeriesOfPeople(subject.data.id, ids)))
}

fn empty(subject: &Subject<'_>, kind: &'static ChartKind, first: Month) -> Chart {
    Chart { bands: bands(subject, Key::Caseload, first), ..blank(subject, kind, first) }
}

fn series(subject: &Subject<'_>, name: String, points: Vec<Point>) -> Series {
    Series { name, unit: String::new(), color: subject.color, points }
}

fn drawn(subject: &Subject<'_>, at: At, person: &PersonCaseload) -> Point {
    let role = if person.is_above_norm { PointRole::Compared } else { PointRole::Plain };
    Point { role, ..point(subject, Key::Caseload, at, &person.caseload) }
}

/// By the initials that are shown, in the order of names.
fn named<'a>(
    subject: &Subject<'_>,
    people: &'a [PersonCaseload],
) -> Vec<(String, &'a PersonCaseload)> {
    let name = |person: &PersonCaseload| {
        let identity = subject.data.caseworkers.get(&person.caseworker)?.identity;
        Some(subject.snapshot.identity(identity)?.initials.clone())
    };
    let mut named: Vec<_> = people.iter().map(|it| (name(it).unwrap_or_default(), it)).collect();
    named.sort_by(|a, b| collation::compare(&a.0, &b.0));
    named
}

/// "6 af 17 rådgivere over normen"; without one only what it is.
fn strip_title(subject: &Subject<'_>) -> String {
    let month = dates::month(subject.lang(), subject.last);
    let figure = subject.facts().figure(Key::AboveNormShare);
    let (Some(part), Some(all)) = (figure.numerator, figure.denominator) else {
        return subject.words("trends-strip-title", &[("month", month.into())]);
    };
    let count = |it: crate::measure::Ratio| Arg::from(i64::try_from(it.numerator()).unwrap_or(0));
    let args = [("part", count(part)), ("all", count(all)), ("month", month.into())];
    subject.words("trends-strip-above", &args)
}

/// How many have lately been above the norm more often than now and then.
fn heat_title(subject: &Subject<'_>, months: &[(Month, Vec<PersonCaseload>)]) -> String {
    let has_norm = !bands(subject, Key::Caseload, subject.last).is_empty();
    if !has_norm {
        return tr(subject.lang(), "trends-heat-title");
    }
    let lately = months.iter().filter(|it| subject.last.plus(-LATELY) < it.0);
    let above = lately.flat_map(|it| &it.1).filter(|it| it.is_above_norm);
    let mut ids: Vec<CaseworkerId> = above.map(|it| it.caseworker).collect();
    ids.sort_unstable();
    let often = ids.chunk_by(|a, b| a == b).filter(|it| OFTEN <= it.len()).count();
    let args = [
        ("n", Arg::from(often)),
        ("often", Arg::from(OFTEN)),
        ("months", Arg::from(i64::from(LATELY))),
    ];
    subject.words("trends-heat-above", &args)
}
