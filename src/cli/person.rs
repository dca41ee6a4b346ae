//! `disclose`: everything the book holds about one person, as a file for that person.

use super::failure::Failure;
use super::session::Session;
use super::{Next, Outcome, terminal};
use crate::export::{person_csv, write_whole};

impl Session {
    pub(super) fn disclose(&self) -> Outcome {
        self.no_names()?;
        let book = self.open()?;
        let initials = self.text("caseworker")?;
        let initials = initials.ok_or_else(|| self.usage("usage-missing", "--caseworker"))?;
        let id = self.caseworker_named(book.snapshot(), initials)?;
        let data = book
            .personal_data(id)
            .map_err(|error| Failure::book(self.lang, &error, book.path()))?;
        let bytes = person_csv(&data, self.lang_of(&data.snapshot))
            .map_err(|error| self.disk(error, book.path()))?;
        let Some(path) = self.given.path("out") else {
            terminal::print(&String::from_utf8_lossy(&bytes));
            return Ok(Next::Done);
        };
        write_whole(&path, &bytes).map_err(|error| self.disk(error, &path))?;
        let args = [("initials", initials.into()), ("path", path.display().to_string().into())];
        Ok(self.done("person-written", &args))
    }
}
