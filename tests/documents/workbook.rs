//! What a reader of the workbook sees: nothing cut, charts from zero in the design's colours, paper in A4.

use std::io::Cursor;

use calamine::{DataType as _, Reader as _};
use sagstakt::export::Form;
use sagstakt::report::prints::Profile;
use sagstakt::report::{Block, Cell};

use super::forms::unpacked;
use super::{bytes, sample};

/// The attribute of an element, as far as it stands in this piece of XML.
fn attribute<'a>(xml: &'a str, name: &str) -> Option<&'a str> {
    xml.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

#[test]
fn long_words_have_rows_that_hold_them() {
    let document = sample(Profile::Internal);
    let sheet = unpacked(&bytes(&document, Form::Xlsx), "xl/worksheets/sheet1.xml");
    let findings = document
        .blocks
        .iter()
        .find_map(|it| if let Block::Findings(items) = it { Some(items.len()) } else { None });
    // The second column holds some 110 letters; every finding of the sample has more.
    let rows = sheet.split("<row ").skip(1);
    let high = rows.filter_map(|it| attribute(&format!(" {it}"), "ht")?.parse::<f32>().ok());
    let two_lines = high.filter(|it| 30.0 <= *it).count();
    assert!(findings.unwrap() <= two_lines, "{two_lines} rows of two lines or more");
}

#[test]
fn charts_begin_at_zero_in_the_colours_of_the_units() {
    let document = sample(Profile::Internal);
    let file = bytes(&document, Form::Xlsx);
    // Series 1, 2, 3 of the palette.
    let colours = ["1D5CA6", "B4500F", "14766A"];
    let mut used = std::collections::BTreeSet::new();
    for (place, it) in document.charts().enumerate() {
        let xml = unpacked(&file, &format!("xl/charts/chart{}.xml", place + 1));
        assert!(xml.contains("<c:min val=\"0\"/>"), "{}", it.chart.title);
        let colour = colours.into_iter().find(|it| xml.contains(&format!("srgbClr val=\"{it}\"")));
        used.insert(colour.unwrap());
    }
    assert_eq!(used.len(), 3);
}

#[test]
fn a_chart_is_drawn_over_numbers_and_gaps_and_never_over_words() {
    let mut document = sample(Profile::Committee);
    let Some(Block::Chart(chart)) =
        document.blocks.iter_mut().find(|it| matches!(it, Block::Chart(_)))
    else {
        panic!("the sample has charts");
    };
    chart.numbers.rows[3][1] = Cell::words("<5");
    let file = bytes(&document, Form::Xlsx);
    let xml = unpacked(&file, "xl/charts/chart1.xml");
    let range = xml.split_once("<c:val>").unwrap().1.split_once("<c:f>").unwrap().1;
    let range = range.split_once("</c:f>").unwrap().0;
    assert_eq!(range, "Diagrammer!$B$4:$B$39", "36 months under two lines and a heading");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).unwrap();
    let sheet = book.worksheet_range("Diagrammer").unwrap();
    for row in 3..39 {
        let drawn = sheet.get_value((row, 1)).unwrap();
        assert_eq!(drawn.is_empty(), row == 6, "row {row}: {drawn:?}");
        assert!(drawn.is_empty() || drawn.is_float() || drawn.is_int(), "row {row}: {drawn:?}");
    }
    assert_eq!(sheet.get_value((6, 2)).unwrap().as_string().as_deref(), Some("<5"));
}

#[test]
fn sheets_are_printed_on_a4_with_their_headings_on_every_page() {
    let document = sample(Profile::Internal);
    let file = bytes(&document, Form::Xlsx);
    let book = unpacked(&file, "xl/workbook.xml");
    let sheets = book.matches("<sheet ").count();
    for place in 1..=sheets {
        let xml = unpacked(&file, &format!("xl/worksheets/sheet{place}.xml"));
        let setup = xml.split_once("<pageSetup").unwrap().1.split('>').next().unwrap().to_owned();
        assert_eq!(attribute(&setup, "paperSize"), Some("9"), "sheet {place}");
        assert_eq!(attribute(&setup, "orientation"), Some("landscape"), "sheet {place}");
        assert!(xml.contains("&amp;P"), "sheet {place} has no numbers of pages");
    }
    let tables = document.blocks.iter().filter(|it| matches!(it, Block::Table(_))).count();
    // Every table and the definitions.
    assert_eq!(book.matches("_xlnm.Print_Titles").count(), tables + 1);
}
