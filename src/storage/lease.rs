//! The right to write: a small file beside the book with the holder's name and a counter that moves.
//!
//! On the same computer the operating system's lock on that file tells for certain whether its
//! holder still lives. From another computer only the counter can: it must have stood still for
//! [`SILENCE`] before the lease may be taken over, and only when a person has said so.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Holder, StoreError, StoreResult};

/// How long another computer must have been silent before its lease can be taken.
pub const SILENCE: Duration = Duration::from_mins(1);
/// How often a holder moves its counter.
pub const BEAT: Duration = Duration::from_secs(10);

/// Who asks for the right to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaseRequest {
    pub user: String,
    pub computer: String,
    /// Tells one start of the computer from the next; empty where the system does not say.
    pub boot: String,
    /// Milliseconds since 1 January 1970, UTC.
    pub now: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    id: uuid::Uuid,
    user: String,
    computer: String,
    boot: String,
    process: u32,
    since: i64,
    beat: u64,
}

impl Note {
    fn holder(&self) -> Holder {
        Holder { user: self.user.clone(), computer: self.computer.clone(), since: self.since }
    }
}

/// A held lease. Given back when dropped.
#[derive(Debug)]
pub struct Lease {
    path: PathBuf,
    file: File,
    note: Note,
}

/// A lease on another computer, as seen at one moment; compare two to see whether it moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    pub holder: Holder,
    id: uuid::Uuid,
    beat: u64,
}

/// What came of asking.
#[derive(Debug)]
pub enum Asked {
    Held(Lease),
    /// Somebody on this computer has it, and lives.
    Busy(Holder),
    /// Somebody on another computer has it, or had.
    Elsewhere(Sighting),
}

/// The lease file of a book.
fn lease_path(book: &Path) -> PathBuf {
    let mut name = book.as_os_str().to_owned();
    name.push(".lease");
    PathBuf::from(name)
}

impl Lease {
    /// Takes the lease when nobody has it, or when its holder on this computer is dead.
    pub fn ask(book: &Path, request: &LeaseRequest) -> StoreResult<Asked> {
        let path = lease_path(book);
        // Twice: the second time after a dead holder's file has been taken away.
        for _ in 0..2 {
            match OpenOptions::new().read(true).write(true).create_new(true).open(&path) {
                Ok(file) => return Self::fill(path, file, request),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(unwritable(error, book)),
            }
            if let Some(other) = look(&path, request)? {
                return Ok(other);
            }
        }
        Ok(Asked::Busy(Holder { user: String::new(), computer: String::new(), since: request.now }))
    }

    /// Takes a lease from another computer that has been silent since `seen`.
    pub fn take_over(book: &Path, seen: &Sighting, request: &LeaseRequest) -> StoreResult<Asked> {
        let path = lease_path(book);
        if read_note(&path)?.is_some_and(|it| it.id == seen.id && it.beat == seen.beat) {
            std::fs::remove_file(&path).map_err(|error| unwritable(error, book))?;
        }
        Self::ask(book, request)
    }

    fn fill(path: PathBuf, file: File, request: &LeaseRequest) -> StoreResult<Asked> {
        // A share without locks still has the note; the lock is only the surer sign.
        let _unsupported = file.lock();
        let note = Note {
            id: uuid::Uuid::new_v4(),
            user: request.user.clone(),
            computer: request.computer.clone(),
            boot: request.boot.clone(),
            process: std::process::id(),
            since: request.now,
            beat: 0,
        };
        let mut lease = Self { path, file, note };
        lease.write()?;
        // Somebody may have taken the file for a dead one's while it was still empty.
        if lease.is_still_ours() { Ok(Asked::Held(lease)) } else { Ok(Asked::Busy(lease.holder())) }
    }

    /// Moves the counter, so that other computers see a living holder.
    pub fn beat(&mut self) -> StoreResult<()> {
        self.note.beat += 1;
        self.write()
    }

    fn write(&mut self) -> StoreResult<()> {
        let text =
            serde_json::to_string(&self.note).map_err(|error| StoreError::Disk(error.into()))?;
        self.file.rewind()?;
        self.file.write_all(text.as_bytes())?;
        self.file.set_len(text.len() as u64)?;
        Ok(())
    }

    /// Whether the file still carries this lease; somebody may have taken it over meanwhile.
    pub fn is_still_ours(&self) -> bool {
        matches!(read_note(&self.path), Ok(Some(note)) if note.id == self.note.id)
    }

    pub fn holder(&self) -> Holder {
        self.note.holder()
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        if self.is_still_ours() {
            // What cannot be removed is seen to be dead by its lock.
            let _left = std::fs::remove_file(&self.path);
        }
    }
}

/// Who holds the book now, without asking for it.
pub fn holder_of(book: &Path) -> Option<Holder> {
    read_note(&lease_path(book)).ok().flatten().map(|it| it.holder())
}

/// Looks at somebody else's lease; `None` when it was a dead one and is now gone.
fn look(path: &Path, request: &LeaseRequest) -> StoreResult<Option<Asked>> {
    let file = match OpenOptions::new().read(true).write(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unwritable(error, path)),
    };
    let note = read_note(path)?;
    let same_computer =
        note.as_ref().is_none_or(|it| it.computer == request.computer && it.boot == request.boot);
    if !same_computer {
        return Ok(note.map(|it| {
            Asked::Elsewhere(Sighting { holder: it.holder(), id: it.id, beat: it.beat })
        }));
    }
    let holder = note.as_ref().map_or_else(
        || Holder { user: String::new(), computer: request.computer.clone(), since: request.now },
        Note::holder,
    );
    if file.try_lock().is_err() {
        return Ok(Some(Asked::Busy(holder)));
    }
    // The lock was free, so its holder is dead; unless the name leads to another file by now.
    if !same_note(&file, path) {
        return Ok(Some(Asked::Busy(holder)));
    }
    std::fs::remove_file(path)?;
    Ok(None)
}

/// Whether the locked file is the one the name leads to.
fn same_note(mut file: &File, path: &Path) -> bool {
    let mut text = String::new();
    let locked = file.rewind().and_then(|()| file.read_to_string(&mut text));
    let named = std::fs::read_to_string(path);
    locked.is_ok() && named.is_ok_and(|it| it == text)
}

fn read_note(path: &Path) -> StoreResult<Option<Note>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(serde_json::from_str(&text).ok()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn unwritable(error: std::io::Error, path: &Path) -> StoreError {
    let error = StoreError::from(error).at(path);
    if matches!(error, StoreError::NotFound(_)) { StoreError::Gone(path.to_owned()) } else { error }
}
