//! `overview`: the figures of a half-year, a month, a quarter or a year.

use std::mem::ManuallyDrop;
use std::path::Path;

use super::asked::{dialect, format, period, profile};
use super::document::document;
use super::editions::stored_overview;
use super::effect::{for_document, for_edition, for_figures, one_answer};
use super::failure::Failure;
use super::option::{
    ASSESSMENTS, CASE_NUMBER, COMMITTEE, DB, DIALECT, HALF, MEETING, MONTH, ORDER, Opt, PROFILE,
    UNIT,
};
use super::outcome::Outcome;
use super::session::Session;
use super::verb::Verb;
use super::written::written;
use crate::book::Book;
use crate::domain::Snapshot;
use crate::export::{Form, overview_csv, overview_json_text, overview_text};
use crate::report::prints::Profile;
use crate::report::{Overview, compose, halves_read};
use crate::text::Display;

pub static OVERVIEW: Verb = Verb {
    name: "overview",
    options: &[
        DB,
        HALF,
        MONTH,
        Opt::with("quarter", "2026Q3"),
        Opt::with("year", "2026"),
        UNIT,
        PROFILE,
        Opt::with("format", "pdf"),
        DIALECT,
        Opt::with("out", "oversigt.pdf"),
        COMMITTEE,
        MEETING,
        CASE_NUMBER,
        ASSESSMENTS,
        ORDER,
        Opt::with("edition", "1"),
    ],
    example: "--db bog.sagstakt --half 2026H1",
    run: overview,
};

fn overview(session: &Session) -> Outcome {
    session.no_names()?;
    one_answer(session)?;
    if let Some(number) = session.number("edition")? {
        for_edition(session)?;
        return stored_overview(session, number);
    }
    let period = period(session)?;
    let profile = profile(session)?;
    if let Some(form) = document_form(session, profile)? {
        for_document(session, profile, form)?;
        return document(session, period, profile, form);
    }
    let format = format(session)?;
    for_figures(session, format)?;
    let db = session.db()?;
    let read = Book::read(&db, &halves_read(period)).map_err(|error| session.store(&error, &db));
    // The process ends with the answer: taking a nation's book apart, row by row, helps nobody.
    let snapshot = ManuallyDrop::new(read?);
    let only = match session.text("unit")? {
        Some(code) => Some(vec![session.unit(&snapshot, code)?.id]),
        None => None,
    };
    let overview = ManuallyDrop::new(compose(&snapshot, period, only.as_deref()));
    written(session, &bytes_of(session, &overview, &snapshot, format)?)
}

fn bytes_of(
    session: &Session,
    overview: &Overview,
    snapshot: &Snapshot,
    format: &str,
) -> Result<Vec<u8>, Failure> {
    match format {
        "json" => Ok(overview_json_text(overview)),
        "csv" => overview_csv(overview, dialect(session)?)
            .map_err(|error| session.store(&error.into(), Path::new(""))),
        "text" => {
            Ok(overview_text(overview, Display::of(snapshot.settings(), session.lang_of(snapshot)))
                .into_bytes())
        }
        other => Err(session.usage("usage-format", other)),
    }
}

/// The form of the document that is asked for; `None` for the figures themselves, which only the
/// department sees.
fn document_form(session: &Session, profile: Profile) -> Result<Option<Form>, Failure> {
    let format = format(session)?;
    let extension = if format == "text" { "txt" } else { format };
    let form =
        Form::from_extension(extension).ok_or_else(|| session.usage("usage-format", format))?;
    let figures = matches!(form, Form::Csv | Form::Json | Form::Text);
    Ok((profile == Profile::Committee || !figures).then_some(form))
}
