//! What a row of a sheet is about: its keys read from the label columns, and what kind of row it is.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a row knows few of the columns and tokens there are"
)]

use super::columns::Role;
use super::composite::{self, Parts};
use super::known::{Known, Likeness};
use super::layout::{Dates, Layout};
use super::mapping::Mapping;
use super::token::{Token, token, whole};
use super::when::{self, When, is_year};
use super::words;
use crate::book::Reason;
use crate::book::draft::{Column, WaitUnit};
use crate::import::workbook::{Cell, SheetRow};

/// What a row's own cells say; a banner over it says the same for all rows under it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keys {
    pub month: Option<u32>,
    pub year: Option<i32>,
    /// As the file calls it.
    pub unit: Option<String>,
    pub person: Option<String>,
    pub figure: Option<Column>,
    /// What waits of the row are typed in, where its name says so.
    pub wait_unit: Option<WaitUnit>,
}

/// Why a row's figures are not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The column, and what is wrong there.
    Refused(usize, Reason),
    NotMonthEnd(usize),
    UnknownFigure(usize),
}

/// Reads the label columns of a row.
pub fn keys(row: &SheetRow, layout: &Layout) -> Result<Keys, Fault> {
    let mut keys = Keys::default();
    for (column, role) in layout.roles.iter().enumerate() {
        let Role::Label(label) = role else { continue };
        take(&mut keys, *label, row.cell(column), column, layout)?;
    }
    Ok(keys)
}

fn take(
    keys: &mut Keys,
    label: Column,
    cell: &Cell,
    column: usize,
    layout: &Layout,
) -> Result<(), Fault> {
    let text = Some(shown(cell)).filter(|it| !is_void(it)).unwrap_or_default();
    match label {
        Column::Month => take_month(keys, cell, column, layout)?,
        Column::Day => {
            let year = match cell {
                Cell::Number(number) => whole(*number),
                _ => text.parse().ok(),
            };
            if let Some(year) = year.filter(|it| is_year(*it)) {
                keys.year = Some(year);
            } else if !cell.is_blank() {
                return Err(Fault::Refused(column, Reason::NotAMonth));
            }
        }
        Column::Unit if !text.is_empty() => keys.unit = Some(text),
        Column::Initials if !text.is_empty() => match words::heading(&text).map(|it| it.column) {
            Some(Column::Unallocated) => keys.figure = Some(Column::Unallocated),
            _ => keys.person = Some(text),
        },
        Column::Field if !text.is_empty() => match words::heading(&text) {
            Some(it) if words::field(it.column).is_some() && !words::is_ratio(&text) => {
                keys.figure = Some(it.column);
                keys.wait_unit = it.wait_unit;
            }
            _ => return Err(Fault::UnknownFigure(column)),
        },
        _ => {}
    }
    Ok(())
}

fn take_month(keys: &mut Keys, cell: &Cell, column: usize, layout: &Layout) -> Result<(), Fault> {
    let when = match cell {
        Cell::Date(day) => Some(When::Day(*day)),
        Cell::Text(text) => when::read(text).or_else(|| numbered(text.trim().parse().ok())),
        // A month by its number, where the year stands beside it.
        Cell::Number(number) => whole(*number)
            .and_then(|it| numbered(Some(it)).or_else(|| when::run_together(&it.to_string()))),
        Cell::Blank | Cell::Error(_) | Cell::Unsaved => None,
    };
    match when {
        Some(When::Month { year, month, .. }) => {
            keys.month = Some(month);
            keys.year = year.or(keys.year);
        }
        Some(When::Day(day)) => {
            let month = day.month();
            let fits = day == month.last_day()
                || layout.dates == Dates::FirstDays && day == month.first_day();
            if !fits {
                return Err(Fault::NotMonthEnd(column));
            }
            keys.month = Some(month.month());
            keys.year = Some(month.year());
        }
        None if cell.is_blank() => {}
        None => return Err(Fault::Refused(column, Reason::NotAMonth)),
    }
    Ok(())
}

/// What a pivot table calls nothing.
fn is_void(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "(tom)" | "(blank)" | "(empty)")
}

fn numbered(number: Option<i32>) -> Option<When> {
    let month = number.filter(|it| (1..=12).contains(it))?.unsigned_abs();
    Some(When::Month { year: None, month, form: when::YearForm::None })
}

/// What kind of row it is, before its figures are looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Blank,
    Total(String),
    /// It says something for the rows under it.
    Banner(Keys, String),
    RepeatedHeading,
    Note,
    Figures,
}

pub fn kind(row: &SheetRow, layout: &Layout, known: &Known, mapping: &Mapping) -> Kind {
    let filled: Vec<usize> = (0..row.cells.len()).filter(|it| !row.cell(*it).is_blank()).collect();
    let Some(first) = filled.first() else {
        return Kind::Blank;
    };
    let labels = layout.roles.iter().enumerate().filter(|it| matches!(it.1, Role::Label(_)));
    let mut texts = labels.map(|it| row.cell(it.0).text()).chain([row.cell(*first).text()]);
    if let Some(total) = texts.find(|it| words::is_total_row(it)) {
        return Kind::Total(total.to_owned());
    }
    let is_unit = |it: &usize| layout.roles.get(*it) == Some(&Role::Label(Column::Unit));
    let mut units = filled.iter().filter(|it| is_unit(it)).map(|it| row.cell(*it).text());
    if let Some(several) = units.find(|it| known.names_several(it))
        && Mapping::renamed(&mapping.units, several).is_none()
    {
        return Kind::Total(several.to_owned());
    }
    if super::layout::repeats(layout, row) {
        return Kind::RepeatedHeading;
    }
    let has_figures = filled.iter().any(|it| {
        let is_values = matches!(layout.roles.get(*it), Some(Role::Values(_)));
        is_values && (filled.len() != 1 || !matches!(row.cell(*it), Cell::Text(_)))
    });
    if has_figures {
        if let Some((keys, text)) = outline(row, layout, known) {
            return Kind::Banner(keys, text);
        }
        return Kind::Figures;
    }
    if filled.len() == 1
        && let Some(keys) = banner(row.cell(*first), layout, known, mapping)
    {
        return Kind::Banner(keys, shown(row.cell(*first)));
    }
    if is_about_somebody(row, layout, known) { Kind::Figures } else { Kind::Note }
}

/// Whether a row without figures is one that could have had some.
fn is_about_somebody(row: &SheetRow, layout: &Layout, known: &Known) -> bool {
    layout.roles.iter().enumerate().any(|(column, role)| match role {
        Role::Label(Column::Month) => match row.cell(column) {
            Cell::Date(_) => true,
            cell => when::read(cell.text()).is_some(),
        },
        Role::Label(Column::Initials) => {
            let text = row.cell(column).text();
            super::token::are_initials(text)
                || known.units.iter().any(|it| it.person(text).is_some())
        }
        Role::Label(Column::Unit) => known.unit(row.cell(column).text()).is_some(),
        Role::Label(Column::Field) => words::heading(row.cell(column).text()).is_some(),
        _ => false,
    })
}

/// What a line with one cell says for the rows under it; `None` where rows have a column for that.
fn banner(cell: &Cell, layout: &Layout, known: &Known, mapping: &Mapping) -> Option<Keys> {
    let has = |column| layout.roles.contains(&Role::Label(column));
    let text = shown(cell);
    let mut keys = Keys::default();
    if Mapping::renamed(&mapping.units, &text).is_some() {
        keys.unit = Some(text);
        return Some(keys);
    }
    match token(cell, known) {
        Token::Year(year) => keys.year = Some(year),
        Token::Unit(code) if !has(Column::Unit) => keys.unit = Some(code),
        Token::Month { year, month, .. } if !has(Column::Month) => {
            keys.month = Some(month);
            keys.year = year;
        }
        Token::Person(person) if !has(Column::Initials) => keys.person = Some(person),
        Token::Heading { column, likeness: Likeness::Same, .. }
            if words::field(column).is_some() && !has(Column::Field) && !has(Column::Initials) =>
        {
            keys.figure = Some(column);
        }
        Token::Composite(_) | Token::Text => return title(&text, layout, known),
        _ => return None,
    }
    Some(keys)
}

/// The unit, person or year that a pivot table adds up over the months under it, all in the one column of months.
fn outline(row: &SheetRow, layout: &Layout, known: &Known) -> Option<(Keys, String)> {
    let labels = layout.roles.iter().enumerate().filter(|it| matches!(it.1, Role::Label(_)));
    let mut filled = labels.filter(|it| !row.cell(it.0).is_blank());
    let (column, role) = filled.next().filter(|_| filled.next().is_none())?;
    if *role != Role::Label(Column::Month) {
        return None;
    }
    let mut keys = Keys::default();
    match token(row.cell(column), known) {
        Token::Unit(code) => keys.unit = Some(code),
        Token::Person(person) | Token::Initials(person) => keys.person = Some(person),
        Token::Year(year) => keys.year = Some(year),
        _ => return None,
    }
    Some((keys, shown(row.cell(column))))
}

/// A line of its own that names a unit, a year or a month and nothing that is not understood: `FTI 2025`.
fn title(text: &str, layout: &Layout, known: &Known) -> Option<Keys> {
    let has = |column| layout.roles.contains(&Role::Label(column));
    let parts = composite::parts(text, known).filter(Parts::is_of_something)?;
    let is_free =
        !(parts.unit.is_some() && has(Column::Unit) || parts.month.is_some() && has(Column::Month));
    is_free.then(|| Keys {
        month: parts.month.map(|it| it.0),
        year: parts.year,
        unit: parts.unit,
        figure: parts.figure.map(|it| it.column),
        ..Keys::default()
    })
}

/// A cell as text, for names and for showing.
pub fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Blank | Cell::Unsaved => String::new(),
        Cell::Text(text) | Cell::Error(text) => text.trim().to_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(day) => day.to_string(),
    }
}

/// The first of a long text, for showing.
pub fn shortened(text: &str) -> String {
    let mut chars = text.chars();
    let first: String = chars.by_ref().take(60).collect();
    if chars.next().is_some() { first + "\u{2026}" } else { first }
}

/// A number that can be shown as people write it.
pub fn number_of(cell: &Cell) -> Option<f64> {
    if let Cell::Number(number) = cell { Some(*number).filter(|it| it.abs() < 1e9) } else { None }
}
