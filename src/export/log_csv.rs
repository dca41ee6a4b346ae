//! The change log as CSV: one row a change, so that a spreadsheet can filter it.

use super::csv_dialect::RowWriter;
use crate::book::LogLine;
use crate::domain::{EntryKind, Snapshot, Source};
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
    let mut bytes = Vec::new();
    let mut rows = RowWriter::new(&mut bytes, dialect)?;
    for column in COLUMNS {
        rows.text(&tr(lang, column));
    }
    rows.end_row()?;
    for line in lines {
        let mut any = false;
        for change in line.entry.changes.iter().flatten() {
            any = true;
            let unit = change.unit();
            let person = unit.zip(change.caseworker());
            let words = changes::words(lang, snapshot, &change);
            head(&mut rows, lang, line);
            rows.text(&unit.map(|it| changes::unit_code(snapshot, it)).unwrap_or_default());
            let person = person.map(|(unit, id)| changes::initials(snapshot, unit, id));
            rows.text(&person.unwrap_or_default());
            rows.word(change.month().map(|it| it.to_string()).unwrap_or_default());
            rows.text(&words.place);
            rows.text(&words.before);
            rows.text(&words.after);
            tail(&mut rows, line)?;
        }
        if !any {
            head(&mut rows, lang, line);
            for _ in 0..3 {
                rows.word("");
            }
            rows.text(&changes::summary(lang, snapshot, &line.entry));
            rows.word("");
            rows.word("");
            tail(&mut rows, line)?;
        }
    }
    rows.finish()?;
    Ok(bytes)
}

fn head(rows: &mut RowWriter<'_>, lang: Lang, line: &LogLine) {
    let entry = &line.entry;
    let source = match entry.head.source {
        Source::Window => "log-source-window",
        Source::CommandLine => "log-source-command-line",
    };
    rows.word(entry.id.0);
    rows.word(dates::moment_iso(entry.head.at));
    rows.text(&entry.head.user);
    rows.text(&tr(lang, source));
    rows.text(&kind(lang, entry.head.kind));
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

fn tail(rows: &mut RowWriter<'_>, line: &LogLine) -> std::io::Result<()> {
    rows.text(line.entry.head.reason.as_deref().unwrap_or_default());
    rows.text(&line.entry.head.detail);
    rows.end_row()
}
