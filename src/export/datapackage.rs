//! Describes the tables of an export in `datapackage.json`, so that other programs read them rightly.

use serde_json::{Value, json};

use super::tables::columns_of;
use super::{file_name, tables_of};
use crate::book::draft::{Column, Table};
use crate::domain::Snapshot;
use crate::import::{ColumnName, Dialect};

pub fn describe(snapshot: &Snapshot, dialect: Dialect) -> String {
    let resources: Vec<Value> =
        tables_of(snapshot).map(|it| resource(snapshot, it, dialect)).collect();
    let package = json!({
        "profile": "tabular-data-package",
        "name": "sagstakt",
        "resources": resources,
    });
    // A value made of strings and lists always has a text.
    let mut text = serde_json::to_string_pretty(&package).unwrap_or_default();
    text.push('\n');
    text
}

fn resource(snapshot: &Snapshot, table: Table, dialect: Dialect) -> Value {
    let path = file_name(table, dialect);
    let fields: Vec<Value> =
        columns_of(snapshot, table).map(|it| field(table, it, dialect)).collect();
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

fn field(table: Table, column: &ColumnName, dialect: Dialect) -> Value {
    let name = column.name(dialect);
    match kind(table, column.column) {
        "number" => json!({
            "name": name,
            "type": "number",
            "decimalChar": match dialect { Dialect::Danish => ",", Dialect::Plain => "." },
        }),
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
