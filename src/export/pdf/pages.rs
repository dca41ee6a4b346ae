//! The pages of a document as pictures, for showing it before it is written.

use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

use super::typeset::typeset;
use crate::chart::{Pixels, pixels};
use crate::export::error::DocumentError;
use crate::report::Document;

/// A document laid out; its pages are painted one by one, so that nobody waits for the last.
#[derive(Debug, Clone)]
pub struct Pages(PagedDocument);

/// The width of a page in pixels, of which 96 are an inch.
const WIDTH: f32 = 793.7;

impl Pages {
    pub fn of(document: &Document) -> Result<Self, DocumentError> {
        typeset(document).map(Self)
    }

    pub fn count(&self) -> usize {
        self.0.pages().len()
    }

    /// The page at this place, this many pixels wide; `None` past the last.
    pub fn picture(&self, place: usize, width: f32) -> Option<Result<Pixels, DocumentError>> {
        let page = self.0.pages().get(place)?;
        let svg = typst_svg::svg(page, &SvgOptions::default());
        Some(pixels(&svg, width / WIDTH).map_err(DocumentError::from))
    }
}
