//! `overview --format pdf|docx|xlsx|html|zip`: the committee's document as a file.

use std::collections::BTreeMap;
use std::path::Path;

use super::failure::Failure;
use super::session::Session;
use crate::book::clock;
use crate::domain::{Day, Period, Progress, Snapshot, Source, UnitId, check_note};
use crate::export::{DocumentError, Form};
use crate::report::{Author, Order, Request, half_year_document};
use crate::text::errors::wording;
use crate::text::{Display, ErrorCode, tr_with};

impl Session {
    /// The bytes of a document in this form.
    pub(super) fn document(
        &self,
        snapshot: &Snapshot,
        period: Period,
        form: Form,
    ) -> Result<Vec<u8>, Failure> {
        let Period::HalfYear(half) = period else {
            return Err(self.usage("usage-document-half", form.extension()));
        };
        let display = Display::of(snapshot.settings(), self.lang_of(snapshot));
        let author = self.author_of(snapshot)?;
        let today = clock::author(Source::CommandLine).today;
        let request = Request { snapshot, half, display, author: &author, today };
        let document = half_year_document(request);
        form.write(&document, &Progress::default()).map_err(|error| self.unwritten(&error))
    }

    fn unwritten(&self, error: &DocumentError) -> Failure {
        let message =
            tr_with(self.lang, "cli-document-failed", &[("why", error.to_string().into())]);
        Failure::new(ErrorCode::Disk, message)
    }

    /// What was typed for the document.
    fn author_of(&self, snapshot: &Snapshot) -> Result<Author, Failure> {
        let mut author = Author::default();
        if let Some(code) = self.text("committee")? {
            let mut committees = snapshot.shared.committees.values();
            let found = committees.find(|it| it.code == code);
            let found = found.ok_or_else(|| self.usage("usage-committee", code))?;
            author.committee.clone_from(&found.name);
        }
        if let Some(day) = self.text("meeting")? {
            let day = Day::parse_iso(day).ok_or_else(|| self.usage("usage-day", day))?;
            author.meeting = Some(day);
        }
        if let Some(number) = self.text("case-number")? {
            number.clone_into(&mut author.case_number);
        }
        if let Some(order) = self.text("order")? {
            author.order =
                Order::from_name(order).ok_or_else(|| self.usage("usage-order", order))?;
        }
        if let Some(path) = self.given.path("assessments") {
            author.assessments = self.assessments(&path, snapshot)?;
        }
        Ok(author)
    }

    /// A line a unit in TOML: `FTI = "..."`, each a note as the book keeps them.
    fn assessments(
        &self,
        path: &Path,
        snapshot: &Snapshot,
    ) -> Result<Vec<(UnitId, String)>, Failure> {
        let text =
            std::fs::read_to_string(path).map_err(|error| self.store(&error.into(), path))?;
        let table: BTreeMap<String, String> = toml::from_str(&text).map_err(|error| {
            self.usage("usage-assessments", error.message()).at(path.display().to_string())
        })?;
        let mut found = Vec::new();
        for (code, text) in table {
            let unit = self.unit(snapshot, &code)?.id;
            let text = check_note(&text).map_err(|error| {
                let why = wording(self.lang, error);
                self.usage("usage-assessment", &format!("{code}: {why}"))
                    .at(path.display().to_string())
            })?;
            found.push((unit, text.into_owned()));
        }
        Ok(found)
    }
}
