//! The file as other programs read it.

use resvg::usvg::roxmltree::Document;

use super::super::samples::{half_years, line};
use super::super::{Heading, Size};
use super::*;

const SHEET: Sheet =
    Sheet { size: Size { width: 640.0, height: 300.0 }, heading: Heading::Painted };

#[test]
fn every_figure_stands_in_the_file_with_its_numbers_also_a_missing_one() {
    let chart = line("2025-01", &[Some(21.5), None, Some(30.0)]);
    let text = svg(&chart, SHEET, Ground::Light);
    let document = Document::parse(&text).unwrap();
    let found: Vec<(&str, Option<&str>, &str)> = document
        .descendants()
        .filter_map(|it| Some((it.attribute("data-at")?, it.attribute("data-value"), it)))
        .map(|(at, value, it)| (at, value, it.attribute("data-shown").unwrap()))
        .collect();
    let expected = [
        ("2025-01", Some("21.5"), "21,5"),
        ("2025-03", Some("30"), "30,0"),
        ("2025-02", None, ".."),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_picture_has_a_name_a_description_and_a_language() {
    let text = svg(&half_years(), SHEET, Ground::Light);
    let document = Document::parse(&text).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(root.attribute("aria-label"), Some("Titel"));
    let child = |name: &str| root.children().find(|it| it.has_tag_name(name));
    assert_eq!(child("title").and_then(|it| it.text()), Some("Titel"));
    assert!(child("desc").and_then(|it| it.text()).unwrap().contains("højest 33,0"));
    assert_eq!(root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")), Some("da"));
}

#[test]
fn what_people_typed_never_breaks_the_file() {
    let mut chart = line("2025-01", &[Some(1.0), Some(2.0)]);
    chart.title = "<b> & \"x\" \u{1} \u{ffff} </svg>".to_owned();
    chart.series[0].name = "a<b&c".to_owned();
    let text = svg(&chart, SHEET, Ground::Dark);
    let document = Document::parse(&text).unwrap();
    let title = document.root_element().attribute("aria-label").unwrap().to_owned();
    assert_eq!(title, "<b> & \"x\" \u{fffd} \u{fffd} </svg>");
}

#[test]
fn lengths_are_short_and_exact_to_a_hundredth() {
    let shown: Vec<String> =
        [0.0, -0.004, 1.5, -2.25, 100.07, f32::NAN].map(|it| Places(it).to_string()).into();
    assert_eq!(shown, ["0", "0", "1.5", "-2.25", "100.07", "0"]);
}
