//! A document as plain text, for pasting where only letters go: tables with a tab between their cells.

use crate::report::{Block, Document, Table};

/// Lines ended by a line feed; a blank line between blocks.
pub fn document_text(document: &Document) -> String {
    let mut parts = vec![document.lead.clone(), document.whole_title()];
    parts.extend(document.provisional.clone());
    let facts = document.facts.iter().map(|[label, value]| format!("{label}: {value}"));
    parts.push(facts.collect::<Vec<_>>().join("\n"));
    parts.extend(document.blocks.iter().map(block));
    parts.retain(|it| !it.trim().is_empty());
    parts.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level: 1, text } => text.to_uppercase(),
        Block::Heading { text, .. } | Block::Paragraph(text) | Block::Note(text) => text.clone(),
        Block::Findings(items) => {
            let items = items.iter().map(|it| format!("- {} {}", it.lead, it.rest));
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Definitions(items) => {
            let items = items.iter().map(|[term, meaning]| format!("{term}: {meaning}"));
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Table(tabled) => table(tabled),
        Block::Chart(drawn) => [&drawn.chart.title, &drawn.chart.subtitle, &drawn.alternative]
            .map(String::as_str)
            .join("\n"),
        Block::NumbersOfCharts(tables) => {
            let numbers = tables.iter().map(|it| format!("{}\n{}", it.caption, table(it)));
            numbers.collect::<Vec<_>>().join("\n\n")
        }
    }
}

fn table(table: &Table) -> String {
    let heads = table.columns.iter().map(|it| it.head.replace('\n', " "));
    let mut rows = vec![heads.collect::<Vec<_>>().join("\t")];
    rows.extend(table.rows.iter().map(|row| {
        let cells = row.iter().map(|it| it.whole_text().replace(['\t', '\n'], " "));
        cells.collect::<Vec<_>>().join("\t")
    }));
    rows.join("\n")
}
