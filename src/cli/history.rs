//! `log`, `undo`, `redo`: what was done, and stepping back and forth.

use serde_json::{Value, json};

use super::asked::dialect;
use super::effect::{without_effect, without_effect_together};
use super::failure::Failure;
use super::option::{DB, DIALECT, Opt, REASON, TAKE_OVER, WAIT};
use super::outcome::{Next, Outcome};
use super::session::Session;
use super::terminal;
use super::verb::Verb;
use crate::book::{Author, Book, BookError, Circumstances, named};
use crate::domain::{Change, Entry, EntryId, EntryKind, Snapshot, Source};
use crate::export::{log_csv, write_whole};
use crate::text::{Lang, changes, dates, tr_with};

pub static LOG: Verb = Verb {
    name: "log",
    options: &[
        DB,
        Opt::with("entry", "7"),
        Opt::with("last", "10"),
        Opt::with("format", "csv").about("format-log"),
        DIALECT,
        Opt::with("out", "log.csv"),
    ],
    example: "--db bog.sagstakt --last 10",
    run: log,
};

pub static UNDO: Verb = Verb {
    name: "undo",
    options: &[
        DB,
        Opt::with("entry", "7").about("entry-undo"),
        Opt::with("to", "7").about("to-entry"),
        REASON,
        WAIT,
        TAKE_OVER,
    ],
    example: "--db bog.sagstakt --entry 7",
    run: undo,
};

pub static REDO: Verb =
    Verb { name: "redo", options: &[DB, WAIT, TAKE_OVER], example: "--db bog.sagstakt", run: redo };

/// Changes of one entry that `log --json` lists; the rest are counted.
const LISTED: usize = 1000;
/// Entries shown unless told otherwise.
const SHOWN: usize = 50;

/// Whether every change of an entry is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    Short,
    Whole,
}

fn log(session: &Session) -> Outcome {
    session.no_names()?;
    match session.text("format")? {
        Some("csv") => {
            without_effect(session, &["entry", "last"], "usage-log-whole")?;
            return whole_log(session, &session.open()?);
        }
        Some(other) if other != "text" => return Err(session.usage("usage-log-format", other)),
        Some(_) | None => {}
    }
    without_effect(session, &["out", "dialect"], "usage-only-csv")?;
    without_effect_together(session, "entry", "last")?;
    let book = session.open()?;
    let heads = book.journal().map_err(|error| session.store(&error, book.path()))?;
    let ids = heads.into_iter().map(|it| it.0);
    let chosen: Vec<EntryId> = match (session.number("entry")?, session.number("last")?) {
        (Some(id), _) => ids.filter(|it| *it == EntryId(id)).collect(),
        (None, last) => {
            let shown = last.map_or(SHOWN, |it| usize::try_from(it).unwrap_or(SHOWN));
            let all = session.has("json") && last.is_none();
            let first = if all { 0 } else { ids.len().saturating_sub(shown) };
            ids.skip(first).collect()
        }
    };
    let detail = if session.has("entry") { Detail::Whole } else { Detail::Short };
    let mut lines = Vec::new();
    let mut entries = Vec::new();
    for id in chosen {
        let entry = book.entry(id).map_err(|error| session.store(&error, book.path()))?;
        entries.extend(entry);
    }
    let snapshot = snapshot_of_log(session, &book, &entries)?;
    for entry in entries {
        if session.has("json") {
            lines.push(entry_json(&snapshot, &entry, detail));
        } else {
            terminal::print(&entry_text(session.lang_of(&snapshot), &snapshot, &entry, detail));
        }
    }
    if session.has("json") {
        terminal::print_json(&Value::Array(lines));
    }
    Ok(Next::Done)
}

/// The book with the names of what is gone; its whole log is read only where one is asked for.
fn snapshot_of_log(session: &Session, book: &Book, entries: &[Entry]) -> Result<Snapshot, Failure> {
    let snapshot = book.snapshot();
    let is_gone = |change: &Change| {
        let unit = change.unit();
        unit.is_some_and(|it| snapshot.unit(it).is_none())
            || unit
                .zip(change.caseworker())
                .is_some_and(|(unit, id)| snapshot.called(unit, id).is_none())
    };
    if !entries.iter().flat_map(|it| it.changes.iter().flatten()).any(|it| is_gone(&it)) {
        return Ok(Snapshot::clone(snapshot));
    }
    let lines = book.log_after(EntryId(0), u64::MAX);
    Ok(named(snapshot, &lines.map_err(|error| session.store(&error, book.path()))?))
}

fn undo(session: &Session) -> Outcome {
    without_effect_together(session, "entry", "to")?;
    if !session.has("entry") && !session.has("to") {
        without_effect(session, &["reason"], "usage-only-undo-entry")?;
    }
    let reason = session.text("reason")?.map(str::to_owned);
    let because = |detail| Circumstances { detail, reason: reason.clone() };
    match (session.number("entry")?, session.number("to")?) {
        (Some(entry), _) => step(
            session,
            |book, author| book.take_back(EntryId(entry), author, because(String::new())),
            "cli-nothing-to-undo",
        ),
        (None, Some(to)) => {
            let args = [("entry", to.to_string().into())];
            let detail = tr_with(session.lang, "log-back-to", &args);
            step(
                session,
                |book, author| book.go_back_to(EntryId(to), author, because(detail.clone())),
                "cli-nothing-to-undo",
            )
        }
        (None, None) => step(session, Book::undo, "cli-nothing-to-undo"),
    }
}

/// Every change of every entry as one row, to a file or to standard output.
fn whole_log(session: &Session, book: &Book) -> Outcome {
    let unreadable = |error| session.store(&error, book.path());
    let lines = book.log_after(EntryId(0), u64::MAX).map_err(unreadable)?;
    let lang = session.lang_of(book.snapshot());
    let dialect = dialect(session)?;
    let bytes = log_csv(&named(book.snapshot(), &lines), &lines, lang, dialect);
    let bytes = bytes.map_err(|error| session.disk(error, book.path()))?;
    if let Some(path) = session.path("out") {
        write_whole(&path, &bytes).map_err(|error| session.disk(error, &path))?;
        return Ok(session.done("cli-log-written", &[("path", path.display().to_string().into())]));
    }
    terminal::print(&String::from_utf8_lossy(&bytes));
    Ok(Next::Done)
}

fn redo(session: &Session) -> Outcome {
    step(session, Book::redo, "cli-nothing-to-redo")
}

fn step(
    session: &Session,
    step: impl Fn(&mut Book, &Author) -> Result<Option<Entry>, BookError>,
    nothing: &str,
) -> Outcome {
    session.no_names()?;
    let mut book = session.open()?;
    let path = book.path().to_owned();
    let entry = step(&mut book, &session.author)
        .map_err(|error| Failure::book(session.lang, &error, &path))?;
    session.tell(|| json!({ "done": entry.is_some(), "entry": entry.as_ref().map(|it| it.id.0) }));
    match entry {
        None => Ok(session.done(nothing, &[])),
        Some(entry) => {
            let what = changes::summary(session.lang_of(book.snapshot()), book.snapshot(), &entry);
            terminal::say(&what);
            Ok(Next::Done)
        }
    }
}

fn entry_text(lang: Lang, snapshot: &Snapshot, entry: &Entry, detail: Detail) -> String {
    let when = dates::moment(lang, entry.head.at);
    let what = changes::summary(lang, snapshot, entry);
    let mut text = format!("{:>5}  {when}  {:<10}  {what}\n", entry.id.0, entry.head.user);
    let mut line = |key: &str, value: &str| {
        if !value.is_empty() {
            text.extend(["       ", &tr_with(lang, key, &[("text", value.into())]), "\n"]);
        }
    };
    line("log-detail", &entry.head.detail);
    line("log-reason", entry.head.reason.as_deref().unwrap_or_default());
    if detail == Detail::Whole {
        for change in entry.changes.iter().flatten() {
            text.extend(["       ", &changes::change(lang, snapshot, &change), "\n"]);
        }
    }
    text
}

fn entry_json(snapshot: &Snapshot, entry: &Entry, detail: Detail) -> Value {
    let (kind, of) = match entry.head.kind {
        EntryKind::Did => ("did", None),
        EntryKind::Undid(of) => ("undid", Some(of.0)),
        EntryKind::Redid(of) => ("redid", Some(of.0)),
        EntryKind::Final => ("final", None),
    };
    let source = match entry.head.source {
        Source::Window => "window",
        Source::CommandLine => "command_line",
    };
    let most = if detail == Detail::Whole { usize::MAX } else { LISTED };
    let listed: Vec<Value> = entry
        .changes
        .iter()
        .flatten()
        .take(most)
        .map(|it| changes::fields(snapshot, &it))
        .collect();
    json!({
        "entry": entry.id.0,
        "at": dates::moment_iso(entry.head.at),
        "user": entry.head.user,
        "source": source,
        "kind": kind,
        "of": of,
        "detail": entry.head.detail,
        "reason": entry.head.reason,
        "changes_total": entry.changes.len(),
        "changes": listed,
    })
}
