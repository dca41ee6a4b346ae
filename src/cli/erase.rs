//! `erase`: a person's initials and name are overwritten for good; the figures stay.

use serde_json::json;

use super::asked::caseworker;
use super::failure::Failure;
use super::option::{CASEWORKER, DB, TAKE_OVER, UNIT, WAIT};
use super::outcome::{Next, Outcome};
use super::session::Session;
use super::terminal;
use super::verb::Verb;
use crate::book::Holds;
use crate::text::{tr, tr_with};

pub static ERASE: Verb = Verb {
    name: "erase",
    options: &[DB, CASEWORKER, UNIT, WAIT, TAKE_OVER],
    example: "--db bog.sagstakt --caseworker AB",
    run: erase,
};

fn erase(session: &Session) -> Outcome {
    session.no_names()?;
    let mut book = session.open()?;
    let path = book.path().to_owned();
    let id = caseworker(session, book.snapshot())?;
    let erased = book.erase(id, &session.author);
    let erased = erased.map_err(|error| Failure::book(session.lang, &error, &path))?;
    session.tell(|| {
        let copies = erased.copies.iter();
        let copies = copies.map(|it| json!({ "path": it.path, "read": it.holds == Holds::Person }));
        json!({
            "entry": erased.entry.id.0,
            "called": erased.pseudonym,
            "copies": copies.collect::<Vec<_>>(),
            "written_in": erased.written_in,
        })
    });
    terminal::say(&tr_with(session.lang, "cli-erased", &[("name", erased.pseudonym.into())]));
    if !erased.copies.is_empty() {
        terminal::say(&tr(session.lang, "cli-erased-copies"));
    }
    for copy in &erased.copies {
        let doubt = match copy.holds {
            Holds::Person => String::new(),
            Holds::Unknown => format!(" {}", tr(session.lang, "cli-erased-unknown")),
        };
        terminal::say(&format!("  {}{doubt}", copy.path.display()));
    }
    if !erased.written_in.is_empty() {
        terminal::say(&tr(session.lang, "cli-erased-texts"));
    }
    for text in &erased.written_in {
        terminal::say(&format!("  {text}"));
    }
    Ok(Next::Done)
}
