//! The workbook around its sheets.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::names::SheetNames;
use super::words::{self, Sheets};
use super::{charts, grid};
use crate::domain::Ymd;
use crate::export::error::DocumentError;
use crate::report::{Block, Document};

impl From<XlsxError> for DocumentError {
    fn from(error: XlsxError) -> Self {
        if let XlsxError::IoError(error) = error {
            return Self::Unwritable(error);
        }
        Self::Typesetting(error.to_string())
    }
}

/// The bytes of the file. The same document gives the same bytes.
pub fn document_xlsx(document: &Document) -> Result<Vec<u8>, DocumentError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(document)?);
    let mut names = SheetNames::new(document.lang);
    // The first sheet; it is filled when the others have their names.
    book.add_worksheet().set_name(names.own("document-sheet-front"))?;
    let mut tables = Vec::new();
    for (place, block) in document.blocks.iter().enumerate() {
        if let Block::Table(table) = block {
            let note = match document.blocks.get(place + 1) {
                Some(Block::Note(note)) => note,
                _ => "",
            };
            tables.push(grid::sheet(&mut book, document, (table, note), &mut names)?);
        }
    }
    let charts = charts::sheet(&mut book, document, &mut names)?;
    let definitions = words::definitions(&mut book, document, &mut names)?;
    let sheets = Sheets { tables, charts, definitions };
    words::front(book.worksheet_from_index(0)?, document, &sheets)?;
    Ok(book.save_to_buffer()?)
}

fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    let meta = &document.meta;
    let Ymd { year, month, day } = meta.date.ymd();
    let part = |it: u32| u8::try_from(it).unwrap_or(1);
    let made =
        ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1900), part(month), part(day))?;
    Ok(DocProperties::new()
        .set_title(&meta.title)
        .set_subject(&meta.subject)
        .set_author(&meta.author)
        .set_company(&meta.author)
        .set_keywords(meta.keywords.join(", "))
        .set_creation_datetime(&made))
}
