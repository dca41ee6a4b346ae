//! Writes changes into segments, each row as its difference from the one before.

use serde::Serialize;

use super::ChangeBlock;
use super::wire::WireWriter;
use crate::domain::{Band, BandKind, CaseCount, Change, Day, Outcome, UnitId};

/// Encodes changes one after another.
#[derive(Debug, Default)]
pub struct BlockWriter {
    bytes: WireWriter,
    open: Option<(u8, UnitId)>,
    count: u64,
    rows: WireWriter,
    /// The numbers the next row is written as differences from.
    last: [i64; 3],
}

impl BlockWriter {
    pub fn push(&mut self, change: &Change) {
        let head = (kind_of(change), change.unit().unwrap_or_default());
        if self.open != Some(head) {
            self.close();
            self.open = Some(head);
        }
        self.count += 1;
        self.write_row(change);
    }

    pub fn finish(mut self) -> ChangeBlock {
        self.close();
        ChangeBlock::from_bytes(self.bytes.bytes)
    }

    fn close(&mut self) {
        let Some((kind, unit)) = self.open.take() else {
            return;
        };
        self.bytes.bytes.push(kind);
        self.bytes.unsigned(u64::from(unit.0));
        self.bytes.unsigned(self.count);
        self.bytes.unsigned(self.rows.bytes.len() as u64);
        self.bytes.bytes.append(&mut self.rows.bytes);
        self.count = 0;
        self.last = [0; 3];
    }

    /// The difference from the same number in the row before.
    fn delta(&mut self, place: usize, number: i64) {
        if let Some(last) = self.last.get_mut(place) {
            self.rows.signed(number - *last);
            *last = number;
        }
    }

    fn record<T: Serialize>(&mut self, id: u32, before: Option<&T>, after: Option<&T>) {
        self.rows.unsigned(u64::from(id));
        for side in [before, after] {
            // These records hold only text, numbers and lists: writing them cannot fail.
            let json = side.and_then(|it| serde_json::to_string(it).ok());
            self.rows.text(json.as_deref().unwrap_or_default());
        }
    }

    fn write_row(&mut self, change: &Change) {
        match change {
            Change::Cases { month, caseworker, before, after, .. } => {
                self.delta(0, i64::from(month.number()));
                self.delta(1, i64::from(caseworker.0));
                self.count_cell(*before);
                self.count_cell(*after);
            }
            Change::Figure { month, field, before, after, .. } => {
                self.delta(0, i64::from(month.number()));
                self.rows.unsigned(field.index() as u64);
                self.figure_cell(*before);
                self.figure_cell(*after);
            }
            Change::Bands { month, kind, before, after, .. } => {
                self.delta(0, i64::from(month.number()));
                self.rows.unsigned(u64::from(*kind == BandKind::Waiting));
                self.bands(before);
                self.bands(after);
            }
            Change::Episode { key, before, after, .. } => {
                self.rows.text(&key.reference);
                self.delta(0, i64::from(key.offer.0));
                self.delta(1, i64::from(key.approved.number()));
                self.outcome(key.approved, *before);
                self.outcome(key.approved, *after);
            }
            Change::Unit { .. }
            | Change::Caseworker { .. }
            | Change::Employment { .. }
            | Change::Absence { .. }
            | Change::Target { .. }
            | Change::Event { .. }
            | Change::Committee { .. }
            | Change::Edition { .. }
            | Change::Setting { .. } => self.write_record(change),
        }
    }

    /// Rows of registers are few: their sides are written as JSON, which can grow fields.
    fn write_record(&mut self, change: &Change) {
        match change {
            Change::Unit { before, after, .. } => self.record(0, before.as_ref(), after.as_ref()),
            Change::Caseworker { id, before, after, .. } => {
                self.record(id.0, before.as_ref(), after.as_ref());
            }
            Change::Employment { caseworker, from, before, after, .. } => {
                self.delta(0, i64::from(from.number()));
                self.record(caseworker.0, before.as_ref(), after.as_ref());
            }
            Change::Absence { id, before, after, .. } => {
                self.record(id.0, before.as_ref(), after.as_ref());
            }
            Change::Target { id, before, after } => {
                self.record(id.0, before.as_ref(), after.as_ref());
            }
            Change::Event { id, before, after } => {
                self.record(id.0, before.as_ref(), after.as_ref());
            }
            Change::Committee { id, before, after } => {
                self.record(id.0, before.as_ref(), after.as_ref());
            }
            Change::Edition { id, before, after } => {
                self.record(id.0, before.as_ref(), after.as_ref());
            }
            Change::Setting { key, before, after } => {
                self.rows.text(key.name());
                self.record(0, before.as_ref(), after.as_ref());
            }
            Change::Cases { .. }
            | Change::Figure { .. }
            | Change::Bands { .. }
            | Change::Episode { .. } => {}
        }
    }

    /// 0 none, 1 cases only, 2 with a split.
    fn count_cell(&mut self, count: Option<CaseCount>) {
        let Some(CaseCount { cases, split }) = count else {
            return self.rows.unsigned(0);
        };
        self.rows.unsigned(1 + u64::from(split.is_some()));
        self.rows.unsigned(u64::from(cases));
        for part in split.into_iter().flat_map(|it| [it.simple, it.complex, it.very_complex]) {
            self.rows.unsigned(u64::from(part));
        }
    }

    fn figure_cell(&mut self, value: Option<i64>) {
        self.rows.unsigned(u64::from(value.is_some()));
        if let Some(value) = value {
            self.rows.signed(value);
        }
    }

    fn bands(&mut self, bands: &[Band]) {
        self.rows.unsigned(bands.len() as u64);
        for band in bands {
            self.rows.unsigned(u64::from(band.from_week));
            self.rows.optional(band.to_week);
            self.rows.unsigned(u64::from(band.count));
        }
    }

    /// 0 none, 1 waiting, 2 started, 3 withdrawn, then days after approval.
    fn outcome(&mut self, approved: Day, outcome: Option<Outcome>) {
        match outcome {
            None => self.rows.unsigned(0),
            Some(Outcome::Waiting) => self.rows.unsigned(1),
            Some(Outcome::Started(day)) => {
                self.rows.unsigned(2);
                self.rows.signed(i64::from(day.since(approved)));
            }
            Some(Outcome::Withdrawn(day)) => {
                self.rows.unsigned(3);
                self.rows.signed(i64::from(day.since(approved)));
            }
        }
    }
}

const fn kind_of(change: &Change) -> u8 {
    match change {
        Change::Unit { .. } => 1,
        Change::Caseworker { .. } => 2,
        Change::Employment { .. } => 3,
        Change::Absence { .. } => 4,
        Change::Cases { .. } => 5,
        Change::Figure { .. } => 6,
        Change::Bands { .. } => 7,
        Change::Episode { .. } => 8,
        Change::Target { .. } => 9,
        Change::Event { .. } => 10,
        Change::Committee { .. } => 11,
        Change::Edition { .. } => 12,
        Change::Setting { .. } => 13,
    }
}
