//! The Word file around its parts.

use super::{body, parts};
use crate::export::error::DocumentError;
use crate::export::packed::Packed;
use crate::export::picture;
use crate::report::Document;

/// Pixels of a picture for each point: sharp in print.
const SHARPNESS: f32 = 2.5;

/// The bytes of the file. The same document gives the same bytes.
pub fn document_docx(document: &Document) -> Result<Vec<u8>, DocumentError> {
    let pictures = document.charts().map(|it| picture::png(it, picture::ON_PAPER, SHARPNESS));
    let pictures = pictures.collect::<Result<Vec<_>, _>>()?;
    let mut file = Packed::new(document.meta.date);
    file.add("[Content_Types].xml", parts::CONTENT_TYPES.as_bytes())?;
    file.add("_rels/.rels", parts::PACKAGE_RELATIONS.as_bytes())?;
    file.add("docProps/core.xml", parts::core(document).as_bytes())?;
    file.add("docProps/app.xml", parts::application(document).as_bytes())?;
    file.add("word/document.xml", body::document(document).as_bytes())?;
    file.add("word/styles.xml", parts::styles(document.lang).as_bytes())?;
    file.add("word/numbering.xml", parts::NUMBERING.as_bytes())?;
    file.add("word/fontTable.xml", parts::FONTS.as_bytes())?;
    file.add("word/settings.xml", parts::settings(document.lang).as_bytes())?;
    file.add("word/footer1.xml", parts::footer(document).as_bytes())?;
    file.add("word/_rels/document.xml.rels", parts::relations(pictures.len()).as_bytes())?;
    for (place, picture) in pictures.iter().enumerate() {
        file.add_as_it_is(&format!("word/media/chart{}.png", place + 1), picture)?;
    }
    file.finish()
}
