//! Puts a figure of a sheet into the draft, once its month, its unit and its person are known.

use std::borrow::Cow;

use super::columns::{Role, Values};
use super::extract::Extractor;
use super::known::{self, Likeness};
use super::mapping::Mapping;
use super::row::Keys;
use super::value;
use crate::book::draft::{Column, CountRow, FigureRow, Provenance, Sourced, Spot};
use crate::book::{Reason, Remark};
use crate::domain::{Month, UnitField, UnitFigures, check_name};
use crate::import::workbook::{Cell, SheetRow};

/// What the rows are under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Under {
    /// What they are about, or nothing.
    Banner,
    /// A line that says that they are sums.
    Sums,
}

impl Extractor<'_> {
    /// Puts a figure into the draft, or says which key is amiss.
    pub(super) fn keep(
        &mut self,
        row: &SheetRow,
        column: usize,
        values: &Values,
        keys: &Keys,
        (field, value): (UnitField, i64),
    ) -> Result<(), (Option<Column>, Reason)> {
        let month = self.month(values, keys)?;
        let named = keys.unit.as_ref().or(values.unit.as_ref()).or(self.banner.unit.as_ref());
        let unit = match named.cloned() {
            Some(name) => self.unit(&name).map_err(|it| (Some(Column::Unit), it))?,
            None => match &self.context.unit {
                Some(Sourced { value, .. }) => value.clone(),
                None => return Err((None, Reason::UnitNotTold)),
            },
        };
        let person =
            keys.person.as_ref().or(values.person.as_ref()).or(self.banner.person.as_ref());
        let person =
            match person.cloned().filter(|_| keys.figure.is_none() && field == UnitField::Cases) {
                Some(name) => {
                    Some(self.person(&unit, &name).map_err(|it| (Some(Column::Initials), it))?)
                }
                None => None,
            };
        let of_people = self.layout.roles.contains(&Role::Label(Column::Initials));
        if of_people && person.is_none() && keys.figure.is_none() {
            return Err((Some(Column::Initials), Reason::Blank));
        }
        let spot = Spot {
            sheet: self.sheet,
            column: u16::try_from(column).unwrap_or(u16::MAX),
            row: row.number,
        };
        let Some(file) = self.draft.files.get_mut(self.file) else {
            return Ok(());
        };
        let number = file.spots.add(spot);
        file.verdict.read += 1;
        file.verdict.understood.figures += 1;
        let unit = self.draft.words.intern(&unit);
        if let Some(initials) = person {
            let initials = self.draft.words.intern(&initials);
            let cases = u32::try_from(value).unwrap_or(u32::MAX);
            let row = CountRow { month, unit, initials, cases, split: 0 };
            self.draft.counts.push(self.file, number, row);
        } else {
            let mut figures = UnitFigures::default();
            figures.set(field, Some(value));
            self.draft.figures.push(self.file, number, FigureRow { month, unit, figures });
        }
        Ok(())
    }

    /// Whether rows are figures under the name of what they are about.
    pub(super) fn is_of_figures(&self) -> bool {
        let is_about = self.banner.unit.is_some() || self.banner.person.is_some();
        is_about && self.layout.roles.contains(&Role::Label(Column::Field))
    }

    /// A number that has the mark of a footnote, without it.
    pub(super) fn unmarked(&mut self, content: &Cell) -> Option<Cell> {
        let number = value::without_mark(content.text())?;
        let (from, to) = (content.text().to_owned(), number.to_owned());
        self.remark_once(Remark::FootnoteMark { from, to });
        Some(Cell::Text(number.into()))
    }

    fn month(&self, values: &Values, keys: &Keys) -> Result<Month, (Option<Column>, Reason)> {
        let month = keys.month.or(values.month).or(self.banner.month).or(self.context.month);
        let in_rows = self.layout.roles.contains(&Role::Label(Column::Month));
        let missing = if in_rows { Reason::Blank } else { Reason::MonthNotTold };
        let month = month.ok_or_else(|| (in_rows.then_some(Column::Month), missing))?;
        let year = keys.year.or(values.year).or(self.banner.year);
        let later = values.later + self.turned.as_ref().map_or(0, |it| it.1);
        let by_hand = |it: &Sourced<i32>| !self.layout.turns || it.how == Provenance::Mapping;
        let told = || self.context.year.filter(by_hand).map(|it| it.value + later);
        let year = year.or_else(told).ok_or((None, Reason::YearNotTold))?;
        Month::new(year, month).ok_or((Some(Column::Month), Reason::NotAMonth))
    }

    /// The code of the unit that a name in the file means, or the name itself where the book knows none.
    fn unit(&mut self, name: &str) -> Result<String, Reason> {
        if let Some(found) = self.units.get(name) {
            return found.clone().ok_or(Reason::UnknownUnit);
        }
        let told = Mapping::renamed(&self.mapping.units, name).unwrap_or(name).to_owned();
        let code = match self.known.unit(&told) {
            Some((unit, likeness)) => {
                let code = unit.code.clone();
                if likeness == Likeness::Near {
                    self.remark(Remark::UnitLike { name: told, unit: code.clone() });
                }
                code
            }
            None => check_name(&told).map_err(Reason::Wording)?.into_owned(),
        };
        self.units.insert(name.to_owned(), Some(code.clone()));
        Ok(code)
    }

    /// The initials of the person that a name in the file means, or the name itself where nobody is known by it.
    fn person(&mut self, unit: &str, name: &str) -> Result<String, Reason> {
        let key = (unit.to_owned(), name.to_owned());
        if let Some(found) = self.people.get(&key) {
            return Ok(found.clone());
        }
        let told = Mapping::renamed(&self.mapping.caseworkers, name).unwrap_or(name).to_owned();
        let unit = self.known.find(unit);
        let initials = match unit.and_then(|it| it.person(&told)) {
            Some((initials, Likeness::Same)) => initials.to_owned(),
            Some((initials, Likeness::Near)) => {
                let initials = initials.to_owned();
                self.remark(Remark::CaseworkerLike { name: told, initials: initials.clone() });
                initials
            }
            None => {
                let told = known::named(&told);
                let (initials, name) = match known::initials_beside(&told) {
                    Some((initials, name)) => {
                        (initials, check_name(&name).ok().map(Cow::into_owned))
                    }
                    None => (told, None),
                };
                let initials = check_name(&initials).map_err(Reason::Wording)?.into_owned();
                if let Some(name) = name {
                    let words = &mut self.draft.words;
                    let who = (words.intern(&key.0), words.intern(&initials));
                    self.draft.names.insert(who, name);
                }
                if let Some(known) = unit.and_then(|it| it.looks_like(&initials)) {
                    let known = known.to_owned();
                    self.remark(Remark::LooksLike { initials: initials.clone(), known });
                }
                initials
            }
        };
        self.people.insert(key, initials.clone());
        Ok(initials)
    }
}
