//! What is made on threads of their own: pages, files, editions, and texts to paste.

use std::path::Path;
use std::sync::Arc;

use egui::ColorImage;

use super::figures::Figures;
use super::key::DocumentKey;
use crate::book::{Book, WrittenFile};
use crate::domain::{Edition, EditionId, Progress, Snapshot};
use crate::export::{
    DocumentError, Form, Pages, document_html_to_paste, document_text, edition_files, is_stored_as,
    write_whole,
};
use crate::report::{Document, Issuing, edition_record, next_edition};
use crate::ui::widgets::image_of;

/// An edition with its files, ready for the book.
pub type Composed = Result<(Edition, Vec<WrittenFile>), DocumentError>;

/// Pixels across a painted page: sharp on a wide screen, and not higher than the smallest limit of a
/// graphics card, 2,048.
const PAGE_WIDTH: f32 = 1240.0;

/// The document to be pasted: as plain text, and as HTML.
pub fn pasted(document: &Document) -> (String, String) {
    (document_text(document), document_html_to_paste(document))
}

/// As the window takes pictures: made here, as there are millions of points.
pub fn painted(document: &Document, progress: &Progress) -> Result<Vec<ColorImage>, DocumentError> {
    let pages = Pages::of(document)?;
    let mut pictures = Vec::new();
    for place in 0..pages.count() {
        progress.wanted()?;
        let picture = pages.picture(place, PAGE_WIDTH).transpose()?;
        pictures.extend(picture.as_ref().map(image_of));
    }
    Ok(pictures)
}

/// What a document is made of.
pub struct Recipe {
    pub snapshot: Arc<Snapshot>,
    pub key: DocumentKey,
    /// Figures that were made before, and may still hold.
    pub kept: Option<Arc<Figures>>,
}

impl Recipe {
    pub fn figures(&self) -> Result<Arc<Figures>, DocumentError> {
        Figures::of(&self.snapshot, &self.key, self.kept.clone())
    }

    pub fn document(&self) -> Result<Document, DocumentError> {
        Ok(self.figures()?.document(&self.snapshot, &self.key))
    }
}

pub fn composed(mut recipe: Recipe, issuing: &Issuing, progress: &Progress) -> Composed {
    let figures = recipe.figures()?;
    let Recipe { snapshot, key, .. } = &mut recipe;
    key.author.edition = Some(next_edition(snapshot, key.half, issuing.committee));
    let document = figures.document(snapshot, key);
    let files = edition_files(&document, snapshot, &figures.prints, progress)?;
    let edition = edition_record(&figures.prints, &key.author, issuing);
    let files = files.into_iter().map(|file| WrittenFile {
        name: file.name,
        media_type: file.media_type.to_owned(),
        bytes: file.bytes,
    });
    Ok((edition, files.collect()))
}

pub fn stored(book: &Path, id: EditionId, path: &Path) -> Result<(), DocumentError> {
    let book = Book::open(book).map_err(std::io::Error::other)?;
    let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    let form = Form::from_extension(&extension).unwrap_or(Form::Pdf);
    let files = book.snapshot().shared.editions.get(&id).map(|it| it.files.as_slice());
    let file = files.unwrap_or_default().iter().find(|it| is_stored_as(&it.name, form));
    let name = file.map(|it| it.name.clone()).unwrap_or_default();
    let bytes = book.edition_file(id, &name).map_err(std::io::Error::other)?;
    let missing = || std::io::Error::from(std::io::ErrorKind::NotFound);
    Ok(write_whole(path, &bytes.ok_or_else(missing)?)?)
}

/// The old file stands until the new one is whole.
pub fn written(
    document: &Document,
    form: Form,
    path: &Path,
    progress: &Progress,
) -> Result<(), DocumentError> {
    let bytes = form.write(document, progress)?;
    progress.wanted()?;
    Ok(write_whole(path, &bytes)?)
}
