//! `log`, `undo`, `redo`: what was done, and stepping back and forth.

use serde_json::{Value, json};

use super::failure::Failure;
use super::session::Session;
use super::{Next, Outcome, terminal};
use crate::book::{Book, BookError, Circumstances, named};
use crate::domain::{Change, Entry, EntryId, EntryKind, Snapshot, Source};
use crate::export::{log_csv, write_whole};
use crate::text::{Lang, changes, dates, tr_with};

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

impl Session {
    pub(super) fn log(&self) -> Outcome {
        self.no_names()?;
        match self.text("format")? {
            Some("csv") => {
                self.without_effect(&["entry", "last"], "usage-log-whole")?;
                return self.log_csv(&self.open()?);
            }
            Some(other) if other != "text" => return Err(self.usage("usage-log-format", other)),
            Some(_) | None => {}
        }
        self.without_effect(&["out", "dialect"], "usage-only-csv")?;
        self.without_effect_together("entry", "last")?;
        let book = self.open()?;
        let heads = book.journal().map_err(|error| self.store(&error, book.path()))?;
        let ids = heads.into_iter().map(|it| it.0);
        let chosen: Vec<EntryId> = match (self.number("entry")?, self.number("last")?) {
            (Some(id), _) => ids.filter(|it| *it == EntryId(id)).collect(),
            (None, last) => {
                let shown = last.map_or(SHOWN, |it| usize::try_from(it).unwrap_or(SHOWN));
                let all = self.given.has("json") && last.is_none();
                let first = if all { 0 } else { ids.len().saturating_sub(shown) };
                ids.skip(first).collect()
            }
        };
        let detail = if self.given.has("entry") { Detail::Whole } else { Detail::Short };
        let mut lines = Vec::new();
        let mut entries = Vec::new();
        for id in chosen {
            let entry = book.entry(id).map_err(|error| self.store(&error, book.path()))?;
            entries.extend(entry);
        }
        let snapshot = self.snapshot_of_log(&book, &entries)?;
        for entry in entries {
            if self.given.has("json") {
                lines.push(entry_json(&snapshot, &entry, detail));
            } else {
                terminal::print(&entry_text(self.lang_of(&snapshot), &snapshot, &entry, detail));
            }
        }
        if self.given.has("json") {
            terminal::print_json(&Value::Array(lines));
        }
        Ok(Next::Done)
    }

    /// The book with the names of what is gone; its whole log is read only where one is asked for.
    fn snapshot_of_log(&self, book: &Book, entries: &[Entry]) -> Result<Snapshot, Failure> {
        let snapshot = book.snapshot();
        let is_gone = |change: &Change| {
            let unit = change.unit();
            unit.is_some_and(|it| snapshot.unit(it).is_none())
                || unit
                    .zip(change.caseworker())
                    .is_some_and(|(unit, id)| snapshot.called(unit, id).is_none())
        };
        if !entries.iter().any(|it| it.changes.iter().flatten().any(|it| is_gone(&it))) {
            return Ok(Snapshot::clone(snapshot));
        }
        let lines = book.log_after(EntryId(0), u64::MAX);
        Ok(named(snapshot, &lines.map_err(|error| self.store(&error, book.path()))?))
    }

    pub(super) fn undo(&self) -> Outcome {
        self.without_effect_together("entry", "to")?;
        if !self.given.has("entry") && !self.given.has("to") {
            self.without_effect(&["reason"], "usage-only-undo-entry")?;
        }
        let reason = self.text("reason")?.map(str::to_owned);
        let because = |detail| Circumstances { detail, reason: reason.clone() };
        match (self.number("entry")?, self.number("to")?) {
            (Some(entry), _) => self.step(
                |book, author| book.take_back(EntryId(entry), author, because(String::new())),
                "cli-nothing-to-undo",
            ),
            (None, Some(to)) => {
                let args = [("entry", to.to_string().into())];
                let detail = tr_with(self.lang, "log-back-to", &args);
                self.step(
                    |book, author| book.go_back_to(EntryId(to), author, because(detail.clone())),
                    "cli-nothing-to-undo",
                )
            }
            (None, None) => self.step(Book::undo, "cli-nothing-to-undo"),
        }
    }

    /// Every change of every entry as one row, to a file or to standard output.
    fn log_csv(&self, book: &Book) -> Outcome {
        let unreadable = |error| self.store(&error, book.path());
        let lines = book.log_after(EntryId(0), u64::MAX).map_err(unreadable)?;
        let lang = self.lang_of(book.snapshot());
        let dialect = self.dialect()?;
        let bytes = log_csv(&named(book.snapshot(), &lines), &lines, lang, dialect);
        let bytes = bytes.map_err(|error| self.disk(error, book.path()))?;
        if let Some(path) = self.given.path("out") {
            write_whole(&path, &bytes).map_err(|error| self.disk(error, &path))?;
            return Ok(self.done("cli-log-written", &[("path", path.display().to_string().into())]));
        }
        terminal::print(&String::from_utf8_lossy(&bytes));
        Ok(Next::Done)
    }

    pub(super) fn redo(&self) -> Outcome {
        self.step(Book::redo, "cli-nothing-to-redo")
    }

    fn step(
        &self,
        step: impl Fn(&mut Book, &crate::book::Author) -> Result<Option<Entry>, BookError>,
        nothing: &str,
    ) -> Outcome {
        self.no_names()?;
        let mut book = self.open()?;
        let path = book.path().to_owned();
        let entry = step(&mut book, &self.author)
            .map_err(|error| Failure::book(self.lang, &error, &path))?;
        if self.given.has("json") {
            let id = entry.as_ref().map(|it| it.id.0);
            terminal::print_json(&json!({ "done": entry.is_some(), "entry": id }));
        }
        match entry {
            None => Ok(self.done(nothing, &[])),
            Some(entry) => {
                let what = changes::summary(self.lang_of(book.snapshot()), book.snapshot(), &entry);
                {
                    terminal::say(&what);
                    Ok(Next::Done)
                }
            }
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
