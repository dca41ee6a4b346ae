//! Finds what rows of figures belong to: words become places of units and numbers of people. Rows that belong
//! nowhere are refused and marked, so that nothing after meets them.

use super::planner::{Place, Planner};
use super::verdict::{Reason, Skip, Value};
use crate::book::draft::{BandRow, Column, CountRow, EpisodeRow, FigureRow, Rows, Word};
use crate::domain::Month;

/// Stands where a unit would, in rows that have been refused.
pub const NOWHERE: Word = Word(u32::MAX);

/// What a monthly row tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Anything,
    Waiting,
}

/// The months a unit's register answers for, by unit; `None` where none is kept.
pub type Spans = Vec<Option<(Month, Month)>>;

/// The place of the unit that a resolved row belongs to.
pub const fn unit_at(word: Word) -> usize {
    word.0 as usize
}

fn at(unit: usize) -> Word {
    Word(u32::try_from(unit).unwrap_or(u32::MAX))
}

impl Planner<'_> {
    /// Turns units into their places and initials into numbers of caseworkers.
    pub fn resolve_counts(&mut self, rows: &mut Rows<CountRow>) {
        let mut strangers = Vec::new();
        for index in 0..rows.len() {
            let Some(row) = rows.get(index).map(|it| it.row) else {
                continue;
            };
            let found = self.find_count(&row);
            let resolved = match found {
                Ok(resolved) => resolved,
                Err((Column::Initials, _)) if self.is_sheet(rows.place(index).0) => {
                    strangers.push((rows.place(index), row.initials));
                    CountRow { unit: NOWHERE, ..row }
                }
                Err((column, reason)) => {
                    self.refuse_count(rows.place(index), &row, column, reason);
                    CountRow { unit: NOWHERE, ..row }
                }
            };
            if let Some(row) = rows.get_mut(index) {
                *row = resolved;
            }
            if resolved.unit != NOWHERE {
                self.stretch(unit_at(resolved.unit), row.month);
                if let Some(unit) = self.units.get_mut(unit_at(resolved.unit)) {
                    let (first, last) = unit.counted.unwrap_or((row.month, row.month));
                    unit.counted = Some((first.min(row.month), last.max(row.month)));
                }
                self.look_ahead_from(rows, index, row.month);
            }
        }
        self.settle_strangers(rows, &strangers);
    }

    /// In a sheet of people somebody unknown among known ones is left out and named; where hardly
    /// anybody is known, someone must decide.
    fn settle_strangers(&mut self, rows: &Rows<CountRow>, strangers: &[(Place, Word)]) {
        for (place, initials) in strangers {
            let unknown = strangers.iter().filter(|it| it.0.0 == place.0).count();
            let of_file = |it: &usize| rows.place(*it).0 == place.0;
            let found = (0..rows.len()).filter(of_file).take(2 * unknown).count();
            if 2 * unknown <= found {
                self.skip_word(*place, *initials, Skip::UnknownCaseworker);
            } else {
                self.refuse_word(*place, Column::Initials, *initials, Reason::UnknownCaseworker);
            }
        }
    }

    fn look_ahead_from<T>(&mut self, rows: &Rows<T>, index: usize, month: Month) {
        if self.is_ahead(month) {
            self.look_ahead(rows.place(index), month);
        }
    }

    fn find_count(&self, row: &CountRow) -> Result<CountRow, (Column, Reason)> {
        let unknown = (Column::Unit, Reason::UnknownUnit);
        let place = self.unit(row.unit).ok_or(unknown)?;
        let unit = self.units.get(place).ok_or((Column::Unit, Reason::UnknownUnit))?;
        if !unit.after.has_caseworkers() {
            return Err((Column::Unit, Reason::NotByCaseworker));
        }
        if !unit.after.exists_in(row.month) {
            return Err((Column::Month, Reason::OutsideUnit));
        }
        let unknown = (Column::Initials, Reason::UnknownCaseworker);
        let person = self.person(place, row.initials).ok_or(unknown)?;
        if !person.after.is_present(row.month) {
            return Err((Column::Month, Reason::OutsidePresence));
        }
        Ok(CountRow { unit: at(place), initials: Word(person.id.0), ..*row })
    }

    fn refuse_count(&mut self, place: Place, row: &CountRow, column: Column, reason: Reason) {
        let initials = self.words.text(row.initials);
        let value = if column == Column::Unit {
            self.words.text(row.unit).to_owned()
        } else if column == Column::Initials {
            initials.to_owned()
        } else {
            format!("{} {initials}", row.month)
        };
        self.refuse(place, Some(column), Some(Value::Text(value)), reason);
    }

    pub fn resolve_figures(&mut self, rows: &mut Rows<FigureRow>) {
        for index in 0..rows.len() {
            let Some(row) = rows.get(index).map(|it| it.row) else {
                continue;
            };
            let waits = row.figures.iter().find(|it| it.0.is_of_waiting_list());
            let about = waits.map_or(About::Anything, |_| About::Waiting);
            let unit = self.monthly(rows.place(index), row.unit, row.month, about);
            if let Some(row) = rows.get_mut(index) {
                row.unit = unit.map_or(NOWHERE, at);
            }
        }
    }

    pub fn resolve_bands(&mut self, rows: &mut Rows<BandRow>) {
        for index in 0..rows.len() {
            let Some(row) = rows.get(index).map(|it| it.row) else {
                continue;
            };
            let unit = self.monthly(rows.place(index), row.unit, row.month, About::Waiting);
            if let Some(row) = rows.get_mut(index) {
                row.unit = unit.map_or(NOWHERE, at);
            }
        }
    }

    /// The unit of a monthly figure, when it may have one.
    fn monthly(&mut self, place: Place, word: Word, month: Month, about: About) -> Option<usize> {
        let Some(at) = self.unit(word) else {
            self.refuse_word(place, Column::Unit, word, Reason::UnknownUnit);
            return None;
        };
        let unit = &self.units.get(at)?.after;
        if !unit.exists_in(month) {
            let value = Value::Text(format!("{month} {}", self.words.text(word)));
            self.refuse(place, Some(Column::Month), Some(value), Reason::OutsideUnit);
            return None;
        }
        if about == About::Waiting && !unit.has_waiting_list() {
            self.refuse_word(place, Column::Unit, word, Reason::NoWaitingList);
            return None;
        }
        self.stretch(at, month);
        self.look_ahead(place, month);
        Some(at)
    }

    /// Turns units into their places.
    pub fn resolve_episodes(&mut self, rows: &mut Rows<EpisodeRow>) {
        for index in 0..rows.len() {
            let Some(row) = rows.get(index).map(|it| it.row) else {
                continue;
            };
            let found = self.unit(row.unit);
            let has_list =
                found.and_then(|it| self.units.get(it)).map(|it| it.after.has_waiting_list());
            let unit = match (found, has_list) {
                (Some(found), Some(true)) => at(found),
                (_, has_list) => {
                    let known = has_list.is_some();
                    let reason = if known { Reason::NoWaitingList } else { Reason::UnknownUnit };
                    self.refuse_word(rows.place(index), Column::Unit, row.unit, reason);
                    NOWHERE
                }
            };
            if let Some(row) = rows.get_mut(index) {
                row.unit = unit;
            }
            let last = row.outcome().ended().unwrap_or(row.approved);
            if let Some(unit) = self.units.get_mut(unit_at(unit)) {
                let (first, newest) = unit.days.unwrap_or((row.approved, last));
                unit.days = Some((first.min(row.approved), newest.max(last)));
            }
        }
    }

    fn stretch(&mut self, unit: usize, month: Month) {
        if let Some(unit) = self.units.get_mut(unit) {
            let (first, last) = unit.months.unwrap_or((month, month));
            unit.months = Some((first.min(month), last.max(month)));
        }
    }
}
