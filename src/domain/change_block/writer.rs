//! Writes changes as rows, each as its difference from the one before.

use serde::Serialize;

use super::wire::WireWriter;
use crate::domain::{Band, CaseCount, Change, Day, Edit, Outcome};

/// Encodes the rows of one segment.
#[derive(Debug, Default)]
pub struct RowWriter {
    bytes: WireWriter,
    /// The numbers the next row is written as differences from.
    last: [i64; 2],
}

impl RowWriter {
    /// The rows so far; what comes next begins a new segment.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(self).bytes.bytes
    }

    pub fn push(&mut self, change: &Change) {
        match change {
            Change::Unit(edit) => self.record(0, edit),
            Change::Caseworker(_, edit) => self.record(edit.key.0, edit),
            Change::Employment(_, edit) => {
                self.delta(0, edit.key.1.number());
                self.record(edit.key.0.0, edit);
            }
            Change::Absence(_, edit) => self.record(edit.key.0, edit),
            Change::Cases(_, edit) => {
                self.delta(0, edit.key.0.number());
                self.delta(1, edit.key.1.0);
                edit.sides().into_iter().for_each(|it| self.count_cell(it));
            }
            Change::Figure(_, edit) => {
                self.delta(0, edit.key.0.number());
                self.bytes.unsigned(edit.key.1.index() as u64);
                edit.sides().into_iter().for_each(|it| self.figure_cell(it));
            }
            Change::Bands(_, edit) => {
                self.delta(0, edit.key.0.number());
                self.bytes.unsigned(edit.key.1 as u64);
                edit.sides().into_iter().for_each(|it| self.bands(it));
            }
            Change::Episode(_, edit) => {
                self.bytes.text(&edit.key.reference);
                self.delta(0, edit.key.offer.0);
                self.delta(1, edit.key.approved.number());
                edit.sides().into_iter().for_each(|it| self.outcome(edit.key.approved, it));
            }
            Change::Target(edit) => self.record(edit.key.0, edit),
            Change::Event(edit) => self.record(edit.key.0, edit),
            Change::Committee(edit) => self.record(edit.key.0, edit),
            Change::Edition(edit) => self.record(edit.key.0, edit),
            Change::Setting(edit) => {
                self.bytes.text(edit.key.name());
                self.record(0, edit);
            }
        }
    }

    /// The difference from the same number in the row before.
    fn delta(&mut self, place: usize, number: impl Into<i64>) {
        let number = number.into();
        if let Some(last) = self.last.get_mut(place) {
            self.bytes.signed(number - *last);
            *last = number;
        }
    }

    /// Rows of registers are few: their sides are written as JSON, which can grow fields.
    fn record<K, V: Serialize>(&mut self, id: u32, edit: &Edit<K, V>) {
        self.bytes.unsigned(u64::from(id));
        for side in edit.sides() {
            // These records hold only text, numbers and lists: writing them cannot fail.
            let json = side.and_then(|it| serde_json::to_string(it).ok());
            self.bytes.text(json.as_deref().unwrap_or_default());
        }
    }

    /// 0 none, 1 cases only, 2 with a split.
    fn count_cell(&mut self, count: Option<&CaseCount>) {
        let Some(&CaseCount { cases, split }) = count else {
            return self.bytes.unsigned(0);
        };
        self.bytes.unsigned(1 + u64::from(split.is_some()));
        self.bytes.unsigned(u64::from(cases));
        for part in split.into_iter().flat_map(|it| [it.simple, it.complex, it.very_complex]) {
            self.bytes.unsigned(u64::from(part));
        }
    }

    fn figure_cell(&mut self, value: Option<&i64>) {
        self.bytes.unsigned(u64::from(value.is_some()));
        if let Some(value) = value {
            self.bytes.signed(*value);
        }
    }

    /// No bands are a distribution that is not there.
    fn bands(&mut self, bands: Option<&Vec<Band>>) {
        let bands = bands.map(Vec::as_slice).unwrap_or_default();
        self.bytes.unsigned(bands.len() as u64);
        for band in bands {
            self.bytes.unsigned(u64::from(band.from_week));
            self.bytes.optional(band.to_week);
            self.bytes.unsigned(u64::from(band.count));
        }
    }

    /// 0 none, 1 waiting, 2 started, 3 withdrawn, then days after approval.
    fn outcome(&mut self, approved: Day, outcome: Option<&Outcome>) {
        match outcome {
            None => self.bytes.unsigned(0),
            Some(Outcome::Waiting) => self.bytes.unsigned(1),
            Some(Outcome::Started(day)) => {
                self.bytes.unsigned(2);
                self.bytes.signed(i64::from(day.since(approved)));
            }
            Some(Outcome::Withdrawn(day)) => {
                self.bytes.unsigned(3);
                self.bytes.signed(i64::from(day.since(approved)));
            }
        }
    }
}
