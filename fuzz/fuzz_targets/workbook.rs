//! Any bytes as a workbook: the first byte chooses a container, so that the parts inside are reached.
#![no_main]

use std::io::{Cursor, Write as _};

use libfuzzer_sys::fuzz_target;
use sagstakt_fuzz::import::read_bytes;

const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const BOOK: &str =
    r#"<workbook><sheets><sheet name="Ark1" sheetId="1" id="r1"/></sheets></workbook>"#;

fn packed(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).ok()?;
        writer.write_all(bytes).ok()?;
    }
    writer.finish().ok().map(Cursor::into_inner)
}

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let book = match kind % 4 {
        0 => Some(rest.to_vec()),
        1 => packed(&[
            ("xl/workbook.xml", BOOK.as_bytes()),
            ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
            ("xl/worksheets/sheet1.xml", rest),
        ]),
        2 => packed(&[("content.xml", rest)]),
        _ => packed(&[
            ("xl/workbook.xml", BOOK.as_bytes()),
            ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
            ("xl/styles.xml", rest),
            ("xl/sharedStrings.xml", rest),
        ]),
    };
    let Some(book) = book else { return };
    let read = read_bytes(&[("tal.xlsx", &book)]);
    assert!(read.is_ok(), "a file that cannot be read is refused in its verdict");
});
