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
    page.push_str(&head(document, Target::Page));
    page.push_str(&body(document, Target::Page));
    page.extend([format!(
        "</main>\n<footer><p>{}</p></footer>\n</body>\n</html>\n",
        safe(&document.foot.name)
    )]);
    page.into_bytes()
}

/// What is pasted into an agenda: words and tables, each chart as its alternative text and numbers.
pub fn document_html_to_paste(document: &Document) -> String {
    head(document, Target::Paste) + &body(document, Target::Paste)
}

fn body(document: &Document, target: Target) -> String {
    let mut above = "";
    let mut html = String::new();
    for part in &document.blocks {
        html.push_str(&block(part, target, above));
        above = if let Block::Heading { text, .. } = part { text } else { "" };
    }
    html
}

fn numbers(numbers: &Table, target: Target) -> String {
    format!("<h3>{}</h3>\n{}", safe(&numbers.caption), table(numbers, target, &numbers.caption))
}

/// Where it is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    /// In a page with its style sheet.
    Page,
    /// In an agenda, which drops drawings and style sheets: what matters stands at each element.
    Paste,
}

fn head(document: &Document, target: Target) -> String {
    let [what, when] = &document.title;
    let mut head = String::new();
    if !document.lead.is_empty() {
        head.extend([format!("<p class=\"lead\">{}</p>\n", safe(&document.lead))]);
    }
    head.extend([format!("<h1><span>{}</span> <span>{}</span></h1>\n", safe(what), safe(when))]);
    if let Some(words) = &document.provisional {
        head.extend([format!("<p class=\"provisional\">{}</p>\n", safe(words))]);
    }
    if target == Target::Paste {
        let facts = document.facts.iter();
        let facts = facts.map(|[label, value]| format!("{}: {}", safe(label), safe(value)));
        head.extend([format!("<p>{}</p>\n", facts.collect::<Vec<_>>().join("<br>\n"))]);
        return head;
    }
    let facts = document.facts.iter().map(|[label, value]| {
        format!("<dt class=\"fact\">{}</dt><dd>{}</dd>\n", safe(label), safe(value))
    });
    head.extend([format!("<dl class=\"facts\">\n{}</dl>\n", facts.collect::<Vec<_>>().concat())]);
    head
}

fn block(block: &Block, target: Target, above: &str) -> String {
    match block {
        Block::Heading { level, text } => {
            let level = level + 1;
            format!("<h{level}>{}</h{level}>\n", safe(text))
        }
        Block::Paragraph(text) => paragraphs(text, ""),
        Block::Note(text) => paragraphs(text, " class=\"note\""),
        Block::Findings(items) => {
            let items = items.iter().map(|finding| {
                format!(
                    "<li><strong>{}</strong> {}</li>\n",
                    safe(&finding.lead),
                    safe(&finding.rest)
                )
            });
            format!("<ul>\n{}</ul>\n", items.collect::<Vec<_>>().concat())
        }
        Block::Definitions(items) if target == Target::Paste => {
            let items = items.iter().map(|[term, meaning]| {
                format!("<p><strong>{}:</strong> {}</p>\n", safe(term), safe(meaning))
            });
            items.collect()
        }
        Block::Definitions(items) => {
            let items = items.iter().map(|[term, meaning]| {
                format!("<dt>{}</dt><dd>{}</dd>\n", safe(term), safe(meaning))
            });
            format!("<dl class=\"terms\">\n{}</dl>\n", items.collect::<Vec<_>>().concat())
        }
        Block::Table(tabled) => table(tabled, target, above),
        Block::Chart(drawn) => figure(drawn, target),
        Block::NumbersOfCharts(tables) => tables.iter().map(|it| numbers(it, target)).collect(),
    }
}

fn paragraphs(text: &str, class: &str) -> String {
    let lines = text.lines().filter(|it| !it.trim().is_empty());
    let parts = lines.map(|it| format!("<p{class}>{}</p>\n", safe(it)));
    parts.collect::<Vec<_>>().concat()
}

fn figure(drawn: &Illustration, target: Target) -> String {
    let (title, words) = (safe(&drawn.chart.title), safe(&drawn.alternative));
    if target == Target::Paste {
        // The words begin with the title.
        let rest = words.strip_prefix(&title);
        let strong = rest.map(|it| format!("<strong>{title}</strong>{it}"));
        return format!("<p>{}</p>\n", strong.unwrap_or(words));
    }
    let (subtitle, drawing) = (safe(&drawn.chart.subtitle), picture::svg(drawn, picture::ON_PAPER));
    format!(
        "<figure>\n<figcaption><strong>{title}</strong> <span class=\"subtitle\">{subtitle}</span></figcaption>\n\
         <div role=\"img\" aria-label=\"{words}\">{drawing}</div>\n</figure>\n"
    )
}

/// `above` is the heading over it, which a caption on the page need not say again.
fn table(table: &Table, target: Target, above: &str) -> String {
    let class = match table.kind {
        TableKind::Figures => "figures",
        TableKind::Words => "words",
        TableKind::Numbers => "numbers",
    };
    let number = |align: Align| match (target, align) {
        (Target::Page, Align::Right) => " class=\"number\"",
        (Target::Page, Align::Left) => "",
        (Target::Paste, Align::Right) => " style=\"text-align: right\"",
        (Target::Paste, Align::Left) => " style=\"text-align: left\"",
    };
    let heads = table
        .columns
        .iter()
        .map(|it| format!("<th scope=\"col\"{}>{}</th>", number(it.align), safe(&it.head)));
    let caption = if target == Target::Paste && table.caption == above {
        String::new()
    } else {
        format!("<caption>{}</caption>\n", safe(&table.caption))
    };
    let name = match target {
        Target::Page => "",
        Target::Paste => " style=\"text-align: left; font-weight: normal\"",
    };
    let mut html = format!(
        "<div class=\"scroll\"><table class=\"{class}\">\n{caption}<thead><tr>{}</tr></thead>\n<tbody>\n",
        heads.collect::<Vec<_>>().concat()
    );
    for row in &table.rows {
        html.push_str("<tr>");
        for (place, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let text = cell_text(cell);
            if place == 0 {
                html.extend([format!("<th scope=\"row\"{name}>{text}</th>")]);
            } else {
                html.extend([format!("<td{}>{text}</td>", number(column.align))]);
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
