//! The forms a document is written in, and the package of them all.

use super::csv_rows::dialect_of;
use super::document_rows::{document_csv, document_json, document_package};
use super::document_text::document_text;
use super::docx::document_docx;
use super::error::DocumentError;
use super::html::document_html;
use super::packed::{DocumentFile, Packed};
use super::pdf::document_pdf;
use super::picture::chart_files;
use super::xlsx::document_xlsx;
use crate::domain::Progress;
use crate::report::Document;
use crate::text::tr;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    Pdf,
    Docx,
    Xlsx,
    Html,
    Text,
    Csv,
    Json,
    /// A zip with all of the others, and each chart as a picture.
    Package,
}

/// The same document gives the same bytes.
type Write = fn(&Document, &Progress) -> Result<Vec<u8>, DocumentError>;

/// What must be known of a form.
struct About {
    extension: &'static str,
    media_type: &'static str,
    write: Write,
}

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl About {
    const fn new(extension: &'static str, media_type: &'static str, write: Write) -> Self {
        Self { extension, media_type, write }
    }
}

impl Form {
    /// Every one but the package.
    pub const SINGLE: [Self; 7] =
        [Self::Pdf, Self::Docx, Self::Xlsx, Self::Html, Self::Text, Self::Csv, Self::Json];

    const fn about(self) -> About {
        match self {
            Self::Pdf => About::new("pdf", "application/pdf", |of, _| document_pdf(of)),
            Self::Docx => About::new("docx", DOCX, |of, _| document_docx(of)),
            Self::Xlsx => About::new("xlsx", XLSX, |of, _| document_xlsx(of)),
            Self::Html => About::new("html", "text/html", |of, _| Ok(document_html(of))),
            Self::Text => About::new("txt", "text/plain", |of, _| Ok(document_text(of).into())),
            Self::Csv => About::new("csv", "text/csv", |document, _| {
                Ok(document_csv(document, dialect_of(document.lang))?)
            }),
            Self::Json => About::new("json", "application/json", |of, _| Ok(document_json(of))),
            Self::Package => About::new("zip", "application/zip", |document, progress| {
                packed(document, &document_files(document, progress)?, progress)
            }),
        }
    }

    pub const fn extension(self) -> &'static str {
        self.about().extension
    }

    pub fn from_extension(extension: &str) -> Option<Self> {
        let mut all = Self::SINGLE.into_iter().chain([Self::Package]);
        all.find(|it| it.extension() == extension)
    }

    /// The bytes of the file.
    pub fn write(self, document: &Document, progress: &Progress) -> Result<Vec<u8>, DocumentError> {
        progress.wanted()?;
        (self.about().write)(document, progress)
    }

    /// A file in this form under the document's own name.
    pub fn file(self, document: &Document, bytes: Vec<u8>) -> DocumentFile {
        let About { extension, media_type, .. } = self.about();
        let name = tr(document.lang, "document-file-name");
        DocumentFile { name: format!("{name}.{extension}"), media_type, bytes }
    }

    /// The same under another name.
    pub fn named(self, name: &str, bytes: Vec<u8>) -> DocumentFile {
        DocumentFile { name: name.to_owned(), media_type: self.about().media_type, bytes }
    }
}

/// Every form of a document under one name, with a description of the table.
pub fn document_files(
    document: &Document,
    progress: &Progress,
) -> Result<Vec<DocumentFile>, DocumentError> {
    progress.expect(u64::try_from(Form::SINGLE.len()).unwrap_or(0));
    let mut files = Vec::new();
    for form in Form::SINGLE {
        files.push(form.file(document, form.write(document, progress)?));
        progress.advance(1)?;
    }
    let table = Form::Csv.file(document, Vec::new()).name;
    let description = document_package(document, &table, dialect_of(document.lang));
    files.push(Form::Json.named("datapackage.json", description));
    Ok(files)
}

/// A document's files in one zip, of its day, with its charts as pictures.
pub fn packed(
    document: &Document,
    files: &[DocumentFile],
    progress: &Progress,
) -> Result<Vec<u8>, DocumentError> {
    let mut zip = Packed::new(document.meta.date);
    for file in files {
        zip.add(&file.name, &file.bytes)?;
    }
    for picture in chart_files(document, progress)? {
        zip.add(&picture.name, &picture.bytes)?;
    }
    zip.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_found_by_its_extension() {
        for form in Form::SINGLE.into_iter().chain([Form::Package]) {
            assert_eq!(Form::from_extension(form.extension()), Some(form));
        }
        assert_eq!(Form::from_extension("exe"), None);
    }
}
