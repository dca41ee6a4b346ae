//! The journal table: what was done, by whom, when, and the changes it consisted of.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _, Row};

use super::digest::{Digests, block_hash};
use super::fact_hash::FactHasher;
use super::rows::{self, Columns as _};
use super::{StoreError, StoreResult};
use crate::domain::{ChangeBlock, Entry, EntryId, EntryKind, FactKind, Source};

/// A journal line without its changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryHead {
    pub id: EntryId,
    pub kind: EntryKind,
    pub at: i64,
    pub user: String,
    pub source: Source,
    pub detail: String,
    pub reason: Option<String>,
    pub changes_hash: i64,
}

impl EntryHead {
    pub fn of(entry: &Entry) -> Self {
        Self {
            id: entry.id,
            kind: entry.kind,
            at: entry.at,
            user: entry.user.clone(),
            source: entry.source,
            detail: entry.detail.clone(),
            reason: entry.reason.clone(),
            changes_hash: block_hash(entry.changes.bytes()),
        }
    }

    fn read(row: &Row<'_>) -> StoreResult<Self> {
        Ok(Self {
            id: EntryId(row.number(0)?.cast_unsigned()),
            kind: rows::entry_kind(row.number(1)?, row.optional(2)?)?,
            at: row.number(3)?,
            user: row.words(4)?,
            source: rows::source(row.number(5)?)?,
            detail: row.words(6)?,
            reason: row.get(7)?,
            changes_hash: row.number(8)?,
        })
    }

    fn with_changes(self, bytes: Vec<u8>) -> StoreResult<Entry> {
        if block_hash(&bytes) != self.changes_hash {
            let message = format!("digest of the changes of entry {}", self.id.0);
            return Err(StoreError::Damaged(message));
        }
        Ok(Entry {
            id: self.id,
            kind: self.kind,
            at: self.at,
            user: self.user,
            source: self.source,
            detail: self.detail,
            reason: self.reason,
            changes: Arc::new(ChangeBlock::from_bytes(bytes)),
        })
    }
}

/// Every line in order. Fails when the journal's digest is not the stored one.
pub fn heads(connection: &Connection, stored: &Digests) -> StoreResult<Vec<EntryHead>> {
    let sql = "SELECT id, kind, target, at, user, source, detail, reason, changes_hash FROM entry ORDER BY id";
    let mut statement = connection.prepare(sql)?;
    let mut found = statement.query([])?;
    let mut heads = Vec::new();
    let (mut digests, mut hasher) = (Digests::default(), FactHasher::default());
    while let Some(row) = found.next()? {
        let head = EntryHead::read(row)?;
        digests.add(FactKind::Entry, hasher.entry(&head));
        heads.push(head);
    }
    if digests.get(FactKind::Entry) == stored.get(FactKind::Entry) {
        Ok(heads)
    } else {
        Err(StoreError::damaged("digest of Entry"))
    }
}

/// One line with its changes; `None` when there is no such entry.
pub fn entry(connection: &Connection, id: EntryId) -> StoreResult<Option<Entry>> {
    let sql = "SELECT id, kind, target, at, user, source, detail, reason, changes_hash, changes FROM entry WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement
        .query_row([id.0.cast_signed()], |row| {
            Ok((EntryHead::read(row), row.get::<_, Vec<u8>>(9)?))
        })
        .optional()?;
    let Some((head, bytes)) = found else {
        return Ok(None);
    };
    head?.with_changes(bytes).map(Some)
}

/// Adds a line. The digest is followed by the caller.
pub fn append(connection: &Connection, entry: &Entry, changes_hash: i64) -> StoreResult<()> {
    let sql = "INSERT INTO entry (id, kind, target, at, user, source, detail, reason, changes_hash, changes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let (kind, target) = rows::kind_columns(entry.kind);
    connection.prepare_cached(sql)?.execute(rusqlite::params![
        entry.id.0.cast_signed(),
        kind,
        target,
        entry.at,
        entry.user,
        rows::source_column(entry.source),
        entry.detail,
        entry.reason,
        changes_hash,
        entry.changes.bytes(),
    ])?;
    Ok(())
}
