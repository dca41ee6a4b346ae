//! Reads the rows of a segment back into changes.

use serde::de::DeserializeOwned;

use super::wire::WireReader;
use super::{BlockError, Segment};
use crate::domain::{
    AbsenceId, Band, BandKind, CaseCount, CaseworkerId, Change, CommitteeId, Day, EditionId,
    EpisodeKey, EventId, Month, OfferId, Outcome, SettingKey, Split, TargetId, UnitField, UnitId,
};

/// Decodes the rows of one segment.
pub struct Rows<'a> {
    kind: u8,
    unit: UnitId,
    reader: WireReader<'a>,
    last: [i64; 3],
    failed: bool,
}

type Sides<T> = (Option<T>, Option<T>);

impl<'a> Rows<'a> {
    pub const fn new(segment: &Segment<'a>) -> Self {
        Self {
            kind: segment.kind,
            unit: segment.unit,
            reader: WireReader::new(segment.rows),
            last: [0; 3],
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
        match self.kind {
            1..=4 => self.read_register(),
            5..=8 => self.read_figures(),
            _ => self.read_shared(),
        }
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

    fn record<T: DeserializeOwned>(&mut self) -> Result<(u32, Sides<T>), BlockError> {
        let id = self.reader.number()?;
        let mut side = || match self.reader.text()? {
            "" => Ok(None),
            json => serde_json::from_str(json).map(Some).or(Err(BlockError)),
        };
        Ok((id, (side()?, side()?)))
    }

    fn read_register(&mut self) -> Result<Change, BlockError> {
        let unit = self.unit;
        Ok(match self.kind {
            1 => {
                let (_, (before, after)) = self.record()?;
                Change::Unit { id: unit, before, after }
            }
            2 => {
                let (id, (before, after)) = self.record()?;
                let id = CaseworkerId(id);
                Change::Caseworker { unit, id, before, after }
            }
            3 => {
                let from = self.month()?;
                let (id, (before, after)) = self.record()?;
                let caseworker = CaseworkerId(id);
                Change::Employment { unit, caseworker, from, before, after }
            }
            _ => {
                let (id, (before, after)) = self.record()?;
                let id = AbsenceId(id);
                Change::Absence { unit, id, before, after }
            }
        })
    }

    fn read_shared(&mut self) -> Result<Change, BlockError> {
        Ok(match self.kind {
            9 => {
                let (id, (before, after)) = self.record()?;
                Change::Target { id: TargetId(id), before, after }
            }
            10 => {
                let (id, (before, after)) = self.record()?;
                Change::Event { id: EventId(id), before, after }
            }
            11 => {
                let (id, (before, after)) = self.record()?;
                Change::Committee { id: CommitteeId(id), before, after }
            }
            12 => {
                let (id, (before, after)) = self.record()?;
                Change::Edition { id: EditionId(id), before, after }
            }
            13 => {
                let key = SettingKey::from_name(self.reader.text()?).ok_or(BlockError)?;
                let (_, (before, after)) = self.record()?;
                Change::Setting { key, before, after }
            }
            _ => return Err(BlockError),
        })
    }

    fn read_figures(&mut self) -> Result<Change, BlockError> {
        let unit = self.unit;
        if self.kind == 8 {
            return self.read_episode();
        }
        let month = self.month()?;
        Ok(match self.kind {
            5 => {
                let number = u32::try_from(self.delta(1)?).or(Err(BlockError))?;
                let caseworker = CaseworkerId(number);
                let (before, after) = (self.count_cell()?, self.count_cell()?);
                Change::Cases { unit, month, caseworker, before, after }
            }
            6 => {
                let index = self.reader.number()? as usize;
                let field = UnitField::from_index(index).ok_or(BlockError)?;
                let (before, after) = (self.figure_cell()?, self.figure_cell()?);
                Change::Figure { unit, month, field, before, after }
            }
            _ => {
                let kind = match self.reader.number()? {
                    0 => BandKind::Started,
                    _ => BandKind::Waiting,
                };
                let (before, after) = (self.bands()?, self.bands()?);
                Change::Bands { unit, month, kind, before, after }
            }
        })
    }

    fn read_episode(&mut self) -> Result<Change, BlockError> {
        let reference = self.reader.text()?.to_owned();
        let offer = u32::try_from(self.delta(0)?).or(Err(BlockError))?;
        let approved = i32::try_from(self.delta(1)?).or(Err(BlockError))?;
        let approved = Day::from_number(approved).ok_or(BlockError)?;
        let (before, after) = (self.outcome(approved)?, self.outcome(approved)?);
        let key = EpisodeKey { reference, offer: OfferId(offer), approved };
        Ok(Change::Episode { unit: self.unit, key, before, after })
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

    fn bands(&mut self) -> Result<Vec<Band>, BlockError> {
        let count = self.reader.unsigned()?;
        let mut bands = Vec::new();
        for _ in 0..count {
            bands.push(Band {
                from_week: self.reader.number()?,
                to_week: self.reader.optional()?,
                count: self.reader.number()?,
            });
        }
        Ok(bands)
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
