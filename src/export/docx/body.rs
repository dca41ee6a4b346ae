//! The text of a Word file, block by block.

use super::parts::{HEAD, picture_id};
use super::runs::{TEXT_WIDTH, paragraph, run, strong, text};
use super::table::table;
use crate::export::picture;
use crate::export::text_room::Letters;
use crate::export::xml_text::safe;
use crate::report::{Block, Document, Illustration, Table};

/// English metric units in a twentieth of a point.
const EMU: u32 = 635;

pub fn document(document: &Document) -> String {
    let mut charts = 0;
    let blocks: String = document.blocks.iter().map(|it| block(it, &mut charts)).collect();
    format!(
        "{HEAD}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>{}{blocks}\
         <w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"880\" w:right=\"880\" w:bottom=\"1080\" w:left=\"880\" w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>",
        head(document)
    )
}

fn head(document: &Document) -> String {
    let [what, when] = &document.title;
    let mut head = String::new();
    if !document.lead.is_empty() {
        head.push_str(&paragraph("Lead", &run(&document.lead)));
    }
    head.push_str(&paragraph("Title", &format!("{}<w:r><w:br/></w:r>{}", run(what), run(when))));
    if let Some(words) = &document.provisional {
        head.push_str(&paragraph("Provisional", &run(words)));
    }
    head + &facts(&document.facts)
}

/// Where the values stand, and on a line of two the second label and its value; in twentieths of a point.
const VALUE: u32 = 1_250;
const SECOND: u32 = 4_600;
const SECOND_VALUE: u32 = 5_780;

/// Two on a line where their values are short enough for it.
fn facts(facts: &[[String; 2]]) -> String {
    let fits = |value: &str, from: u32, to: u32| {
        Letters::plain(9.5).width(value) * 20.0 * 1.04 < (to - from) as f32
    };
    let pairs = facts.chunks(2).map(|pair| match pair {
        [first, second]
            if fits(&first[1], VALUE, SECOND) && fits(&second[1], SECOND_VALUE, TEXT_WIDTH) =>
        {
            line_of_facts(&[first, second])
        }
        _ => pair.iter().map(|it| line_of_facts(&[it])).collect(),
    });
    pairs.collect()
}

fn line_of_facts(facts: &[&[String; 2]]) -> String {
    let tab = "<w:r><w:tab/></w:r>";
    let parts = facts.iter().map(|[label, value]| {
        let label = format!("<w:r><w:rPr><w:color w:val=\"56616E\"/></w:rPr>{}</w:r>", text(label));
        format!("{label}{tab}{}", run(value))
    });
    let stops = [VALUE, SECOND, SECOND_VALUE];
    let stops = stops.iter().map(|it| format!("<w:tab w:val=\"left\" w:pos=\"{it}\"/>"));
    format!(
        "<w:p><w:pPr><w:tabs>{}</w:tabs><w:spacing w:after=\"0\"/>\
         <w:ind w:left=\"{VALUE}\" w:hanging=\"{VALUE}\"/></w:pPr>{}</w:p>",
        stops.collect::<String>(),
        parts.collect::<Vec<_>>().join(tab)
    )
}

fn block(block: &Block, charts: &mut usize) -> String {
    match block {
        Block::Heading { level, text } => paragraph(&format!("Heading{level}"), &run(text)),
        Block::Paragraph(text) => lines(text).map(|it| paragraph("Normal", &run(it))).collect(),
        Block::Note(text) => lines(text).map(|it| paragraph("Note", &run(it))).collect(),
        Block::Findings(items) => items
            .iter()
            .map(|it| paragraph("ListBullet", &(strong(&it.lead) + &run(&format!(" {}", it.rest)))))
            .collect(),
        Block::Definitions(items) => items
            .iter()
            .map(|[term, meaning]| {
                paragraph("Term", &(strong(&format!("{term}: ")) + &run(meaning)))
            })
            .collect(),
        Block::Table(tabled) => table(tabled),
        Block::NumbersOfCharts(tables) => tables.iter().map(numbers).collect(),
        Block::Chart(drawn) => {
            let place = *charts;
            *charts += 1;
            chart(drawn, place)
        }
    }
}

fn numbers(numbers: &Table) -> String {
    paragraph("ChartTitle", &run(&numbers.caption)) + &table(numbers)
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|it| !it.trim().is_empty())
}

fn chart(drawn: &Illustration, place: usize) -> String {
    let size = picture::ON_PAPER;
    let width = TEXT_WIDTH * EMU;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a length on paper, far below the largest"
    )]
    let height = (f64::from(width) * f64::from(size.height) / f64::from(size.width)) as u32;
    let number = place + 1;
    let words = safe(&drawn.alternative);
    let name = safe(&drawn.chart.title);
    let drawing = format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{number}\" name=\"{name}\" descr=\"{words}\"/>\
         <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
         <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
         <pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"{name}\" descr=\"{words}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"{}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
         </wp:inline></w:drawing></w:r>",
        picture_id(place)
    );
    let subtitle = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Note\"/><w:keepNext/></w:pPr>{}</w:p>",
        run(&drawn.chart.subtitle)
    );
    paragraph("ChartTitle", &run(&drawn.chart.title)) + &subtitle + &paragraph("Chart", &drawing)
}
