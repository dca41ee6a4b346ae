//! Rules for targets, events, committees, settings and editions.

use std::collections::BTreeMap;

use super::planning::Planning;
use crate::book::{Refusal, SharedCommand, WrittenFile};
use crate::domain::{
    Acceptance, Change, Committee, CommitteeId, Edit, Edition, EditionFile, EditionId, EntryKind,
    Event, EventId, LANGUAGES, SettingKey, StoredFile, Target, TargetId, check_name, check_note,
    find_cpr,
};
use crate::storage::content_hash;

impl Planning<'_> {
    pub(super) fn shared(&mut self, command: SharedCommand) -> Result<(), Refusal> {
        match command {
            SharedCommand::AddTarget(target) => {
                let id = TargetId(self.numbers.new_id());
                self.set_target(id, Some(target))
            }
            SharedCommand::EditTarget { id, target } => self.set_target(id, Some(target)),
            SharedCommand::RemoveTarget(id) => self.set_target(id, None),
            SharedCommand::AddEvent(event) => {
                let id = EventId(self.numbers.new_id());
                self.set_event(id, Some(event))
            }
            SharedCommand::EditEvent { id, event } => self.set_event(id, Some(event)),
            SharedCommand::RemoveEvent(id) => self.set_event(id, None),
            SharedCommand::AddCommittee(committee) => {
                let id = CommitteeId(self.numbers.new_id());
                self.set_committee(id, Some(committee))
            }
            SharedCommand::EditCommittee { id, committee } => {
                self.set_committee(id, Some(committee))
            }
            SharedCommand::RemoveCommittee(id) => self.set_committee(id, None),
            SharedCommand::SetSettings(settings) => {
                settings.into_iter().try_for_each(|(key, value)| self.set_setting(key, value))
            }
            SharedCommand::Accept(acceptance) => self.accept(acceptance),
            SharedCommand::Issue { edition, files } => self.issue(*edition, files),
            SharedCommand::WithdrawEdition { id, reason } => self.withdraw(id, &reason),
        }
    }

    fn set_target(&mut self, id: TargetId, after: Option<Target>) -> Result<(), Refusal> {
        self.set(&self.snapshot.shared.targets, id, after, Change::Target, |planning, target| {
            target.source = check_note(&target.source)?.into_owned();
            target.unit.map_or(Ok(()), |it| planning.unit(it).map(drop))?;
            check_limits(target)
        })
    }

    pub(super) fn set_event(&mut self, id: EventId, after: Option<Event>) -> Result<(), Refusal> {
        self.set(&self.snapshot.shared.events, id, after, Change::Event, |planning, event| {
            event.title = check_note(&event.title)?.into_owned();
            event.unit.map_or(Ok(()), |it| planning.unit(it).map(drop))
        })
    }

    fn set_committee(&mut self, id: CommitteeId, after: Option<Committee>) -> Result<(), Refusal> {
        let committees = &self.snapshot.shared.committees;
        self.set(committees, id, after, Change::Committee, |_, committee| {
            committee.code = check_name(&committee.code)?.into_owned();
            committee.name = check_name(&committee.name)?.into_owned();
            let is_ordered = committee.to.is_none_or(|to| committee.from <= to);
            is_ordered.then_some(()).ok_or(Refusal::EndsBeforeItBegins)
        })
    }

    /// Adds, edits or removes a row of a register; `check` puts the row in order too.
    fn set<I: Ord, T: Clone + PartialEq>(
        &mut self,
        register: &BTreeMap<I, T>,
        id: I,
        mut after: Option<T>,
        kind: impl FnOnce(Edit<I, T>) -> Change,
        check: impl FnOnce(&Self, &mut T) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let before = register.get(&id).cloned();
        match &mut after {
            Some(after) => check(self, after)?,
            None if before.is_none() => return Err(Refusal::NoLongerThere),
            None => {}
        }
        self.push(Edit::new(id, before, after), kind);
        Ok(())
    }

    fn set_setting(&mut self, key: SettingKey, after: Option<String>) -> Result<(), Refusal> {
        if let Some(value) = &after {
            check_setting(key, value)?;
        }
        let before = self.snapshot.settings().get(key).map(str::to_owned);
        self.push(Edit::new(key, before, after), Change::Setting);
        Ok(())
    }

    /// Added to what is stored now, so that two acceptances in a row both stay.
    fn accept(&mut self, mut acceptance: Acceptance) -> Result<(), Refusal> {
        self.unit(acceptance.cell.unit)?;
        if !acceptance.note.trim().is_empty() {
            acceptance.note = check_note(&acceptance.note)?.replace('\n', " ");
        }
        let mut all = self.snapshot.settings().acceptances();
        all.add(acceptance);
        self.set_setting(SettingKey::AcceptedRemarks, Some(all.stored()))
    }

    /// Numbered per half-year and committee; a number once used is never used again.
    fn issue(&mut self, mut edition: Edition, files: Vec<WrittenFile>) -> Result<(), Refusal> {
        if edition.as_of != self.snapshot.revision.0 {
            return Err(Refusal::ComposedEarlier);
        }
        let shared = &self.snapshot.shared;
        let committee = shared.committees.get(&edition.committee).ok_or(Refusal::NoLongerThere)?;
        let in_office = committee.from <= edition.meeting
            && committee.to.is_none_or(|to| edition.meeting <= to);
        if !in_office {
            return Err(Refusal::CommitteeNotInOffice);
        }
        edition.case_number = check_name(&edition.case_number)?.into_owned();
        for (_, assessment) in &mut edition.assessments {
            *assessment = check_note(assessment)?.into_owned();
        }
        let earlier = shared
            .editions
            .values()
            .filter(|it| it.half_year == edition.half_year && it.committee == edition.committee);
        let number = earlier.map(|it| it.number).max().unwrap_or(0) + 1;
        // The files say which edition they are.
        if edition.number != number {
            return Err(Refusal::ComposedEarlier);
        }
        let id = EditionId(self.numbers.new_id());
        edition.files = files.iter().map(described).collect();
        let stored =
            files.into_iter().map(|it| StoredFile { edition: id, name: it.name, bytes: it.bytes });
        self.numbers.words.files.extend(stored);
        self.kind = EntryKind::Final;
        self.changes.push(Change::Edition(Edit::added(id, edition)));
        Ok(())
    }

    fn withdraw(&mut self, id: EditionId, reason: &str) -> Result<(), Refusal> {
        let before =
            self.snapshot.shared.editions.get(&id).cloned().ok_or(Refusal::NoLongerThere)?;
        if before.withdrawn.is_some() {
            return Err(Refusal::AlreadyWithdrawn(id));
        }
        let reason = check_note(reason)?.into_owned();
        let after = Edition { withdrawn: Some(reason), ..before.clone() };
        self.kind = EntryKind::Final;
        self.changes.push(Change::Edition(Edit::new(id, Some(before), Some(after))));
        Ok(())
    }
}

fn described(file: &WrittenFile) -> EditionFile {
    EditionFile {
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        length: file.bytes.len() as u64,
        hash: content_hash(&file.bytes),
    }
}

fn check_limits(target: &Target) -> Result<(), Refusal> {
    let any = target.lower.or(target.upper).is_some();
    let ordered = match (target.lower, target.upper) {
        (Some(lower), Some(upper)) => lower <= upper,
        _ => true,
    };
    let positive = [target.lower, target.upper].into_iter().flatten().all(|it| 0 <= it.0);
    if any && ordered && positive { Ok(()) } else { Err(Refusal::TargetWithoutLimits) }
}

/// Settings are kept as whole numbers, thousandths or words; each has its own range.
fn check_setting(key: SettingKey, value: &str) -> Result<(), Refusal> {
    let within = |from: i64, to: i64| value.parse::<i64>().is_ok_and(|it| from <= it && it <= to);
    let sound = match key {
        SettingKey::StandardWeek => within(1_000, 60_000),
        SettingKey::SuppressionThreshold => within(3, 5) && value != "4",
        SettingKey::LeastMonths => within(1, 6),
        SettingKey::DeadlineDay => within(1, 28),
        SettingKey::Language => LANGUAGES.contains(&value),
        SettingKey::Municipality | SettingKey::CaseworkerLabel => check_name(value).is_ok(),
        SettingKey::Weights => {
            let parts: Vec<_> = value.split(' ').map(str::parse::<i64>).collect();
            parts.len() == 3 && parts.iter().all(|it| matches!(it, Ok(1..=100_000)))
        }
        SettingKey::AcceptedRemarks => find_cpr(value).is_none(),
        SettingKey::WaitUnit => ["weeks", "months", "days"].contains(&value),
    };
    if sound { Ok(()) } else { Err(Refusal::Setting { key }) }
}
