//! A document as one self-contained HTML file: no script, nothing fetched, charts drawn inside.

use super::picture;
use super::xml_text::safe;
use crate::report::{Align, Block, Cell, Document, Illustration, Table, TableKind};

const STYLE: &str = include_str!("../../assets/documents/page.css");

/// The bytes of the file. The same document gives the same bytes.
pub fn document_html(document: &Document) -> Vec<u8> {
    let meta = &document.meta;
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<meta name=\"author\" content=\"{}\">\n\
         <meta name=\"description\" content=\"{}\">\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        document.lang.code(),
        safe(&meta.title),
        safe(&meta.author),
        safe(&meta.subject),
    );
    page.push_str(&head(document));
    page.push_str(&body(document, Charts::Drawn));
    page.extend([format!(
        "</main>\n<footer><p>{}</p></footer>\n</body>\n</html>\n",
        safe(&document.foot.name)
    )]);
    page.into_bytes()
}

/// What is pasted into an agenda: words and tables, each chart as its alternative text and numbers.
pub fn document_html_to_paste(document: &Document) -> String {
    head(document) + &body(document, Charts::InWords)
}

fn body(document: &Document, charts: Charts) -> String {
    document.blocks.iter().map(|it| block(it, charts)).collect()
}

fn numbers(it: &Table) -> String {
    format!("<h3>{}</h3>\n{}", safe(&it.caption), table(it))
}

/// Whether charts are drawn; agenda systems drop drawings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Charts {
    Drawn,
    InWords,
}

fn head(document: &Document) -> String {
    let [what, when] = &document.title;
    let mut head = String::new();
    if !document.lead.is_empty() {
        head.extend([format!("<p class=\"lead\">{}</p>\n", safe(&document.lead))]);
    }
    head.extend([format!("<h1><span>{}</span> <span>{}</span></h1>\n", safe(what), safe(when))]);
    if let Some(words) = &document.provisional {
        head.extend([format!("<p class=\"provisional\">{}</p>\n", safe(words))]);
    }
    let facts = document.facts.iter().map(|[label, value]| {
        format!("<dt class=\"fact\">{}</dt><dd>{}</dd>\n", safe(label), safe(value))
    });
    head.extend([format!("<dl class=\"facts\">\n{}</dl>\n", facts.collect::<Vec<_>>().concat())]);
    head
}

fn block(block: &Block, charts: Charts) -> String {
    match block {
        Block::Heading { level, text } => {
            let level = level + 1;
            format!("<h{level}>{}</h{level}>\n", safe(text))
        }
        Block::Paragraph(text) => paragraphs(text, ""),
        Block::Note(text) => paragraphs(text, " class=\"note\""),
        Block::Findings(items) => {
            let items = items.iter().map(|it| {
                format!("<li><strong>{}</strong> {}</li>\n", safe(&it.lead), safe(&it.rest))
            });
            format!("<ul>\n{}</ul>\n", items.collect::<Vec<_>>().concat())
        }
        Block::Definitions(items) => {
            let items = items.iter().map(|[term, meaning]| {
                format!("<dt>{}</dt><dd>{}</dd>\n", safe(term), safe(meaning))
            });
            format!("<dl class=\"terms\">\n{}</dl>\n", items.collect::<Vec<_>>().concat())
        }
        Block::Table(it) => table(it),
        Block::Chart(it) => figure(it, charts),
        Block::NumbersOfCharts(tables) => tables.iter().map(numbers).collect(),
    }
}

fn paragraphs(text: &str, class: &str) -> String {
    let lines = text.lines().filter(|it| !it.trim().is_empty());
    let parts = lines.map(|it| format!("<p{class}>{}</p>\n", safe(it)));
    parts.collect::<Vec<_>>().concat()
}

fn figure(it: &Illustration, charts: Charts) -> String {
    let words = format!(
        "<figcaption><strong>{}</strong> <span class=\"subtitle\">{}</span></figcaption>\n",
        safe(&it.chart.title),
        safe(&it.chart.subtitle)
    );
    let drawing = match charts {
        Charts::Drawn => format!(
            "<div role=\"img\" aria-label=\"{}\">{}</div>\n",
            safe(&it.alternative),
            picture::svg(it, picture::ON_PAPER)
        ),
        Charts::InWords => format!("<p>{}</p>\n", safe(&it.alternative)),
    };
    format!("<figure>\n{words}{drawing}</figure>\n")
}

fn table(table: &Table) -> String {
    let class = match table.kind {
        TableKind::Figures => "figures",
        TableKind::Words => "words",
        TableKind::Numbers => "numbers",
    };
    let number = |align: Align| if align == Align::Right { " class=\"number\"" } else { "" };
    let heads = table
        .columns
        .iter()
        .map(|it| format!("<th scope=\"col\"{}>{}</th>", number(it.align), safe(&it.head)));
    let mut html = format!(
        "<div class=\"scroll\"><table class=\"{class}\">\n<caption>{}</caption>\n<thead><tr>{}</tr></thead>\n<tbody>\n",
        safe(&table.caption),
        heads.collect::<Vec<_>>().concat()
    );
    for row in &table.rows {
        html.push_str("<tr>");
        for (place, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let text = cell_text(cell);
            let class = number(column.align);
            if place == 0 {
                html.extend([format!("<th scope=\"row\"{class}>{text}</th>")]);
            } else {
                html.extend([format!("<td{class}>{text}</td>")]);
            }
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table></div>\n");
    html
}

fn cell_text(cell: &Cell) -> String {
    let text = safe(&cell.text);
    if cell.mark.is_empty() { text } else { format!("{text} <sup>{}</sup>", safe(&cell.mark)) }
}
