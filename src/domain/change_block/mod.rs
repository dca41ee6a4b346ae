//! The changes of one entry as compact bytes: what the journal stores, what undo and the log decode.
//!
//! A block is a run of segments, one a kind of change and unit. Keys inside a segment are
//! written as differences from the row before, so that an import of a million counts is a
//! few megabytes, and nobody has to hold a million changes at once.

mod reader;
mod wire;
mod writer;

use self::reader::Rows;
use self::wire::WireReader;
pub use self::writer::BlockWriter;
use super::{Change, UnitId};

/// The bytes are not a block of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a readable block of changes")]
pub struct BlockError;

/// Changes in order, encoded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChangeBlock {
    bytes: Vec<u8>,
}

impl ChangeBlock {
    pub const fn from_bytes(bytes: Vec<u8>) -> Self {
        Self { bytes }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub fn from_changes(changes: &[Change]) -> Self {
        let mut writer = BlockWriter::default();
        for change in changes {
            writer.push(change);
        }
        writer.finish()
    }

    /// The changes, one at a time. Stops at the first that cannot be read.
    pub fn iter(&self) -> impl Iterator<Item = Result<Change, BlockError>> + '_ {
        let mut segments = self.segments().into_iter();
        let mut rows: Option<Rows<'_>> = None;
        std::iter::from_fn(move || {
            loop {
                if let Some(change) = rows.as_mut().and_then(Rows::next_change) {
                    return Some(change);
                }
                match segments.next()? {
                    Ok(segment) => rows = Some(Rows::new(&segment)),
                    Err(error) => return Some(Err(error)),
                }
            }
        })
    }

    /// The first change, which often stands for all of them.
    pub fn first(&self) -> Option<Change> {
        self.iter().next()?.ok()
    }

    /// How many changes, without decoding them.
    pub fn len(&self) -> usize {
        self.segments()
            .iter()
            .flatten()
            .map(|it| usize::try_from(it.count).unwrap_or(usize::MAX))
            .sum()
    }

    /// The block that takes this one back: segments in reverse, each change turned round.
    pub fn inverted(&self) -> Result<Self, BlockError> {
        let mut writer = BlockWriter::default();
        for segment in self.segments().into_iter().rev() {
            let mut rows = Rows::new(&segment?);
            while let Some(change) = rows.next_change() {
                writer.push(&change?.inverted());
            }
        }
        Ok(writer.finish())
    }

    fn segments(&self) -> Vec<Result<Segment<'_>, BlockError>> {
        let mut reader = WireReader::new(&self.bytes);
        let mut segments = Vec::new();
        while !reader.is_empty() {
            let segment = Segment::read(&mut reader);
            let failed = segment.is_err();
            segments.push(segment);
            if failed {
                break;
            }
        }
        segments
    }
}

struct Segment<'a> {
    kind: u8,
    unit: UnitId,
    count: u64,
    rows: &'a [u8],
}

impl<'a> Segment<'a> {
    fn read(reader: &mut WireReader<'a>) -> Result<Self, BlockError> {
        Ok(Self {
            kind: reader.byte()?,
            unit: UnitId(reader.number()?),
            count: reader.unsigned()?,
            rows: reader.raw()?,
        })
    }
}
