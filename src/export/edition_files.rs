//! The files that are stored with an edition, and the committee's tables among them.

use super::datapackage::pretty;
use super::error::DocumentError;
use super::forms::{Form, document_files, packed};
use super::packed::DocumentFile;
use crate::domain::{Progress, Snapshot};
use crate::report::prints::Prints;
use crate::report::{Document, cell_names, committee_json};

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
    files.push(Form::Package.file(document, packed(document, &files, progress)?));
    files.push(Form::Json.named(TABLES_FILE, committee_tables(snapshot, prints)));
    Ok(files)
}

/// The committee's tables with everything a reader can tie together, as JSON.
pub fn committee_tables(snapshot: &Snapshot, prints: &Prints) -> Vec<u8> {
    pretty(&committee_json(prints, &cell_names(snapshot))).into_bytes()
}

/// The stored file of a form, by its name; of JSON it is the tables.
pub fn is_stored_as(name: &str, form: Form) -> bool {
    if form == Form::Json {
        return name == TABLES_FILE;
    }
    std::path::Path::new(name).extension().is_some_and(|it| it == form.extension())
}
