//! How many waited how long, in week bands: those who started in the half-year, and those who wait.

use super::about::{About, Choices, Offer, own};
use crate::chart::{At, Chart, Point, Series, TargetBand, kinds};
use crate::domain::{BandKind, Period};
use crate::measure::Key;
use crate::measure::suppression::BandCounts;
use crate::text::{Arg, WaitUnit, dates, figures, number};
use crate::trends::points::whole_point;
use crate::trends::subject::Subject;
use crate::trends::surroundings::{bands, blank};

pub const WEEK_BANDS: About = About {
    name: "week-bands",
    choices: Choices::Nothing,
    is_internal: false,
    offer: Offer::Under { caseload: None, waiting: Some(1) },
    draw: |subject, _, _| Some(own(subject, chart(subject)?)),
};

/// `None` where neither is known.
fn chart(subject: &Subject<'_>) -> Option<Chart> {
    let first = subject.half_year.first_month().min(subject.last);
    let last = subject.last;
    let of = |kind| subject.measure.waits_in_bands(kind, first, last);
    let (started, waiting) = (of(BandKind::Started), of(BandKind::Waiting));
    // Bands of two shapes cannot stand beside each other; those who started come first.
    let is_alike = |it: &BandCounts| started.as_ref().is_none_or(|its| its.edges == it.edges);
    let waiting = waiting.filter(is_alike);
    let series: Vec<Series> = [(Key::Started, &started, 0), (Key::Waiting, &waiting, 1)]
        .into_iter()
        .filter_map(|(key, counts, place)| Some(series(subject, key, counts.as_ref()?, place)))
        .collect();
    series.first()?;
    let span = dates::span(subject.lang(), first, last);
    let day = dates::long(subject.lang(), last.last_day());
    let args = [("span", Arg::from(span)), ("day", Arg::from(day))];
    Some(Chart {
        title: title(subject, [&started, &waiting]),
        subtitle: format!("{} · {}", subject.words("trends-bands", &args), subject.name()),
        series,
        bands: targets_in_weeks(subject),
        ..blank(subject, kinds::WEEK_BANDS, first)
    })
}

fn series(subject: &Subject<'_>, key: Key, counts: &BandCounts, place: usize) -> Series {
    let all: i64 = counts.counts.iter().sum();
    let point = |((from, to), count): (&(u32, Option<u32>), &i64)| -> Point {
        let at = At::Weeks { from: *from, to: *to };
        let args = [("all", number::whole(subject.lang(), all).into())];
        whole_point(subject, at, *count, subject.words("trends-of-all", &args))
    };
    Series {
        name: figures::label(subject.lang(), key),
        unit: String::new(),
        color: subject.color + place,
        points: counts.edges.iter().zip(&counts.counts).map(point).collect(),
    }
}

/// The axis is in weeks, whatever waits are shown in elsewhere.
fn targets_in_weeks(subject: &Subject<'_>) -> Vec<TargetBand> {
    let mut in_weeks = bands(subject, Key::WaitStartedMedian, subject.last);
    let scale = WaitUnit::Weeks.of_days(crate::measure::Ratio::ONE).as_f64()
        / subject.display.wait.of_days(crate::measure::Ratio::ONE).as_f64();
    for band in &mut in_weeks {
        band.upper = band.upper.map(|it| it * scale);
        band.lower = band.lower.map(|it| it * scale);
    }
    in_weeks
}

/// "8 af 12 begyndte inden for målet"; without a target how many there are of both.
fn title(subject: &Subject<'_>, [started, waiting]: [&Option<BandCounts>; 2]) -> String {
    let half = Period::HalfYear(subject.half_year);
    let within = subject.measure.figure(Key::WithinTargetStarted, half);
    let parts = within.and_then(|it| it.numerator.zip(it.denominator));
    if let Some((part, all)) = parts {
        let args: [(&str, Arg<'_>); 3] = [
            ("part", number::rounded(subject.lang(), part).into()),
            ("all", number::rounded(subject.lang(), all).into()),
            ("half", dates::half_year(subject.lang(), subject.half_year).into()),
        ];
        return subject.words("trends-within", &args);
    }
    let all = |counts: &Option<BandCounts>| {
        let sum = counts.as_ref().map(|it| it.counts.iter().sum());
        sum.map_or_else(|| figures::NOT_REPORTED.to_owned(), |it| number::whole(subject.lang(), it))
    };
    let args: [(&str, Arg<'_>); 2] =
        [("started", all(started).into()), ("waiting", all(waiting).into())];
    subject.words("trends-bands-counts", &args)
}
