//! A book's tables as files: each in CSV, with the description beside them.

use std::io::Write;

use super::csv_rows::RowWriter;
use super::datapackage::datapackage;
use super::error::ExportError;
use super::tables::{self, file_name, tables_of};
use crate::book::draft::Table;
use crate::domain::Snapshot;
use crate::import::Dialect;

/// Writes one table. The same book gives the same bytes.
pub fn write_table(
    snapshot: &Snapshot,
    table: Table,
    dialect: Dialect,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let mut rows = RowWriter::new(out, dialect)?;
    tables::write(snapshot, table, &mut rows)?;
    rows.finish()?;
    Ok(())
}

/// Every file of an export in memory: names and bytes.
pub fn tables(
    snapshot: &Snapshot,
    dialect: Dialect,
) -> Result<Vec<(&'static str, Vec<u8>)>, ExportError> {
    let mut files = Vec::new();
    for table in tables_of(snapshot) {
        let mut bytes = Vec::new();
        write_table(snapshot, table, dialect, &mut bytes)?;
        files.push((file_name(table, dialect), bytes));
    }
    files.push(("datapackage.json", datapackage(snapshot, dialect).into_bytes()));
    Ok(files)
}
