//! Rules for the register: no wait ends before it began, and nobody waits twice for the same.

use std::collections::BTreeMap;

use super::planning::Planning;
use crate::book::{NewEpisode, Refusal};
use crate::domain::{
    Barred, Change, Day, Edit, EpisodeKey, FIRST_YEAR, Month, OfferId, Outcome, Unit, UnitData,
    UnitId, WaitingList, check_name,
};

impl<'a> Planning<'a> {
    /// Each place is judged against the register as the ones before it leave it.
    pub(super) fn add_episodes(
        &mut self,
        unit: UnitId,
        register_from: Option<Month>,
        episodes: &[NewEpisode],
    ) -> Result<(), Refusal> {
        let mut register = self.register(unit)?;
        if let Some(month) = register_from {
            self.begin_register(unit, month)?;
        }
        episodes.iter().try_for_each(|it| self.add_to(&mut register, it))
    }

    pub(super) fn correct_episode(
        &mut self,
        unit: UnitId,
        key: EpisodeKey,
        to: &NewEpisode,
    ) -> Result<(), Refusal> {
        let mut register = self.register(unit)?;
        let reference = check_name(&to.reference)?.into_owned();
        let title = check_name(&to.offer)?.into_owned();
        let offer = self.numbers.offer(&title);
        let wanted = EpisodeKey { reference, offer, approved: to.approved };
        if wanted == key {
            return self.set_outcome(unit, key, to.outcome);
        }
        self.remove_episode(unit, key.clone())?;
        register.removed = Some(key);
        self.add_to(&mut register, to)
    }

    fn register(&self, unit: UnitId) -> Result<Register<'a>, Refusal> {
        let data = self.snapshot.unit(unit).ok_or(Refusal::UnknownUnit)?;
        Ok(Register { data, added: BTreeMap::new(), removed: None })
    }

    fn add_to(&mut self, register: &mut Register<'a>, episode: &NewEpisode) -> Result<(), Refusal> {
        let (approved, outcome) = (episode.approved, episode.outcome);
        let reference = check_name(&episode.reference)?.into_owned();
        let title = check_name(&episode.offer)?.into_owned();
        let offer = self.numbers.offer(&title);
        let unit = register.data.id;
        check_list(register.data, approved)?;
        check_order(approved, outcome)?;
        let key = EpisodeKey { reference, offer, approved };
        register.check_free(&key, outcome)?;
        register.added.insert(key.clone(), outcome);
        self.changes.push(Change::Episode(unit, Edit::added(key, outcome)));
        Ok(())
    }

    /// Months before this one keep what was typed for them.
    fn begin_register(&mut self, id: UnitId, month: Month) -> Result<(), Refusal> {
        let before = self.unit(id)?.unit.clone();
        let WaitingList::Kept { register_through, .. } = before.waiting_list else {
            return Err(Barred::NoWaitingList { unit: before.code }.into());
        };
        let waiting_list = WaitingList::Kept { register_from: Some(month), register_through };
        let after = Unit { waiting_list, ..before.clone() };
        self.push(Edit::new(id, Some(before), Some(after)), Change::Unit);
        Ok(())
    }

    fn set_outcome(
        &mut self,
        unit: UnitId,
        key: EpisodeKey,
        outcome: Outcome,
    ) -> Result<(), Refusal> {
        check_order(key.approved, outcome)?;
        let data = self.unit(unit)?;
        let known = data.episodes.get(&key.reference, key.offer, key.approved);
        let before = known.ok_or(Refusal::NoLongerThere)?.outcome;
        self.register(unit)?.check_not_waiting(&key, outcome)?;
        self.push_in(unit, Edit::new(key, Some(before), Some(outcome)), Change::Episode);
        Ok(())
    }

    pub(super) fn remove_episode(&mut self, unit: UnitId, key: EpisodeKey) -> Result<(), Refusal> {
        let data = self.unit(unit)?;
        let known = data.episodes.get(&key.reference, key.offer, key.approved);
        let before = known.ok_or(Refusal::NoLongerThere)?.outcome;
        self.changes.push(Change::Episode(unit, Edit::removed(key, before)));
        Ok(())
    }
}

/// A unit's register as the command so far leaves it.
struct Register<'a> {
    data: &'a UnitData,
    added: BTreeMap<EpisodeKey, Outcome>,
    removed: Option<EpisodeKey>,
}

/// A wait for an offer, of some reference.
struct Wait {
    offer: OfferId,
    approved: Day,
    outcome: Outcome,
}

impl Register<'_> {
    /// The waits of the same reference for the same offer.
    fn alike<'b>(&'b self, key: &'b EpisodeKey) -> impl Iterator<Item = Wait> + 'b {
        let stored = self.data.episodes.with_reference(&key.reference);
        let stored = stored.filter(move |it| self.removed.as_ref() != Some(&it.key()));
        let stored = stored.map(|known| {
            let (offer, approved, outcome) = (known.offer, known.approved, known.outcome);
            Wait { offer, approved, outcome }
        });
        let added = self.added.range(first_of(&key.reference)..);
        let added = added.take_while(move |it| it.0.reference == key.reference);
        let added = added.map(|(key, outcome)| Wait {
            offer: key.offer,
            approved: key.approved,
            outcome: *outcome,
        });
        stored.chain(added).filter(move |it| it.offer == key.offer)
    }

    fn check_free(&self, key: &EpisodeKey, outcome: Outcome) -> Result<(), Refusal> {
        if self.alike(key).any(|it| it.approved == key.approved) {
            return Err(Refusal::EpisodeExists { reference: key.reference.clone() });
        }
        self.check_not_waiting(key, outcome)
    }

    /// The same reference may wait again for the same offer only after the first wait ended.
    fn check_not_waiting(&self, key: &EpisodeKey, outcome: Outcome) -> Result<(), Refusal> {
        let clash = self.alike(key).filter(|it| it.approved != key.approved).find(|other| {
            let before_it_ended = other.outcome.ended().is_none_or(|ended| key.approved < ended);
            let after_it_began = outcome.ended().is_none_or(|ended| other.approved < ended);
            before_it_ended && after_it_began
        });
        let reference = || key.reference.clone();
        let refused =
            clash.map(|it| Refusal::AlreadyWaiting { reference: reference(), since: it.approved });
        refused.map_or(Ok(()), Err)
    }
}

/// Before every place with this reference.
fn first_of(reference: &str) -> EpisodeKey {
    let day = Month::january(FIRST_YEAR).first_day();
    EpisodeKey { reference: reference.to_owned(), offer: OfferId(0), approved: day }
}

fn check_list(data: &UnitData, approved: Day) -> Result<(), Refusal> {
    let unit = || data.unit.code.clone();
    if !data.unit.has_waiting_list() {
        return Err(Barred::NoWaitingList { unit: unit() }.into());
    }
    let month = approved.month();
    let ended = data.unit.last_month().is_some_and(|last| last < month);
    let not_begun = data.unit.first_month().is_none_or(|first| month < first);
    if ended || not_begun {
        return Err(Barred::UnitNotThere { unit: unit(), month }.into());
    }
    Ok(())
}

fn check_order(approved: Day, outcome: Outcome) -> Result<(), Refusal> {
    match outcome.ended() {
        Some(ended) if ended < approved => Err(Refusal::EndedBeforeApproval { approved, ended }),
        Some(_) | None => Ok(()),
    }
}
