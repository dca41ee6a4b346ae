//! One open file: what it held when last read, and how an entry is committed to it.

use std::path::Path;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior};

use super::digest::Digests;
use super::load::{self, Halves, State};
use super::place::{self, KnownFile};
use super::write::Writing;
use super::{StoreError, StoreResult, check, connect, edition_files, header, journal, migrate};
use crate::domain::{
    ChangeBlock, Delta, EditionFile, EditionId, Entry, EntryHead, EntryId, NewWords, Snapshot,
};

/// A new book that has no name yet. Removed again when it is not kept.
pub struct Unfinished(tempfile::TempPath);

impl Unfinished {
    /// An empty book beside `path`, which must be free.
    pub fn beside(path: &Path) -> StoreResult<Self> {
        if path.exists() {
            return Err(StoreError::Exists(path.to_owned()));
        }
        let temporary = place::beside(path)?;
        Store::create_at(&temporary)?;
        Ok(Self(temporary))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Gives the book its name, unless something has that name by now.
    pub fn keep(self, path: &Path) -> StoreResult<()> {
        place::keep_new(self.0, path)
    }
}

/// What is to be written as one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    pub head: EntryHead,
    pub words: NewWords,
    pub changes: ChangeBlock,
    /// The next free id once this entry is in.
    pub next_id: u32,
}

/// An entry that is on the disk, and what it does to a book in memory.
#[derive(Debug)]
pub struct Committed {
    pub entry: Entry,
    pub words: NewWords,
    pub delta: Delta,
}

/// An open book file.
pub struct Store {
    connection: Connection,
    file: KnownFile,
    file_bytes: u64,
    uuid: Vec<u8>,
    state: State,
    /// Of its schema.
    version: u32,
    /// Changes when another connection has written.
    data_version: i64,
    durable: bool,
}

impl Store {
    /// Makes a new, empty book that is whole before it has its name.
    pub fn create(path: &Path) -> StoreResult<()> {
        Unfinished::beside(path)?.keep(path)
    }

    /// Turns an empty file into an empty book.
    fn create_at(path: &Path) -> StoreResult<()> {
        let connection = connect::create(path)?;
        connect::make_durable(&connection)?;
        migrate::migrate(&connection, 0, migrate::MIGRATIONS)?;
        let uuid = uuid::Uuid::new_v4();
        let sql = "INSERT INTO book_state (id, file_uuid, newest_entry, next_id, digests) VALUES (1, ?1, 0, 1, ?2)";
        let digests = Digests::default().to_bytes();
        let mut statement = connection.prepare(sql)?;
        statement.execute(rusqlite::params![uuid.as_bytes(), digests])?;
        Ok(())
    }

    /// Opens a file in the order that trusts nothing: its first bytes, its version, its tables.
    /// Nothing is written; an interrupted save of our own is taken back by SQLite.
    pub fn open(path: &Path) -> StoreResult<Self> {
        let header = header::read(path)?;
        let known = migrate::newest_version();
        if known < header.version {
            let found = header.version;
            return Err(StoreError::Newer { found, known });
        }
        let mut connection = connect::connect(path).map_err(|error| error.at(path))?;
        connect::limit_steps(&mut connection, header.file_bytes)?;
        migrate::check_schema(&connection, header.version)?;
        let (uuid, state) = read_state(&connection)?;
        let data_version = data_version(&connection)?;
        Ok(Self {
            file: KnownFile::of(path)?,
            file_bytes: header.file_bytes,
            connection,
            uuid,
            state,
            version: header.version,
            data_version,
            durable: false,
        })
    }

    pub fn path(&self) -> &Path {
        self.file.path()
    }

    pub fn newest(&self) -> EntryId {
        self.state.newest
    }

    pub const fn next_id(&self) -> u32 {
        self.state.next_id
    }

    /// Whether anybody wrote to the file since it was last read here.
    pub fn has_moved_on(&self) -> StoreResult<bool> {
        self.file.still_there()?;
        let (uuid, state) = read_state(&self.connection)?;
        if uuid != self.uuid {
            return Err(StoreError::Gone(self.path().to_owned()));
        }
        Ok(state.newest != self.state.newest
            || data_version(&self.connection)? != self.data_version)
    }

    /// The file cannot be written, whoever asks.
    pub fn is_read_only(&self) -> bool {
        self.connection.is_readonly("main").unwrap_or(true)
    }

    /// Its tables are those of an older program; it can be read, and is migrated before it is written.
    pub fn is_old(&self) -> bool {
        self.version < migrate::newest_version()
    }

    /// Takes the tables to the newest version, whole or not at all. Somebody may have done so meanwhile.
    pub fn migrate(&mut self) -> StoreResult<()> {
        self.make_durable()?;
        let from = migrate::version(&self.connection)?;
        if from < migrate::newest_version() {
            migrate::migrate(&self.connection, from, migrate::MIGRATIONS)
                .map_err(|error| error.at(self.file.path()))?;
        }
        self.version = migrate::newest_version();
        self.data_version = data_version(&self.connection)?;
        Ok(())
    }

    fn make_durable(&mut self) -> StoreResult<()> {
        if !self.durable {
            connect::make_durable(&self.connection)?;
            self.durable = true;
        }
        Ok(())
    }

    /// The bytes of an issued file, as they were written.
    pub fn edition_file(&self, of: EditionId, file: &EditionFile) -> StoreResult<Vec<u8>> {
        edition_files::read(&self.connection, of, file)
    }

    /// The whole book but its journal, as of now.
    pub fn load(&mut self) -> StoreResult<Snapshot> {
        connect::limit_steps(&mut self.connection, self.file_bytes)?;
        let reading = self.connection.unchecked_transaction()?;
        let (_, mut state) = read_state(&reading)?;
        let (snapshot, found) = load::load(&reading, &state)?;
        state.digests.learn_halves(found);
        reading.finish()?;
        self.state = state;
        self.data_version = data_version(&self.connection)?;
        connect::unlimit_steps(&mut self.connection)?;
        Ok(snapshot)
    }

    /// The same with the case counts of these half-years only, for those who read and do not write;
    /// `None` where it does not tell half-years apart.
    pub fn load_halves(&mut self, halves: &Halves) -> StoreResult<Option<Snapshot>> {
        connect::limit_steps(&mut self.connection, self.file_bytes)?;
        let reading = self.connection.unchecked_transaction()?;
        let (_, state) = read_state(&reading)?;
        let snapshot = load::load_halves(&reading, &state, halves)?;
        reading.finish()?;
        Ok(snapshot)
    }

    /// Every journal line, oldest first, without changes.
    pub fn heads(&self) -> StoreResult<Vec<(EntryId, EntryHead)>> {
        journal::heads(&self.connection, &self.state.digests)
    }

    pub fn entry(&self, id: EntryId) -> StoreResult<Option<Entry>> {
        journal::entry(&self.connection, id)
    }

    /// An entry that must be there.
    pub fn known_entry(&self, id: EntryId) -> StoreResult<Entry> {
        journal::known_entry(&self.connection, id)
    }

    /// Writes an entry and everything it changes, or nothing. On return it is on the disk.
    ///
    /// [`StoreError::Changed`] says that the file has moved on since it was last loaded.
    pub fn commit(&mut self, new: NewEntry) -> StoreResult<Committed> {
        self.file.still_there()?;
        if self.is_read_only() {
            return Err(StoreError::ReadOnly(self.path().to_owned()));
        }
        self.make_durable()?;
        let result = self.commit_in_transaction(new);
        result.map_err(|error| error.at(self.file.path()))
    }

    fn commit_in_transaction(&mut self, new: NewEntry) -> StoreResult<Committed> {
        let transaction =
            rusqlite::Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        let (uuid, state) = read_state(&transaction)?;
        if uuid != self.uuid {
            return Err(StoreError::Gone(self.file.path().to_owned()));
        }
        if state.newest != self.state.newest || data_version(&transaction)? != self.data_version {
            return Err(StoreError::Changed);
        }
        let (id, changes) = (EntryId(state.newest.0 + 1), Arc::new(new.changes));
        let entry = Entry { id, head: new.head, changes };
        // As last read: the same, and half-years are told apart also where an older program did not.
        let mut writing = Writing::new(&transaction, self.state.digests.clone());
        writing.learn(&new.words)?;
        let delta = writing.apply(&entry.changes)?;
        writing.append(&entry)?;
        let state = State { newest: entry.id, next_id: new.next_id, digests: writing.digests };
        write_state(&transaction, &state)?;
        transaction.commit()?;
        self.state = state;
        Ok(Committed { entry, words: new.words, delta })
    }

    /// Writes the file anew without free pages: what was overwritten or removed is nowhere in it.
    pub fn vacuum(&mut self) -> StoreResult<()> {
        connect::vacuum(&self.connection).map_err(|error| error.at(self.file.path()))?;
        self.data_version = data_version(&self.connection)?;
        Ok(())
    }

    /// Looks at everything: pages, digests, the journal replayed.
    pub fn check(&mut self) -> StoreResult<check::CheckReport> {
        connect::unlimit_steps(&mut self.connection)?;
        let snapshot = self.load();
        check::check(&self.connection, snapshot, &self.state.digests)
    }

    pub const fn connection(&self) -> &Connection {
        &self.connection
    }
}

fn read_state(connection: &Connection) -> StoreResult<(Vec<u8>, State)> {
    let sql = "SELECT file_uuid, newest_entry, next_id, digests FROM book_state WHERE id = 1";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement
        .query_row([], |row| {
            let digests: Vec<u8> = row.get(3)?;
            Ok((row.get(0)?, row.get::<_, i64>(1)?, row.get(2)?, digests))
        })
        .optional()?;
    let damaged = || StoreError::damaged("the state row");
    let (uuid, newest, next_id, digests) = found.ok_or_else(damaged)?;
    let digests = Digests::from_bytes(&digests).ok_or_else(damaged)?;
    let newest = EntryId(newest.cast_unsigned());
    Ok((uuid, State { newest, next_id, digests }))
}

fn write_state(connection: &Connection, state: &State) -> StoreResult<()> {
    let sql = "UPDATE book_state SET newest_entry = ?1, next_id = ?2, digests = ?3 WHERE id = 1";
    connection.prepare_cached(sql)?.execute(rusqlite::params![
        state.newest.0.cast_signed(),
        state.next_id,
        state.digests.to_bytes(),
    ])?;
    Ok(())
}

fn data_version(connection: &Connection) -> StoreResult<i64> {
    let mut statement = connection.prepare_cached("PRAGMA data_version")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}
