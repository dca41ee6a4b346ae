//! `issue`: freezes an edition of a half-year's overview, with the files that are handed out.

use serde_json::json;

use super::asked::{committee, half};
use super::document::{composed, unwritten};
use super::failure::Failure;
use super::option::{
    ASSESSMENTS, CASE_NUMBER, COMMITTEE, DB, HALF, MEETING, ORDER, REASON, TAKE_OVER, WAIT,
};
use super::outcome::{Next, Outcome};
use super::session::Session;
use super::terminal;
use super::verb::Verb;
use super::written::{tell_left_out, tell_missing_letters};
use crate::book::{Circumstances, Command, SharedCommand, WrittenFile};
use crate::domain::{HalfYear, Period, Progress, Snapshot};
use crate::export::{DocumentFile, edition_files};
use crate::report::prints::{Prints, Profile};
use crate::report::{
    Author, Cell, Issuing, Request, edition_record, half_year_document, next_edition,
};
use crate::text::{Lang, dates, figures};

pub static ISSUE: Verb = Verb {
    name: "issue",
    options: &[
        DB,
        HALF,
        COMMITTEE,
        MEETING,
        CASE_NUMBER,
        ASSESSMENTS,
        ORDER,
        REASON,
        WAIT,
        TAKE_OVER,
    ],
    example: "--db bog.sagstakt --half 2026H1 --committee SB --meeting 2026-10-12 --case-number 22/6043",
    run: issue,
};

fn issue(session: &Session) -> Outcome {
    session.no_names()?;
    let half = half(session)?;
    for option in ["committee", "meeting", "case-number"] {
        session.needed(option)?;
    }
    let mut book = session.open()?;
    let path = book.path().to_owned();
    // An older file gets its new tables before anything is composed from it.
    book.prepare(&session.author).map_err(|error| session.store(&error, &path))?;
    let snapshot = std::sync::Arc::clone(book.snapshot());
    let (mut author, prints) = composed(session, &book, half, Profile::Committee)?;
    let (committee, _) =
        committee(session, &snapshot)?.ok_or_else(|| session.missing("committee"))?;
    let meeting = author.meeting.ok_or_else(|| session.missing("meeting"))?;
    author.edition = Some(next_edition(&snapshot, half, committee));
    let issuing =
        Issuing { committee, meeting, at: session.author.now, by: session.author.user.clone() };
    let files = files_of(session, &snapshot, &prints, &author)?;
    let edition = edition_record(&prints, &author, &issuing);
    let number = edition.number;
    let written = files.iter().map(|file| WrittenFile {
        name: file.name.clone(),
        media_type: file.media_type.to_owned(),
        bytes: file.bytes.clone(),
    });
    let command = SharedCommand::Issue { edition: Box::new(edition), files: written.collect() };
    let reason = session.text("reason")?.map(str::to_owned);
    let circumstances = Circumstances { reason, ..Circumstances::default() };
    book.run(Command::Shared(command), &session.author, circumstances)
        .map_err(|error| Failure::book(session.lang, &error, &path))?;
    tell_issued(session, &snapshot, &prints, &author, &files);
    Ok(tell_number(session, half, number))
}

fn files_of(
    session: &Session,
    snapshot: &Snapshot,
    prints: &Prints,
    author: &Author,
) -> Result<Vec<DocumentFile>, Failure> {
    let today = session.author.today;
    let document = half_year_document(Request { snapshot, prints, author, today });
    tell_missing_letters(session, &document);
    edition_files(&document, snapshot, prints, &Progress::default())
        .map_err(|error| unwritten(session, &error))
}

/// What was left out and what has changed, for the author.
fn tell_issued(
    session: &Session,
    snapshot: &Snapshot,
    prints: &Prints,
    author: &Author,
    files: &[DocumentFile],
) {
    let lang = prints.display.lang;
    let left_out = prints.left_out(snapshot);
    let left_out: Vec<String> =
        left_out.iter().map(|it| it.words(lang, prints.threshold)).collect();
    let revisions = author.revisions.as_deref().unwrap_or_default();
    if !session.has("json") {
        tell_left_out(session, &left_out);
        for revised in revisions {
            let unit = code(snapshot, revised.unit);
            terminal::say(&change_line(
                lang,
                (&unit, revised.half),
                revised.key,
                [&revised.old, &revised.new],
            ));
        }
        return;
    }
    let revisions = revisions.iter().map(|revised| {
        json!({
            "unit": code(snapshot, revised.unit), "half_year": revised.half.to_string(), "key": revised.key.name(),
            "old": revised.old.text, "new": revised.new.text, "why": revised.why,
        })
    });
    let files = files.iter().map(|it| json!({ "name": it.name, "bytes": it.bytes.len() }));
    terminal::print_json(&json!({
        "half_year": prints.half.to_string(),
        "number": author.edition.as_ref().map(|it| it.number),
        "issued_at": dates::moment_iso(session.author.now),
        "issued_by": session.author.user,
        "files": files.collect::<Vec<_>>(),
        "left_out": left_out,
        "revisions": revisions.collect::<Vec<_>>(),
    }));
}

fn tell_number(session: &Session, half: HalfYear, number: u32) -> Next {
    if !session.has("json") {
        terminal::print(&format!("{number}\n"));
    }
    let half = dates::period(session.lang, Period::HalfYear(half));
    let args = [("number", number.to_string().into()), ("half", half.into())];
    session.done("cli-issued", &args)
}

pub fn code(snapshot: &Snapshot, unit: crate::domain::UnitId) -> String {
    snapshot.unit(unit).map_or_else(|| unit.0.to_string(), |it| it.unit.code.clone())
}

/// "BFA, 2. halvår 2025, Sagsantal ultimo: 464 → 460"
pub fn change_line(
    lang: Lang,
    (unit, half): (&str, HalfYear),
    key: crate::measure::Key,
    cells: [&Cell; 2],
) -> String {
    let [old, new] = cells.map(|it| it.text_in(lang));
    let period = dates::period(lang, Period::HalfYear(half));
    format!("{unit}, {period}, {}: {old} → {new}", figures::label(lang, key))
}
