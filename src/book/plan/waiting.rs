//! Rules for the register: no wait ends before it began, and nobody waits twice for the same.

use super::Planning;
use crate::book::Refusal;
use crate::domain::{
    Change, Day, Episode, EpisodeKey, OfferId, Outcome, UnitData, UnitId, check_name,
};

impl Planning<'_> {
    pub(super) fn add_episode(
        &mut self,
        unit: UnitId,
        reference: &str,
        offer: &str,
        approved: Day,
        outcome: Outcome,
    ) -> Result<(), Refusal> {
        let reference = check_name(reference)?.into_owned();
        let title = check_name(offer)?.into_owned();
        let offer = self.offer(&title);
        let data = self.unit(unit)?;
        check_list(data, approved)?;
        check_order(approved, outcome)?;
        if data.episodes.get(&reference, offer, approved).is_some() {
            return Err(Refusal::EpisodeExists { reference });
        }
        check_not_waiting(data, &reference, offer, approved, outcome)?;
        let key = EpisodeKey { reference, offer, approved };
        self.changes.push(Change::Episode { unit, key, before: None, after: Some(outcome) });
        Ok(())
    }

    pub(super) fn set_outcome(
        &mut self,
        unit: UnitId,
        key: EpisodeKey,
        outcome: Outcome,
    ) -> Result<(), Refusal> {
        check_order(key.approved, outcome)?;
        let data = self.unit(unit)?;
        let known = data.episodes.get(&key.reference, key.offer, key.approved);
        let before = known.ok_or(Refusal::NoLongerThere)?.outcome;
        check_not_waiting(data, &key.reference, key.offer, key.approved, outcome)?;
        self.push(Some(before), Some(outcome), |before, after| Change::Episode {
            unit,
            key,
            before,
            after,
        });
        Ok(())
    }

    pub(super) fn remove_episode(&mut self, unit: UnitId, key: EpisodeKey) -> Result<(), Refusal> {
        let data = self.unit(unit)?;
        let known = data.episodes.get(&key.reference, key.offer, key.approved);
        let before = Some(known.ok_or(Refusal::NoLongerThere)?.outcome);
        self.changes.push(Change::Episode { unit, key, before, after: None });
        Ok(())
    }
}

fn check_list(data: &UnitData, approved: Day) -> Result<(), Refusal> {
    let unit = || data.unit.code.clone();
    if !data.unit.has_waiting_list() {
        return Err(Refusal::NoWaitingList { unit: unit() });
    }
    let month = approved.month();
    let ended = data.unit.last_month().is_some_and(|last| last < month);
    let not_begun = data.unit.first_month().is_none_or(|first| month < first);
    if ended || not_begun {
        return Err(Refusal::UnitNotThere { unit: unit(), month });
    }
    Ok(())
}

fn check_order(approved: Day, outcome: Outcome) -> Result<(), Refusal> {
    match outcome.ended() {
        Some(ended) if ended < approved => Err(Refusal::EndedBeforeApproval { approved, ended }),
        Some(_) | None => Ok(()),
    }
}

/// The same reference may wait again for the same offer only after the first wait ended.
fn check_not_waiting(
    data: &UnitData,
    reference: &str,
    offer: OfferId,
    approved: Day,
    outcome: Outcome,
) -> Result<(), Refusal> {
    let overlaps = |it: &Episode<'_>| {
        let before_it_ended = it.outcome.ended().is_none_or(|ended| approved < ended);
        let after_it_began = outcome.ended().is_none_or(|ended| it.approved < ended);
        before_it_ended && after_it_began
    };
    let clash = data
        .episodes
        .with_reference(reference)
        .filter(|it| it.offer == offer && it.approved != approved)
        .find(overlaps);
    match clash {
        Some(it) => {
            Err(Refusal::AlreadyWaiting { reference: reference.to_owned(), since: it.approved })
        }
        None => Ok(()),
    }
}
