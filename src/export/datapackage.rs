//! Describes the tables of an export in `datapackage.json`, so that other programs read them rightly.

use serde_json::{Value, json};

use super::csv_rows::decimal_mark;
use super::tables::{columns_of, file_name, tables_of};
use crate::book::draft::{Column, Table};
use crate::domain::Snapshot;
use crate::import::{ColumnName, Dialect};

/// The description of the tables, `datapackage.json`.
pub fn datapackage(snapshot: &Snapshot, dialect: Dialect) -> String {
    let resource_of = |table| {
        let fields = columns_of(snapshot, table).map(|it| field(table, it, dialect));
        resource(file_name(table, dialect), dialect, &fields.collect::<Vec<_>>())
    };
    pretty(&json!({
        "profile": "tabular-data-package",
        "name": "sagstakt",
        "resources": tables_of(snapshot).map(resource_of).collect::<Vec<_>>(),
    }))
}

/// Indented, ended by a line feed.
pub fn pretty(value: &Value) -> String {
    // A value made of strings, numbers and lists always has a text.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// A CSV file with these fields.
pub fn resource(path: &str, dialect: Dialect, fields: &[Value]) -> Value {
    let (delimiter, line) = match dialect {
        Dialect::Danish => (";", "\r\n"),
        Dialect::Plain => (",", "\n"),
    };
    json!({
        "profile": "tabular-data-resource",
        "name": path.trim_end_matches(".csv"),
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": delimiter, "lineTerminator": line, "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": { "fields": fields, "missingValues": [""] },
    })
}

/// A field with decimals.
pub fn number_field(name: &str, dialect: Dialect) -> Value {
    json!({ "name": name, "type": "number", "decimalChar": decimal_mark(dialect).to_string() })
}

fn field(table: Table, column: &ColumnName, dialect: Dialect) -> Value {
    let name = column.name(dialect);
    match kind(table, column.column) {
        "number" => number_field(name, dialect),
        kind => json!({ "name": name, "type": kind }),
    }
}

/// The kind of a column, in the words of Table Schema.
const fn kind(table: Table, column: Column) -> &'static str {
    use Column as C;
    let by_month = matches!(table, Table::Units | Table::Caseworkers | Table::Employments);
    let valid = matches!(column, C::From | C::To);
    let months = matches!(column, C::Month | C::RegisterFrom | C::RegisterThrough);
    let ends = matches!(column, C::Started | C::Withdrawn);
    if months || valid && by_month {
        "yearmonth"
    } else if valid
        || matches!(column, C::Day | C::Approved | C::CorrectedOn)
        || ends && matches!(table, Table::Episodes)
    {
        "date"
    } else if matches!(
        column,
        C::WeeklyHours | C::Weight | C::WaitStartedMean | C::WaitSoFarMean | C::Lower | C::Upper
    ) {
        "number"
    } else if ends || is_count(column) {
        "integer"
    } else {
        "string"
    }
}

const fn is_count(column: Column) -> bool {
    use Column as C;
    matches!(
        column,
        C::Cases
            | C::Simple
            | C::Complex
            | C::VeryComplex
            | C::Unallocated
            | C::Opened
            | C::Closed
            | C::NetTransferred
            | C::Waiting
            | C::WaitLongest
            | C::FromWeek
            | C::ToWeek
            | C::Count
    )
}
