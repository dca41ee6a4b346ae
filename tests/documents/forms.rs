//! Reads what a reader would read out of each form: the cells of its tables, or its words.

use std::io::{Cursor, Read as _};

use calamine::{DataType as _, Reader as _};
use quick_xml::events::Event;
use serde_json::Value;

/// A file of a zip as text.
pub fn unpacked(zip: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip.to_vec())).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The document's file of this kind in a package.
pub fn of_package(package: &[u8], extension: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package.to_vec())).unwrap();
    let names: Vec<String> = (0..archive.len())
        .map(|it| archive.by_index(it).unwrap().name().unwrap().into_owned())
        .collect();
    let ending = format!(".{extension}");
    let name = names.iter().find(|it| *it != "datapackage.json" && it.ends_with(&ending)).unwrap();
    let mut bytes = Vec::new();
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// The texts of `cell` elements, without what stands in `raised` runs: marks.
fn cells(xml: &str, cell: &str, letters: Option<&str>, raised: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let (mut found, mut text, mut inside, mut up, mut on) =
        (Vec::new(), String::new(), false, false, true);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return found,
            Event::Start(it) if it.name().as_ref() == cell => {
                (inside, up) = (true, false);
                text.clear();
            }
            Event::End(it) if it.name().as_ref() == cell => {
                inside = false;
                found.push(text.trim().to_owned());
            }
            Event::Start(it) | Event::Empty(it) if it.name().as_ref() == raised => up = true,
            Event::End(it) if it.name().as_ref() == raised => up = false,
            Event::End(it) if it.name().as_ref() == "w:r" => up = false,
            Event::Start(it) if letters == Some(it.name().as_ref()) => on = true,
            Event::End(it) if letters == Some(it.name().as_ref()) => on = false,
            Event::Text(it) if inside && !up && on => text.push_str(&it),
            Event::GeneralRef(it) if inside && !up && on => {
                let name: &str = &it;
                text.push_str(&quick_xml::escape::unescape(&format!("&{name};")).unwrap());
            }
            Event::Start(_)
            | Event::End(_)
            | Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

/// Without the first of each row, which names it: a year is no figure.
pub fn docx_cells(file: &[u8]) -> Vec<String> {
    let xml = unpacked(file, "word/document.xml");
    let rows = xml.split("<w:tr>").skip(1).map(|it| it.split("</w:tr>").next().unwrap());
    rows.flat_map(|it| cells(it, "w:tc", Some("w:t"), "w:vertAlign").into_iter().skip(1)).collect()
}

pub fn html_cells(file: &[u8]) -> Vec<String> {
    let text = String::from_utf8(file.to_vec()).unwrap();
    let body = text.split_once("<body>").unwrap().1;
    let inner = body.split("<td").skip(1).map(|it| it.split_once("</td>").unwrap().0);
    let whole = inner.flat_map(|it| ["<td", it, "</td>"]).collect::<String>();
    cells(&whole, "td", None, "sup")
}

pub fn json_numbers(value: &Value) -> Vec<(String, f64)> {
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

pub fn csv_numbers(file: &[u8]) -> Vec<(String, f64)> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(file.strip_prefix("\u{feff}".as_bytes()).unwrap());
    let rows = reader.records().map(|it| it.unwrap()).filter(|it| !it[4].is_empty());
    rows.map(|it| (it[3].to_owned(), it[4].replace(',', ".").parse().unwrap())).collect()
}

/// Every number of a workbook; no sheet may hold a formula.
pub fn workbook_numbers(file: &[u8]) -> Vec<f64> {
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file.to_vec())).unwrap();
    let mut found = Vec::new();
    for name in book.sheet_names() {
        assert_eq!(book.worksheet_formula(&name).unwrap().used_cells().count(), 0, "{name}");
        for row in book.worksheet_range(&name).unwrap().rows() {
            let numbers = row.iter().filter(|it| it.is_float() || it.is_int());
            found.extend(numbers.filter_map(calamine::DataType::as_f64));
        }
    }
    found
}

/// The text of a PDF as it lies on the page; `None` where poppler is not there.
pub fn pdf_text(file: &[u8]) -> Option<String> {
    pdf_in_order(file, "-layout")
}

/// The same in the order it was written: a cell of several lines is one piece.
pub fn pdf_words(file: &[u8]) -> Option<String> {
    pdf_in_order(file, "-raw")
}

fn pdf_in_order(file: &[u8], order: &str) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("o.pdf");
    std::fs::write(&path, file).unwrap();
    let output = std::process::Command::new("pdftotext").arg(order).arg(&path).arg("-").output();
    let Ok(output) = output else {
        println!("skipped: pdftotext is not there");
        return None;
    };
    Some(String::from_utf8(output.stdout).unwrap())
}

/// Every text of a JSON value.
pub fn json_texts(file: &[u8]) -> Vec<String> {
    fn inner(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(it) => found.push(it.clone()),
            Value::Array(all) => all.iter().for_each(|it| inner(it, found)),
            Value::Object(all) => all.values().for_each(|it| inner(it, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut found = Vec::new();
    inner(&serde_json::from_slice(file).unwrap(), &mut found);
    found
}

/// Every field of a CSV file, without the sign that keeps a text from being a formula.
pub fn csv_texts(file: &[u8]) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .from_reader(file.strip_prefix("\u{feff}".as_bytes()).unwrap());
    let rows: Vec<csv::StringRecord> = reader.records().map(|it| it.unwrap()).collect();
    let fields = rows.iter().flat_map(|it| it.iter());
    fields.flat_map(|it| [it.to_owned(), it.trim_start_matches('\'').to_owned()]).collect()
}

/// Every cell with words in a workbook; no sheet may hold a formula.
pub fn workbook_texts(file: &[u8]) -> Vec<String> {
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file.to_vec())).unwrap();
    let mut found = Vec::new();
    for name in book.sheet_names() {
        assert_eq!(book.worksheet_formula(&name).unwrap().used_cells().count(), 0, "{name}");
        let range = book.worksheet_range(&name).unwrap();
        let cells = range.used_cells().filter_map(|it| it.2.as_string());
        found.extend(cells);
    }
    found
}

/// The words of a Word file, in order.
pub fn docx_text(file: &[u8]) -> String {
    let xml = unpacked(file, "word/document.xml");
    cells(&format!("<all>{}</all>", after_declaration(&xml)), "all", Some("w:t"), "none").concat()
}

fn after_declaration(xml: &str) -> &str {
    xml.split_once("?>").unwrap().1
}

/// The words of a page, without its style and its pictures.
pub fn html_text(page: &str) -> String {
    let body = page.split_once("<body>").unwrap().1.split_once("</body>").unwrap().0;
    let mut text = String::new();
    for part in body.split('<') {
        text.push_str(part.split_once('>').map_or(part, |it| it.1));
        text.push(' ');
    }
    quick_xml::escape::unescape(&text).unwrap().into_owned()
}
