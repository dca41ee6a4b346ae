//! `overview --format pdf|docx|xlsx|html|zip`: the committee's document as a file.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::mem::ManuallyDrop;
use std::path::Path;

use serde_json::json;

use super::failure::Failure;
use super::session::Session;
use super::{Next, Outcome, terminal};
use crate::book::{Book, clock};
use crate::domain::{
    Committee, CommitteeId, Day, HalfYear, Period, Progress, Snapshot, Source, UnitId, check_name,
    check_note,
};
use crate::export::{DocumentError, Form, committee_tables, document_csv, missing_letters};
use crate::report::prints::{Prints, Profile};
use crate::report::{Author, Document, Order, Past, Request, Unreadable, half_year_document};
use crate::storage::StoreError;
use crate::text::errors::wording;
use crate::text::{Display, ErrorCode, Message, tr, tr_with};

impl Session {
    /// Writes the document of a half-year in this form, and tells its author what it leaves out.
    pub(super) fn document(&self, period: Period, profile: Profile, form: Form) -> Outcome {
        let Period::HalfYear(half) = period else {
            return Err(self.usage("usage-document-half", form.extension()));
        };
        let out = self.given.path("out");
        if out.is_none() && !self.is_readable(form) {
            // A file of this kind is nothing to look at in a terminal.
            return Err(self.usage("usage-missing", "--out"));
        }
        let book = ManuallyDrop::new(self.open()?);
        let snapshot = book.snapshot();
        let (author, prints) = self.composed(&book, half, profile)?;
        let display = prints.display;
        let bytes = self.form_bytes(snapshot, &prints, &author, form)?;
        let left_out = prints.left_out(snapshot);
        let left_out: Vec<String> =
            left_out.iter().map(|it| it.words(display.lang, prints.threshold)).collect();
        if let Some(path) = out {
            return self.write_file_and_tell(&path, &bytes, &left_out);
        }
        self.tell_left_out(&left_out);
        let _gone = std::io::stdout().lock().write_all(&bytes);
        Ok(Next::Done)
    }

    /// What was typed, with what has changed since the committee's last edition, and every figure of it.
    pub(super) fn composed(
        &self,
        book: &Book,
        half: HalfYear,
        profile: Profile,
    ) -> Result<(Author, Prints), Failure> {
        let snapshot = book.snapshot();
        let mut author = self.author_of(snapshot)?;
        let committee = self.committee(snapshot)?.filter(|_| profile == Profile::Committee);
        let display = Display::of(snapshot.settings(), self.lang_of(snapshot));
        let past = Past::of(snapshot, committee.map(|it| it.0))
            .map_err(|error| self.edition_unreadable(error, book.path()))?;
        let prints = Prints::new(snapshot, half, profile, display, past.published());
        let corrections = match past.since() {
            Some(entry) => book
                .corrections_after(entry, &past.halves())
                .map_err(|error| self.store(&error, book.path()))?,
            None => Vec::new(),
        };
        author.revisions = past.revisions(&prints, &corrections);
        Ok((author, prints))
    }

    /// The committee that is asked for.
    pub(super) fn committee<'a>(
        &self,
        snapshot: &'a Snapshot,
    ) -> Result<Option<(CommitteeId, &'a Committee)>, Failure> {
        let Some(code) = self.text("committee")? else { return Ok(None) };
        let mut all = snapshot.shared.committees.iter();
        let found = all.find(|it| it.1.code == code);
        let found = found.ok_or_else(|| self.usage("usage-committee", code))?;
        Ok(Some((*found.0, found.1)))
    }

    pub(super) fn edition_unreadable(&self, error: Unreadable, path: &Path) -> Failure {
        self.store(&StoreError::Damaged(error.to_string()), path)
    }

    /// Whether a form can be read where it is printed.
    fn is_readable(&self, form: Form) -> bool {
        let in_terminal = matches!(form, Form::Csv | Form::Json | Form::Text);
        in_terminal || self.given.text("format").is_ok_and(|it| it.is_none())
    }

    fn form_bytes(
        &self,
        snapshot: &Snapshot,
        prints: &Prints,
        author: &Author,
        form: Form,
    ) -> Result<Vec<u8>, Failure> {
        if form == Form::Json && prints.profile == Profile::Committee {
            return Ok(committee_tables(snapshot, prints));
        }
        let today = clock::author(Source::CommandLine).today;
        let document = half_year_document(Request { snapshot, prints, author, today });
        if form == Form::Csv && self.given.has("dialect") {
            return document_csv(&document, self.dialect()?)
                .map_err(|error| self.unwritten(&error.into()));
        }
        if matches!(form, Form::Pdf | Form::Package) {
            self.tell_missing_letters(&document);
        }
        form.write(&document, &Progress::default()).map_err(|error| self.unwritten(&error))
    }

    /// For the author alone: what is left out, and why.
    pub(super) fn tell_left_out(&self, lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        terminal::say(&tr(self.lang, "cli-left-out"));
        for line in lines {
            terminal::say(&format!("  {line}"));
        }
    }

    /// For the author alone: letters that the PDF cannot show.
    pub(super) fn tell_missing_letters(&self, document: &Document) {
        let letters = missing_letters(document);
        if !letters.is_empty() {
            terminal::say(&tr_with(self.lang, "missing-letters", &[("letters", letters.into())]));
        }
    }

    fn write_file_and_tell(&self, path: &Path, bytes: &[u8], left_out: &[String]) -> Outcome {
        crate::export::write_whole(path, bytes)
            .map_err(|error| self.file_unwritten(&error, path))?;
        if self.given.has("json") {
            let told = json!({ "path": path, "bytes": bytes.len(), "left_out": left_out });
            terminal::print_json(&told);
        } else {
            self.tell_left_out(left_out);
        }
        Ok(self.done("cli-written", &[("path", path.display().to_string().into())]))
    }

    pub(super) fn unwritten(&self, error: &DocumentError) -> Failure {
        let message =
            Message::of(self.lang, "cli-document-failed", &[("why", error.to_string().into())]);
        Failure::new(ErrorCode::Disk, message)
    }

    /// What was typed for the document.
    fn author_of(&self, snapshot: &Snapshot) -> Result<Author, Failure> {
        let mut author = Author::default();
        if let Some((_, committee)) = self.committee(snapshot)? {
            author.committee.clone_from(&committee.name);
        }
        if let Some(day) = self.text("meeting")? {
            let day = Day::parse_iso(day).ok_or_else(|| self.usage("usage-day", day))?;
            author.meeting = Some(day);
        }
        if let Some(number) = self.text("case-number")? {
            let number = check_name(number).map_err(|error| {
                self.usage("usage-case-number", &wording(self.lang, error)).at("--case-number")
            })?;
            author.case_number = number.into_owned();
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
        let text = std::fs::read_to_string(path).map_err(|error| self.disk(error, path))?;
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
