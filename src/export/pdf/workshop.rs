//! What is the same for every document: the typesetter's library and the bundled letters.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _};

pub struct Workshop {
    pub library: LazyHash<Library>,
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
}

pub fn workshop() -> &'static Workshop {
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
