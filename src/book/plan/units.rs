//! Rules for units: codes are unique, names follow each other, removing takes everything along.

use super::Planning;
use crate::book::Refusal;
use crate::domain::{
    Change, Edit, Event, EventId, Month, Unit, UnitData, UnitId, UnitName, check_name,
};

impl Planning<'_> {
    pub(super) fn add_unit(&mut self, unit: Unit) -> Result<(), Refusal> {
        let unit = self.checked_unit(unit, None)?;
        let id = UnitId(self.new_id());
        self.changes.push(Change::Unit(Edit::added(id, unit)));
        Ok(())
    }

    pub(super) fn edit_unit(&mut self, id: UnitId, unit: Unit) -> Result<(), Refusal> {
        let before = self.unit(id)?.unit.clone();
        let after = self.checked_unit(unit, Some(id))?;
        self.push(Edit::new(id, Some(before), Some(after)), Change::Unit);
        Ok(())
    }

    pub(super) fn rename_unit(
        &mut self,
        id: UnitId,
        from: Month,
        name: &str,
        mark: Option<Event>,
    ) -> Result<(), Refusal> {
        let mut unit = self.unit(id)?.unit.clone();
        let end = unit.last_month();
        unit.names.retain(|it| it.from < from);
        let Some(last) = unit.names.last_mut() else {
            return Err(Refusal::UnitNotThere { unit: unit.code, month: from });
        };
        last.to = Some(from.previous());
        unit.names.push(UnitName { name: name.to_owned(), from, to: end });
        self.edit_unit(id, unit)?;
        let Some(mark) = mark else {
            return Ok(());
        };
        let event = EventId(self.new_id());
        self.set_event(event, Some(mark))
    }

    pub(super) fn remove_unit(&mut self, id: UnitId) -> Result<(), Refusal> {
        let data = self.unit(id)?.clone();
        empty_out(&data, &mut self.changes);
        let shared = self.snapshot.shared.clone();
        for (of, target) in shared.targets.iter().filter(|it| it.1.unit == Some(id)) {
            self.changes.push(Change::Target(Edit::removed(*of, target.clone())));
        }
        for (of, event) in shared.events.iter().filter(|it| it.1.unit == Some(id)) {
            self.changes.push(Change::Event(Edit::removed(*of, event.clone())));
        }
        self.changes.push(Change::Unit(Edit::removed(id, data.unit)));
        Ok(())
    }

    fn checked_unit(&self, mut unit: Unit, own: Option<UnitId>) -> Result<Unit, Refusal> {
        unit.code = check_name(&unit.code)?.into_owned();
        for name in &mut unit.names {
            name.name = check_name(&name.name)?.into_owned();
        }
        let taken = self.snapshot.units().any(|it| it.unit.code == unit.code && Some(it.id) != own);
        let made = |it: &Change| matches!(it, Change::Unit(Edit { after: Some(made), .. }) if made.code == unit.code);
        let twice = self.changes.iter().any(made);
        if taken || twice {
            return Err(Refusal::CodeTaken { code: unit.code });
        }
        let spans = unit.names.iter().map(|it| (it.from, it.to));
        check_spans(spans)?;
        Ok(unit)
    }
}

/// Stretches of months must each have a beginning before their end, and follow each other.
pub(super) fn check_spans(
    spans: impl Iterator<Item = (Month, Option<Month>)>,
) -> Result<(), Refusal> {
    let mut free_from: Option<Month> = None;
    let mut any = false;
    let mut open = false;
    for (from, to) in spans {
        if to.is_some_and(|to| to < from) {
            return Err(Refusal::EndsBeforeItBegins);
        }
        if open || free_from.is_some_and(|free| from < free) {
            return Err(Refusal::Overlap);
        }
        open = to.is_none();
        free_from = to.map(Month::next);
        any = true;
    }
    if any { Ok(()) } else { Err(Refusal::Overlap) }
}

/// Changes that remove every fact of a unit, so that one undo brings them all back.
fn empty_out(data: &UnitData, changes: &mut Vec<Change>) {
    let unit = data.id;
    for (key, count) in data.counts.iter() {
        changes.push(Change::Cases(unit, Edit::removed(key, count)));
    }
    for episode in data.episodes.iter() {
        changes.push(Change::Episode(unit, Edit::removed(episode.key(), episode.outcome)));
    }
    for (key, bands) in &data.bands {
        changes.push(Change::Bands(unit, Edit::removed(*key, bands.clone())));
    }
    for (month, figures) in &data.figures {
        for (field, value) in figures.iter() {
            changes.push(Change::Figure(unit, Edit::removed((*month, field), value)));
        }
    }
    for (id, absence) in &data.absences {
        changes.push(Change::Absence(unit, Edit::removed(*id, *absence)));
    }
    for (key, terms) in &data.employments {
        changes.push(Change::Employment(unit, Edit::removed(*key, *terms)));
    }
    for (id, caseworker) in &data.caseworkers {
        changes.push(Change::Caseworker(unit, Edit::removed(*id, caseworker.clone())));
    }
}
