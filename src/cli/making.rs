//! `new` and `demo`: a book made whole before it has its name.

use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::session::Session;
use super::{Next, Outcome, terminal};
use crate::book::{Book, clock, create_first};
use crate::domain::{Month, Period, Source};
use crate::export::overview_text;
use crate::import::sample;
use crate::report::compose;
use crate::text::{Display, first_names, tr};

impl Session {
    pub(super) fn new_book(&self) -> Outcome {
        let path = self.only_name()?;
        let names = (!self.given.has("empty")).then(|| first_names(self.lang));
        let made = create_first(&path, names, &clock::author(Source::CommandLine));
        made.map_err(|error| Failure::book(self.lang, &error, &path))?;
        Ok(self.done("cli-made", &[("path", path.display().to_string().into())]))
    }

    pub(super) fn demo(&self) -> Outcome {
        self.no_names()?;
        if let Some(path) = self.given.path("out") {
            self.make_sample(&path)?;
            return Ok(self.done("cli-made", &[("path", path.display().to_string().into())]));
        }
        let path = self.sample_place()?;
        let book = self.make_sample(&path)?;
        let half = Period::HalfYear(Month::january(2026).half_year());
        let overview = compose(book.snapshot(), half, None);
        terminal::print(&overview_text(
            &overview,
            Display::of(book.snapshot().settings(), self.lang),
        ));
        terminal::say(&crate::text::tr_with(
            self.lang,
            "cli-made",
            &[("path", path.display().to_string().into())],
        ));
        drop(book);
        Ok(Next::Window(self.window_request(Some(path))?))
    }

    fn make_sample(&self, path: &Path) -> Result<Book, Failure> {
        let author = clock::author(Source::CommandLine);
        let made = sample::make(path, &tr(self.lang, "sample-name"), &author);
        made.map_err(|error| Failure::book(self.lang, &error, path))
    }

    fn sample_place(&self) -> Result<PathBuf, Failure> {
        let place = sample::place(&tr(self.lang, "sample-name"));
        place.map_err(|error| self.store(&error.into(), Path::new("")))
    }
}
