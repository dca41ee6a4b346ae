//! Carries changes into the tables, inside somebody else's transaction.

mod bulk;
mod figures;
mod registers;
mod run;
mod shared;

use rusqlite::Connection;

use self::bulk::Bulk;
use self::run::run;
use super::digest::Digests;
use super::fact_hash::FactHasher;
use super::{StoreResult, journal};
use crate::domain::{Change, ChangeBlock, Delta, Entry, FactKind, Identity, NewWords};

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
            self.digests.add(FactKind::Identity, hash);
            let sql = "INSERT INTO identity (id, initials, name) VALUES (?1, ?2, ?3)";
            run(self.connection, sql, &[&id.0, &identity.initials, &identity.name])?;
        }
        for edit in &words.erased {
            let hasher = &mut self.hasher;
            let hash = |side: Option<&Identity>| side.map_or(0, |it| hasher.identity(edit.key, it));
            let [before, after] = edit.sides().map(hash);
            self.digests.add(FactKind::Identity, after.wrapping_sub(before));
            let sql = "UPDATE identity SET initials = ?2, name = ?3 WHERE id = ?1";
            if let Some(Identity { initials, name }) = &edit.after {
                run(self.connection, sql, &[&edit.key.0, initials, name])?;
            }
        }
        for (id, title) in &words.offers {
            let hash = self.hasher.offer(*id, title);
            self.digests.add(FactKind::Offer, hash);
            let sql = "INSERT INTO offer (id, title) VALUES (?1, ?2)";
            run(self.connection, sql, &[&id.0, title])?;
        }
        for file in &words.files {
            let sql = "INSERT INTO edition_file (edition, name, bytes) VALUES (?1, ?2, ?3)";
            run(self.connection, sql, &[&file.edition.0, &file.name, &file.bytes])?;
        }
        Ok(())
    }

    /// Adds the journal's line.
    pub fn append(&mut self, entry: &Entry) -> StoreResult<()> {
        let hash = journal::append(self.connection, entry)?;
        self.digests.add(FactKind::Entry, hash);
        Ok(())
    }

    /// Carries changes out, decoding each once: what they do in memory is given back.
    pub fn apply(&mut self, changes: &ChangeBlock) -> StoreResult<Delta> {
        let mut bulk = Bulk::new(self.connection);
        let mut delta = Delta::default();
        for change in changes.iter() {
            let change = change?;
            self.digests.follow(&mut self.hasher, &change);
            if !bulk.took(&change)? {
                self.write(&change)?;
            }
            delta.push(change);
        }
        Ok(delta)
    }

    fn write(&self, change: &Change) -> StoreResult<()> {
        let on = self.connection;
        match change {
            Change::Unit(edit) => registers::unit(on, edit),
            Change::Caseworker(_, edit) => registers::caseworker(on, edit),
            Change::Employment(unit, edit) => registers::employment(on, *unit, edit),
            Change::Absence(unit, edit) => registers::absence(on, *unit, edit),
            Change::Cases(unit, edit) => figures::cases(on, *unit, edit),
            Change::Figure(unit, edit) => figures::figure(on, *unit, edit),
            Change::Bands(unit, edit) => figures::bands(on, *unit, edit),
            Change::Episode(unit, edit) => figures::episode(on, *unit, edit),
            Change::Target(edit) => shared::target(on, edit),
            Change::Event(edit) => shared::event(on, edit),
            Change::Committee(edit) => shared::committee(on, edit),
            Change::Edition(edit) => shared::edition(on, edit),
            Change::Setting(edit) => shared::setting(on, edit),
        }
    }
}
