//! What the typesetter may see: the page layout, one document's data and charts, and the bundled letters. No disk, no clock.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::data;
use super::letters::{drawable, drawable_drawing};
use crate::export::{DocumentError, picture};
use crate::report::Document;

const LAYOUT: &str = include_str!("../../../assets/documents/pages.typ");

/// What is the same for every document.
struct Workshop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

fn workshop() -> &'static Workshop {
    static ONCE: OnceLock<Workshop> = OnceLock::new();
    ONCE.get_or_init(|| {
        let files = [
            notosans::REGULAR_TTF,
            notosans::BOLD_TTF,
            notosans::ITALIC_TTF,
            notosans::BOLD_ITALIC_TTF,
        ];
        let fonts: Vec<Font> =
            files.into_iter().flat_map(|it| Font::iter(Bytes::new(it))).collect();
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Workshop { library: LazyHash::new(Library::default()), book, fonts }
    })
}

/// Whether the bundled letters have one; signs that steer a text have no shape and need none.
pub fn has_letter(letter: char) -> bool {
    let mut fonts = workshop().fonts.iter();
    letter.is_ascii() || fonts.next().is_some_and(|it| it.info().coverage.contains(letter.into()))
}

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
