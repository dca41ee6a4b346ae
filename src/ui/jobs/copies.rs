//! Backups on the writer thread: the day's, and the book put back from one.

use std::path::Path;

use super::open_book::OpenBook;
use super::request::Outcome;
use crate::book::{Book, backups_of};

/// The day's backup, where it is time for it; nobody asked, so that only a failure is told of.
pub fn daily(book: &mut OpenBook) -> Option<Outcome> {
    if !book.is_day_new() {
        return None;
    }
    match book.daily_backup() {
        Ok(made) => made.map(|_| Outcome::Backups(backups_of(&book.path()), None)),
        Err(error) => Some(Outcome::Failed { error, path: book.path() }),
    }
}

/// The book is closed for it; when it cannot be put back it is opened again as it was.
pub fn restore(book: &mut Option<OpenBook>, from: &Path) -> Outcome {
    let Some(open) = book.take() else { return Outcome::Nothing };
    let path = open.path();
    let restored = open.restore(from).and_then(|(mut restored, kept)| {
        let state = restored.state()?;
        Ok((restored, state, kept.path))
    });
    match restored {
        Ok((open, state, kept)) => {
            *book = Some(open);
            Outcome::Restored(state, kept)
        }
        Err(error) => {
            *book = Book::open(&path).ok().map(OpenBook::new);
            Outcome::Failed { error, path: from.to_owned() }
        }
    }
}
