//! Opening the database itself: what SQLite may do with a file that we have not yet read.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::{StoreError, StoreResult};

/// Longest single value: the changes of the largest import.
const LONGEST_VALUE: i32 = 512 * 1024 * 1024;
/// Steps a reader may take for each byte of the file, and on top of that. A row takes a few
/// dozen steps and at least ten bytes; only a file whose pages run in circles needs more.
const STEPS_A_BYTE: u64 = 40;
const STEPS_AT_LEAST: u64 = 10_000_000;
/// A reader or a saving holds the file for milliseconds; who is kept out longer is told so.
const MOMENT: std::time::Duration = std::time::Duration::from_secs(4);
/// How often SQLite asks whether to go on.
const STEPS_BETWEEN: i32 = 100_000;

/// A connection with everything off that a file could turn against us.
///
/// The path is made absolute first, so that no name is read as something else than a file.
/// Where the file may not be written, the connection can only read.
pub fn connect(path: &Path) -> StoreResult<Connection> {
    let path = std::path::absolute(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&path, flags)?;
    harden(&connection)?;
    Ok(connection)
}

/// A database in memory, to try schema changes on.
#[cfg(test)]
pub fn in_memory() -> StoreResult<Connection> {
    let connection = Connection::open_in_memory()?;
    harden(&connection)?;
    Ok(connection)
}

/// A new, empty database file.
pub fn create(path: &Path) -> StoreResult<Connection> {
    let path = std::path::absolute(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&path, flags)?;
    harden(&connection)?;
    Ok(connection)
}

fn harden(connection: &Connection) -> StoreResult<()> {
    for (option, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        connection.set_db_config(option, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 20),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 3),
        (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 20),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    ] {
        connection.set_limit(limit, most)?;
    }
    connection.busy_timeout(MOMENT)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// How a book is written: every commit is on the disk, the journal's end included, before it is reported.
pub fn make_durable(connection: &Connection) -> StoreResult<()> {
    let mode: String =
        connection.query_row("PRAGMA journal_mode=TRUNCATE", [], |row| row.get(0))?;
    if mode != "truncate" {
        return Err(StoreError::damaged(format!("journal mode {mode}")));
    }
    connection.execute_batch("PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON;")?;
    Ok(())
}

/// Stops reading that does not end, as it would in a file whose pages point in circles.
pub fn limit_steps(connection: &mut Connection, file_bytes: u64) -> StoreResult<()> {
    let most = STEPS_AT_LEAST + file_bytes * STEPS_A_BYTE;
    let mut taken = 0_u64;
    let step = move || {
        taken += u64::from(STEPS_BETWEEN.unsigned_abs());
        most < taken
    };
    connection.progress_handler(STEPS_BETWEEN, Some(step))?;
    Ok(())
}

pub fn unlimit_steps(connection: &mut Connection) -> StoreResult<()> {
    connection.progress_handler(0, None::<fn() -> bool>)?;
    Ok(())
}
