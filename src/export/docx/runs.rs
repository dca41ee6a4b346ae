//! Paragraphs and runs of a Word file.

use crate::export::xml_text::safe;

/// The width between the margins, in twentieths of a point.
pub const TEXT_WIDTH: u32 = 10_146;

pub fn paragraph(style: &str, contents: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{contents}</w:p>")
}

pub fn run(words: &str) -> String {
    format!("<w:r>{}</w:r>", text(words))
}

pub fn strong(words: &str) -> String {
    format!("<w:r><w:rPr><w:b/></w:rPr>{}</w:r>", text(words))
}

pub fn raised(words: &str) -> String {
    format!("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>{}</w:r>", text(words))
}

pub fn text(words: &str) -> String {
    format!("<w:t xml:space=\"preserve\">{}</w:t>", safe(words))
}
