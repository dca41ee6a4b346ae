//! Typesetting a document, and its pages as a PDF file.

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::world::DocumentWorld;
use crate::domain::Ymd;
use crate::export::error::DocumentError;
use crate::report::Document;

/// Results of typesetting that are kept for the next document; older ones are let go, so that memory stays flat.
const KEPT: usize = 2;

/// The bytes of the file. The same document gives the same bytes.
pub fn document_pdf(document: &Document) -> Result<Vec<u8>, DocumentError> {
    let pages = typeset(document)?;
    let options = PdfOptions {
        standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|it| DocumentError::Typesetting(it.message().to_string()))?,
        timestamp: day(document).map(Timestamp::new_utc),
        creator: Smart::Custom(Some(crate::text::tr(document.lang, "app-name"))),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(|it| refused(&it))
}

/// Lays the document out on pages.
pub fn typeset(document: &Document) -> Result<PagedDocument, DocumentError> {
    let world = DocumentWorld::new(document)?;
    let compiled = typst::compile::<PagedDocument>(&world);
    typst::comemo::evict(KEPT);
    compiled.output.map_err(|it| refused(&it))
}

fn refused(problems: &[SourceDiagnostic]) -> DocumentError {
    let words: Vec<&str> = problems.iter().map(|it| it.message.as_str()).collect();
    DocumentError::Typesetting(words.join("; "))
}

fn day(document: &Document) -> Option<Datetime> {
    let Ymd { year, month, day } = document.meta.date.ymd();
    Datetime::from_ymd_hms(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?, 12, 0, 0)
}
