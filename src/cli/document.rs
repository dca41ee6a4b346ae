//! `overview --format pdf|docx|xlsx|html|zip`: the committee's document as a file.

use std::collections::BTreeMap;
use std::mem::ManuallyDrop;
use std::path::Path;

use super::asked::{committee, dialect};
use super::failure::Failure;
use super::outcome::Outcome;
use super::session::Session;
use super::written::{tell_left_out, tell_missing_letters, write_document, written};
use crate::book::{Book, clock};
use crate::domain::{
    Day, HalfYear, Period, Progress, Snapshot, Source, UnitId, check_name, check_note,
};
use crate::export::{DocumentError, Form, committee_tables, document_csv};
use crate::report::prints::{Prints, Profile};
use crate::report::{Author, Order, Past, Request, Unreadable, half_year_document};
use crate::storage::StoreError;
use crate::text::errors::wording;
use crate::text::{Display, ErrorCode};

/// Writes the document of a half-year in this form, and tells its author what it leaves out.
pub fn document(session: &Session, period: Period, profile: Profile, form: Form) -> Outcome {
    let Period::HalfYear(half) = period else {
        return Err(session.usage("usage-document-half", form.extension()));
    };
    let out = session.path("out");
    if out.is_none() && !is_readable(session, form) {
        // A file of this kind is nothing to look at in a terminal.
        return Err(session.missing("out"));
    }
    let book = ManuallyDrop::new(session.open()?);
    let snapshot = book.snapshot();
    let (author, prints) = composed(session, &book, half, profile)?;
    let display = prints.display;
    let bytes = form_bytes(session, snapshot, &prints, &author, form)?;
    let left_out = prints.left_out(snapshot);
    let left_out: Vec<String> =
        left_out.iter().map(|it| it.words(display.lang, prints.threshold)).collect();
    if let Some(path) = out {
        return write_document(session, &path, &bytes, &left_out);
    }
    tell_left_out(session, &left_out);
    written(session, &bytes)
}

/// What was typed, with what has changed since the committee's last edition, and every figure of it.
pub fn composed(
    session: &Session,
    book: &Book,
    half: HalfYear,
    profile: Profile,
) -> Result<(Author, Prints), Failure> {
    let snapshot = book.snapshot();
    let mut author = author_of(session, snapshot)?;
    let committee = committee(session, snapshot)?.filter(|_| profile == Profile::Committee);
    let display = Display::of(snapshot.settings(), session.lang_of(snapshot));
    let past = Past::of(snapshot, committee.map(|it| it.0))
        .map_err(|error| edition_unreadable(session, error, book.path()))?;
    let prints = Prints::new(snapshot, half, profile, display, past.published());
    let corrections = match past.since() {
        Some(entry) => book
            .corrections_after(entry, &past.halves())
            .map_err(|error| session.store(&error, book.path()))?,
        None => Vec::new(),
    };
    author.revisions = past.revisions(&prints, &corrections);
    Ok((author, prints))
}

pub fn edition_unreadable(session: &Session, error: Unreadable, path: &Path) -> Failure {
    session.store(&StoreError::Damaged(error.to_string()), path)
}

/// Whether a form can be read where it is printed.
fn is_readable(session: &Session, form: Form) -> bool {
    let in_terminal = matches!(form, Form::Csv | Form::Json | Form::Text);
    in_terminal || session.given.text("format").is_ok_and(|it| it.is_none())
}

fn form_bytes(
    session: &Session,
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
    if form == Form::Csv && session.has("dialect") {
        return document_csv(&document, dialect(session)?)
            .map_err(|error| unwritten(session, &error.into()));
    }
    if matches!(form, Form::Pdf | Form::Package) {
        tell_missing_letters(session, &document);
    }
    form.write(&document, &Progress::default()).map_err(|error| unwritten(session, &error))
}

pub fn unwritten(session: &Session, error: &DocumentError) -> Failure {
    let args = [("why", error.to_string().into())];
    session.refused(ErrorCode::Disk, "cli-document-failed", &args)
}

/// What was typed for the document.
fn author_of(session: &Session, snapshot: &Snapshot) -> Result<Author, Failure> {
    let mut author = Author::default();
    if let Some((_, committee)) = committee(session, snapshot)? {
        author.committee.clone_from(&committee.name);
    }
    author.meeting = session.read("meeting", "usage-day", Day::parse_iso)?;
    if let Some(number) = session.text("case-number")? {
        let number = check_name(number).map_err(|error| {
            session.usage("usage-case-number", &wording(session.lang, error)).at("--case-number")
        })?;
        author.case_number = number.into_owned();
    }
    if let Some(order) = session.read("order", "usage-order", Order::from_name)? {
        author.order = order;
    }
    if let Some(path) = session.path("assessments") {
        author.assessments = assessments(session, &path, snapshot)?;
    }
    Ok(author)
}

/// A line a unit in TOML: `FTI = "..."`, each a note as the book keeps them.
fn assessments(
    session: &Session,
    path: &Path,
    snapshot: &Snapshot,
) -> Result<Vec<(UnitId, String)>, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| session.disk(error, path))?;
    let table: BTreeMap<String, String> = toml::from_str(&text).map_err(|error| {
        session.usage("usage-assessments", error.message()).at(path.display().to_string())
    })?;
    let mut found = Vec::new();
    for (code, text) in table {
        let unit = session.unit(snapshot, &code)?.id;
        let text = check_note(&text).map_err(|error| {
            let why = wording(session.lang, error);
            session
                .usage("usage-assessment", &format!("{code}: {why}"))
                .at(path.display().to_string())
        })?;
        found.push((unit, text.into_owned()));
    }
    Ok(found)
}
