//! A block: a run of segments, one a kind of change and unit.
//!
//! Keys inside a segment are written as differences from the row before, so that an import of a million
//! counts is a few megabytes, and nobody has to hold a million changes at once.

use super::reader::{Rows, Segment, segments};
use super::wire::{BlockError, WireWriter};
use super::writer::RowWriter;
use crate::domain::{Change, FactKind, UnitId};

/// Changes in order, encoded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChangeBlock {
    bytes: Vec<u8>,
}

impl ChangeBlock {
    pub const fn from_bytes(bytes: Vec<u8>) -> Self {
        Self { bytes }
    }

    pub fn from_changes(changes: &[Change]) -> Self {
        let mut writer = BlockWriter::default();
        for change in changes {
            writer.push(change);
        }
        writer.finish()
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The changes, one at a time. Stops at the first that cannot be read.
    pub fn iter(&self) -> impl Iterator<Item = Result<Change, BlockError>> + '_ {
        let mut segments = segments(&self.bytes).into_iter();
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
        let counts = segments(&self.bytes).into_iter().flatten().map(|it| it.count);
        counts.map(|it| usize::try_from(it).unwrap_or(usize::MAX)).sum()
    }

    /// The block that takes this one back: segments in reverse, each change turned round.
    pub fn inverted(&self) -> Result<Self, BlockError> {
        let mut writer = BlockWriter::default();
        for segment in segments(&self.bytes).into_iter().rev() {
            let mut rows = Rows::new(&segment?);
            while let Some(change) = rows.next_change() {
                writer.push(&change?.inverted());
            }
        }
        Ok(writer.finish())
    }
}

/// Encodes changes one after another.
#[derive(Debug, Default)]
pub struct BlockWriter {
    bytes: WireWriter,
    open: Option<(FactKind, UnitId)>,
    count: u64,
    rows: RowWriter,
}

impl BlockWriter {
    pub fn push(&mut self, change: &Change) {
        let head = (change.kind(), change.unit().unwrap_or_default());
        if self.open != Some(head) {
            self.close();
            self.open = Some(head);
        }
        self.count += 1;
        self.rows.push(change);
    }

    pub fn finish(mut self) -> ChangeBlock {
        self.close();
        ChangeBlock::from_bytes(self.bytes.bytes)
    }

    fn close(&mut self) {
        if let Some((kind, unit)) = self.open.take() {
            let rows = self.rows.take();
            Segment { kind, unit, count: self.count, rows: &rows }.write(&mut self.bytes);
            self.count = 0;
        }
    }
}
