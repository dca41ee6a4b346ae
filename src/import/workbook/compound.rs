//! The compound file that an XLS workbook is (MS-CFB): only as much as is needed to look at one stream before it is trusted.

use crate::book::Reason;

/// Sector numbers from here on mean something else than a sector.
const SPECIAL: u32 = 0xFFFF_FFFA;
/// Streams shorter than this lie in the small sectors.
const SMALL_STREAM: u64 = 4096;

pub struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The sector after each sector.
    next: Vec<u32>,
    small_next: Vec<u32>,
    /// The stream that small sectors are cut from.
    small: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    length: u64,
}

impl<'a> Compound<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Reason> {
        let shift = u16_at(bytes, 30).filter(|it| matches!(it, 9 | 12)).ok_or(Reason::Damaged)?;
        let sector = 1_usize << shift;
        let mut file = Self {
            bytes,
            sector,
            next: Vec::new(),
            small_next: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        file.next = file.table().ok_or(Reason::Damaged)?;
        let directory = u32_at(bytes, 48).ok_or(Reason::Damaged)?;
        let directory = file.chain(directory, None)?;
        file.entries = directory.chunks_exact(128).filter_map(entry).collect();
        let small_table = u32_at(bytes, 60).ok_or(Reason::Damaged)?;
        if small_table < SPECIAL {
            let table = file.chain(small_table, None)?;
            file.small_next = table.chunks_exact(4).filter_map(|it| u32_at(it, 0)).collect();
            let root = file.entries.first().map(|it| it.start);
            if let Some(start) = root.filter(|it| *it < SPECIAL) {
                file.small = file.chain(start, None)?;
            }
        }
        Ok(file)
    }

    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|it| it.name == name)
    }

    /// The bytes of a stream; `None` where there is none of this name.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Reason> {
        let Some(entry) = self.entries.iter().find(|it| it.name == name) else {
            return Ok(None);
        };
        if SMALL_STREAM <= entry.length {
            return self.chain(entry.start, Some(entry.length)).map(Some);
        }
        let mut found = Vec::new();
        let mut at = entry.start;
        while at < SPECIAL && (found.len() as u64) < entry.length {
            let start = at as usize * 64;
            let part = self.small.get(start..start + 64).ok_or(Reason::Damaged)?;
            found.extend_from_slice(part);
            at = *self.small_next.get(at as usize).ok_or(Reason::Damaged)?;
        }
        found.truncate(usize::try_from(entry.length).unwrap_or(usize::MAX));
        Ok(Some(found))
    }

    /// The sector after each sector, put together from the places the header and its extensions name.
    fn table(&self) -> Option<Vec<u32>> {
        let mut places: Vec<u32> =
            (0..109).filter_map(|it| u32_at(self.bytes, 76 + 4 * it)).collect();
        let mut more = u32_at(self.bytes, 68)?;
        let most = self.bytes.len() / self.sector + 1;
        for _ in 0..most {
            if SPECIAL <= more {
                break;
            }
            let sector = self.sector_at(more)?;
            let count = self.sector / 4 - 1;
            places.extend((0..count).filter_map(|it| u32_at(sector, 4 * it)));
            more = u32_at(sector, 4 * count)?;
        }
        let mut next = Vec::new();
        for place in places.into_iter().filter(|it| *it < SPECIAL).take(most) {
            let sector = self.sector_at(place)?;
            next.extend(sector.chunks_exact(4).filter_map(|it| u32_at(it, 0)));
        }
        Some(next)
    }

    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        // The last sector of a file may be cut short.
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// A chain of sectors, never longer than the file.
    fn chain(&self, start: u32, length: Option<u64>) -> Result<Vec<u8>, Reason> {
        let mut found = Vec::new();
        let mut at = start;
        let enough = |found: &Vec<u8>| length.is_some_and(|it| it <= found.len() as u64);
        while at < SPECIAL && !enough(&found) {
            if self.bytes.len() < found.len() {
                return Err(Reason::Damaged);
            }
            found.extend_from_slice(self.sector_at(at).ok_or(Reason::Damaged)?);
            at = *self.next.get(at as usize).ok_or(Reason::Damaged)?;
        }
        if let Some(length) = length {
            found.truncate(usize::try_from(length).unwrap_or(usize::MAX));
        }
        Ok(found)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).checked_sub(2)?;
    let name = bytes.get(..length.min(64))?;
    let units: Vec<u16> = name.chunks_exact(2).filter_map(|it| u16_at(it, 0)).collect();
    let low = u64::from(u32_at(bytes, 120)?);
    Some(Entry { name: String::from_utf16_lossy(&units), start: u32_at(bytes, 116)?, length: low })
}

pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let part = bytes.get(at..at.checked_add(2)?)?;
    part.try_into().ok().map(u16::from_le_bytes)
}

pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(4)?)?;
    part.try_into().ok().map(u32::from_le_bytes)
}
