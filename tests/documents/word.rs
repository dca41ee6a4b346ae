//! What a reader of the Word file sees: headings that look like headings, tables in one piece, numbers on one line.

use std::collections::BTreeSet;

use sagstakt::export::Form;
use sagstakt::report::prints::Profile;
use sagstakt::report::{Align, Order};

use super::forms::unpacked;
use super::{bytes, document, sample, support};

/// The values of an attribute, in order.
fn values<'a>(xml: &'a str, attribute: &str) -> Vec<&'a str> {
    let pieces = xml.split(attribute).skip(1);
    pieces.filter_map(|it| it.strip_prefix("=\"")?.split('"').next()).collect()
}

#[test]
fn every_style_that_is_used_is_there() {
    let snapshot = support::sample();
    for order in Order::ALL {
        let file = bytes(&document(&snapshot, Profile::Internal, order), Form::Docx);
        let text = unpacked(&file, "word/document.xml");
        let used: BTreeSet<&str> = values(&text, "<w:pStyle w:val").into_iter().collect();
        let styles = unpacked(&file, "word/styles.xml");
        let there: BTreeSet<&str> = values(&styles, "w:styleId").into_iter().collect();
        let missing: Vec<_> = used.difference(&there).collect();
        assert!(missing.is_empty(), "{order:?}: {missing:?}");
        assert!(used.contains("Heading2"), "{order:?}");
    }
}

#[test]
fn a_short_table_stays_on_one_page() {
    let document = sample(Profile::Internal);
    let text = unpacked(&bytes(&document, Form::Docx), "word/document.xml");
    let tables: Vec<&str> = text.split("<w:tbl>").skip(1).collect();
    assert!(5 < tables.len(), "{}", tables.len());
    for table in tables {
        let table = table.split("</w:tbl>").next().unwrap();
        let rows: Vec<&str> = table.split("<w:tr>").skip(1).collect();
        let (last, others) = rows.split_last().unwrap();
        assert!(rows.iter().all(|it| it.contains("<w:cantSplit/>")));
        for row in others {
            assert_eq!(row.matches("<w:p>").count(), row.matches("<w:keepNext/>").count());
        }
        assert!(!last.contains("<w:keepNext/>"));
    }
}

/// A digit of Noto Sans is 1171 of 2048 of the letters' height, which is nine points in a table of figures; Word keeps
/// 85 twentieths of a point free on both sides.
#[test]
fn a_number_fits_into_its_column() {
    let document = sample(Profile::Internal);
    let text = unpacked(&bytes(&document, Form::Docx), "word/document.xml");
    let mut checked = 0;
    for table in document.tables() {
        let caption = format!("<w:tblCaption w:val=\"{}\"/>", table.caption);
        let Some((_, grid)) = text.split_once(&caption) else { continue };
        let widths = values(grid.split("</w:tblGrid>").next().unwrap(), "<w:gridCol w:w");
        for (place, column) in table.columns.iter().enumerate() {
            if column.align == Align::Left {
                continue;
            }
            let width: f64 = widths[place].parse().unwrap();
            for row in &table.rows {
                let digits = row[place].text.chars().filter(char::is_ascii_digit).count() as f64;
                let least = digits * 1171.0 / 2048.0 * 9.0 * 20.0 + 170.0;
                assert!(least <= width, "{}: {}", table.caption, row[place].text);
                checked += 1;
            }
        }
    }
    assert!(100 < checked, "{checked}");
}
