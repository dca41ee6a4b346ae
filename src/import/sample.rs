//! The sample book: its tables, carried inside the program, and the book made of them.

use std::path::{Path, PathBuf};

use crate::book::{
    AcceptPartial, Author, Book, BookError, Circumstances, Command, Create, Existing,
    ImportOptions, SharedCommand, plan_import,
};
use crate::domain::SettingKey;

/// File names and contents, in the form of a folder.
pub const FILES: &[(&str, &[u8])] = &[
    ("enheder.csv", include_bytes!("../../sample-data/enheder.csv")),
    ("raadgivere.csv", include_bytes!("../../sample-data/raadgivere.csv")),
    ("ansaettelser.csv", include_bytes!("../../sample-data/ansaettelser.csv")),
    ("fravaer.csv", include_bytes!("../../sample-data/fravaer.csv")),
    ("sagstal.csv", include_bytes!("../../sample-data/sagstal.csv")),
    ("enhedstal.csv", include_bytes!("../../sample-data/enhedstal.csv")),
    ("venteliste.csv", include_bytes!("../../sample-data/venteliste.csv")),
    ("maaltal.csv", include_bytes!("../../sample-data/maaltal.csv")),
    ("haendelser.csv", include_bytes!("../../sample-data/haendelser.csv")),
    ("udvalg.csv", include_bytes!("../../sample-data/udvalg.csv")),
];

/// The sample as a book of its own. `name` is the municipality's.
pub fn make(path: &Path, name: &str, author: &Author) -> Result<Book, BookError> {
    Book::create_with(path, |book| {
        let municipality = (SettingKey::Municipality, Some(name.to_owned()));
        let municipality = SharedCommand::SetSettings(vec![municipality]);
        book.run(Command::Shared(municipality), author, Circumstances::default())?;
        let draft = super::read_bytes(FILES).unwrap_or_default();
        let options = ImportOptions {
            existing: Existing::Replace,
            create: Create::No,
            accept_partial: AcceptPartial::No,
            today: author.today,
        };
        let plan = plan_import(book.snapshot(), draft, options);
        let circumstances = Circumstances { detail: name.to_owned(), reason: None };
        book.import(plan, author, circumstances).map(drop)
    })
}

/// A file of this name in a fresh folder of the system's own for things that may go.
pub fn place(name: &str) -> std::io::Result<PathBuf> {
    let folder = tempfile::Builder::new().prefix("sagstakt-").tempdir()?;
    Ok(folder.keep().join(format!("{name}.sagstakt")))
}
