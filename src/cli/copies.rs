//! `check`, `backup`, `restore`: looking after the file.

use std::path::Path;

use serde_json::json;

use super::failure::Failure;
use super::session::Session;
use super::{Outcome, terminal};
use crate::book::Book;
use crate::domain::{Month, Period, Snapshot};
use crate::measure::{Key, UnitMeasure};
use crate::storage::{Finding, StoreError};
use crate::text::{ErrorCode, Message, dates, tr_with};

impl Session {
    pub(super) fn check(&self) -> Outcome {
        self.no_names()?;
        let path = self.db()?;
        let least = self.number("entries-at-least")?.unwrap_or(0);
        let mut book = self.open()?;
        let report = book.check().map_err(|error| self.store(&error, &path))?;
        let balance = balance_errors(book.snapshot());
        if self.given.has("json") {
            let findings: Vec<String> = report.findings.iter().map(words).collect();
            let balance: Vec<_> = balance.iter().map(|it| json!({ "unit": it.unit, "month": it.month.to_string(), "error": it.error })).collect();
            terminal::print_json(
                &json!({ "sound": report.is_sound(), "entries": report.entries, "findings": findings, "balance": balance }),
            );
        }
        if let Some(finding) = report.findings.first() {
            return Err(self.store(&StoreError::Damaged(words(finding)), &path));
        }
        if report.entries < least {
            let args =
                [("found", report.entries.to_string().into()), ("least", least.to_string().into())];
            return Err(Failure::new(
                ErrorCode::Damaged,
                Message::of(self.lang, "cli-entries-missing", &args),
            ));
        }
        for it in &balance {
            let args = [
                ("unit", (&it.unit).into()),
                ("month", dates::month(self.lang, it.month).into()),
                ("error", it.error.to_string().into()),
            ];
            terminal::say(&tr_with(self.lang, "cli-balance", &args));
        }
        Ok(self.done("cli-sound", &[("entries", report.entries.to_string().into())]))
    }

    pub(super) fn backup(&self) -> Outcome {
        self.no_names()?;
        let book = self.open()?;
        let out = self.given.path("out");
        let made = book.backup(out.as_deref(), self.author.now);
        let made = made
            .map_err(|error| self.store(&error, out.as_deref().unwrap_or_else(|| book.path())))?;
        if self.given.has("json") {
            terminal::print_json(&json!({ "path": made.path, "bytes": made.bytes }));
        }
        Ok(self.done("cli-backed-up", &[("path", made.path.display().to_string().into())]))
    }

    pub(super) fn restore(&self) -> Outcome {
        self.no_names()?;
        let path = self.db()?;
        let from = self.given.path("from").ok_or_else(|| self.usage("usage-missing", "--from"))?;
        let (kept, entries) = match Book::open(&path) {
            Ok(mut book) => {
                book.set_patience(self.patience()?);
                let restored = book.restore(&from, &self.author);
                let (book, saved) =
                    restored.map_err(|error| Failure::book(self.lang, &error, &from))?;
                (Some(saved.path), book.snapshot().revision.0)
            }
            Err(
                StoreError::NotFound(_)
                | StoreError::NoFolder(_)
                | StoreError::Damaged(_)
                | StoreError::Strange(_),
            ) => {
                let restored = Book::restore_in_place_of(&path, &from, &self.author);
                let (book, kept) =
                    restored.map_err(|error| Failure::book(self.lang, &error, &from))?;
                (kept, book.snapshot().revision.0)
            }
            Err(error) => return Err(self.store(&error, &path)),
        };
        let kept = kept.as_deref().map(Path::display).map(|it| it.to_string());
        if self.given.has("json") {
            terminal::print_json(&json!({ "restored": path, "kept": kept, "entries": entries }));
        }
        let path = path.display().to_string();
        let args = [("path", path.into()), ("kept", kept.unwrap_or_default().into())];
        Ok(self.done("cli-restored", &args))
    }
}

/// A month in which a unit's movements do not lead to its cases.
struct BalanceError {
    unit: String,
    month: Month,
    error: i64,
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
            let unit = &data.unit.code;
            found.extend(
                errors.unwrap_or_default().into_iter().map(|(month, error)| BalanceError {
                    unit: unit.clone(),
                    month,
                    error,
                }),
            );
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
