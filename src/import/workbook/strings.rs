//! The texts that cells of an XLSX workbook share.

use std::io::BufRead;
use std::sync::Arc;

use super::Trouble;
use super::caps::LETTERS;
use super::xml::{Document, Step};
use crate::book::Reason;

/// Reads `sharedStrings.xml`: a text for each `si`, its runs put together, readings aids left out.
pub fn read(source: impl BufRead) -> Result<Vec<Arc<str>>, Trouble> {
    let mut document = Document::new(source);
    let mut texts = Vec::new();
    let mut text = Text::default();
    let mut letters = 0;
    loop {
        match document.step()? {
            Step::Open(element) => {
                if element.name() == "si" {
                    text = Text::default();
                }
                text.open(element.name());
            }
            Step::Close(name) => {
                text.close(&name);
                if name == "si" {
                    let found = std::mem::take(&mut text.letters);
                    letters += found.len();
                    if LETTERS < letters {
                        return Err(Reason::Inflates.into());
                    }
                    texts.push(found.into());
                }
            }
            Step::Text(part) => text.push(&part),
            Step::Letter(letter) => text.push(letter.encode_utf8(&mut [0; 4])),
            Step::Other => {}
            Step::End => return Ok(texts),
        }
    }
}

/// A text while its runs are read.
#[derive(Debug, Default)]
pub struct Text {
    pub letters: String,
    within: u32,
    /// Inside the reading aid of an East Asian word.
    aside: u32,
}

impl Text {
    pub fn open(&mut self, name: &str) {
        self.within += u32::from(name == "t");
        self.aside += u32::from(name == "rPh");
    }

    pub fn close(&mut self, name: &str) {
        self.within -= u32::from(name == "t" && 0 < self.within);
        self.aside -= u32::from(name == "rPh" && 0 < self.aside);
    }

    pub fn push(&mut self, part: &str) {
        if 0 < self.within && self.aside == 0 {
            self.letters.push_str(part);
        }
    }
}
