//! Rules for caseworkers: presence, hours, moves and absences.

use super::planning::Planning;
use super::units::{check_spans, removed};
use crate::book::{PeopleCommand, Refusal};
use crate::domain::{
    Absence, AbsenceId, Barred, Caseworker, CaseworkerId, Change, Edit, Identity, Month, Presence,
    Terms, Thousandths, UnitData, UnitId, check_name,
};

const MOST_HOURS: Thousandths = Thousandths::whole(60);
const MOST_WEIGHT: Thousandths = Thousandths::whole(2);

impl<'a> Planning<'a> {
    pub(super) fn people(&mut self, command: PeopleCommand) -> Result<(), Refusal> {
        match command {
            PeopleCommand::AddCaseworker { unit, identity, presence, terms } => {
                self.add_caseworker(unit, &identity, presence, terms)
            }
            PeopleCommand::EditCaseworker { id, presences } => self.edit_caseworker(id, presences),
            PeopleCommand::RenameCaseworker { id, identity } => {
                self.rename_caseworker(id, &identity)
            }
            PeopleCommand::MoveCaseworker { id, to, from } => self.move_caseworker(id, to, from),
            PeopleCommand::RemoveCaseworker(id) => self.remove_caseworker(id),
            PeopleCommand::SetEmployment { caseworker, from, terms } => {
                self.set_employment(caseworker, from, terms)
            }
            PeopleCommand::AddAbsence(absence) => {
                let id = AbsenceId(self.numbers.new_id());
                self.set_absence(id, None, Some(absence))
            }
            PeopleCommand::EditAbsence { id, absence } => {
                let before = self.absence(id)?;
                self.set_absence(id, Some(before), Some(absence))
            }
            PeopleCommand::RemoveAbsence(id) => {
                let before = self.absence(id)?;
                self.set_absence(id, Some(before), None)
            }
        }
    }

    /// The unit a caseworker is in, and what is known of them.
    pub(super) fn caseworker(
        &self,
        id: CaseworkerId,
    ) -> Result<(&'a UnitData, &'a Caseworker), Refusal> {
        let found = self.snapshot.units().find_map(|data| Some((data, data.caseworkers.get(&id)?)));
        Ok(found.ok_or(Barred::UnknownCaseworker)?)
    }

    fn add_caseworker(
        &mut self,
        unit: UnitId,
        identity: &Identity,
        presence: Presence,
        terms: Option<Terms>,
    ) -> Result<(), Refusal> {
        let identity = self.checked_identity(unit, identity, None)?;
        self.check_unit_has(unit, &[presence])?;
        let id = CaseworkerId(self.numbers.new_id());
        let identity = self.numbers.new_identity(identity);
        let after = Some(Caseworker { unit, identity, presences: vec![presence] });
        self.changes.push(Change::Caseworker(unit, Edit::new(id, None, after)));
        if let Some(terms) = terms {
            check_terms(terms)?;
            let edit = Edit::added((id, presence.from), terms);
            self.changes.push(Change::Employment(unit, edit));
        }
        Ok(())
    }

    fn edit_caseworker(
        &mut self,
        id: CaseworkerId,
        presences: Vec<Presence>,
    ) -> Result<(), Refusal> {
        let before = self.caseworker(id)?.1.clone();
        let unit = before.unit;
        self.check_unit_has(unit, &presences)?;
        let after = Caseworker { presences, ..before.clone() };
        self.push_in(unit, Edit::new(id, Some(before), Some(after)), Change::Caseworker);
        Ok(())
    }

    fn rename_caseworker(&mut self, id: CaseworkerId, identity: &Identity) -> Result<(), Refusal> {
        let before = self.caseworker(id)?.1.clone();
        let unit = before.unit;
        let identity = self.checked_identity(unit, identity, Some(id))?;
        if self.snapshot.identity(before.identity) == Some(&identity) {
            return Ok(());
        }
        let identity = self.numbers.new_identity(identity);
        let after = Caseworker { identity, ..before.clone() };
        let edit = Edit::new(id, Some(before), Some(after));
        self.changes.push(Change::Caseworker(unit, edit));
        Ok(())
    }

    fn move_caseworker(
        &mut self,
        id: CaseworkerId,
        to: UnitId,
        from: Month,
    ) -> Result<(), Refusal> {
        let (data, before) = self.caseworker(id)?;
        let (unit, before) = (data.id, before.clone());
        let terms = data.terms_in(id, from);
        let presence =
            before.presence_in(from).copied().ok_or(Barred::CaseworkerNotThere { month: from })?;
        let mut after = before.clone();
        after.presences.retain(|it| it.from < from);
        if let Some(last) = after.presences.last_mut() {
            last.to = Some(last.to.unwrap_or(from).min(from.previous()));
        }
        if after.presences.is_empty() || unit == to {
            return Err(Refusal::Overlap);
        }
        let moved = Presence { from, ..presence };
        self.check_unit_has(to, &[moved])?;
        let identity = before.identity;
        let edit = Edit::new(id, Some(before), Some(after));
        self.changes.push(Change::Caseworker(unit, edit));
        let id = CaseworkerId(self.numbers.new_id());
        let after = Some(Caseworker { unit: to, identity, presences: vec![moved] });
        self.changes.push(Change::Caseworker(to, Edit::new(id, None, after)));
        if let Some(terms) = terms {
            self.changes.push(Change::Employment(to, Edit::added((id, from), terms)));
        }
        Ok(())
    }

    fn remove_caseworker(&mut self, id: CaseworkerId) -> Result<(), Refusal> {
        let data = self.caseworker(id)?.0;
        self.changes.extend(removed(data).filter(|it| it.caseworker() == Some(id)));
        Ok(())
    }

    fn set_employment(
        &mut self,
        caseworker: CaseworkerId,
        from: Month,
        after: Option<Terms>,
    ) -> Result<(), Refusal> {
        if let Some(terms) = after {
            check_terms(terms)?;
        }
        let (data, _) = self.caseworker(caseworker)?;
        let unit = data.id;
        let before = data.employments.get(&(caseworker, from)).copied();
        self.push_in(unit, Edit::new((caseworker, from), before, after), Change::Employment);
        Ok(())
    }

    fn absence(&self, id: AbsenceId) -> Result<Absence, Refusal> {
        let found = self.snapshot.units().find_map(|data| data.absences.get(&id));
        found.copied().ok_or(Refusal::NoLongerThere)
    }

    fn set_absence(
        &mut self,
        id: AbsenceId,
        before: Option<Absence>,
        after: Option<Absence>,
    ) -> Result<(), Refusal> {
        if after.is_some_and(|it| it.to.is_some_and(|to| to < it.from)) {
            return Err(Refusal::EndsBeforeItBegins);
        }
        let Some(who) = after.or(before).map(|it| it.caseworker) else {
            return Ok(());
        };
        if before.is_some_and(|it| it.caseworker != who) {
            return Err(Barred::UnknownCaseworker.into());
        }
        let unit = self.caseworker(who)?.0.id;
        self.push_in(unit, Edit::new(id, before, after), Change::Absence);
        Ok(())
    }

    fn checked_identity(
        &self,
        unit: UnitId,
        identity: &Identity,
        own: Option<CaseworkerId>,
    ) -> Result<Identity, Refusal> {
        let initials = check_name(&identity.initials)?.into_owned();
        let name = match identity.name.as_deref() {
            Some(name) => Some(check_name(name)?.into_owned()),
            None => None,
        };
        let taken = self.unit(unit)?.caseworkers.iter().any(|(id, other)| {
            let known = self.snapshot.identity(other.identity);
            Some(*id) != own && known.is_some_and(|it| it.initials == initials)
        });
        if taken {
            return Err(Refusal::InitialsTaken { initials });
        }
        Ok(Identity { initials, name })
    }

    /// A caseworker can be in a unit that reports by caseworker, while it exists.
    fn check_unit_has(&self, unit: UnitId, presences: &[Presence]) -> Result<(), Refusal> {
        let data = self.unit(unit)?;
        if !data.unit.has_caseworkers() {
            return Err(Barred::NoCaseworkers { unit: data.unit.code.clone() }.into());
        }
        check_spans(presences.iter().map(|it| (it.from, it.to)))?;
        for presence in presences {
            if !data.unit.exists_in(presence.from) {
                let unit = data.unit.code.clone();
                return Err(Barred::UnitNotThere { unit, month: presence.from }.into());
            }
        }
        Ok(())
    }
}

fn check_terms(terms: Terms) -> Result<(), Refusal> {
    let zero = Thousandths(0);
    let hours = zero <= terms.weekly_hours && terms.weekly_hours <= MOST_HOURS;
    let weight = zero <= terms.weight && terms.weight <= MOST_WEIGHT;
    if hours && weight { Ok(()) } else { Err(Refusal::TermsOutOfRange) }
}
