//! `overview`: the figures of a half-year, a month, a quarter or a year.

use std::io::Write as _;
use std::mem::ManuallyDrop;
use std::path::Path;

use super::failure::Failure;
use super::session::Session;
use super::{Next, Outcome, terminal};
use crate::book::Book;
use crate::domain::Period;
use crate::export::{Dialect, Form, overview_csv, overview_json_text, overview_text};
use crate::report::prints::Profile;
use crate::report::{Overview, compose, halves_read};
use crate::text::unwritten::unwritten;
use crate::text::{Display, ErrorCode, Message};

impl Session {
    pub(super) fn overview(&self) -> Outcome {
        self.no_names()?;
        self.one_answer()?;
        if let Some(number) = self.number("edition")? {
            self.for_edition()?;
            return self.stored_overview(number);
        }
        let period = self.period()?;
        let profile = self.profile()?;
        if let Some(form) = self.document_form(profile)? {
            self.for_document(profile, form)?;
            return self.document(period, profile, form);
        }
        let format = self.figures_format()?;
        self.for_figures(format)?;
        let db = self.db()?;
        let read = Book::read(&db, &halves_read(period)).map_err(|error| self.store(&error, &db));
        // The process ends with the answer: taking a nation's book apart, row by row, helps nobody.
        let snapshot = ManuallyDrop::new(read?);
        let only = match self.text("unit")? {
            Some(code) => Some(vec![self.unit(&snapshot, code)?.id]),
            None => None,
        };
        let overview = ManuallyDrop::new(compose(&snapshot, period, only.as_deref()));
        let bytes = self.written(&overview, &snapshot, format)?;
        if let Some(path) = self.given.path("out") {
            return self.write_file(&path, &bytes);
        }
        let _gone = std::io::stdout().lock().write_all(&bytes);
        Ok(Next::Done)
    }

    fn written(
        &self,
        overview: &Overview,
        snapshot: &crate::domain::Snapshot,
        format: &str,
    ) -> Result<Vec<u8>, Failure> {
        match format {
            "json" => Ok(overview_json_text(overview)),
            "csv" => overview_csv(overview, self.dialect()?)
                .map_err(|error| self.store(&error.into(), Path::new(""))),
            "text" => Ok(overview_text(
                overview,
                Display::of(snapshot.settings(), self.lang_of(snapshot)),
            )
            .into_bytes()),
            other => Err(self.usage("usage-format", other)),
        }
    }

    /// `--json` chooses the form where nothing else does.
    pub(super) fn figures_format(&self) -> Result<&str, Failure> {
        let unsaid = if self.given.has("json") { "json" } else { "text" };
        Ok(self.text("format")?.unwrap_or(unsaid))
    }

    /// The form of the document that is asked for; `None` for the figures themselves, which only the
    /// department sees.
    fn document_form(&self, profile: Profile) -> Result<Option<Form>, Failure> {
        let format = self.figures_format()?;
        let extension = if format == "text" { "txt" } else { format };
        let form =
            Form::from_extension(extension).ok_or_else(|| self.usage("usage-format", format))?;
        let figures = matches!(form, Form::Csv | Form::Json | Form::Text);
        Ok((profile == Profile::Committee || !figures).then_some(form))
    }

    /// For whom it is made; the department itself unless told otherwise.
    pub(super) fn profile(&self) -> Result<Profile, Failure> {
        let Some(name) = self.text("profile")? else { return Ok(Profile::Internal) };
        Profile::from_name(name).ok_or_else(|| self.usage("usage-profile", name))
    }

    pub(super) fn dialect(&self) -> Result<Dialect, Failure> {
        match self.text("dialect")? {
            None | Some("danish") => Ok(Dialect::Danish),
            Some("plain") => Ok(Dialect::Plain),
            Some(other) => Err(self.usage("usage-dialect", other)),
        }
    }

    /// An export holds everything; nothing is given out under the committee's name that is not protected.
    pub(super) fn only_internal(&self) -> Result<(), Failure> {
        match self.text("profile")? {
            None | Some("internal") => Ok(()),
            Some("committee") => Err(Failure::new(
                ErrorCode::Usage,
                Message::of(self.lang, "usage-committee-not-yet", &[]),
            )
            .at("--profile")),
            Some(other) => Err(self.usage("usage-profile", other)),
        }
    }

    fn period(&self) -> Result<Period, Failure> {
        let mut found = None;
        for (option, fits) in [
            ("half", (|it| matches!(it, Period::HalfYear(_))) as fn(Period) -> bool),
            ("month", |it| matches!(it, Period::Month(_))),
            ("quarter", |it| matches!(it, Period::Quarter(_))),
            ("year", |it| matches!(it, Period::Year(_))),
        ] {
            let Some(text) = self.text(option)? else { continue };
            if found.is_some() {
                return Err(self.usage("usage-one-period", &format!("--{option}")));
            }
            let period = Period::parse(text).filter(|it| fits(*it));
            found = Some(
                period.ok_or_else(|| self.usage("usage-period", text).at(format!("--{option}")))?,
            );
        }
        found.ok_or_else(|| self.usage("usage-missing", "--half"))
    }

    pub(super) fn file_unwritten(&self, error: &std::io::Error, path: &Path) -> Failure {
        unwritten(self.lang, error, path).into()
    }

    /// Written beside the old file, then renamed over it: a failed export never harms an old one.
    pub(super) fn write_file(&self, path: &Path, bytes: &[u8]) -> Outcome {
        crate::export::write_whole(path, bytes)
            .map_err(|error| self.file_unwritten(&error, path))?;
        if self.given.has("json") && self.given.has("out") {
            terminal::print_json(&serde_json::json!({ "path": path, "bytes": bytes.len() }));
        }
        Ok(self.done("cli-written", &[("path", path.display().to_string().into())]))
    }
}
