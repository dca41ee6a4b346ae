//! The writer thread: it owns the book, carries requests out in order, and never makes a frame wait.

mod copies;
mod open_book;
mod person;
mod task;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

pub use self::open_book::BookState;
use self::open_book::OpenBook;
pub use self::task::{Task, Turn};
use crate::book::{
    Book, BookError, Circumstances, Command, Erased, ImportPlan, KeptBackup, LogLine, clock,
    create_first,
};
use crate::domain::{CaseworkerId, Entry, EntryId, Source};
use crate::import::sample;
use crate::text::{Lang, first_names, tr};

/// What the window asks the writer for.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    Open(PathBuf),
    /// A new book whose units are named in this language.
    Create(PathBuf, Lang),
    /// Make the sample book in a folder of its own.
    Demo(Lang),
    Run(Command),
    /// A change that an issued overview covers, with why.
    RunBecause(Command, String),
    /// What was planned against the snapshot of this revision, and the files it came from.
    Import {
        plan: Box<ImportPlan>,
        revision: EntryId,
        circumstances: Circumstances,
    },
    Undo,
    Redo,
    /// Take one step of the change log back, with why where that is asked for.
    TakeBack(EntryId, Option<String>),
    /// Take everything after a step back; the words say so in the log.
    GoBackTo(EntryId, String, Option<String>),
    /// Overwrite what a person is called, for good.
    Erase(CaseworkerId),
    /// Write everything the book holds about this person to a file.
    Disclose {
        id: CaseworkerId,
        path: PathBuf,
        lang: Lang,
    },
    /// The next lines of the change log after this one.
    Log(EntryId),
    /// Take the right to write from a computer that is silent.
    TakeOver,
    /// Which backups there are.
    Backups,
    BackUp,
    /// Put the content of this backup in place of the book's.
    Restore(PathBuf),
    Close,
}

/// An answer to the request with this number; news without one.
#[derive(Debug)]
pub struct Reply {
    pub number: Option<u64>,
    pub outcome: Outcome,
}

#[derive(Debug)]
pub enum Outcome {
    Opened(BookState),
    /// The book moved, here or by somebody else's hand, or its holder changed.
    Moved(BookState),
    /// The next lines of the change log, oldest first.
    Log(Vec<LogLine>),
    Erased(Box<Erased>, BookState),
    /// The backups beside the book, and the one that was made just now.
    Backups(Vec<KeptBackup>, Option<PathBuf>),
    /// The book says what a backup said; the other path is a copy of what it said before.
    Restored(BookState, PathBuf),
    /// Everything about the person with these initials lies in this file.
    Disclosed {
        initials: String,
        path: PathBuf,
    },
    /// There was nothing to change, or no book.
    Nothing,
    /// `path` names the file where the error does not.
    Failed {
        error: BookError,
        path: PathBuf,
    },
    Closed,
}

/// The window's end of the writer thread.
#[derive(Debug)]
pub struct Writer {
    /// `None` once the window is closing.
    requests: Option<Sender<(u64, Request)>>,
    replies: Receiver<Reply>,
    sent: u64,
    answered: u64,
    thread: Option<JoinHandle<()>>,
}

/// How often an idle writer looks whether others have saved.
const LOOK: Duration = Duration::from_secs(5);
/// How long it waits with the day's backup for somebody to ask for something: what was asked comes first.
const PAUSE: Duration = Duration::from_secs(1);

impl Writer {
    /// `wake` is called after each answer, so that the window looks.
    pub fn start(wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        Self::looking_every(LOOK, wake)
    }

    fn looking_every(look: Duration, wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let (requests, incoming) = channel::<(u64, Request)>();
        let (outgoing, replies) = channel();
        let thread = Builder::new().name("writer".to_owned()).spawn(move || {
            let mut book: Option<OpenBook> = None;
            loop {
                // Without a book there is nothing to look at: wait for as long as it takes.
                let asked = match &book {
                    Some(book) if book.is_day_new() => incoming.recv_timeout(look.min(PAUSE)),
                    Some(_) => incoming.recv_timeout(look),
                    None => incoming.recv().map_err(RecvTimeoutError::from),
                };
                let reply = match asked {
                    Ok((number, request)) => {
                        let outcome = answer(&mut book, request);
                        Some(Reply { number: Some(number), outcome })
                    }
                    Err(RecvTimeoutError::Timeout) => look_around(book.as_mut()),
                    Err(RecvTimeoutError::Disconnected) => break,
                };
                let Some(reply) = reply else { continue };
                if outgoing.send(reply).is_err() {
                    break;
                }
                wake();
            }
        })?;
        Ok(Self { requests: Some(requests), replies, sent: 0, answered: 0, thread: Some(thread) })
    }

    /// Puts a request at the end of the queue and returns its number; `None` when the thread is gone.
    pub fn send(&mut self, request: Request) -> Option<u64> {
        let number = self.sent + 1;
        let requests = self.requests.as_ref()?;
        requests.send((number, request)).ok()?;
        self.sent = number;
        Some(number)
    }

    /// The oldest answer that has come since.
    pub fn reply(&mut self) -> Option<Reply> {
        let reply = self.replies.try_recv().ok()?;
        self.answered = reply.number.unwrap_or(self.answered);
        Some(reply)
    }

    /// Requests not yet answered.
    pub fn pending(&self) -> usize {
        usize::try_from(self.sent - self.answered).unwrap_or(usize::MAX)
    }
}

impl Drop for Writer {
    /// Lets the queue run out: what was typed is written before the program ends.
    fn drop(&mut self) {
        drop(self.requests.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// What has happened to the file without our doing.
fn look_around(book: Option<&mut OpenBook>) -> Option<Reply> {
    let book = book?;
    let outcome = match book.look() {
        Ok(Some(state)) => Outcome::Moved(state),
        Ok(None) => copies::daily(book)?,
        Err(error) => Outcome::Failed { error, path: book.path() },
    };
    Some(Reply { number: None, outcome })
}

fn answer(book: &mut Option<OpenBook>, request: Request) -> Outcome {
    match request {
        Request::Open(path) => opened(book, path, |path| Ok(Book::open(path)?)),
        Request::Create(path, lang) => opened(book, path, |path| {
            create_first(path, Some(first_names(lang)), &clock::author(Source::Window))
        }),
        Request::Demo(lang) => demo(book, lang),
        Request::Run(command) => moved(book, |it| it.run(command, None)),
        Request::RunBecause(command, reason) => moved(book, |it| it.run(command, Some(reason))),
        Request::Import { plan, revision, circumstances } => {
            moved(book, |it| it.import(*plan, revision, circumstances))
        }
        Request::TakeBack(id, reason) => moved(book, |it| it.take_back(id, reason)),
        Request::GoBackTo(id, words, reason) => moved(book, |it| it.go_back_to(id, words, reason)),
        Request::Erase(id) => erased(book, id),
        Request::Disclose { id, path, lang } => person::disclose(book.as_ref(), id, path, lang),
        Request::Log(after) => log(book.as_ref(), after),
        Request::TakeOver => taken_over(book),
        Request::Backups => copies::backups(book.as_ref()),
        Request::BackUp => copies::back_up(book.as_ref()),
        Request::Restore(from) => copies::restore(book, &from),
        Request::Undo => moved(book, OpenBook::undo),
        Request::Redo => moved(book, OpenBook::redo),
        Request::Close => {
            *book = None;
            Outcome::Closed
        }
    }
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
    let opened = open(&path).and_then(|it| {
        let mut opened = OpenBook::new(it);
        let state = opened.state()?;
        Ok((opened, state))
    });
    match opened {
        Ok((opened, state)) => {
            *book = Some(opened);
            Outcome::Opened(state)
        }
        Err(error) => Outcome::Failed { error, path },
    }
}

fn erased(book: &mut Option<OpenBook>, id: CaseworkerId) -> Outcome {
    let Some(book) = book else {
        return Outcome::Nothing;
    };
    let erased = book.erase(id);
    match erased.and_then(|it| Ok((it, book.state()?))) {
        Ok((erased, state)) => Outcome::Erased(Box::new(erased), state),
        Err(error) => Outcome::Failed { error, path: book.path() },
    }
}

fn taken_over(book: &mut Option<OpenBook>) -> Outcome {
    let Some(book) = book else {
        return Outcome::Nothing;
    };
    match book.take_over().and_then(|()| book.state()) {
        Ok(state) => Outcome::Moved(state),
        Err(error) => Outcome::Failed { error, path: book.path() },
    }
}

/// So many lines at a time, that a save between two requests waits for milliseconds only.
const LINES: u64 = 400;

fn log(book: Option<&OpenBook>, after: EntryId) -> Outcome {
    let Some(book) = book else {
        return Outcome::Nothing;
    };
    match book.log_after(after, LINES) {
        Ok(lines) => Outcome::Log(lines),
        Err(error) => Outcome::Failed { error, path: book.path() },
    }
}

fn moved(
    book: &mut Option<OpenBook>,
    step: impl FnOnce(&mut OpenBook) -> Result<Option<Entry>, BookError>,
) -> Outcome {
    let Some(book) = book else {
        return Outcome::Nothing;
    };
    let stepped = step(book);
    book.keep_lease();
    let state = stepped.and_then(|it| it.map(|_| book.state()).transpose());
    match state {
        Ok(Some(state)) => Outcome::Moved(state),
        Ok(None) => Outcome::Nothing,
        Err(error) => Outcome::Failed { error, path: book.path() },
    }
}

#[cfg(test)]
mod tests;
