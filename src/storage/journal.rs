//! The journal table: what was done, by whom, when, and the changes it consisted of.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _, Row};

use super::digest::{Digests, block_hash};
use super::fact_hash::FactHasher;
use super::rows::{self, Columns as _};
use super::{StoreError, StoreResult};
use crate::domain::{ChangeBlock, Entry, EntryHead, EntryId, FactKind};

/// A line as it is stored, but for its changes.
struct Line {
    id: EntryId,
    head: EntryHead,
    changes_hash: i64,
}

impl Line {
    fn read(row: &Row<'_>) -> StoreResult<Self> {
        let head = EntryHead {
            kind: rows::entry_kind(row.number(1)?, row.optional(2)?)?,
            at: row.number(3)?,
            user: row.words(4)?,
            source: rows::source(row.number(5)?)?,
            detail: row.words(6)?,
            reason: row.get(7)?,
        };
        let id = EntryId(row.number(0)?.cast_unsigned());
        Ok(Self { id, head, changes_hash: row.number(8)? })
    }
}

/// Every line in order. Fails when the journal's digest is not the stored one.
pub fn heads(connection: &Connection, stored: &Digests) -> StoreResult<Vec<(EntryId, EntryHead)>> {
    let sql = "SELECT id, kind, target, at, user, source, detail, reason, changes_hash FROM entry ORDER BY id";
    let mut statement = connection.prepare(sql)?;
    let mut found = statement.query([])?;
    let mut heads = Vec::new();
    let (mut digests, mut hasher) = (Digests::default(), FactHasher::default());
    while let Some(row) = found.next()? {
        let Line { id, head, changes_hash } = Line::read(row)?;
        digests.add(FactKind::Entry, hasher.entry(id, &head, changes_hash));
        heads.push((id, head));
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
    let read = |row: &Row<'_>| Ok((Line::read(row), row.get::<_, Vec<u8>>(9)?));
    let Some((line, bytes)) = statement.query_row([id.0.cast_signed()], read).optional()? else {
        return Ok(None);
    };
    let Line { id, head, changes_hash } = line?;
    if block_hash(&bytes) != changes_hash {
        return Err(StoreError::damaged(format!("digest of the changes of entry {}", id.0)));
    }
    Ok(Some(Entry { id, head, changes: Arc::new(ChangeBlock::from_bytes(bytes)) }))
}

/// The same of an entry that must be there.
pub fn known_entry(connection: &Connection, id: EntryId) -> StoreResult<Entry> {
    let missing = || StoreError::damaged(format!("entry {} is missing", id.0));
    entry(connection, id)?.ok_or_else(missing)
}

/// Adds a line; gives its hash for the digest.
pub fn append(connection: &Connection, entry: &Entry) -> StoreResult<u64> {
    let sql = "INSERT INTO entry (id, kind, target, at, user, source, detail, reason, changes_hash, changes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let Entry { id, head, changes } = entry;
    let (kind, target) = rows::kind_columns(head.kind);
    let changes_hash = block_hash(changes.bytes());
    connection.prepare_cached(sql)?.execute(rusqlite::params![
        id.0.cast_signed(),
        kind,
        target,
        head.at,
        head.user,
        rows::source_column(head.source),
        head.detail,
        head.reason,
        changes_hash,
        changes.bytes(),
    ])?;
    Ok(FactHasher::default().entry(*id, head, changes_hash))
}
