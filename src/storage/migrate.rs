//! Numbered schema changes, and the fingerprint that says a file has exactly our tables.

use rusqlite::Connection;
use xxhash_rust::xxh3::xxh3_64;

use super::error::Strange;
use super::header::APPLICATION_ID;
use super::{StoreError, StoreResult};

/// One step from a version to the next; never edited once released.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    pub sql: &'static str,
    /// Of the schema after this step.
    pub fingerprint: u64,
}

/// Version n of the schema is what the first n steps make.
pub const MIGRATIONS: &[Migration] = &[Migration {
    sql: include_str!("migrations/0001_initial.sql"),
    fingerprint: 0xf3fd_3d68_7d21_c6e8,
}];

/// The newest version this program writes.
pub fn newest_version() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// Takes a database from `from` to the newest version in one transaction.
pub fn migrate(connection: &Connection, from: u32, steps: &[Migration]) -> StoreResult<()> {
    connection.execute_batch("BEGIN EXCLUSIVE")?;
    let done = run_steps(connection, from, steps);
    match done {
        Ok(()) => connection.execute_batch("COMMIT")?,
        Err(_) => connection.execute_batch("ROLLBACK")?,
    }
    done
}

fn run_steps(connection: &Connection, from: u32, steps: &[Migration]) -> StoreResult<()> {
    for step in steps.iter().skip(from as usize) {
        connection.execute_batch(step.sql)?;
    }
    let version = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    connection.pragma_update(None, "user_version", version)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(())
}

/// Refuses a file whose tables are not those of its version.
pub fn check_schema(connection: &Connection, version: u32) -> StoreResult<()> {
    let known = version.checked_sub(1).and_then(|at| MIGRATIONS.get(at as usize));
    match known {
        Some(step) if step.fingerprint == fingerprint(connection)? => Ok(()),
        _ => Err(StoreError::Strange(Strange::OtherTables)),
    }
}

/// A hash of everything in the schema table.
pub fn fingerprint(connection: &Connection) -> StoreResult<u64> {
    let mut statement = connection
        .prepare("SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema ORDER BY name")?;
    let mut rows = statement.query([])?;
    let mut text = String::new();
    while let Some(row) = rows.next()? {
        for column in 0..4 {
            let part: String = row.get(column)?;
            text.push_str(&part);
            text.push('\0');
        }
    }
    Ok(xxh3_64(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::super::connect;
    use super::*;

    #[test]
    fn fingerprints_are_those_of_the_migrations() {
        let connection = connect::in_memory().unwrap();
        for (version, step) in MIGRATIONS.iter().enumerate() {
            connection.execute_batch(step.sql).unwrap();
            let found = fingerprint(&connection).unwrap();
            assert_eq!(found, step.fingerprint, "version {}: {found:#x}", version + 1);
        }
    }

    #[test]
    fn a_failing_step_leaves_the_database_as_it_was() {
        let connection = connect::in_memory().unwrap();
        migrate(&connection, 0, MIGRATIONS).unwrap();
        let before = fingerprint(&connection).unwrap();
        let mut steps = MIGRATIONS.to_vec();
        steps.push(Migration {
            sql: "CREATE TABLE more (a INTEGER) STRICT; nonsense;",
            fingerprint: 0xf3fd_3d68_7d21_c6e8,
        });

        assert!(migrate(&connection, 1, &steps).is_err());
        assert_eq!(fingerprint(&connection).unwrap(), before);
        let version: u32 =
            connection.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        assert_eq!(version, 1);

        steps[1].sql = "CREATE TABLE more (a INTEGER) STRICT;";
        migrate(&connection, 1, &steps).unwrap();
        assert_ne!(fingerprint(&connection).unwrap(), before);
    }
}
