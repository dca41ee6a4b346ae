//! The committee's document in every form: one number is one number, and nobody's words are code.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop, and says what it skipped"
)]

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use calamine::{DataType as _, Reader as _};
use sagstakt::domain::{Day, HalfYear, Progress, Snapshot};
use sagstakt::export::Form;
use sagstakt::report::{Author, Document, Request, half_year_document};
use sagstakt::text::Display;
use serde_json::Value;

mod support;

const HOSTILE: &str = "#[*x*] $y$ @b = 1 <script>alert(1)</script> & \"q\" =1+1 \\u{1} [1. måned]";

fn document(snapshot: &Snapshot) -> Document {
    let units = snapshot.units().map(|it| (it.id, HOSTILE.to_owned())).collect();
    let author = Author {
        committee: HOSTILE.to_owned(),
        case_number: "=cmd|' /C calc'!A0".to_owned(),
        assessments: units,
        ..Author::default()
    };
    half_year_document(Request {
        snapshot,
        half: HalfYear::parse("2025H2").unwrap(),
        display: Display::default(),
        author: &author,
        today: Day::new(2026, 3, 2).unwrap(),
    })
}

fn sample() -> Option<Document> {
    Some(document(&support::load(&support::shared("data/sample")?)))
}

fn bytes(document: &Document, form: Form) -> Vec<u8> {
    form.write(document, &Progress::default()).unwrap()
}

fn unpacked(zip: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip.to_vec())).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Every number of the tables of figures, as printed.
fn printed(document: &Document) -> Vec<(String, f64)> {
    let cells = document.tables().flat_map(|it| it.rows.iter().flatten());
    cells.filter_map(|it| Some((it.text.clone(), it.number?.as_f64()))).collect()
}

#[test]
fn the_numbers_of_every_form_are_those_of_the_page() {
    let Some(document) = sample() else { return };
    let numbers = printed(&document);
    assert!(100 < numbers.len(), "{}", numbers.len());
    // The truth of the sample: FTI's median wait, its share within target, and BFA's caseload.
    for shown in ["9,6", "21,1 %", "27,3"] {
        assert!(numbers.iter().any(|it| it.0 == shown), "{shown}");
    }
    let docx = unpacked(&bytes(&document, Form::Docx), "word/document.xml");
    let html = String::from_utf8(bytes(&document, Form::Html)).unwrap();
    for (shown, _) in &numbers {
        assert!(docx.contains(&format!(">{shown}</w:t>")), "DOCX lacks {shown}");
        assert!(html.contains(&format!(">{shown}</td>")), "HTML lacks {shown}");
    }
    let json: Value = serde_json::from_slice(&bytes(&document, Form::Json)).unwrap();
    let json = json_numbers(&json);
    let csv = bytes(&document, Form::Csv);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(csv.strip_prefix("\u{feff}".as_bytes()).unwrap());
    let csv: Vec<(String, f64)> = reader
        .records()
        .map(|it| it.unwrap())
        .filter(|it| !it[4].is_empty())
        .map(|it| (it[3].to_owned(), it[4].replace(',', ".").parse().unwrap()))
        .collect();
    assert_eq!(json, numbers);
    assert_eq!(csv, numbers);
}

fn json_numbers(value: &Value) -> Vec<(String, f64)> {
    match value {
        Value::Array(all) => all.iter().flat_map(json_numbers).collect(),
        Value::Object(it) => match (it.get("shown"), it.get("number")) {
            (Some(shown), Some(number)) => {
                vec![(shown.as_str().unwrap().to_owned(), number.as_f64().unwrap())]
            }
            _ => it.values().flat_map(json_numbers).collect(),
        },
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}

#[test]
fn a_workbook_holds_real_numbers_charts_and_definitions_and_no_formula() {
    let Some(document) = sample() else { return };
    let file = bytes(&document, Form::Xlsx);
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file.clone())).unwrap();
    let mut found = BTreeSet::new();
    for name in book.sheet_names() {
        assert_eq!(book.worksheet_formula(&name).unwrap().used_cells().count(), 0, "{name}");
        for row in book.worksheet_range(&name).unwrap().rows() {
            let numbers = row.iter().filter(|it| it.is_float() || it.is_int());
            found.extend(numbers.filter_map(|it| Some(format!("{:.4}", it.as_f64()?))));
        }
    }
    for table in document.tables() {
        for cell in table.rows.iter().flatten() {
            let Some(digits) = cell.number else { continue };
            let scale = if cell.text.ends_with('%') { 100.0 } else { 1.0 };
            let wanted = format!("{:.4}", digits.as_f64() / scale);
            assert!(found.contains(&wanted), "{} of {}", cell.text, table.name);
        }
    }
    assert!(book.sheet_names().contains(&"Definitioner".to_owned()), "{:?}", book.sheet_names());
    assert!(
        unpacked(&file, "xl/charts/chart8.xml").contains("<c:lineChart>")
            || unpacked(&file, "xl/charts/chart8.xml").contains("<c:barChart>")
    );
}

#[test]
fn hostile_words_stay_words_in_every_form() {
    let Some(document) = sample() else { return };
    let html = String::from_utf8(bytes(&document, Form::Html)).unwrap();
    assert!(!html.contains("<script"), "a script in the HTML");
    assert!(html.contains("&lt;script&gt;alert(1)"));
    let docx = unpacked(&bytes(&document, Form::Docx), "word/document.xml");
    assert!(docx.contains("#[*x*] $y$ @b = 1 &lt;script&gt;"), "the words as typed");
    let mut reader = quick_xml::Reader::from_str(&docx);
    while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
}

#[test]
fn the_same_document_gives_the_same_bytes_and_its_words_are_text_in_the_pdf() {
    let Some(document) = sample() else { return };
    let pdf = bytes(&document, Form::Pdf);
    assert_eq!(pdf, bytes(&document, Form::Pdf));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("o.pdf");
    std::fs::write(&path, &pdf).unwrap();
    let Ok(output) =
        std::process::Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output()
    else {
        println!("skipped: pdftotext is not there");
        return;
    };
    let text = String::from_utf8(output.stdout).unwrap();
    let words: BTreeSet<&str> = text.split_whitespace().collect();
    for (shown, _) in printed(&document) {
        let number = shown.trim_end_matches(" %");
        assert!(words.contains(number), "the PDF lacks {shown}");
    }
    assert!(text.contains("#[*x*] $y$ @b = 1 <script>alert(1)</script>"), "the words as typed");
    assert!(text.contains("Børne- og familieafdelingen"));
}
