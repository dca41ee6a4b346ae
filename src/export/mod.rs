//! Writes a book's tables for other programs: CSV for people or machines, and a description beside it.
//! Importing what is written gives an equal book.

mod chart_table;
mod csv_dialect;
mod csv_rows;
mod datapackage;
mod document_rows;
mod document_text;
mod docx;
mod forms;
mod html;
mod log_csv;
mod overview_csv;
mod overview_json;
mod overview_text;
mod packed;
mod pdf;
mod person_csv;
mod picture;
mod rejected;
mod tables;
mod text_room;
mod whole_file;
mod xlsx;
mod xml_text;

use std::io::Write;

pub use self::chart_table::{chart_csv, table_html, table_text};
pub use self::document_rows::{document_csv, document_json, document_package};
pub use self::document_text::document_text;
pub use self::docx::document_docx;
pub use self::forms::{
    DocumentFile, Form, TABLES_FILE, document_files, edition_files, is_stored_as,
};
pub use self::html::{document_html, document_html_to_paste};
pub use self::log_csv::log_csv;
pub use self::overview_csv::overview_csv;
pub use self::overview_json::{overview_json, overview_json_text};
pub use self::overview_text::overview_text;
pub use self::pdf::{Pages, document_pdf, missing_letters};
pub use self::person_csv::person_csv;
pub use self::picture::{PIXELS, chart_svg, picture_name};
pub use self::rejected::write_rejected;
pub use self::tables::TABLE_ORDER;
pub use self::whole_file::{NewFile, write_whole};
pub use self::xlsx::document_xlsx;
use crate::book::draft::Table;
use crate::domain::Snapshot;
pub use crate::import::Dialect;
use crate::import::table_name;
use crate::report::prints::Prints;
use crate::report::{cell_names, committee_json};

/// Whether full names of people are written; initials always are, or the figures could not be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persons {
    WithNames,
    InitialsOnly,
}

/// Writing could not go on.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("cannot write the export")]
    Unwritable(#[from] std::io::Error),
}

/// A document could not be written in one of its forms.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    #[error("cannot lay out the document: {0}")]
    Typesetting(String),
    #[error("cannot build the file")]
    Unwritable(#[from] std::io::Error),
    #[error("cancelled")]
    Cancelled,
}

/// The tables that have anything in them, in the order they lean on each other.
pub fn tables_of(snapshot: &Snapshot) -> impl Iterator<Item = Table> + '_ {
    TABLE_ORDER.into_iter().filter(|it| *it == Table::Units || tables::has_rows(snapshot, *it))
}

/// What the table's file is called.
pub fn file_name(table: Table, dialect: Dialect) -> &'static str {
    table_name(table).map_or("", |it| it.file(dialect))
}

/// Writes one table. The same book gives the same bytes.
pub fn write_table(
    snapshot: &Snapshot,
    table: Table,
    dialect: Dialect,
    persons: Persons,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut rows = csv_dialect::RowWriter::new(out, dialect)?;
    tables::write(snapshot, table, persons, &mut rows)?;
    rows.finish()?;
    Ok(())
}

/// The committee's tables with everything a reader can tie together, as JSON.
pub fn committee_tables(snapshot: &Snapshot, prints: &Prints) -> Vec<u8> {
    let tables = committee_json(prints, &cell_names(snapshot));
    // A value made of strings, numbers and lists always has a text.
    let mut text = serde_json::to_string_pretty(&tables).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

/// The description of the tables, `datapackage.json`.
pub fn datapackage(snapshot: &Snapshot, dialect: Dialect) -> String {
    datapackage::describe(snapshot, dialect)
}

/// Every file of an export in memory: names and bytes.
pub fn tables(
    snapshot: &Snapshot,
    dialect: Dialect,
    persons: Persons,
) -> Result<Vec<(&'static str, Vec<u8>)>, ExportError> {
    let mut files = Vec::new();
    for table in tables_of(snapshot) {
        let mut bytes = Vec::new();
        write_table(snapshot, table, dialect, persons, &mut bytes)?;
        files.push((file_name(table, dialect), bytes));
    }
    files.push(("datapackage.json", datapackage(snapshot, dialect).into_bytes()));
    Ok(files)
}
