//! The change log as CSV: one row a change, so that a spreadsheet can filter it.

use super::csv_rows;
use crate::book::LogLine;
use crate::domain::{Change, EntryKind, Snapshot, Source};
use crate::import::Dialect;
use crate::text::{Lang, changes, dates, tr, tr_with};

const COLUMNS: [&str; 13] = [
    "log-column-entry",
    "log-column-at",
    "log-column-user",
    "log-column-source",
    "log-column-kind",
    "log-column-unit",
    "log-column-person",
    "log-column-month",
    "log-column-what",
    "log-column-before",
    "log-column-after",
    "log-column-reason",
    "log-column-detail",
];

/// The lines in their order. An entry without changes has a row of its own.
pub fn log_csv(
    snapshot: &Snapshot,
    lines: &[LogLine],
    lang: Lang,
    dialect: Dialect,
) -> std::io::Result<Vec<u8>> {
    csv_rows::file(dialect, |rows| {
        rows.texts(COLUMNS.map(|it| tr(lang, it)))?;
        for line in lines {
            let mut any = false;
            for change in line.entry.changes.iter().flatten() {
                any = true;
                rows.texts(row(lang, line, told(lang, snapshot, &change)))?;
            }
            if !any {
                let summary = changes::summary(lang, snapshot, &line.entry);
                let blank = String::new;
                let told = [blank(), blank(), blank(), summary, blank(), blank()];
                rows.texts(row(lang, line, told))?;
            }
        }
        Ok(())
    })
}

/// Unit, person, month, and the change in words.
fn told(lang: Lang, snapshot: &Snapshot, change: &Change) -> [String; 6] {
    let unit = change.unit();
    let person = unit.zip(change.caseworker());
    let words = changes::words(lang, snapshot, change);
    [
        unit.map(|it| changes::unit_code(snapshot, it)).unwrap_or_default(),
        person.map(|it| changes::initials(snapshot, it.0, it.1)).unwrap_or_default(),
        change.month().map(|it| it.to_string()).unwrap_or_default(),
        words.place,
        words.before,
        words.after,
    ]
}

fn row(lang: Lang, line: &LogLine, told: [String; 6]) -> [String; 13] {
    let (id, head) = (line.entry.id, &line.entry.head);
    let source = match head.source {
        Source::Window => "log-source-window",
        Source::CommandLine => "log-source-command-line",
    };
    let [unit, person, month, place, before, after] = told;
    let [at, user, source] = [dates::moment_iso(head.at), head.user.clone(), tr(lang, source)];
    let (reason, detail) = (head.reason.clone().unwrap_or_default(), head.detail.clone());
    let (id, kind) = (id.0.to_string(), kind(lang, head.kind));
    [id, at, user, source, kind, unit, person, month, place, before, after, reason, detail]
}

/// What the entry did to the history, in words.
fn kind(lang: Lang, kind: EntryKind) -> String {
    match kind {
        EntryKind::Did => tr(lang, "log-kind-did"),
        EntryKind::Final => tr(lang, "log-kind-final"),
        EntryKind::Undid(of) => tr_with(lang, "log-kind-undid", &[("of", of.0.to_string().into())]),
        EntryKind::Redid(of) => tr_with(lang, "log-kind-redid", &[("of", of.0.to_string().into())]),
    }
}
