//! A document's numbers for other programs: one row a cell, as CSV with its description, and the whole of it as JSON.

use serde_json::{Value, json};

use super::csv_rows::{self, decimal_mark};
use super::datapackage::{number_field, pretty, resource};
use crate::import::{Dialect, guarded};
use crate::report::{Block, Cell, Document, Table};
use crate::text::{Digits, Style, tr};

/// Keys of the headings, in the order of the columns.
const COLUMNS: [&str; 7] = ["table", "row", "column", "shown", "number", "unit", "mark"];

/// The bytes of the file: every cell of every table, the number as far as it is printed.
pub fn document_csv(document: &Document, dialect: Dialect) -> std::io::Result<Vec<u8>> {
    let mut rows = vec![COLUMNS.iter().map(|it| head(dialect, it)).collect::<Vec<_>>()];
    for table in document.tables() {
        rows.extend(table.rows.iter().flat_map(|row| cells(table, row, dialect)));
    }
    csv_rows::table(dialect, &rows)
}

fn head(dialect: Dialect, column: &str) -> String {
    match dialect {
        Dialect::Danish => tr(csv_rows::lang(dialect), &format!("document-column-{column}")),
        Dialect::Plain => column.to_owned(),
    }
}

fn cells(table: &Table, row: &[Cell], dialect: Dialect) -> Vec<Vec<String>> {
    let Some((first, rest)) = row.split_first() else { return Vec::new() };
    let heads = table.columns.iter().skip(1);
    rest.iter()
        .zip(heads)
        .map(|(cell, column)| {
            let number =
                cell.number.map_or_else(String::new, |it| it.with_mark(decimal_mark(dialect)));
            vec![
                guarded(&table.name).into_owned(),
                guarded(&first.text).into_owned(),
                guarded(&column.head.replace('\n', " ")).into_owned(),
                if cell.number.is_some() {
                    cell.text.clone()
                } else {
                    guarded(&cell.text).into_owned()
                },
                number,
                if cell.number.is_some_and(is_percent) { "%".to_owned() } else { String::new() },
                cell.mark.clone(),
            ]
        })
        .collect()
}

fn is_percent(digits: Digits) -> bool {
    digits.style == Style::Percent
}

/// The description of the CSV file with this name, as a data package.
pub fn document_package(document: &Document, file: &str, dialect: Dialect) -> Vec<u8> {
    let field = |column: &&str| match *column {
        "number" => number_field(&head(dialect, column), dialect),
        column => json!({ "name": head(dialect, column), "type": "string" }),
    };
    let fields: Vec<Value> = COLUMNS.iter().map(field).collect();
    let package = json!({
        "profile": "tabular-data-package",
        "name": "overview",
        "title": document.meta.title,
        "created": format!("{}T12:00:00Z", document.meta.date),
        "contributors": [{ "title": document.meta.author, "role": "publisher" }],
        "resources": [resource(file, dialect, &fields)],
    });
    pretty(&package).into_bytes()
}

/// The whole document as JSON; numbers as far as they are printed.
pub fn document_json(document: &Document) -> Vec<u8> {
    let meta = &document.meta;
    pretty(&json!({
        "title": document.title,
        "language": document.lang.code(),
        "author": meta.author,
        "subject": meta.subject,
        "date": meta.date.to_string(),
        "provisional": document.provisional,
        "facts": document.facts.iter().map(|[label, value]| json!({ "label": label, "value": value })).collect::<Vec<_>>(),
        "blocks": document.blocks.iter().map(block).collect::<Vec<_>>(),
    }))
    .into_bytes()
}

fn block(block: &Block) -> Value {
    match block {
        Block::Heading { level, text } => json!({ "heading": text, "level": level }),
        Block::Paragraph(text) => json!({ "paragraph": text }),
        Block::Note(text) => json!({ "note": text }),
        Block::Findings(items) => json!({ "findings": items }),
        Block::Definitions(items) => {
            json!({ "definitions": items.iter().map(|[term, meaning]| json!({ "term": term, "meaning": meaning })).collect::<Vec<_>>() })
        }
        Block::Table(tabled) => json!({ "table": table(tabled) }),
        Block::NumbersOfCharts(_) => json!({ "numbers": "charts" }),
        Block::Chart(drawn) => json!({ "chart": {
            "title": drawn.chart.title,
            "subtitle": drawn.chart.subtitle,
            "alternative": drawn.alternative,
            "numbers": table(&drawn.numbers),
        }}),
    }
}

fn table(table: &Table) -> Value {
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>());
    json!({
        "name": table.name,
        "caption": table.caption,
        "columns": table.columns.iter().map(|it| it.head.as_str()).collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
    })
}

fn cell(cell: &Cell) -> Value {
    let mut value = json!({ "shown": cell.text });
    if let (Some(digits), Value::Object(object)) = (cell.number, &mut value) {
        object.insert("number".to_owned(), digits.as_f64().into());
        if is_percent(digits) {
            object.insert("unit".to_owned(), "%".into());
        }
    }
    if let (false, Value::Object(object)) = (cell.mark.is_empty(), &mut value) {
        object.insert("mark".to_owned(), cell.mark.as_str().into());
    }
    value
}
