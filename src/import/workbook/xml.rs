//! XML of a workbook as a stream of elements and text. A document type or an entity of its own is refused.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::Trouble;
use super::container::{self, Excess};
use crate::book::Reason;

/// One step through a document.
#[derive(Debug)]
pub enum Step<'a> {
    Open(Element<'a>),
    /// The local name of the element that ends.
    Close(Cow<'a, str>),
    Text(Cow<'a, str>),
    /// A character that was written as a reference.
    Letter(char),
    /// Comments, declarations and instructions.
    Other,
    End,
}

/// An element that begins; its name is without prefix.
#[derive(Debug)]
pub struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, by its local name.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .filter_map(Result::ok)
            .find(|it| it.key.local_name().into_inner() == name)?;
        let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0);
        value.ok().map(Cow::into_owned)
    }

    /// Whether an attribute of this local name has this value, under any prefix.
    pub fn has_value(&self, name: &str, value: &str) -> bool {
        let mut attributes = self.0.attributes();
        let mut named = attributes.with_checks(false).filter_map(Result::ok);
        named.any(|it| it.key.local_name().into_inner() == name && it.value == value)
    }

    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.parse().ok()
    }

    /// `1` or `true`.
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.attribute(name).as_deref(), Some("1" | "true"))
    }
}

/// A document being read.
pub struct Document<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Document<R> {
    pub fn new(source: R) -> Self {
        let mut reader = Reader::from_reader(source);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new() }
    }

    pub fn step(&mut self) -> Result<Step<'_>, Trouble> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(trouble)?;
        Ok(match event {
            Event::Start(it) | Event::Empty(it) => Step::Open(Element(it)),
            Event::End(it) => Step::Close(Cow::Owned(it.local_name().into_inner().to_owned())),
            Event::Text(it) => Step::Text(it.into_inner()),
            Event::CData(it) => Step::Text(it.into_inner()),
            Event::GeneralRef(it) => Step::Letter(letter(&it)?),
            Event::DocType(_) => return Err(Reason::Entities.into()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Step::Other,
            Event::Eof => Step::End,
        })
    }
}

/// Only the five that XML itself names, and numbers.
fn letter(reference: &BytesRef<'_>) -> Result<char, Trouble> {
    let named = match &*reference.xml10_content() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().ok().flatten(),
    };
    named.ok_or(Trouble::Refused(Reason::Entities))
}

fn trouble(error: quick_xml::Error) -> Trouble {
    let quick_xml::Error::Io(error) = error else {
        return Reason::Damaged.into();
    };
    let excess = error.get_ref().and_then(|it| it.downcast_ref::<Excess>());
    match excess {
        Some(Excess::Inflated) => Reason::Inflates.into(),
        Some(Excess::Piece) => Reason::LineTooLong.into(),
        None => container::failed(&error),
    }
}
