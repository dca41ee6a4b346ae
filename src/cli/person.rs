//! `disclose`: everything the book holds about one person, as a file for that person.

use super::asked::caseworker;
use super::failure::Failure;
use super::option::{CASEWORKER, DB, Opt, UNIT};
use super::outcome::{Next, Outcome};
use super::session::Session;
use super::terminal;
use super::verb::Verb;
use crate::export::{person_csv, write_whole};

pub static DISCLOSE: Verb = Verb {
    name: "disclose",
    options: &[DB, CASEWORKER, UNIT, Opt::with("out", "indsigt.csv")],
    example: "--db bog.sagstakt --caseworker AB --out indsigt.csv",
    run: disclose,
};

fn disclose(session: &Session) -> Outcome {
    session.no_names()?;
    let book = session.open()?;
    let id = caseworker(session, book.snapshot())?;
    let initials = session.needed("caseworker")?;
    let data =
        book.personal_data(id).map_err(|error| Failure::book(session.lang, &error, book.path()))?;
    let bytes = person_csv(&data, session.lang_of(&data.snapshot))
        .map_err(|error| session.disk(error, book.path()))?;
    let Some(path) = session.path("out") else {
        terminal::print(&String::from_utf8_lossy(&bytes));
        return Ok(Next::Done);
    };
    write_whole(&path, &bytes).map_err(|error| session.disk(error, &path))?;
    let args = [("initials", initials.into()), ("path", path.display().to_string().into())];
    Ok(session.done("person-written", &args))
}
