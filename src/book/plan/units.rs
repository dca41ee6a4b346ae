//! Rules for units: codes are unique, names follow each other, removing takes everything along.

use super::Planning;
use crate::book::Refusal;
use crate::domain::{Change, Event, EventId, Month, Unit, UnitData, UnitId, UnitName, check_name};

impl Planning<'_> {
    pub(super) fn add_unit(&mut self, unit: Unit) -> Result<(), Refusal> {
        let unit = self.checked_unit(unit, None)?;
        let id = UnitId(self.new_id());
        let after = Some(unit);
        self.changes.push(Change::Unit { id, before: None, after });
        Ok(())
    }

    pub(super) fn edit_unit(&mut self, id: UnitId, unit: Unit) -> Result<(), Refusal> {
        let before = self.unit(id)?.unit.clone();
        let after = self.checked_unit(unit, Some(id))?;
        self.push(Some(before), Some(after), |before, after| Change::Unit { id, before, after });
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
        for (target, it) in shared.targets.iter().filter(|(_, it)| it.unit == Some(id)) {
            self.changes.push(Change::Target {
                id: *target,
                before: Some(it.clone()),
                after: None,
            });
        }
        for (event, it) in shared.events.iter().filter(|(_, it)| it.unit == Some(id)) {
            self.changes.push(Change::Event { id: *event, before: Some(it.clone()), after: None });
        }
        self.changes.push(Change::Unit { id, before: Some(data.unit), after: None });
        Ok(())
    }

    fn checked_unit(&self, mut unit: Unit, own: Option<UnitId>) -> Result<Unit, Refusal> {
        unit.code = check_name(&unit.code)?.into_owned();
        for name in &mut unit.names {
            name.name = check_name(&name.name)?.into_owned();
        }
        let taken = self.snapshot.units().any(|it| it.unit.code == unit.code && Some(it.id) != own);
        let twice = self
            .changes
            .iter()
            .any(|it| matches!(it, Change::Unit { after: Some(it), .. } if it.code == unit.code));
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
    for ((month, caseworker), count) in data.counts.iter() {
        changes.push(Change::Cases { unit, month, caseworker, before: Some(count), after: None });
    }
    for it in data.episodes.iter() {
        changes.push(Change::Episode {
            unit,
            key: it.key(),
            before: Some(it.outcome),
            after: None,
        });
    }
    for ((month, kind), bands) in &data.bands {
        changes.push(Change::Bands {
            unit,
            month: *month,
            kind: *kind,
            before: bands.clone(),
            after: Vec::new(),
        });
    }
    for (month, figures) in &data.figures {
        for (field, value) in figures.iter() {
            changes.push(Change::Figure {
                unit,
                month: *month,
                field,
                before: Some(value),
                after: None,
            });
        }
    }
    for (id, it) in &data.absences {
        changes.push(Change::Absence { unit, id: *id, before: Some(*it), after: None });
    }
    for ((caseworker, from), terms) in &data.employments {
        changes.push(Change::Employment {
            unit,
            caseworker: *caseworker,
            from: *from,
            before: Some(*terms),
            after: None,
        });
    }
    for (id, it) in &data.caseworkers {
        changes.push(Change::Caseworker { unit, id: *id, before: Some(it.clone()), after: None });
    }
}
