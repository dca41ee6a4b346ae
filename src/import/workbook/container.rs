//! The zip that a workbook is: entries by name, each inflated no further than the caps allow.

use std::io::{BufReader, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Trouble;
use super::caps::{ENTRIES, INFLATED, PIECE, RATIO, SMALL};
use crate::book::Reason;

/// An open container.
pub struct Container<R> {
    archive: ZipArchive<R>,
    /// Bytes that may still be inflated.
    left: u64,
}

/// Why an entry gave out; carried through readers that know only I/O errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Excess {
    #[error("inflates beyond its cap")]
    Inflated,
    #[error("holds a piece that is too long")]
    Piece,
}

impl<R: Read + Seek> Container<R> {
    /// Refuses a container that says itself that it is too much; what it does not say is found while reading.
    pub fn open(source: R) -> Result<Self, Trouble> {
        let mut archive = ZipArchive::new(source).map_err(trouble)?;
        if ENTRIES < archive.len() {
            return Err(Reason::TooManyEntries { most: ENTRIES as u64 }.into());
        }
        let mut all: u64 = 0;
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map_err(trouble)?;
            if entry.encrypted() {
                return Err(Reason::Protected.into());
            }
            all = all.saturating_add(entry.size());
            if INFLATED < all || most(entry.compressed_size()) < entry.size() {
                return Err(Reason::Inflates.into());
            }
        }
        Ok(Self { archive, left: INFLATED })
    }

    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The entry of this name, read as it inflates; `None` where there is none.
    pub fn entry(&mut self, name: &str) -> Result<Option<BufReader<Capped<'_, R>>>, Trouble> {
        let Self { archive, left } = self;
        let Some(index) = archive.index_for_name(name) else {
            return Ok(None);
        };
        let entry = archive.by_index(index).map_err(trouble)?;
        let cap = most(entry.compressed_size());
        let capped = Capped { entry, cap, left, piece: 0 };
        Ok(Some(BufReader::with_capacity(1 << 15, capped)))
    }
}

/// The most an entry of this packed size may inflate to.
const fn most(packed: u64) -> u64 {
    let most = packed.saturating_mul(RATIO);
    if most < SMALL { SMALL } else { most }
}

fn trouble(error: ZipError) -> Trouble {
    if let ZipError::Io(error) = error {
        return failed(&error);
    }
    let is_locked = matches!(error, ZipError::InvalidPassword);
    if is_locked { Reason::Protected.into() } else { Reason::Damaged.into() }
}

/// A disk that fails has a number of the system's; everything else is the container's own fault.
pub fn failed(error: &std::io::Error) -> Trouble {
    match error.raw_os_error() {
        Some(code) => Trouble::Failed(std::io::Error::from_raw_os_error(code)),
        None => Reason::Damaged.into(),
    }
}

/// An entry that stops when it inflates too far, or holds a piece that no cell could need.
pub struct Capped<'a, R: Read + Seek> {
    entry: zip::read::ZipFile<'a, R>,
    cap: u64,
    left: &'a mut u64,
    /// Bytes since the latest angle bracket.
    piece: usize,
}

impl<R: Read + Seek> Read for Capped<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.entry.read(into)?;
        let count = read as u64;
        if self.cap < count || *self.left < count {
            return Err(std::io::Error::other(Excess::Inflated));
        }
        self.cap -= count;
        *self.left -= count;
        for byte in into.iter().take(read) {
            self.piece = if *byte == b'<' { 0 } else { self.piece + 1 };
            if PIECE < self.piece {
                return Err(std::io::Error::other(Excess::Piece));
            }
        }
        Ok(read)
    }
}
