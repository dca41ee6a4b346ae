//! Carries changes into the tables, inside somebody else's transaction.

mod bulk;
mod figures;
mod registers;
mod shared;

use rusqlite::{Connection, ToSql};

use self::bulk::Bulk;
use super::digest::{Digests, Kind};
use super::fact_hash::FactHasher;
use super::journal::EntryHead;
use super::{StoreError, StoreResult};
use crate::domain::{Change, ChangeBlock, NewWords};

/// Applies changes one after another and follows them in the digests.
pub struct Writing<'a> {
    connection: &'a Connection,
    hasher: FactHasher,
    pub digests: Digests,
}

impl<'a> Writing<'a> {
    pub fn new(connection: &'a Connection, digests: Digests) -> Self {
        Self { connection, hasher: FactHasher::default(), digests }
    }

    pub fn learn(&mut self, words: &NewWords) -> StoreResult<()> {
        for (id, identity) in &words.identities {
            let hash = self.hasher.identity(*id, identity);
            self.digests.add(Kind::Identity, hash);
            let sql = "INSERT INTO identity (id, initials, name) VALUES (?1, ?2, ?3)";
            self.run(sql, &[&id.0, &identity.initials, &identity.name])?;
        }
        for (id, before, after) in &words.erased {
            let hash = self.hasher.identity(*id, before);
            self.digests.add(Kind::Identity, hash.wrapping_neg());
            let hash = self.hasher.identity(*id, after);
            self.digests.add(Kind::Identity, hash);
            let sql = "UPDATE identity SET initials = ?2, name = ?3 WHERE id = ?1";
            self.run(sql, &[&id.0, &after.initials, &after.name])?;
        }
        for (id, title) in &words.offers {
            let hash = self.hasher.offer(*id, title);
            self.digests.add(Kind::Offer, hash);
            self.run("INSERT INTO offer (id, title) VALUES (?1, ?2)", &[&id.0, title])?;
        }
        for file in &words.files {
            let sql = "INSERT INTO edition_file (edition, name, bytes) VALUES (?1, ?2, ?3)";
            self.run(sql, &[&file.edition.0, &file.name, &file.bytes])?;
        }
        Ok(())
    }

    pub fn add_entry(&mut self, head: &EntryHead) {
        let hash = self.hasher.entry(head);
        self.digests.add(Kind::Entry, hash);
    }

    pub fn apply(&mut self, changes: &ChangeBlock) -> StoreResult<()> {
        let mut bulk = Bulk::new(self.connection);
        for change in changes.iter() {
            let change = change.map_err(|error| StoreError::damaged(error.to_string()))?;
            self.digests.follow(&mut self.hasher, &change);
            if !bulk.took(&change)? {
                self.write(&change)?;
            }
        }
        Ok(())
    }

    fn run(&self, sql: &str, values: &[&dyn ToSql]) -> StoreResult<()> {
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    fn write(&self, change: &Change) -> StoreResult<()> {
        match change {
            Change::Cases { unit, month, caseworker, after, .. } => {
                self.cases(*unit, *month, *caseworker, *after)
            }
            Change::Episode { unit, key, after, .. } => self.episode(*unit, key, *after),
            Change::Figure { unit, month, field, after, .. } => {
                self.figure(*unit, *month, *field, *after)
            }
            Change::Bands { unit, month, kind, after, .. } => {
                self.bands(*unit, *month, *kind, after)
            }
            Change::Unit { id, after, .. } => self.unit(*id, after.as_ref()),
            Change::Caseworker { id, after, .. } => self.caseworker(*id, after.as_ref()),
            Change::Employment { unit, caseworker, from, after, .. } => {
                self.employment(*unit, *caseworker, *from, *after)
            }
            Change::Absence { unit, id, after, .. } => self.absence(*unit, *id, *after),
            Change::Target { id, after, .. } => self.target(*id, after.as_ref()),
            Change::Event { id, after, .. } => self.event(*id, after.as_ref()),
            Change::Committee { id, after, .. } => self.committee(*id, after.as_ref()),
            Change::Edition { id, after, .. } => self.edition(*id, after.as_ref()),
            Change::Setting { key, after, .. } => self.setting(*key, after.as_deref()),
        }
    }
}
