//! What a sheet says outside its rows: in its titles, in its name, in the file's name, and in guides beside it.

use super::columns::Role;
use super::composite;
use super::known::Known;
use super::layout::Layout;
use super::mapping::Mapping;
use super::when::{self, When, year_in, year_in_file};
use super::words;
use crate::book::draft::{Column, Provenance, Sourced, WaitUnit};

/// What holds for rows that do not say it themselves.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// By code, or as told where the book does not know it.
    pub unit: Option<Sourced<String>>,
    pub year: Option<Sourced<i32>>,
    pub month: Option<u32>,
    pub wait_unit: Option<Sourced<WaitUnit>>,
    pub figure: Option<Column>,
    /// Whether numbers in a column of months are days as the workbook counts them.
    pub serials: bool,
}

/// Where the words come from.
pub struct Words<'a> {
    pub titles: &'a [String],
    /// Empty for a text.
    pub sheet: &'a str,
    pub file: &'a str,
    /// Titles and notes of sheets without figures.
    pub guides: &'a [String],
}

impl Context {
    pub fn of(words: &Words<'_>, known: &Known, mapping: &Mapping) -> Self {
        // When a sheet was printed says nothing of its figures.
        let about = words.titles.iter().map(String::as_str).filter(|it| !words::is_of_making(it));
        let titles = about.clone().collect::<Vec<_>>().join("\n");
        let mut context = Self {
            unit: unit(words, known, mapping),
            year: told(mapping.told_year(words.sheet), Provenance::Mapping)
                .or_else(|| year(&titles, words)),
            month: None,
            wait_unit: wait_unit(words, mapping),
            figure: None,
            serials: false,
        };
        let said = about.chain([words.sheet]);
        context.figure = said.clone().find_map(words::figure_in_prose);
        let mut months = said.filter_map(|it| month(it, known));
        // Titles that name two months, or another than the sheet's name, name none.
        if let Some(first) = months.next()
            && months.all(|it| it.1 == first.1)
        {
            context.month = Some(first.1);
            context.year = context.year.or_else(|| told(first.0, Provenance::SheetName));
        }
        if let Some(month) = mapping.told_month() {
            context.month = Some(month.month());
            context.year = told(Some(month.year()), Provenance::Mapping);
        }
        context
    }
}

impl Context {
    /// Takes over what holds for all tables of a sheet and is not said again: never a unit that another table's title names.
    pub fn lean_on(&mut self, first: &Self) {
        self.year = self.year.or(first.year);
        self.serials = first.serials;
        self.wait_unit = self.wait_unit.or(first.wait_unit);
        if self.unit.is_none() {
            self.unit = first.unit.clone().filter(|it| it.how != Provenance::Title);
        }
    }

    /// What one heading says of a unit holds for the others, where no heading says otherwise;
    /// people without a unit belong to the one unit that counts by people, where there is only one.
    pub fn settle_unit(&mut self, layout: &Layout, known: &Known) {
        let mut named = layout.roles.iter().filter_map(Role::unit);
        if self.unit.is_none()
            && let Some(first) = named.next()
            && named.all(|it| it == first)
        {
            self.unit = told(Some(first.to_owned()), Provenance::Heading);
        }
        let mut units = known.units.iter().filter(|it| it.by_caseworker);
        if self.unit.is_none()
            && layout.is_of_people()
            && let (Some(unit), None) = (units.next(), units.next())
        {
            self.unit = told(Some(unit.code.clone()), Provenance::OnlyOne);
        }
    }
}

/// The year that names and titles tell; none where a sheet's name and its titles tell two.
fn year(titles: &str, words: &Words<'_>) -> Option<Sourced<i32>> {
    match (year_in(words.sheet), year_in(titles)) {
        (Some(sheet), Some(title)) if sheet != title => None,
        (Some(sheet), _) => told(Some(sheet), Provenance::SheetName),
        (None, Some(title)) => told(Some(title), Provenance::Title),
        (None, None) => told(year_in_file(words.file), Provenance::FileName),
    }
}

/// The month that a name or a title is: `Januar 2025`, `BFA jan 2025`, `Sagstal pr. 31. januar 2025`.
fn month(text: &str, known: &Known) -> Option<(Option<i32>, u32)> {
    match when::read(text) {
        Some(When::Month { year, month, .. }) => Some((year, month)),
        Some(When::Day(day)) => Some((Some(day.month().year()), day.month().month())),
        None => {
            let parts = composite::parts(&words::without_frame(text), known)?;
            parts.month.map(|it| (parts.year, it.0))
        }
    }
}

fn told<T>(value: Option<T>, how: Provenance) -> Option<Sourced<T>> {
    value.map(|value| Sourced { value, how })
}

fn unit(words: &Words<'_>, known: &Known, mapping: &Mapping) -> Option<Sourced<String>> {
    if let Some(name) = mapping.told_unit(words.sheet) {
        let code = known.unit(name).map_or_else(|| name.to_owned(), |it| it.0.code.clone());
        return told(Some(code), Provenance::Mapping);
    }
    let within = |text: &str| known.unit_in(text).map(|it| it.code.clone());
    let by_title = || words.titles.iter().find_map(|it| within(it));
    let stem = words.file.rsplit_once('.').map_or(words.file, |it| it.0);
    let only = || known.units.first().filter(|_| known.units.len() == 1).map(|it| it.code.clone());
    told(within(words.sheet), Provenance::SheetName)
        .or_else(|| told(by_title(), Provenance::Title))
        .or_else(|| told(within(stem), Provenance::FileName))
        .or_else(|| told(only(), Provenance::OnlyOne))
}

fn wait_unit(words: &Words<'_>, mapping: &Mapping) -> Option<Sourced<WaitUnit>> {
    let prose = |texts: &[String]| texts.iter().find_map(|it| words::unit_in_prose(it));
    told(mapping.told_wait_unit(), Provenance::Mapping)
        .or_else(|| told(prose(words.titles), Provenance::Title))
        .or_else(|| told(prose(words.guides), Provenance::Title))
}
