//! One statement, compiled once.

use rusqlite::{Connection, ToSql};

use crate::storage::StoreResult;

pub fn run(on: &Connection, sql: &str, values: &[&dyn ToSql]) -> StoreResult<()> {
    on.prepare_cached(sql)?.execute(values)?;
    Ok(())
}
