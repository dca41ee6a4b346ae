//! One pass over the tables, with what is folded in on the way.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::digest::Digests;
use super::fact_hash::FactHasher;
use super::{StoreError, StoreResult};
use crate::domain::{UnitData, UnitId};

/// Units while they are being filled.
pub type Units = BTreeMap<UnitId, UnitData>;

pub struct Scan<'a> {
    pub connection: &'a Connection,
    pub digests: Digests,
    pub hasher: FactHasher,
}

impl<'a> Scan<'a> {
    pub fn of(connection: &'a Connection) -> Self {
        Self { connection, digests: Digests::default(), hasher: FactHasher::default() }
    }
}

/// The unit a row belongs to; a row without one is damage.
pub fn owner(units: &mut Units, id: UnitId) -> StoreResult<&mut UnitData> {
    let missing = || StoreError::damaged(format!("a row of unit {} that is not there", id.0));
    units.get_mut(&id).ok_or_else(missing)
}
