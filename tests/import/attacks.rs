//! Workbooks that are broken or mean harm: refused by name, never a panic, and never a failing disk.

use std::io::{Cursor, Write as _};
use std::path::Path;

use sagstakt::book::FileVerdict;
use sagstakt::import::read_bytes;

fn own(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/import").join(name))
        .unwrap()
}

/// What reading came to; a disk that fails cannot be the answer to bytes in memory.
fn verdict(name: &str, bytes: &[u8]) -> FileVerdict {
    let mut draft = read_bytes(&[(name, bytes)]).unwrap();
    draft.files.remove(0).verdict
}

#[track_caller]
fn check(name: &str, bytes: &[u8], reason: &str) {
    let verdict = verdict(name, bytes);
    let found: Vec<&str> = verdict.refused.first.iter().map(|it| it.reason.key()).collect();
    assert_eq!(found, [reason], "{name}");
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn ods(body: &str) -> Vec<u8> {
    let content = format!("<?xml version=\"1.0\"?>{body}");
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

fn table(rows: &str) -> String {
    format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Ark1\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
}

fn xlsx(sheet: &str) -> Vec<u8> {
    packed(&[
        ("xl/workbook.xml", b"<workbook><sheets><sheet name=\"Ark1\" sheetId=\"1\" id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn what_random_bytes_have_found_is_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/import/findings");
    let mut count = 0;
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let verdict = verdict(&name, &std::fs::read(&path).unwrap());
        assert_ne!(verdict.refused.count, 0, "{name}");
        count += 1;
    }
    assert!(1 <= count);
}

#[test]
fn a_password_a_cut_and_another_kind_are_named() {
    check("laast.xlsx", &own("laast.xlsx"), "protected");
    let old = own("gammel.xls");
    check("gammel.xlsx", &old[..old.len() / 2], "damaged");
    check("tal.xlsx", b"PK\x03\x04", "damaged");
    check("tal.ods", &packed(&[("mimetype", b"x")]), "not_a_table");
    check("tal.xlsb", &packed(&[("xl/workbook.bin", b"x")]), "binary_workbook");
    check("tal.xls", b"<html><table><tr><td>1</td></tr></table></html>", "web_page");
    // A workbook of the old kind under a new name is read all the same.
    check("gammel.xlsx", &old, "unit_not_told");
    // The record that says a workbook of the old kind is locked, in place of the one after the first.
    let first = old.windows(4).position(|it| it == [0x09, 0x08, 0x10, 0x00]).unwrap();
    let mut locked = old;
    locked[first + 20..first + 22].copy_from_slice(&[0x2F, 0x00]);
    check("laast.xls", &locked, "protected");
}

#[test]
fn a_damaged_byte_anywhere_is_no_panic_and_no_failing_disk() {
    for name in ["gammel.xls", "laast.xlsx"] {
        let whole = own(name);
        for place in (0..whole.len()).step_by(23) {
            for byte in [0x00, 0xFF] {
                let mut bytes = whole.clone();
                bytes[place] = byte;
                verdict(name, &bytes);
            }
            verdict(name, &whole[..place]);
        }
    }
    let book = xlsx(
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>M\u{e5}ned</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Sager</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>jan 2025</t></is></c><c r=\"B2\"><v>24</v></c></row></sheetData></worksheet>",
    );
    for place in 0..book.len() {
        let mut bytes = book.clone();
        bytes[place] ^= 0x41;
        verdict("tal.xlsx", &bytes);
        verdict("tal.xlsx", &book[..place]);
    }
}

#[test]
fn far_and_endless_cells_are_refused_before_they_take_room() {
    check(
        "langt.ods",
        &ods(&table(
            "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>",
        )),
        "far_cell",
    );
    check(
        "langt.xlsx",
        &xlsx(
            "<worksheet><sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>",
        ),
        "far_cell",
    );
    // Empty cells to the edge of the sheet, as the office writes them, are no cells.
    let rows = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>M\u{e5}ned</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Sager</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row><table:table-row><table:table-cell office:value-type=\"string\"><text:p>jan 2025</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"24\"/></table:table-row><table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let found = verdict("FTI.ods", &ods(&table(rows)));
    let asked: Vec<&str> = found.refused.first.iter().map(|it| it.reason.key()).collect();
    assert_eq!(asked, ["unit_not_told"]);
}

#[test]
fn entities_bombs_and_sizes_that_lie_are_refused() {
    let entities = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    check("tal.ods", &ods(&format!("{entities}{}", table(""))), "entities");
    check("tal.xlsx", &xlsx(&format!("{entities}<worksheet/>")), "entities");
    let zeros = format!("<worksheet><sheetData>{}</sheetData></worksheet>", " ".repeat(8 << 20));
    check("bombe.xlsx", &xlsx(&zeros), "inflates");
    // The same, saying in both headers that it is small.
    let mut lying = xlsx(&zeros);
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    for place in 0..lying.len() - 4 {
        if lying[place..place + 4] == size {
            lying[place..place + 4].copy_from_slice(&4000_u32.to_le_bytes());
        }
    }
    let reasons = verdict("bombe.xlsx", &lying).refused.first;
    assert_eq!(reasons.len(), 1);
    assert!(matches!(reasons[0].reason.key(), "inflates" | "damaged"), "{reasons:?}");
    let many: Vec<(String, &[u8])> =
        (0..2100).map(|it| (format!("x{it}"), [].as_slice())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|it| (it.0.as_str(), it.1)).collect();
    check("mange.xlsx", &packed(&many), "too_many_entries");
}
