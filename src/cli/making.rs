//! `new` and `demo`: a book made whole before it has its name.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::option::{Opt, PAGE, SIZE, THEME};
use super::outcome::{Next, Outcome};
use super::session::Session;
use super::terminal;
use super::verb::Verb;
use super::window::window_request;
use crate::book::{Book, clock, create_first};
use crate::domain::{Month, Period, Source};
use crate::export::overview_text;
use crate::import::sample;
use crate::report::compose;
use crate::text::{Display, first_names, tr};

pub static NEW: Verb =
    Verb { name: "new", options: &[Opt::flag("empty")], example: "bog.sagstakt", run: new_book };

pub static DEMO: Verb = Verb {
    name: "demo",
    options: &[Opt::with("out", "eksempel.sagstakt"), PAGE, THEME, SIZE],
    example: "--out eksempel.sagstakt",
    run: demo,
};

fn new_book(session: &Session) -> Outcome {
    let path = session.only_name()?;
    let names = (!session.has("empty")).then(|| first_names(session.lang));
    create_first(&path, names, &clock::author(Source::CommandLine))
        .map_err(|error| Failure::book(session.lang, &error, &path))?;
    Ok(made(session, &path))
}

fn demo(session: &Session) -> Outcome {
    session.no_names()?;
    if let Some(path) = session.path("out") {
        make_sample(session, &path)?;
        return Ok(made(session, &path));
    }
    let path = sample_place(session)?;
    let book = make_sample(session, &path)?;
    let half = Period::HalfYear(Month::january(2026).half_year());
    let overview = compose(book.snapshot(), half, None);
    terminal::print(&overview_text(
        &overview,
        Display::of(book.snapshot().settings(), session.lang),
    ));
    made(session, &path);
    drop(book);
    Ok(Next::Window(window_request(session, Some(path))?))
}

fn made(session: &Session, path: &Path) -> Next {
    session.done("cli-made", &[("path", path.display().to_string().into())])
}

fn make_sample(session: &Session, path: &Path) -> Result<Book, Failure> {
    let author = clock::author(Source::CommandLine);
    let made = sample::make(path, &tr(session.lang, "sample-name"), &author);
    made.map_err(|error| Failure::book(session.lang, &error, path))
}

fn sample_place(session: &Session) -> Result<PathBuf, Failure> {
    let place = sample::place(&tr(session.lang, "sample-name"));
    place.map_err(|error| session.store(&error.into(), Path::new("")))
}
