//! Charts for tests.

use super::*;
use crate::domain::{HalfYear, Month};
use crate::text::Lang;

pub fn month(text: &str) -> Month {
    Month::parse_iso(text).unwrap()
}

/// A line from a month on; `None` is a missing month.
pub fn line(first: &str, values: &[Option<f64>]) -> Chart {
    let first = month(first);
    let points: Vec<Point> = values
        .iter()
        .zip(0..)
        .map(|(value, place)| Point {
            at: At::Month(first.plus(place)),
            value: *value,
            shown: value
                .map_or_else(|| "..".to_owned(), |it| crate::text::number::tick(Lang::Da, it, 1)),
            basis: String::new(),
            role: PointRole::Plain,
        })
        .collect();
    Chart {
        lang: Lang::Da,
        title: "Titel".to_owned(),
        subtitle: "Undertitel".to_owned(),
        source: String::new(),
        kind: kinds::LINE,
        first,
        last: first.plus(i32::try_from(values.len()).unwrap() - 1),
        series: vec![Series { name: "Tal".to_owned(), unit: String::new(), color: 0, points }],
        bands: Vec::new(),
        marks: Vec::new(),
        rules: Vec::new(),
    }
}

/// Six half-years up to the first of 2026, the newest held against the firsts before it.
pub fn half_years() -> Chart {
    let values = [Some(28.5), Some(30.0), None, Some(33.0), Some(31.2), Some(29.4)];
    let first = HalfYear::parse("2023H2").unwrap();
    let mut chart = line("2023-07", &values);
    chart.kind = kinds::HALF_YEARS;
    chart.last = first.plus(5).last_month();
    for (point, place) in chart.series[0].points.iter_mut().zip(0..) {
        let half = first.plus(place);
        point.at = At::HalfYear(half);
        if half.half() == 1 {
            point.role = PointRole::Compared;
        }
    }
    chart
}

/// Seven points a letter: near enough, and can be added up by hand.
pub fn seven_a_letter(text: &str, _: Lettering) -> f32 {
    7.0 * text.chars().count() as f32
}
