//! Charts for tests.

use super::*;

pub fn month(text: &str) -> Month {
    Month::parse_iso(text).unwrap()
}

/// A line from a month on; `None` is a missing month.
pub fn line(first: &str, values: &[Option<f64>]) -> Chart {
    let first = month(first);
    let points: Vec<Point> = values
        .iter()
        .zip(0..)
        .map(|(value, it)| Point {
            month: first.plus(it),
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
        kind: ChartKind::Line,
        first,
        last: first.plus(i32::try_from(values.len()).unwrap() - 1),
        decimals: 1,
        series: vec![Series { name: "Tal".to_owned(), unit: String::new(), color: 0, points }],
        bands: Vec::new(),
        marks: Vec::new(),
        median: None,
    }
}

/// Seven points a letter: near enough, and can be added up by hand.
pub fn seven_a_letter(text: &str, _: Lettering) -> f32 {
    7.0 * text.chars().count() as f32
}
