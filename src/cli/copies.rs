//! `check`, `backup`, `restore`: looking after the file.

use std::path::Path;

use serde_json::json;

use super::failure::Failure;
use super::option::{DB, Opt, TAKE_OVER, WAIT};
use super::outcome::Outcome;
use super::session::Session;
use super::terminal;
use super::verb::Verb;
use crate::book::Book;
use crate::domain::{Month, Period, Snapshot};
use crate::measure::{Key, UnitMeasure};
use crate::storage::{Finding, StoreError};
use crate::text::{ErrorCode, dates, tr_with};

pub static CHECK: Verb = Verb {
    name: "check",
    options: &[DB, Opt::with("entries-at-least", "40")],
    example: "--db bog.sagstakt",
    run: check,
};

pub static BACKUP: Verb = Verb {
    name: "backup",
    options: &[DB, Opt::with("out", "kopi.sagstakt")],
    example: "--db bog.sagstakt --out kopi.sagstakt",
    run: backup,
};

pub static RESTORE: Verb = Verb {
    name: "restore",
    options: &[DB, Opt::with("from", "kopi.sagstakt").about("from-copy"), WAIT, TAKE_OVER],
    example: "--db bog.sagstakt --from kopi.sagstakt",
    run: restore,
};

fn check(session: &Session) -> Outcome {
    session.no_names()?;
    let path = session.db()?;
    let least = session.number("entries-at-least")?.unwrap_or(0);
    let mut book = session.open()?;
    let report = book.check().map_err(|error| session.store(&error, &path))?;
    let balance = balance_errors(book.snapshot());
    session.tell(|| {
        let findings: Vec<String> = report.findings.iter().map(words).collect();
        let balance = balance.iter().map(BalanceError::json);
        json!({
            "sound": report.is_sound(),
            "entries": report.entries,
            "findings": findings,
            "balance": balance.collect::<Vec<_>>(),
        })
    });
    if let Some(finding) = report.findings.first() {
        return Err(session.store(&StoreError::Damaged(words(finding)), &path));
    }
    if report.entries < least {
        let args =
            [("found", report.entries.to_string().into()), ("least", least.to_string().into())];
        return Err(session.refused(ErrorCode::Damaged, "cli-entries-missing", &args));
    }
    for wrong in &balance {
        let args = [
            ("unit", (&wrong.unit).into()),
            ("month", dates::month(session.lang, wrong.month).into()),
            ("error", wrong.error.to_string().into()),
        ];
        terminal::say(&tr_with(session.lang, "cli-balance", &args));
    }
    Ok(session.done("cli-sound", &[("entries", report.entries.to_string().into())]))
}

fn backup(session: &Session) -> Outcome {
    session.no_names()?;
    let book = session.open()?;
    let out = session.path("out");
    let made = book.backup(out.as_deref(), session.author.now);
    let made =
        made.map_err(|error| session.store(&error, out.as_deref().unwrap_or_else(|| book.path())))?;
    session.tell(|| json!({ "path": made.path, "bytes": made.bytes }));
    Ok(session.done("cli-backed-up", &[("path", made.path.display().to_string().into())]))
}

fn restore(session: &Session) -> Outcome {
    session.no_names()?;
    let path = session.db()?;
    let from = session.needed_path("from")?;
    let (kept, entries) = match Book::open(&path) {
        Ok(mut book) => {
            book.set_patience(session.patience()?);
            let restored = book.restore(&from, &session.author);
            let (book, saved) =
                restored.map_err(|error| Failure::book(session.lang, &error, &from))?;
            (Some(saved.path), book.snapshot().revision.0)
        }
        Err(
            StoreError::NotFound(_)
            | StoreError::NoFolder(_)
            | StoreError::Damaged(_)
            | StoreError::Strange(_),
        ) => {
            let restored = Book::restore_in_place_of(&path, &from, &session.author);
            let (book, kept) =
                restored.map_err(|error| Failure::book(session.lang, &error, &from))?;
            (kept, book.snapshot().revision.0)
        }
        Err(error) => return Err(session.store(&error, &path)),
    };
    let kept = kept.as_deref().map(Path::display).map(|it| it.to_string());
    session.tell(|| json!({ "restored": path, "kept": kept, "entries": entries }));
    let path = path.display().to_string();
    let args = [("path", path.into()), ("kept", kept.unwrap_or_default().into())];
    Ok(session.done("cli-restored", &args))
}

/// A month in which a unit's movements do not lead to its cases.
struct BalanceError {
    unit: String,
    month: Month,
    error: i64,
}

impl BalanceError {
    fn json(&self) -> serde_json::Value {
        json!({ "unit": self.unit, "month": self.month.to_string(), "error": self.error })
    }
}

fn balance_errors(snapshot: &Snapshot) -> Vec<BalanceError> {
    let mut found = Vec::new();
    for data in snapshot.units() {
        let (Some(first), Some(last)) = (data.first_typed_month(), data.last_typed_month()) else {
            continue;
        };
        let measure = UnitMeasure::new(snapshot, data);
        for year in first.year()..=last.year() {
            let figures = measure.figures(Period::Year(year));
            let errors = figures.get(Key::BalanceError).and_then(|it| it.errors.clone());
            for (month, error) in errors.unwrap_or_default() {
                found.push(BalanceError { unit: data.unit.code.clone(), month, error });
            }
        }
    }
    found
}

fn words(finding: &Finding) -> String {
    match finding {
        Finding::Pages(what) | Finding::Content(what) => what.clone(),
        Finding::Replay => "replay".to_owned(),
    }
}
