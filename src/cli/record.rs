//! `record`: typed figures from a command line, or one save a line from standard input.

use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, Write as _};

use super::failure::{Failure, nothing_saved};
use super::given::Given;
use super::option::{CASEWORKER, DB, MONTH, Opt, REASON, TAKE_OVER, UNIT, WAIT};
use super::outcome::{Next, Outcome};
use super::parse::given_to;
use super::session::Session;
use super::terminal;
use super::verb::Verb;
use crate::book::{Book, BookError, Circumstances, clock};
use crate::domain::{
    CaseworkerId, CellKey, Complexity, Counted, Entry, Month, Snapshot, UnitData, UnitField,
    check_note,
};
use crate::text::{ErrorCode, Lang, dates, errors, parse, tr_with};
use crate::view::entry::{Edit, Problem, command, splits_lost};

pub static RECORD: Verb = Verb {
    name: "record",
    options: &[
        DB,
        UNIT,
        MONTH,
        CASEWORKER,
        REASON,
        WAIT,
        TAKE_OVER,
        Opt::with("ack-file", "gemt.txt"),
    ],
    example: "--db bog.sagstakt --unit FTI --month 2026-09 cases=41 opened=6",
    run: record,
};

/// One save, as the words of a line.
struct Words {
    unit: String,
    month: String,
    caseworker: Option<String>,
    /// `cases=41`; nothing after the sign takes the figure away.
    figures: Vec<(String, String)>,
    reason: Option<String>,
}

/// What came of a line.
struct Saved {
    entry: Option<Entry>,
    /// Parts by complexity went with a new total.
    lost_split: bool,
}

fn record(session: &Session) -> Outcome {
    if session.given.names.first().is_some_and(|it| it == "-") {
        return record_lines(session);
    }
    let mut book = session.open()?;
    let words = words(session, &session.given)?;
    let mut acks = acks(session)?;
    let saved = save(session, &mut book, &words)?;
    if saved.entry.is_some() {
        acks.after(1);
    }
    tell(session, &book, &words, &saved);
    Ok(Next::Done)
}

fn record_lines(session: &Session) -> Outcome {
    let mut book = session.open()?;
    let mut acks = acks(session)?;
    let (mut saved, mut number) = (0_u64, 0_u64);
    for line in std::io::stdin().lock().lines() {
        number += 1;
        let place = |failure: Failure| {
            failure.at(tr_with(session.lang, "cli-line", &[("n", number.to_string().into())]))
        };
        let line =
            line.map_err(|error| place(session.usage("usage-value-not-text", &error.to_string())))?;
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let words = line_words(session, &line).map_err(place)?;
        if save(session, &mut book, &words).map_err(place)?.entry.is_some() {
            saved += 1;
            acks.after(saved);
        }
        book.make_room();
    }
    session.tell(|| serde_json::json!({ "saved": saved, "entries": book.snapshot().revision.0 }));
    Ok(session.done("cli-saved-lines", &[("n", saved.to_string().into())]))
}

fn line_words(session: &Session, line: &str) -> Result<Words, Failure> {
    let parts = shlex::split(line).ok_or_else(|| session.usage("usage-quotes", line))?;
    let given = given_to(&RECORD, parts.into_iter().map(Into::into));
    let given = given.map_err(|unclear| session.unclear(&unclear))?;
    words(session, &given)
}

fn words(session: &Session, given: &Given) -> Result<Words, Failure> {
    let text = |option: &str| {
        given.text(option).map_err(|it| session.unclear(&it)).map(|it| it.map(str::to_owned))
    };
    let needed = |option: &str| {
        text(option)?.ok_or_else(|| session.usage("usage-missing", &format!("--{option}")))
    };
    let mut figures = Vec::new();
    for name in &given.names {
        let word = name.to_string_lossy();
        let (key, value) =
            word.split_once('=').ok_or_else(|| session.usage("usage-figure", &word))?;
        figures.push((key.to_owned(), value.to_owned()));
    }
    if figures.is_empty() {
        return Err(session.usage("usage-no-figures", "cases=41"));
    }
    Ok(Words {
        unit: needed("unit")?,
        month: needed("month")?,
        caseworker: text("caseworker")?,
        figures,
        reason: text("reason")?,
    })
}

fn save(session: &Session, book: &mut Book, words: &Words) -> Result<Saved, Failure> {
    let lang = session.lang_of(book.snapshot());
    let path = book.path().to_owned();
    let refused = |error: &BookError| Failure::book(lang, error, &path);
    let reason = match words.reason.as_deref().map(check_note).transpose() {
        Ok(reason) => reason.map(std::borrow::Cow::into_owned),
        Err(error) => {
            let why = nothing_saved(lang, &errors::wording(lang, error));
            return Err(Failure::new(ErrorCode::Refused, why).at("--reason"));
        }
    };
    // Others may have saved: what is understood must be understood of the newest book.
    let author = clock::later(&session.author);
    book.prepare(&author).map_err(|error| refused(&error.into()))?;
    let data = session.unit(book.snapshot(), &words.unit)?;
    let edits = edits(session, book.snapshot(), data, words)?;
    let command = command(data, &edits)
        .map_err(|(key, problem)| not_taken(session, words, &edits, (key, &problem)))?;
    let lost = splits_lost(data, &edits).first().map(|it| split_lost(session, words, it.month));
    let circumstances = Circumstances { reason, ..Circumstances::default() };
    let entry = book.run(command, &author, circumstances).map_err(|error| refused(&error))?;
    if let Some(lost) = &lost {
        terminal::say(lost);
    }
    Ok(Saved { entry, lost_split: lost.is_some() })
}

/// Parts by complexity that a new total takes away are named, not dropped in silence.
fn split_lost(session: &Session, words: &Words, month: Month) -> String {
    let initials = words.caseworker.as_deref().unwrap_or_default();
    let place = format!("{initials} {}", dates::month(session.lang, month));
    tr_with(session.lang, "entry-split-lost", &[("place", place.into()), ("more", 0_usize.into())])
}

/// What is wanted in which cell, as the sheet would have it typed.
fn edits(
    session: &Session,
    snapshot: &Snapshot,
    data: &UnitData,
    words: &Words,
) -> Result<Vec<Edit>, Failure> {
    let month = Month::parse_iso(&words.month).ok_or_else(|| {
        let args = [("text", (&words.month).into())];
        session.refused(ErrorCode::Refused, "cli-not-a-month", &args).at("--month")
    })?;
    let whose = words.caseworker.as_deref();
    let whose = whose.map(|it| caseworker(session, snapshot, data, month, it)).transpose()?;
    let edit = |(key, text): &(String, String)| {
        let counted = counted(whose, key).ok_or_else(|| session.usage("usage-figure", key))?;
        let number = if counted.has_decimals() {
            parse::number(text).map(|it| it.map(|exact| exact.0))
        } else {
            parse::whole(text)
        };
        let value = number.map_err(|error| not_a_number(session, key, text, error))?;
        Ok((CellKey { unit: data.id, month, counted }, value))
    };
    let edits = words.figures.iter().map(edit).collect::<Result<Vec<Edit>, Failure>>()?;
    let parts = edits.iter().filter(|it| matches!(it.0.counted, Counted::Part(..)));
    if parts.count() % Complexity::ALL.len() != 0 {
        return Err(split_incomplete(session));
    }
    Ok(edits)
}

/// Why the sheet would not take it.
fn not_taken(
    session: &Session,
    words: &Words,
    edits: &[Edit],
    (cell, problem): (CellKey, &Problem),
) -> Failure {
    let Problem::Refusal(refusal) = problem else {
        return split_incomplete(session);
    };
    let named = words.figures.iter().zip(edits).find(|it| it.1.0 == cell);
    let why = errors::refusal(session.lang, refusal);
    let why = nothing_saved(session.lang, &why.text());
    let failure = Failure::new(ErrorCode::Refused, why);
    failure.at(named.map_or("cases", |it| it.0.0.as_str()))
}

fn split_incomplete(session: &Session) -> Failure {
    session.usage("usage-split", "simple= complex= very_complex=")
}

fn caseworker(
    session: &Session,
    snapshot: &Snapshot,
    data: &UnitData,
    month: Month,
    initials: &str,
) -> Result<CaseworkerId, Failure> {
    let named = |id: &CaseworkerId| {
        let identity = data.caseworkers.get(id).and_then(|it| snapshot.identity(it.identity));
        identity.is_some_and(|it| it.initials == initials)
    };
    let mut found: Vec<_> = data.caseworkers.keys().filter(|it| named(it)).collect();
    found.sort_by_key(|id| data.caseworkers.get(id).is_none_or(|it| !it.is_present(month)));
    found.first().map(|it| **it).ok_or_else(|| {
        let args = [("initials", initials.into()), ("unit", (&data.unit.code).into())];
        session.refused(ErrorCode::Refused, "cli-unknown-caseworker", &args).at(initials)
    })
}

fn not_a_number(session: &Session, key: &str, value: &str, error: parse::NumberError) -> Failure {
    let args = [("value", value.into()), ("why", error.words(session.lang).into())];
    session.refused(ErrorCode::Refused, "cli-not-a-number", &args).at(key)
}

fn tell(session: &Session, book: &Book, words: &Words, saved: &Saved) {
    let lang: Lang = session.lang_of(book.snapshot());
    let key = if saved.entry.is_some() { "cli-saved" } else { "cli-unchanged" };
    let figures: Vec<String> =
        words.figures.iter().map(|(key, value)| format!("{key}={value}")).collect();
    let args = [
        ("unit", (&words.unit).into()),
        ("month", (&words.month).into()),
        ("figures", figures.join(" ").into()),
    ];
    let id = saved.entry.as_ref().map(|it| it.id.0);
    let lost = saved.lost_split;
    session.tell(|| serde_json::json!({ "saved": id.is_some(), "entry": id, "lost_split": lost }));
    terminal::say(&tr_with(lang, key, &args));
}

fn acks(session: &Session) -> Result<Acks, Failure> {
    let Some(path) = session.path("ack-file") else {
        return Ok(Acks(None));
    };
    let file = OpenOptions::new().create(true).append(true).open(&path);
    file.map(|it| Acks(Some(it))).map_err(|error| session.disk(error, &path))
}

/// `cases` and its parts are a caseworker's where one is named; else a key is a figure of the unit.
fn counted(whose: Option<CaseworkerId>, key: &str) -> Option<Counted> {
    let Some(id) = whose else {
        return UnitField::from_key(key).map(Counted::Figure);
    };
    if key == "cases" {
        return Some(Counted::Cases(id));
    }
    let part = Complexity::ALL.into_iter().find(|it| it.name().replace('-', "_") == key)?;
    Some(Counted::Part(id, part))
}

/// Where each durable save is acknowledged.
struct Acks(Option<File>);

impl Acks {
    fn after(&mut self, number: u64) {
        if let Some(file) = &mut self.0 {
            // An acknowledgement that cannot be written claims nothing.
            let _unsaid = writeln!(file, "{number}");
        }
    }
}
