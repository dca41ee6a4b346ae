//! Rules for units: codes are unique, names follow each other, removing takes everything along.

use super::planning::Planning;
use crate::book::Refusal;
use crate::domain::{
    Barred, Change, Edit, Event, EventId, Month, Stretch, Unit, UnitData, UnitId, UnitName,
    check_name,
};

impl Planning<'_> {
    pub(super) fn add_unit(&mut self, unit: Unit) -> Result<(), Refusal> {
        let unit = self.checked_unit(unit, None)?;
        let id = UnitId(self.numbers.new_id());
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
            return Err(Barred::UnitNotThere { unit: unit.code, month: from }.into());
        };
        last.to = Some(from.previous());
        unit.names.push(UnitName { name: name.to_owned(), from, to: end });
        self.edit_unit(id, unit)?;
        let Some(mark) = mark else {
            return Ok(());
        };
        let event = EventId(self.numbers.new_id());
        self.set_event(event, Some(mark))
    }

    pub(super) fn remove_unit(&mut self, id: UnitId) -> Result<(), Refusal> {
        let data = self.unit(id)?;
        self.changes.extend(removed(data));
        let shared = &self.snapshot.shared;
        for (of, target) in shared.targets.iter().filter(|it| it.1.unit == Some(id)) {
            self.changes.push(Change::Target(Edit::removed(*of, target.clone())));
        }
        for (of, event) in shared.events.iter().filter(|it| it.1.unit == Some(id)) {
            self.changes.push(Change::Event(Edit::removed(*of, event.clone())));
        }
        self.changes.push(Change::Unit(Edit::removed(id, data.unit.clone())));
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
pub(super) fn check_spans(spans: impl Iterator<Item = Stretch<Month>>) -> Result<(), Refusal> {
    let mut before: Option<Stretch<Month>> = None;
    for (from, to) in spans {
        if to.is_some_and(|to| to < from) {
            return Err(Refusal::EndsBeforeItBegins);
        }
        if before.is_some_and(|it| it.1.is_none_or(|end| from <= end)) {
            return Err(Refusal::Overlap);
        }
        before = Some((from, to));
    }
    before.map(drop).ok_or(Refusal::Overlap)
}

/// Changes that remove every fact of a unit, so that one undo brings them all back.
pub(super) fn removed(data: &UnitData) -> impl Iterator<Item = Change> {
    let unit = data.id;
    let counts =
        data.counts.iter().map(move |(key, count)| Change::Cases(unit, Edit::removed(key, count)));
    let episodes = data.episodes.iter();
    let episodes =
        episodes.map(move |it| Change::Episode(unit, Edit::removed(it.key(), it.outcome)));
    let bands = data.bands.iter();
    let bands = bands.map(move |(key, all)| Change::Bands(unit, Edit::removed(*key, all.clone())));
    let figures = data.figures.iter().flat_map(move |(month, figures)| {
        let key = |field| (*month, field);
        figures
            .iter()
            .map(move |(field, value)| Change::Figure(unit, Edit::removed(key(field), value)))
    });
    let absences = data.absences.iter();
    let absences = absences.map(move |(id, away)| Change::Absence(unit, Edit::removed(*id, *away)));
    let terms = data.employments.iter();
    let terms =
        terms.map(move |(key, terms)| Change::Employment(unit, Edit::removed(*key, *terms)));
    let people = data.caseworkers.iter();
    let people =
        people.map(move |(id, who)| Change::Caseworker(unit, Edit::removed(*id, who.clone())));
    let figures = counts.chain(episodes).chain(bands).chain(figures);
    figures.chain(absences).chain(terms).chain(people)
}
