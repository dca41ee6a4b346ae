//! A thorough look at a file: SQLite's own check, the digests, and the journal replayed from the first line.

use rusqlite::Connection;

use super::digest::Digests;
use super::{StoreError, StoreResult, journal};
use crate::domain::{EntryId, NewWords, Snapshot};

/// Something that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// SQLite's words about its pages.
    Pages(String),
    /// Rows or journal lines that are not what was written.
    Content(String),
    /// The journal from the first entry on does not lead to what the tables hold.
    Replay,
}

/// What a check saw.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    pub entries: u64,
    pub findings: Vec<Finding>,
}

impl CheckReport {
    pub fn is_sound(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Never fails for damage, which is what it reports; only when the file cannot be read at all.
pub fn check(
    connection: &Connection,
    loaded: StoreResult<Snapshot>,
    stored: &Digests,
) -> StoreResult<CheckReport> {
    let mut report = CheckReport::default();
    pages(connection, &mut report);
    match loaded {
        Ok(snapshot) => {
            if let Err(error) = replay(connection, &snapshot, stored, &mut report) {
                note(error, &mut report)?;
            }
        }
        Err(error) => note(error, &mut report)?,
    }
    Ok(report)
}

fn note(error: StoreError, report: &mut CheckReport) -> StoreResult<()> {
    let damage = matches!(error, StoreError::Damaged(_) | StoreError::Strange(_));
    if !damage {
        return Err(error);
    }
    report.findings.push(Finding::Content(error.to_string()));
    Ok(())
}

fn pages(connection: &Connection, report: &mut CheckReport) {
    let found: rusqlite::Result<Vec<String>> = (|| {
        let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
        let lines = statement.query_map([], |row| row.get(0))?;
        lines.collect()
    })();
    match found {
        Ok(lines) if lines == ["ok"] => {}
        Ok(lines) => report.findings.extend(lines.into_iter().map(Finding::Pages)),
        Err(error) => report.findings.push(Finding::Pages(error.to_string())),
    }
}

/// Every line's changes in order must lead from nothing to what the tables hold.
fn replay(
    connection: &Connection,
    snapshot: &Snapshot,
    stored: &Digests,
    report: &mut CheckReport,
) -> StoreResult<()> {
    let heads = journal::heads(connection, stored)?;
    report.entries = heads.len() as u64;
    let mut replayed = Snapshot::default();
    replayed.learn(&NewWords {
        identities: snapshot.identities.iter().map(|(id, it)| (*id, it.clone())).collect(),
        offers: snapshot.offers.iter().map(|(id, it)| (*id, it.clone())).collect(),
        erased: Vec::new(),
    });
    let mut last = EntryId(0);
    for head in heads {
        let in_order = head.id.0 == last.0 + 1;
        last = head.id;
        let missing = || StoreError::damaged(format!("entry {} is missing", head.id.0));
        let entry = journal::entry(connection, head.id)?.ok_or_else(missing)?;
        let applied = replayed.apply(entry.id, &entry.changes);
        if !in_order || applied.is_err() {
            return Err(StoreError::damaged(format!("entry {}", head.id.0)));
        }
    }
    if last != snapshot.revision || !replayed.same_content(snapshot) {
        report.findings.push(Finding::Replay);
    }
    Ok(())
}
