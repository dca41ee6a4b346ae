//! Verified copies: a copy gets its name only after it has been read back.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};

use super::{NewEntry, Store, StoreError, StoreResult, connect};
use super::{header, newest_version, place};
use crate::domain::{ChangeBlock, EntryHead, NewWords};

/// Copies an open book to a new file that must not exist yet. Whole, read back, and on the disk on return.
pub fn copy_to(store: &Store, path: &Path) -> StoreResult<()> {
    if path.exists() {
        return Err(StoreError::Exists(path.to_owned()));
    }
    let temporary = place::beside(path)?;
    copy_pages(store, &temporary)?;
    verify(&temporary)?;
    place::keep_new(temporary, path)
}

/// Puts a copy of `from` in place of the file at `path` and adds a line to its journal. Whole or not at all.
pub fn restore_over(path: &Path, from: &Path, head: EntryHead) -> StoreResult<()> {
    let temporary = place::beside(path)?;
    copy_pages(&Store::open(from)?, &temporary)?;
    let mut store = Store::open(&temporary)?;
    store.load()?;
    let next_id = store.next_id();
    let (words, changes) = (NewWords::default(), ChangeBlock::default());
    store.commit(NewEntry { head, words, changes, next_id })?;
    drop(store);
    verify(&temporary)?;
    place::keep_over(temporary, path)
}

fn copy_pages(store: &Store, path: &Path) -> StoreResult<()> {
    let mut target = connect::create(path)?;
    {
        let backup = Backup::new(store.connection(), &mut target)?;
        loop {
            match backup.step(1000)? {
                StepResult::Done => break,
                StepResult::More => {}
                // Busy or locked: somebody is saving just now.
                StepResult::Busy | StepResult::Locked | _ => return Err(StoreError::Changed),
            }
        }
    }
    connect::make_durable(&target)?;
    target.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Whether a copy has the tables of this program, and not those of an earlier one.
pub fn is_of_this_version(path: &Path) -> bool {
    header::read(path).is_ok_and(|it| it.version == newest_version())
}

/// Opens a copy and reads everything in it.
pub fn verify(path: &Path) -> StoreResult<()> {
    let mut store = Store::open(path)?;
    let report = store.check()?;
    match report.findings.first() {
        None => Ok(()),
        Some(finding) => Err(StoreError::damaged(format!("the copy: {finding:?}"))),
    }
}
