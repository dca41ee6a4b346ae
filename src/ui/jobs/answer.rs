//! What the writer does with a request.

use std::path::{Path, PathBuf};

use super::copies;
use super::open_book::OpenBook;
use super::person::disclose;
use super::request::{Outcome, Reply, Request};
use crate::book::{Book, BookError, backups_of, clock, create_first};
use crate::domain::{Entry, Source};
use crate::import::sample;
use crate::text::{Lang, first_names, tr};

/// So many lines of the log at a time, that a save between two requests waits for milliseconds only.
const LINES: u64 = 400;

/// What has happened to the file without our doing.
pub fn look_around(book: Option<&mut OpenBook>) -> Option<Reply> {
    let book = book?;
    let outcome = match book.look() {
        Ok(Some(state)) => Outcome::Moved(state),
        Ok(None) => copies::daily(book)?,
        Err(error) => Outcome::Failed { error, path: book.path() },
    };
    Some(Reply { ticket: None, outcome })
}

/// Carries out one request.
pub fn answer(book: &mut Option<OpenBook>, request: Request) -> Outcome {
    match request {
        Request::Open(path) => opened(book, path, |path| Ok(Book::open(path)?)),
        Request::Create(path, lang) => opened(book, path, |path| {
            create_first(path, Some(first_names(lang)), &clock::author(Source::Window))
        }),
        Request::Demo(lang) => demo(book, lang),
        Request::Restore(from) => copies::restore(book, &from),
        Request::Close => {
            *book = None;
            Outcome::Closed
        }
        Request::Run(command, reason) => moved(book, |it| it.run(command, reason)),
        Request::Import { plan, circumstances } => {
            moved(book, |it| it.import(*plan, circumstances))
        }
        Request::TakeBack(id, reason) => moved(book, |it| it.take_back(id, reason)),
        Request::GoBackTo { id, words, reason } => {
            moved(book, |it| it.go_back_to(id, words, reason))
        }
        Request::Undo => moved(book, OpenBook::undo),
        Request::Redo => moved(book, OpenBook::redo),
        Request::Erase(id) => with(book, |book| {
            let erased = book.erase(id)?;
            Ok(Outcome::Erased(Box::new(erased), book.state()?))
        }),
        Request::Disclose { id, path, lang } => with(book, |it| disclose(it, id, path, lang)),
        Request::Log(after) => with(book, |it| Ok(Outcome::Log(it.log_after(after, LINES)?))),
        Request::TakeOver => with(book, |book| {
            book.take_over()?;
            Ok(Outcome::Moved(book.state()?))
        }),
        Request::Backups => with(book, |it| Ok(Outcome::Backups(backups_of(&it.path()), None))),
        Request::BackUp => with(book, |book| {
            let made = book.back_up()?.path;
            Ok(Outcome::Backups(backups_of(&book.path()), Some(made)))
        }),
    }
}

/// What is asked of the open book; without one there is nothing to do.
fn with(
    book: &mut Option<OpenBook>,
    step: impl FnOnce(&mut OpenBook) -> Result<Outcome, BookError>,
) -> Outcome {
    let Some(book) = book else { return Outcome::Nothing };
    step(book).unwrap_or_else(|error| Outcome::Failed { error, path: book.path() })
}

fn demo(book: &mut Option<OpenBook>, lang: Lang) -> Outcome {
    let name = tr(lang, "sample-name");
    match sample::place(&name) {
        Ok(path) => {
            opened(book, path, |path| sample::make(path, &name, &clock::author(Source::Window)))
        }
        Err(error) => Outcome::Failed { error: BookError::NotSaved(error.into()), path: "".into() },
    }
}

/// The book that was open is closed only when the next one could be opened.
fn opened(
    book: &mut Option<OpenBook>,
    path: PathBuf,
    open: impl FnOnce(&Path) -> Result<Book, BookError>,
) -> Outcome {
    let begun = open(&path).and_then(|opened| {
        let mut opened = OpenBook::new(opened);
        let state = opened.state()?;
        *book = Some(opened);
        Ok(Outcome::Opened(state))
    });
    begun.unwrap_or_else(|error| Outcome::Failed { error, path })
}

fn moved(
    book: &mut Option<OpenBook>,
    step: impl FnOnce(&mut OpenBook) -> Result<Option<Entry>, BookError>,
) -> Outcome {
    with(book, |book| {
        let stepped = step(book);
        book.keep_lease();
        match stepped? {
            Some(_) => Ok(Outcome::Moved(book.state()?)),
            None => Ok(Outcome::Nothing),
        }
    })
}
