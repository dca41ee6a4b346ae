//! Takes the figures out of a sheet row by row, and says of everything else why it is no figure.

use std::collections::BTreeMap;

use super::columns::{Role, Values};
use super::context::Context;
use super::filled;
use super::keep::Under;
use super::known::Known;
use super::layout::Layout;
use super::mapping::Mapping;
use super::row::{self, Fault, Keys, Kind, number_of, shortened, shown};
use super::value::{self, Reading, thousandths};
use super::words;
use crate::book::draft::{Column, Draft, FileNumber, NumberForm, Provenance, WaitUnit, cell_name};
use crate::book::{At, FileVerdict, Reason, Refused, Remark, Skip, Skipped, Value};
use crate::domain::{WordingError, find_cpr};
use crate::import::workbook::{Merged, SheetRow, Visibility, range_name};

/// Whether rows lie in lines of a text or in cells of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    Text,
    Sheet,
}

/// Everything that rows of one sheet are read with.
pub struct Extractor<'a> {
    pub draft: &'a mut Draft,
    pub file: FileNumber,
    pub sheet: u16,
    pub name: &'a str,
    pub ground: Ground,
    pub layout: &'a Layout,
    pub context: &'a Context,
    pub known: &'a Known,
    pub mapping: &'a Mapping,
    pub merged: &'a [Merged],
    pub numbers: (NumberForm, bool),
    pub(super) banner: Keys,
    /// The last row of figures, where labels may reach down from it.
    pub(super) above: Option<SheetRow>,
    fills_down: bool,
    /// The last line that held anything.
    pub(super) last: u32,
    /// Units by what the file calls them.
    pub(super) units: BTreeMap<String, Option<String>>,
    pub(super) people: BTreeMap<(String, String), String>,
    pub(super) hidden: Option<(u32, usize)>,
    pub(super) asked: Vec<Reason>,
    /// The last row that named a month, and how many years after the told one it is.
    pub(super) turned: Option<(Keys, i32)>,
    under: Under,
}

/// What the reading of a sheet begins with.
pub struct Start<'a> {
    pub draft: &'a mut Draft,
    pub file: FileNumber,
    pub sheet: u16,
    pub name: &'a str,
    pub ground: Ground,
    pub layout: &'a Layout,
    pub context: &'a Context,
    pub known: &'a Known,
    pub mapping: &'a Mapping,
    pub merged: &'a [Merged],
    pub numbers: (NumberForm, bool),
}

impl<'a> Extractor<'a> {
    pub fn new(start: Start<'a>) -> Self {
        let Start {
            draft,
            file,
            sheet,
            name,
            ground,
            layout,
            context,
            known,
            mapping,
            merged,
            numbers,
        } = start;
        let last = layout.header.1;
        Self {
            draft,
            file,
            sheet,
            name,
            ground,
            layout,
            context,
            known,
            mapping,
            merged,
            numbers,
            banner: Keys::default(),
            above: None,
            fills_down: !merged.is_empty() || !layout.said_once.is_empty(),
            last,
            units: BTreeMap::new(),
            people: BTreeMap::new(),
            hidden: None,
            asked: Vec::new(),
            turned: None,
            under: Under::Banner,
        }
    }

    fn verdict(&mut self) -> Option<&mut FileVerdict> {
        self.draft.files.get_mut(self.file).map(|it| &mut it.verdict)
    }

    /// Cells of a row by columns from 0, as they are named.
    fn cells(&self, row: u32, (from, to): (usize, usize)) -> At {
        if self.ground == Ground::Text {
            return At::Lines(row, row);
        }
        let column = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        let at = row.saturating_sub(1);
        let range = range_name((at, column(from)), (at, column(to)));
        At::Cells { sheet: self.name.to_owned(), range }
    }

    fn skip(&mut self, line: u32, at: At, text: Option<String>, reason: Skip) {
        let line = Some(line);
        let at = Some(at);
        if let Some(verdict) = self.verdict() {
            verdict.skipped.push(Skipped { line, at, text, reason });
        }
    }

    fn refuse(&mut self, row: &SheetRow, column: usize, reason: Reason) {
        let at =
            Some(self.cells(row.number, (column, column))).filter(|_| self.ground == Ground::Sheet);
        let heading = self.layout.headings.get(column).cloned().filter(|it| !it.is_empty());
        let value = Some(match number_of(row.cell(column)) {
            Some(number) => Value::Decimal(thousandths(number)),
            None => Value::Text(shortened(&shown(row.cell(column)))),
        });
        let line = Some(row.number);
        if let Some(verdict) = self.verdict() {
            verdict.refused.push(Refused { line, at, column: heading, value, reason });
        }
    }

    /// Something that must be told before the sheet can be read; said once.
    fn ask(&mut self, row: &SheetRow, column: usize, reason: Reason) {
        if !self.asked.contains(&reason) {
            self.asked.push(reason.clone());
            self.refuse(row, column, reason);
        }
    }

    pub(super) fn remark(&mut self, remark: Remark) {
        if let Some(verdict) = self.verdict() {
            verdict.remarks.push(remark);
        }
    }

    /// Reads a row under the headings.
    pub fn row(&mut self, row: &SheetRow) {
        let dated =
            if self.context.serials { filled::dated(row, &self.layout.roles) } else { None };
        self.completed_row(dated.as_ref().unwrap_or(row));
    }

    fn completed_row(&mut self, row: &SheetRow) {
        let labels = (self.layout.roles.as_slice(), self.layout.said_once.as_slice());
        match filled::completed(row, self.above.as_ref(), labels, self.merged) {
            Some(whole) => self.whole_row(&whole),
            None => self.whole_row(row),
        }
    }

    fn whole_row(&mut self, row: &SheetRow) {
        let kind = row::kind(row, self.layout, self.known, self.mapping);
        let line = row.number;
        let filled = |it: &usize| !row.cell(*it).is_blank();
        let first = (0..row.cells.len()).find(filled).unwrap_or(0);
        let last = (0..row.cells.len()).rev().find(filled).unwrap_or(0);
        match kind {
            Kind::Blank => return,
            Kind::Total(text) => {
                let is_banner = first == last && self.is_of_figures();
                self.under = if is_banner { Under::Sums } else { self.under };
                // The whole of the row as wide as the headings are.
                let width = (self.layout.headings.iter().rposition(|it| !it.is_empty()))
                    .unwrap_or(0)
                    .max(last);
                let at = self.cells(line, (first.min(self.first_column()), width));
                self.skip(line, at, Some(text), Skip::TotalRow);
            }
            Kind::Banner(keys, text) => {
                let last = self.merged_end(line, first).max(last);
                let at = self.cells(line, (first, last));
                self.skip(line, at, Some(text), Skip::Banner);
                self.change_banner(keys);
            }
            Kind::RepeatedHeading => {
                let at = self.cells(line, (first, last));
                self.skip(line, at, None, Skip::RepeatedHeading);
            }
            Kind::Note => self.note(row, (first, last)),
            Kind::Figures if self.under == Under::Sums => {
                let at = self.cells(line, (first, last));
                self.skip(line, at, Some(shown(row.cell(first))), Skip::TotalRow);
            }
            Kind::Figures => {
                self.figures(row);
                if self.fills_down {
                    self.above = Some(row.clone());
                }
            }
        }
        self.last = line;
    }

    fn first_column(&self) -> usize {
        self.layout.headings.iter().position(|it| !it.is_empty()).unwrap_or(0)
    }

    fn change_banner(&mut self, keys: Keys) {
        self.turned = None;
        self.under = Under::Banner;
        let banner = &mut self.banner;
        banner.year = keys.year.or(banner.year);
        banner.month = keys.month.or(banner.month);
        // Another unit's people begin anew.
        let goes_on = keys.unit.is_none();
        banner.unit = keys.unit.or_else(|| banner.unit.take());
        banner.person = keys.person.or_else(|| banner.person.take().filter(|_| goes_on));
        banner.figure = keys.figure.or(banner.figure);
    }

    fn note(&mut self, row: &SheetRow, (first, last): (usize, usize)) {
        let text = row.cells.iter().map(shown).find(|it| find_cpr(it).is_some());
        if text.is_some() {
            return self.refuse(row, first, Reason::Wording(WordingError::Cpr));
        }
        let at = match self.ground {
            Ground::Text => At::Lines(self.last + 1, row.number),
            Ground::Sheet => self.cells(row.number, (first, last)),
        };
        let text = Some(shortened(&shown(row.cell(first))));
        self.skip(row.number, at, text, Skip::Note);
    }

    fn figures(&mut self, row: &SheetRow) {
        if let Some(column) =
            (0..row.cells.len()).find(|it| find_cpr(row.cell(*it).text()).is_some())
        {
            return self.refuse(row, column, Reason::Wording(WordingError::Cpr));
        }
        let keys = match row::keys(row, self.layout) {
            Ok(keys) => keys,
            Err(Fault::Refused(column, reason)) => return self.refuse(row, column, reason),
            Err(Fault::NotMonthEnd(column)) => {
                return self.skip_key(row, column, Skip::NotMonthEnd);
            }
            Err(Fault::UnknownFigure(column)) => {
                return self.skip_key(row, column, Skip::UnknownFigure);
            }
        };
        if row.visibility == Visibility::Hidden {
            let (from, count) = self.hidden.unwrap_or((row.number, 0));
            self.hidden = Some((from, count + 1));
        }
        self.turn(&keys);
        let layout = self.layout;
        for (column, role) in layout.roles.iter().enumerate() {
            if let Role::Values(values) = role {
                self.cell(row, column, values, &keys);
            }
        }
    }

    fn skip_key(&mut self, row: &SheetRow, column: usize, reason: Skip) {
        let at = match self.ground {
            Ground::Text => At::Lines(row.number, row.number),
            Ground::Sheet => self.cells(row.number, (column, column)),
        };
        let text = match self.ground {
            // As it stood in the text.
            Ground::Text => row.cell(column).text().to_owned(),
            Ground::Sheet => shown(row.cell(column)),
        };
        self.skip(row.number, at, Some(text), reason);
    }

    /// One cell that may hold a figure.
    fn cell(&mut self, row: &SheetRow, column: usize, values: &Values, keys: &Keys) {
        let content = row.cell(column);
        if self.layout.disputed.contains(&column) {
            let heading = self.layout.headings.get(column).cloned().unwrap_or_default();
            let twice = Reason::ColumnTwice(heading);
            let reason = if self.layout.is_bare() { Reason::FigureNotTold } else { twice };
            return self.ask(row, column, reason);
        }
        let figure = keys.figure.or(values.figure).or(self.banner.figure).or(self.layout.figure);
        // What is told of the row counts only for cells of cases: other figures of nobody are not kept.
        if keys.figure.is_some()
            && values.figure.is_some_and(|it| it != Column::Cases && Some(it) != keys.figure)
        {
            return;
        }
        let Some(field) = figure.and_then(words::field) else {
            if !content.is_blank() {
                self.ask(row, column, Reason::FigureNotTold);
            }
            return;
        };
        if content.is_blank() && self.is_within_merged(row.number, column) {
            return self.blank(row, column);
        }
        let unmarked = self.unmarked(content);
        let read = unmarked.as_ref().unwrap_or(content);
        let wait_unit = self.wait_unit(values, keys);
        match value::read(read, field, wait_unit, self.numbers) {
            Reading::Blank => self.blank(row, column),
            Reading::Words => {
                let at = self.cells(row.number, (column, column));
                let text = Some(shortened(&shown(content)));
                self.skip(row.number, at, text, Skip::NotANumber);
            }
            Reading::Refused(Reason::WaitUnitNotTold) => {
                self.ask(row, column, Reason::WaitUnitNotTold);
            }
            Reading::Refused(reason) => self.refuse(row, column, reason),
            Reading::Figure(_) if self.is_merged_number(row.number, column) => {
                self.refuse(row, column, Reason::MergedNumber);
            }
            Reading::Figure(value) => {
                if field.is_wait() && wait_unit == Some(WaitUnit::Months) {
                    self.remark_once(Remark::MonthsAsDays);
                }
                if let Err((place, reason)) = self.keep(row, column, values, keys, (field, value)) {
                    self.turn_down(row, column, place, reason);
                }
            }
        }
    }

    fn wait_unit(&self, values: &Values, keys: &Keys) -> Option<WaitUnit> {
        let told = self.context.wait_unit;
        let by_hand = told.filter(|it| it.how == Provenance::Mapping).map(|it| it.value);
        by_hand.or(keys.wait_unit).or(values.wait_unit).or_else(|| told.map(|it| it.value))
    }

    fn turn_down(&mut self, row: &SheetRow, column: usize, key: Option<Column>, reason: Reason) {
        let label =
            key.and_then(|key| self.layout.roles.iter().position(|it| *it == Role::Label(key)));
        if matches!(reason, Reason::UnitNotTold | Reason::MonthNotTold | Reason::YearNotTold) {
            self.ask(row, column, reason);
        } else {
            self.refuse(row, label.unwrap_or(column), reason);
        }
    }

    fn blank(&mut self, row: &SheetRow, column: usize) {
        const MOST: usize = 10_000;
        let at = self.cells(row.number, (column, column));
        if let Some(verdict) = self.verdict()
            && verdict.understood.blank.len() < MOST
        {
            verdict.understood.blank.push(at);
        }
    }

    pub(super) fn remark_once(&mut self, remark: Remark) {
        let Some(verdict) = self.verdict() else { return };
        if !verdict.remarks.first.contains(&remark) {
            verdict.remarks.push(remark);
        }
    }

    pub fn finish(mut self) {
        if let Some((row, count)) = self.hidden {
            let at = match self.ground {
                Ground::Text => At::Lines(row, row),
                Ground::Sheet => {
                    let range = cell_name(row.saturating_sub(1), 0);
                    At::Cells { sheet: self.name.to_owned(), range }
                }
            };
            self.remark(Remark::HiddenRows { at, count });
        }
        if let Some((from, to)) = &self.layout.short_year {
            self.remark(Remark::ShortYears { from: from.clone(), to: to.to_string() });
        }
    }
}
