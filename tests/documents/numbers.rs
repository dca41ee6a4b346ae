//! Every form is read back, and its numbers are those of the page; the page's are those of the truth.

use std::collections::BTreeMap;

use sagstakt::chart::kinds;
use sagstakt::export::Form;
use sagstakt::measure::Key;
use sagstakt::report::prints::Profile;
use sagstakt::report::{Block, Cell, Document};
use sagstakt::text::{Lang, figures};
use serde_json::Value;

use super::forms::{
    csv_numbers, docx_cells, html_cells, json_numbers, pdf_text, unpacked, workbook_numbers,
};
use super::{PROFILES, bytes, sample, support};

/// A printed Danish number, read without the program's own reader.
pub fn danish(text: &str) -> Option<f64> {
    let (number, scale) = text.strip_suffix(" %").map_or((text, 1.0), |it| (it, 100.0));
    let digits = number.trim_start_matches(['+', '-']);
    let signs = number.len() - digits.len();
    let fits = signs < 2
        && digits.starts_with(|it: char| it.is_ascii_digit())
        && digits.chars().all(|it| it.is_ascii_digit() || it == '.' || it == ',');
    let plain = number.trim_start_matches('+').replace('.', "").replace(',', ".");
    fits.then(|| plain.parse::<f64>().unwrap() / scale)
}

fn figures_of(document: &Document) -> impl Iterator<Item = &Cell> {
    document.tables().flat_map(|it| it.rows.iter().flatten()).filter(|it| it.number.is_some())
}

pub fn counted<T: Ord>(all: impl IntoIterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for it in all {
        *counts.entry(it).or_insert(0) += 1;
    }
    counts
}

#[track_caller]
fn check(profile: Profile) {
    let document = sample(profile);
    let printed: Vec<String> = figures_of(&document).map(|it| it.text.clone()).collect();
    assert!(100 < printed.len(), "{}", printed.len());
    let expected = counted(printed.clone());
    let own = |cells: Vec<String>| counted(cells.into_iter().filter(|it| danish(it).is_some()));
    assert_eq!(own(docx_cells(&bytes(&document, Form::Docx))), expected, "DOCX");
    assert_eq!(own(html_cells(&bytes(&document, Form::Html))), expected, "HTML");

    let numbers: Vec<(String, f64)> = figures_of(&document)
        .map(|it| {
            let scale = if it.text.ends_with('%') { 100.0 } else { 1.0 };
            // In files a percentage is the number before its sign.
            (it.text.clone(), (danish(&it.text).unwrap() * scale * 1e6).round() / 1e6)
        })
        .collect();
    let json: Value = serde_json::from_slice(&bytes(&document, Form::Json)).unwrap();
    assert_eq!(json_numbers(&json), numbers, "JSON");
    assert_eq!(csv_numbers(&bytes(&document, Form::Csv)), numbers, "CSV");

    let rounded = |it: f64| format!("{it:.6}");
    let workbook =
        counted(workbook_numbers(&bytes(&document, Form::Xlsx)).into_iter().map(rounded));
    let cells = counted(printed.iter().map(|it| rounded(danish(it).unwrap())));
    assert_eq!(workbook, cells, "XLSX");

    if let Some(text) = pdf_text(&bytes(&document, Form::Pdf)) {
        // A mark may lie close to its number: "0 f" on the page can come out as "0f".
        let words = counted(text.split_whitespace().map(|it| it.trim_end_matches(['f', 'r'])));
        for (shown, count) in counted(printed.iter().map(|it| it.trim_end_matches(" %"))) {
            let found = words.get(shown).copied().unwrap_or(0);
            assert!(count <= found, "the PDF has {shown} {found} times, not {count}");
        }
    }
}

#[test]
fn the_numbers_of_every_form_are_those_of_the_page_for_the_department() {
    check(Profile::Internal);
}

#[test]
fn the_numbers_of_every_form_are_those_of_the_page_for_the_committee() {
    check(Profile::Committee);
}

/// The sample's expected overview, figure by figure.
#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn the_tables_print_what_the_truth_shows() {
    let document = sample(Profile::Internal);
    let truth = support::shared("data/truth/overview-2025H2.json");
    let truth: Value = serde_json::from_slice(&std::fs::read(truth).unwrap()).unwrap();
    let mut compared = 0;
    for unit in truth.as_array().unwrap().iter().filter(|it| it["unit"] != "*") {
        let table = document.tables().find(|it| it.name == unit["unit"].as_str().unwrap()).unwrap();
        for (name, figure) in unit["figures"].as_object().unwrap() {
            let Some(key) = Key::from_name(name) else { continue };
            let label = figures::label(Lang::Da, key);
            let mut rows = table.rows.iter();
            // "Sagsantal ultimo, familier": the label, and at most one word more.
            let row = rows.find(|it| {
                let rest = it[0].text.strip_prefix(&label);
                rest.is_some_and(|it| {
                    it.is_empty() || it.starts_with(", ") && it.matches(' ').count() == 1
                })
            });
            let Some(row) = row else { continue };
            if let Some(shown) = figure["shown"].as_str() {
                assert_eq!(row[1].text, shown, "{} {name}", unit["unit"]);
                compared += 1;
            }
        }
    }
    println!("{compared} printed figures equal the truth");
    assert!(30 < compared);
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn what_a_committee_may_not_see_is_in_no_form() {
    let document = sample(Profile::Committee);
    let cells = || document.tables().flat_map(|it| it.rows.iter().flatten());
    assert!(cells().any(|it| it.text == "<5"), "the sample has small counts");
    // Withdrawals of FTI in 2025H2 are below the threshold in the shared tables.
    let truth = support::shared("data/truth/committee/committee-2025H2.json");
    let truth: Value = serde_json::from_slice(&std::fs::read(truth).unwrap()).unwrap();
    let (mut hidden, mut shown) = (0, 0);
    for (unit, figures) in truth["figures"].as_object().unwrap() {
        let table = document.tables().find(|it| it.name == *unit).unwrap();
        for (name, figure) in figures.as_object().unwrap() {
            let Some(key) = Key::from_name(name) else { continue };
            let label = figures::label(Lang::Da, key);
            let Some(row) = table.rows.iter().find(|it| {
                it[0].text.split(", ").next() == Some(&label) && it[0].text.len() < label.len() + 12
            }) else {
                continue;
            };
            if figure["state"] == "suppressed"
                && figure["reason"] != "secondary"
                && figure["reason"] != "total_hidden"
            {
                assert!(row[1].number.is_none(), "{unit} {name}: {}", row[1].text);
                hidden += 1;
            } else {
                shown += 1;
            }
        }
    }
    println!("{hidden} hidden, {shown} others");
    assert!(0 < hidden && hidden < shown);
}

#[test]
fn a_workbook_has_a_native_chart_for_every_chart_and_definitions() {
    for profile in PROFILES {
        let document = sample(profile);
        let file = bytes(&document, Form::Xlsx);
        assert_eq!(document.charts().count(), 8);
        for (place, chart) in document.charts().enumerate() {
            let xml = unpacked(&file, &format!("xl/charts/chart{}.xml", place + 1));
            assert!(
                xml.contains("<c:lineChart>") || xml.contains("<c:barChart>"),
                "{}",
                chart.alternative
            );
        }
        assert!(unpacked(&file, "xl/workbook.xml").contains("name=\"Definitioner\""));
    }
}

/// The small tables of the page hold what the charts draw, each number under its month or half-year.
#[test]
fn the_numbers_behind_the_charts_are_those_that_are_drawn() {
    let document = sample(Profile::Internal);
    let tables = document
        .blocks
        .iter()
        .find_map(|it| if let Block::NumbersOfCharts(tables) = it { Some(tables) } else { None });
    let tables = tables.unwrap();
    let drawn = document.charts().flat_map(|it| it.numbers.rows.iter().map(|it| &it[1]));
    let drawn = counted(drawn.filter(|it| it.number.is_some()).map(|it| it.text.as_str()));
    let cells = tables.iter().flat_map(|it| &it.rows).flat_map(|it| it.iter().skip(1));
    let printed = counted(cells.filter(|it| it.number.is_some()).map(|it| it.text.as_str()));
    assert_eq!(printed, drawn);

    let months = document.charts().find(|it| it.chart.kind == kinds::LINE).unwrap();
    let by_month = tables.iter().find(|it| it.columns.len() == 13).unwrap();
    let mut found = 0;
    for point in &months.chart.series[0].points {
        let (year, month) = point
            .at
            .key()
            .split_once('-')
            .map(|it| (it.0.to_owned(), it.1.parse::<usize>().unwrap()))
            .unwrap();
        let row = by_month.rows.iter().find(|it| it[0].text == year).unwrap();
        assert_eq!(row[month].text, point.shown, "{year}-{month}");
        found += 1;
    }
    assert_eq!(found, 36);
    let halves = document.charts().filter(|it| it.chart.kind == kinds::HALF_YEARS);
    let newest: Vec<&str> =
        halves.map(|it| it.numbers.rows.last().unwrap()[1].text.as_str()).collect();
    let last = tables.iter().filter(|it| it.columns.len() == 9).flat_map(|it| &it.rows);
    assert_eq!(last.map(|it| it[8].text.as_str()).collect::<Vec<_>>(), newest);
}

/// A name, its figures and their marks stand beside each other on the page.
#[test]
fn a_row_of_figures_stands_on_one_line() {
    let document = sample(Profile::Internal);
    let Some(text) = pdf_text(&bytes(&document, Form::Pdf)) else { return };
    let table = document.tables().find(|it| it.name == "BFA").unwrap();
    for row in &table.rows {
        let is_row = |line: &&str| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let holds = |it: &Cell| {
                let number = it.text.trim_end_matches(" %");
                words.iter().any(|it| it.trim_end_matches(['f', 'r']) == number)
            };
            line.trim_start().starts_with(&row[0].text)
                && row[1..4].iter().filter(|it| it.number.is_some()).all(holds)
        };
        assert!(text.lines().any(|it| is_row(&it)), "{}", row[0].text);
    }
}
