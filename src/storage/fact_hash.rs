//! The hash of one fact: every value that is stored for it, in a fixed order.

use xxhash_rust::xxh3::xxh3_64_with_seed;

use super::digest::Kind;
use crate::domain::{
    Absence, AbsenceId, Band, BandKind, CaseCount, Caseworker, CaseworkerId, Committee,
    CommitteeId, Day, Edition, EditionId, Event, EventId, Identity, IdentityId, Month, OfferId,
    Outcome, SettingKey, Target, TargetId, Terms, Unit, UnitField, UnitId, WaitingList,
};

/// Hashes facts, reusing one buffer.
#[derive(Debug, Default)]
pub struct FactHasher {
    buffer: Vec<u8>,
}

impl FactHasher {
    fn int(&mut self, value: impl Into<i64>) -> &mut Self {
        self.buffer.extend_from_slice(&value.into().to_le_bytes());
        self
    }

    fn optional(&mut self, value: Option<impl Into<i64>>) -> &mut Self {
        self.int(value.map_or(i64::MIN, Into::into))
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.int(i64::try_from(text.len()).unwrap_or(i64::MAX));
        self.buffer.extend_from_slice(text.as_bytes());
        self
    }

    fn end(&mut self, kind: Kind) -> u64 {
        let hash = xxh3_64_with_seed(&self.buffer, kind as u64);
        self.buffer.clear();
        hash
    }

    pub fn unit(&mut self, id: UnitId, unit: &Unit) -> u64 {
        self.int(id.0).text(&unit.code);
        self.int(unit.counts as i64).int(unit.case_reporting as i64);
        match unit.waiting_list {
            WaitingList::None => self.int(0),
            WaitingList::Kept { register_from, register_through } => {
                self.int(1);
                self.optional(register_from.map(Month::number));
                self.optional(register_through.map(Month::number))
            }
        };
        for name in &unit.names {
            self.int(name.from.number());
            self.optional(name.to.map(Month::number)).text(&name.name);
        }
        self.end(Kind::Unit)
    }

    pub fn caseworker(&mut self, id: CaseworkerId, it: &Caseworker) -> u64 {
        self.int(id.0).int(it.unit.0).int(it.identity.0);
        for presence in &it.presences {
            self.int(presence.from.number());
            self.optional(presence.to.map(Month::number));
            self.int(presence.case_holding as i64);
        }
        self.end(Kind::Caseworker)
    }

    pub fn employment(&mut self, id: CaseworkerId, from: Month, terms: Terms) -> u64 {
        self.int(id.0).int(from.number());
        self.int(terms.weekly_hours.0).int(terms.weight.0);
        self.end(Kind::Employment)
    }

    pub fn absence(&mut self, id: AbsenceId, it: &Absence) -> u64 {
        self.int(id.0).int(it.caseworker.0).int(it.from.number());
        self.optional(it.to.map(Day::number)).int(it.kind as i64);
        self.end(Kind::Absence)
    }

    pub fn cases(
        &mut self,
        unit: UnitId,
        month: Month,
        who: CaseworkerId,
        count: CaseCount,
    ) -> u64 {
        self.int(unit.0).int(month.number()).int(who.0).int(count.cases);
        if let Some(split) = count.split {
            self.int(split.simple).int(split.complex).int(split.very_complex);
        }
        self.end(Kind::Cases)
    }

    pub fn figure(&mut self, unit: UnitId, month: Month, field: UnitField, value: i64) -> u64 {
        self.int(unit.0).int(month.number());
        self.int(field as i64).int(value);
        self.end(Kind::Figure)
    }

    /// No hash for no bands.
    pub fn bands(
        &mut self,
        unit: UnitId,
        month: Month,
        kind: BandKind,
        bands: &[Band],
    ) -> Option<u64> {
        if bands.is_empty() {
            return None;
        }
        self.int(unit.0).int(month.number()).int(kind as i64);
        for band in bands {
            self.int(band.from_week).optional(band.to_week).int(band.count);
        }
        Some(self.end(Kind::Bands))
    }

    pub fn episode(
        &mut self,
        unit: UnitId,
        reference: &str,
        offer: OfferId,
        approved: Day,
        outcome: Outcome,
    ) -> u64 {
        self.int(unit.0).text(reference).int(offer.0);
        self.int(approved.number());
        self.optional(outcome.started().map(Day::number));
        self.optional(outcome.withdrawn().map(Day::number));
        self.end(Kind::Episode)
    }

    pub fn target(&mut self, id: TargetId, it: &Target) -> u64 {
        self.int(id.0).int(it.metric as i64);
        self.optional(it.unit.map(|unit| unit.0));
        self.optional(it.lower.map(|it| it.0)).optional(it.upper.map(|it| it.0));
        self.int(it.valid_from.number()).text(&it.source);
        self.end(Kind::Target)
    }

    pub fn event(&mut self, id: EventId, it: &Event) -> u64 {
        self.int(id.0).int(it.day.number());
        self.optional(it.unit.map(|unit| unit.0));
        self.text(&it.title).int(it.kind as i64);
        self.end(Kind::Event)
    }

    pub fn committee(&mut self, id: CommitteeId, it: &Committee) -> u64 {
        self.int(id.0).text(&it.code).text(&it.name);
        self.int(it.from.number()).optional(it.to.map(Day::number));
        self.end(Kind::Committee)
    }

    pub fn edition(&mut self, id: EditionId, it: &Edition) -> u64 {
        let content = super::rows::edition_content(it);
        self.int(id.0).text(&content);
        self.end(Kind::Edition)
    }

    pub fn setting(&mut self, key: SettingKey, value: &str) -> u64 {
        self.text(key.name()).text(value);
        self.end(Kind::Setting)
    }

    pub fn identity(&mut self, id: IdentityId, it: &Identity) -> u64 {
        self.int(id.0).text(&it.initials);
        self.optional(it.name.is_some().then_some(1_i64));
        self.text(it.name.as_deref().unwrap_or_default());
        self.end(Kind::Identity)
    }

    pub fn offer(&mut self, id: OfferId, title: &str) -> u64 {
        self.int(id.0).text(title);
        self.end(Kind::Offer)
    }

    /// A journal line; its changes by their own hash.
    pub fn entry(&mut self, head: &super::journal::EntryHead) -> u64 {
        let (kind, target) = super::rows::kind_columns(head.kind);
        self.int(head.id.0.cast_signed()).int(kind).optional(target);
        self.int(head.at).text(&head.user);
        self.int(super::rows::source_column(head.source)).text(&head.detail);
        self.optional(head.reason.is_some().then_some(1_i64));
        self.text(head.reason.as_deref().unwrap_or_default());
        self.int(head.changes_hash);
        self.end(Kind::Entry)
    }
}
