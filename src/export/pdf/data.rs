//! A document as the data that the page layout reads.

use serde_json::{Value, json};

use crate::domain::Ymd;
use crate::export::text_room::Letters;
use crate::report::{Align, Block, Cell, Column, Document, Table, TableKind};

/// The name of a chart's picture among the document's files.
pub fn chart_name(place: usize) -> String {
    format!("/chart-{place}.svg")
}

pub fn of(document: &Document) -> Value {
    let meta = &document.meta;
    let Ymd { year, month, day } = meta.date.ymd();
    let mut charts = 0;
    let blocks: Vec<Value> = document.blocks.iter().map(|it| block(it, &mut charts)).collect();
    json!({
        "lang": document.lang.code(),
        "meta": {
            "title": meta.title,
            "author": meta.author,
            "subject": meta.subject,
            "keywords": meta.keywords,
            "date": [year, month, day],
        },
        "lead": document.lead,
        "title": document.title,
        "provisional": document.provisional,
        "facts": document.facts,
        "foot": { "name": document.foot.name, "page": document.foot.page },
        "blocks": blocks,
    })
}

fn block(block: &Block, charts: &mut usize) -> Value {
    match block {
        Block::Heading { level, text } => {
            json!({ "kind": "heading", "level": level, "text": text })
        }
        Block::Paragraph(text) => json!({ "kind": "paragraph", "text": text }),
        Block::Findings(items) => json!({ "kind": "findings", "items": items }),
        Block::Table(tabled) => json!({ "kind": "table", "table": table(tabled) }),
        Block::Chart(drawn) => {
            let name = chart_name(*charts);
            *charts += 1;
            json!({
                "kind": "chart",
                "title": drawn.chart.title,
                "subtitle": drawn.chart.subtitle,
                "image": name,
                "alternative": drawn.alternative,
            })
        }
        Block::NumbersOfCharts(tables) => {
            json!({ "kind": "numbers", "tables": tables.iter().map(table).collect::<Vec<_>>() })
        }
        Block::Definitions(items) => json!({ "kind": "definitions", "items": items }),
        Block::Note(text) => json!({ "kind": "note", "text": text }),
    }
}

fn table(table: &Table) -> Value {
    // Headings over numbers stand on two lines: the figures need little room, their names more.
    let letters = Letters::bold(8.4);
    let is_number = |it: &Column| it.align == Align::Right && table.kind != TableKind::Words;
    let head = |column: &Column| {
        if is_number(column) { letters.on_two_lines(&column.head) } else { column.head.clone() }
    };
    let columns = table.columns.iter().map(|it| json!({ "head": head(it), "align": it.align }));
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>());
    json!({
        "kind": table.kind,
        "caption": table.caption,
        "columns": columns.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
    })
}

fn cell(cell: &Cell) -> Value {
    json!({ "text": cell.text, "mark": cell.mark })
}
