//! The forms a document is written in, and the package of them all.

use super::packed::Packed;
use super::picture::chart_files;
use super::{
    DocumentError, committee_tables, document_csv, document_docx, document_html, document_json,
    document_package, document_pdf, document_text, document_xlsx,
};
use crate::domain::{Cancelled, Progress, Snapshot};
use crate::import::Dialect;
use crate::report::Document;
use crate::report::prints::Prints;
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

/// A file of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFile {
    pub name: String,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

impl Form {
    /// Every one but the package.
    pub const SINGLE: [Self; 7] =
        [Self::Pdf, Self::Docx, Self::Xlsx, Self::Html, Self::Text, Self::Csv, Self::Json];

    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Text => "txt",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Package => "zip",
        }
    }

    pub fn from_extension(extension: &str) -> Option<Self> {
        let mut all = Self::SINGLE.into_iter().chain([Self::Package]);
        all.find(|it| it.extension() == extension)
    }

    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Html => "text/html",
            Self::Text => "text/plain",
            Self::Csv => "text/csv",
            Self::Json => "application/json",
            Self::Package => "application/zip",
        }
    }

    /// The bytes of the file. The same document gives the same bytes.
    pub fn write(self, document: &Document, progress: &Progress) -> Result<Vec<u8>, DocumentError> {
        progress.wanted()?;
        match self {
            Self::Pdf => document_pdf(document),
            Self::Docx => document_docx(document),
            Self::Xlsx => document_xlsx(document),
            Self::Html => Ok(document_html(document)),
            Self::Text => Ok(document_text(document).into_bytes()),
            Self::Csv => Ok(document_csv(document, dialect(document))?),
            Self::Json => Ok(document_json(document)),
            Self::Package => package(document, progress),
        }
    }
}

/// Tables are for people: as the spreadsheets of their language read them.
fn dialect(document: &Document) -> Dialect {
    if document.lang.locale().list_separator == ';' { Dialect::Danish } else { Dialect::Plain }
}

/// Every form of a document under one name, with a description of the table.
pub fn document_files(
    document: &Document,
    progress: &Progress,
) -> Result<Vec<DocumentFile>, DocumentError> {
    progress.expect(u64::try_from(Form::SINGLE.len()).unwrap_or(0));
    let name = tr(document.lang, "document-file-name");
    let mut files = Vec::new();
    for form in Form::SINGLE {
        let bytes = form.write(document, progress)?;
        files.push(DocumentFile {
            name: format!("{name}.{}", form.extension()),
            media_type: form.media_type(),
            bytes,
        });
        progress.advance(1)?;
    }
    files.push(DocumentFile {
        name: "datapackage.json".to_owned(),
        media_type: Form::Json.media_type(),
        bytes: document_package(document, &format!("{name}.csv"), dialect(document)),
    });
    Ok(files)
}

fn package(document: &Document, progress: &Progress) -> Result<Vec<u8>, DocumentError> {
    packed(document, &document_files(document, progress)?, progress)
}

/// The name, in an edition, of what the committee may see as tables, with everything a reader can tie
/// together. For checking; it stands in no package.
pub const TABLES_FILE: &str = "committee.json";

/// Every file that is stored with an edition: the document in all forms, their package, and the tables.
pub fn edition_files(
    document: &Document,
    snapshot: &Snapshot,
    prints: &Prints,
    progress: &Progress,
) -> Result<Vec<DocumentFile>, DocumentError> {
    let mut files = document_files(document, progress)?;
    let name = tr(document.lang, "document-file-name");
    files.push(DocumentFile {
        name: format!("{name}.{}", Form::Package.extension()),
        media_type: Form::Package.media_type(),
        bytes: packed(document, &files, progress)?,
    });
    files.push(DocumentFile {
        name: TABLES_FILE.to_owned(),
        media_type: Form::Json.media_type(),
        bytes: committee_tables(snapshot, prints),
    });
    Ok(files)
}

/// The stored file of a form, by its name; of JSON it is the tables.
pub fn is_stored_as(name: &str, form: Form) -> bool {
    if form == Form::Json {
        return name == TABLES_FILE;
    }
    std::path::Path::new(name).extension().is_some_and(|it| it == form.extension())
}

/// A document's files in one zip, of its day, with its charts as pictures.
fn packed(
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

impl From<Cancelled> for DocumentError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
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
