//! Reads segments, and their rows back into changes.

use serde::de::DeserializeOwned;

use super::wire::{BlockError, WireReader, WireWriter};
use crate::domain::{
    AbsenceId, Band, BandKind, CaseCount, CaseworkerId, Change, CommitteeId, Day, Edit, EditionId,
    EpisodeKey, EventId, FactKind, Month, OfferId, Outcome, SettingKey, Split, TargetId, UnitField,
    UnitId,
};

/// Rows of one kind and unit; 0 where they belong to none.
pub struct Segment<'a> {
    pub kind: FactKind,
    pub unit: UnitId,
    pub count: u64,
    pub rows: &'a [u8],
}

impl<'a> Segment<'a> {
    fn read(reader: &mut WireReader<'a>) -> Result<Self, BlockError> {
        let kind = reader.byte()?.checked_sub(1).and_then(FactKind::from_number);
        Ok(Self {
            kind: kind.ok_or(BlockError)?,
            unit: UnitId(reader.number()?),
            count: reader.unsigned()?,
            rows: reader.raw()?,
        })
    }

    pub fn write(&self, writer: &mut WireWriter) {
        writer.bytes.push(self.kind.number() + 1);
        writer.unsigned(u64::from(self.unit.0));
        writer.unsigned(self.count);
        writer.unsigned(self.rows.len() as u64);
        writer.bytes.extend_from_slice(self.rows);
    }
}

/// The segments of a block, up to the first that cannot be read.
pub fn segments(bytes: &[u8]) -> Vec<Result<Segment<'_>, BlockError>> {
    let mut reader = WireReader::new(bytes);
    let mut segments = Vec::new();
    while !reader.is_empty() && segments.last().is_none_or(Result::is_ok) {
        segments.push(Segment::read(&mut reader));
    }
    segments
}

/// Decodes the rows of one segment.
pub struct Rows<'a> {
    kind: FactKind,
    unit: UnitId,
    reader: WireReader<'a>,
    /// The numbers the next row is written as differences from.
    last: [i64; 2],
    failed: bool,
}

impl<'a> Rows<'a> {
    pub const fn new(segment: &Segment<'a>) -> Self {
        Self {
            kind: segment.kind,
            unit: segment.unit,
            reader: WireReader::new(segment.rows),
            last: [0; 2],
            failed: false,
        }
    }

    pub fn next_change(&mut self) -> Option<Result<Change, BlockError>> {
        if self.failed || self.reader.is_empty() {
            return None;
        }
        let change = self.read();
        self.failed = change.is_err();
        Some(change)
    }

    fn read(&mut self) -> Result<Change, BlockError> {
        let unit = self.unit;
        Ok(match self.kind {
            FactKind::Unit => Change::Unit(self.record(|_| unit)?),
            FactKind::Caseworker => Change::Caseworker(unit, self.record(CaseworkerId)?),
            FactKind::Employment => {
                let from = self.month()?;
                Change::Employment(unit, self.record(|it| (CaseworkerId(it), from))?)
            }
            FactKind::Absence => Change::Absence(unit, self.record(AbsenceId)?),
            FactKind::Cases => {
                let month = self.month()?;
                let number = u32::try_from(self.delta(1)?).or(Err(BlockError))?;
                let (before, after) = (self.count_cell()?, self.count_cell()?);
                Change::Cases(unit, Edit::new((month, CaseworkerId(number)), before, after))
            }
            FactKind::Figure => {
                let month = self.month()?;
                let index = self.reader.number()? as usize;
                let field = UnitField::from_index(index).ok_or(BlockError)?;
                let (before, after) = (self.figure_cell()?, self.figure_cell()?);
                Change::Figure(unit, Edit::new((month, field), before, after))
            }
            FactKind::Bands => {
                let month = self.month()?;
                let number = self.reader.number()?;
                let kind = if number == 0 { BandKind::Started } else { BandKind::Waiting };
                let (before, after) = (self.bands()?, self.bands()?);
                Change::Bands(unit, Edit::new((month, kind), before, after))
            }
            FactKind::Episode => self.episode()?,
            FactKind::Target => Change::Target(self.record(TargetId)?),
            FactKind::Event => Change::Event(self.record(EventId)?),
            FactKind::Committee => Change::Committee(self.record(CommitteeId)?),
            FactKind::Edition => Change::Edition(self.record(EditionId)?),
            FactKind::Setting => {
                let key = SettingKey::from_name(self.reader.text()?).ok_or(BlockError)?;
                Change::Setting(self.record(|_| key)?)
            }
            FactKind::Identity | FactKind::Offer | FactKind::Entry => return Err(BlockError),
        })
    }

    fn delta(&mut self, place: usize) -> Result<i64, BlockError> {
        let difference = self.reader.signed()?;
        let last = self.last.get_mut(place).ok_or(BlockError)?;
        *last = last.checked_add(difference).ok_or(BlockError)?;
        Ok(*last)
    }

    fn month(&mut self) -> Result<Month, BlockError> {
        let number = i32::try_from(self.delta(0)?).or(Err(BlockError))?;
        Month::from_number(number).ok_or(BlockError)
    }

    /// A number and two sides of JSON.
    fn record<K, V: DeserializeOwned>(
        &mut self,
        key: impl FnOnce(u32) -> K,
    ) -> Result<Edit<K, V>, BlockError> {
        let id = self.reader.number()?;
        let mut side = || match self.reader.text()? {
            "" => Ok(None),
            json => serde_json::from_str(json).map(Some).or(Err(BlockError)),
        };
        Ok(Edit::new(key(id), side()?, side()?))
    }

    fn episode(&mut self) -> Result<Change, BlockError> {
        let reference = self.reader.text()?.to_owned();
        let offer = u32::try_from(self.delta(0)?).or(Err(BlockError))?;
        let approved = i32::try_from(self.delta(1)?).or(Err(BlockError))?;
        let approved = Day::from_number(approved).ok_or(BlockError)?;
        let (before, after) = (self.outcome(approved)?, self.outcome(approved)?);
        let key = EpisodeKey { reference, offer: OfferId(offer), approved };
        Ok(Change::Episode(self.unit, Edit::new(key, before, after)))
    }

    fn count_cell(&mut self) -> Result<Option<CaseCount>, BlockError> {
        let form = self.reader.unsigned()?;
        if form == 0 {
            return Ok(None);
        }
        let cases = self.reader.number()?;
        let split = match form {
            1 => None,
            _ => Some(Split {
                simple: self.reader.number()?,
                complex: self.reader.number()?,
                very_complex: self.reader.number()?,
            }),
        };
        Ok(Some(CaseCount { cases, split }))
    }

    fn figure_cell(&mut self) -> Result<Option<i64>, BlockError> {
        match self.reader.unsigned()? {
            0 => Ok(None),
            _ => self.reader.signed().map(Some),
        }
    }

    fn bands(&mut self) -> Result<Option<Vec<Band>>, BlockError> {
        let count = self.reader.unsigned()?;
        let mut bands = Vec::new();
        for _ in 0..count {
            bands.push(Band {
                from_week: self.reader.number()?,
                to_week: self.reader.optional()?,
                count: self.reader.number()?,
            });
        }
        Ok(Some(bands).filter(|it| !it.is_empty()))
    }

    fn outcome(&mut self, approved: Day) -> Result<Option<Outcome>, BlockError> {
        let form = self.reader.unsigned()?;
        if form < 2 {
            return Ok((form == 1).then_some(Outcome::Waiting));
        }
        let days = i32::try_from(self.reader.signed()?).or(Err(BlockError))?;
        let number = approved.number().checked_add(days).ok_or(BlockError)?;
        let day = Day::from_number(number).ok_or(BlockError)?;
        Ok(Some(if form == 2 { Outcome::Started(day) } else { Outcome::Withdrawn(day) }))
    }
}
