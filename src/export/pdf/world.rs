//! What the typesetter may see: the page layout, one document's data and charts, and the bundled letters. No disk, no clock.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::data;
use super::letters::{drawable, drawable_drawing};
use super::workshop::{Workshop, workshop};
use crate::export::error::DocumentError;
use crate::export::picture;
use crate::report::Document;

const LAYOUT: &str = include_str!("../../../assets/documents/pages.typ");

pub struct DocumentWorld {
    shop: &'static Workshop,
    layout: Source,
    /// A handful.
    files: Vec<(FileId, Bytes)>,
}

impl DocumentWorld {
    pub fn new(document: &Document) -> Result<Self, DocumentError> {
        let mut files = Vec::new();
        let data = drawable(&data::of(document).to_string());
        files.push((file("/data.json")?, Bytes::new(data.into_bytes())));
        for (place, chart) in document.charts().enumerate() {
            let svg = drawable_drawing(&picture::svg(chart, picture::ON_PAPER));
            files.push((file(&data::chart_name(place))?, Bytes::new(svg.into_bytes())));
        }
        let layout = Source::new(file("/pages.typ")?, LAYOUT.to_owned());
        Ok(Self { shop: workshop(), layout, files })
    }
}

fn file(path: &str) -> Result<FileId, DocumentError> {
    let path = VirtualPath::new(path)
        .map_err(|error| DocumentError::Typesetting(format!("{path}: {error:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_with_slash().into())
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shop.book
    }

    fn main(&self) -> FileId {
        self.layout.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.layout.id() { Ok(self.layout.clone()) } else { Err(not_found(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|it| it.0 == id);
        found.map(|it| it.1.clone()).ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.fonts.get(index).cloned()
    }

    /// A document says itself of which day it is.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
