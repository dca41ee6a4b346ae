//! What each column of a sheet is: told, or read from its headings, or from what stands in it.

use super::composite::Parts;
use super::known::Likeness;
use super::layout::Given;
use super::mapping::Use;
use super::named;
use super::settle;
use super::token::{Token, token};
use super::words;
use crate::book::draft::{Certainty, Column, WaitUnit, column_name};
use crate::import::workbook::{Cell, SheetRow};

/// What a column is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// It says what its row is about.
    Label(Column),
    /// It holds figures.
    Values(Values),
    /// It sums up other columns.
    Total,
    Ignored,
    /// No heading and nothing of use.
    Blank,
}

impl Role {
    /// The unit that a column's heading names.
    pub fn unit(&self) -> Option<&str> {
        if let Self::Values(values) = self { values.unit.as_deref() } else { None }
    }
}

/// What a column's headings say of the figures in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values {
    pub figure: Option<Column>,
    pub month: Option<u32>,
    pub year: Option<i32>,
    pub unit: Option<String>,
    pub person: Option<String>,
    pub wait_unit: Option<WaitUnit>,
    /// Cases divided by people.
    pub is_ratio: bool,
    /// Years after the year that is told: months that name none have gone on past December.
    pub later: i32,
}

#[derive(Debug, Default)]
pub struct Columns {
    pub roles: Vec<Role>,
    pub headings: Vec<String>,
    pub certainties: Vec<Certainty>,
    pub banners: Vec<usize>,
    /// Columns that hold the same figure of the same thing.
    pub disputed: Vec<usize>,
}

/// How many rows are looked at to tell what a column without a heading holds.
const LOOKED_AT: usize = 60;

/// Reads the heading rows `first..=last`; `None` where no column holds figures.
pub fn read(
    rows: &[SheetRow],
    (first, last): (usize, usize),
    tokens: &[&[Token]],
    given: &Given<'_>,
) -> Option<Columns> {
    let width = tokens.iter().map(|it| it.len()).max().unwrap_or(0);
    let mut found = Columns::default();
    let mut told_apart: Vec<bool> = vec![false; tokens.len()];
    for column in 0..width {
        let mut reading = Reading {
            given,
            values: Values::default(),
            label: None,
            other: None,
            likeness: None,
            is_values: false,
        };
        let lowest = tokens.len().saturating_sub(1);
        for (level, row) in tokens.iter().enumerate() {
            let place = first + level;
            let spans = level < lowest;
            let source =
                if spans { spanning(rows, place, row, column, given) } else { Some(column) };
            let token = source.and_then(|it| row.get(it)).unwrap_or(&Token::Blank);
            let own = source == Some(column);
            let stands = match (spans, own) {
                (true, false) => Stands::Aside,
                (true, true) => Stands::Above,
                (false, _) => Stands::Lowest,
            };
            if reading.take(token, stands)
                && let Some(slot) = told_apart.get_mut(level)
            {
                *slot = true;
            }
        }
        let heading = heading_text(rows, (first, last), column);
        let (role, certainty) = reading.role(&heading, column);
        found.roles.push(role);
        found.certainties.push(certainty);
        found.headings.push(heading);
    }
    found.banners = (first..last).zip(&told_apart).filter(|it| !*it.1).map(|it| it.0).collect();
    months_across(&mut found);
    corner(rows, last, &mut found, given);
    label_the_rest(rows, last, &mut found, given);
    settle::people(&mut found.roles, (&found.headings, &found.certainties));
    settle::one_of_each(&mut found);
    let has_values = found.roles.iter().any(|it| matches!(it, Role::Values(_)));
    has_values.then_some(found)
}

/// The cell of an upper heading row that stands over a column.
fn spanning(
    rows: &[SheetRow],
    place: usize,
    row: &[Token],
    column: usize,
    given: &Given<'_>,
) -> Option<usize> {
    let number = rows.get(place)?.number;
    let at = u32::try_from(column).ok()?;
    if let Some(merged) = given.merged.iter().find(|it| it.holds(number, at)) {
        return usize::try_from(merged.columns.0).ok();
    }
    if row.get(column).is_some_and(|it| *it != Token::Blank) {
        return Some(column);
    }
    // Without merged cells a heading reaches to the next one; a heading of a label column does not.
    let from = (0..column.min(row.len()))
        .rev()
        .find(|it| row.get(*it).is_some_and(|it| *it != Token::Blank))?;
    let is_merged =
        given.merged.iter().any(|it| it.holds(number, u32::try_from(from).unwrap_or(0)));
    let reaches = row.get(from).is_some_and(|it| !it.is_label());
    (reaches && !is_merged).then_some(from)
}

/// The lowest heading of a column that says something.
fn heading_text(rows: &[SheetRow], (first, last): (usize, usize), column: usize) -> String {
    let texts = (first..=last).rev().filter_map(|it| rows.get(it)).map(|it| it.cell(column));
    let mut shown = texts.map(|cell| match cell {
        Cell::Blank | Cell::Unsaved => String::new(),
        Cell::Text(text) | Cell::Error(text) => text.trim().to_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(day) => day.month().to_string(),
    });
    shown.find(|it| !it.is_empty()).unwrap_or_default()
}

/// Where a heading stands from a column's point of view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Lowest,
    Above,
    /// Above, in a column further left, and reaching over this one.
    Aside,
}

/// A column while its headings are read from the top.
struct Reading<'a> {
    given: &'a Given<'a>,
    values: Values,
    label: Option<Column>,
    /// A role that overrules what stands over it.
    other: Option<Role>,
    likeness: Option<Likeness>,
    /// It holds figures, whichever: `Antal`.
    is_values: bool,
}

impl Reading<'_> {
    /// Takes a heading in; whether it said something of use.
    fn take(&mut self, token: &Token, stands: Stands) -> bool {
        match token {
            Token::Month { year, month, .. } => {
                self.values.month = Some(*month);
                self.values.year = year.or(self.values.year);
            }
            Token::Year(year) => self.values.year = Some(*year),
            Token::Unit(code) => self.values.unit = Some(code.clone()),
            Token::Person(initials) | Token::Initials(initials) => {
                self.values.person = Some(initials.clone());
            }
            Token::Heading { column, likeness, wait_unit, is_ratio } if token.is_figure() => {
                self.values.figure = Some(*column);
                self.values.is_ratio = *is_ratio;
                self.values.wait_unit = wait_unit.or(self.values.wait_unit);
                self.likeness = Some(*likeness);
            }
            Token::Heading { column: Column::Value, .. } => self.is_values = true,
            Token::Composite(parts) => self.take_parts(parts),
            Token::Heading { column, likeness, .. } => {
                if stands != Stands::Aside {
                    self.label = Some(*column);
                    self.likeness = Some(*likeness);
                }
                return false;
            }
            Token::Total => self.other = Some(Role::Total),
            Token::Other => self.other = Some(Role::Ignored),
            Token::Text if stands == Stands::Lowest => self.other = Some(Role::Ignored),
            Token::Text | Token::Number | Token::Period | Token::Blank => {
                return false;
            }
        }
        true
    }

    fn take_parts(&mut self, parts: &Parts) {
        let values = &mut self.values;
        values.unit = parts.unit.clone().or_else(|| values.unit.take());
        values.year = parts.year.or(values.year);
        values.month = parts.month.map(|it| it.0).or(values.month);
        if let Some(figure) = parts.figure {
            values.figure = Some(figure.column);
            values.wait_unit = figure.wait_unit.or(values.wait_unit);
            values.is_ratio = figure.is_ratio;
            self.likeness = Some(figure.likeness);
        }
    }

    fn role(self, heading: &str, column: usize) -> (Role, Certainty) {
        let letter = column_name(u32::try_from(column).unwrap_or(u32::MAX));
        if let Some(told) = self.given.mapping.told_column(heading, &letter) {
            return (told_role(told, self.values), Certainty::Told);
        }
        let certainty = match self.likeness {
            Some(Likeness::Near) => Certainty::Like,
            Some(Likeness::Same) | None => Certainty::Exact,
        };
        let role = match (self.other, self.label) {
            (Some(role), _) => role,
            (None, Some(label)) => Role::Label(label),
            (None, None) if self.is_values || self.values != Values::default() => {
                Role::Values(self.values)
            }
            (None, None) if heading.is_empty() => Role::Blank,
            (None, None) => Role::Ignored,
        };
        (role, certainty)
    }
}

fn told_role(told: Use, values: Values) -> Role {
    match told {
        Use::No => Role::Ignored,
        Use::As(column) if words::field(column).is_some() => {
            Role::Values(Values { figure: Some(column), ..values })
        }
        Use::As(column) => Role::Label(column),
    }
}

/// Where columns are months none says of rows which month they are of, whatever stands over it.
fn months_across(found: &mut Columns) {
    let is_month = |it: &Role| matches!(it, Role::Values(Values { month: Some(_), .. }));
    if !found.roles.iter().any(is_month) {
        return;
    }
    for (role, certainty) in found.roles.iter_mut().zip(&found.certainties) {
        if *role == Role::Label(Column::Month) && *certainty != Certainty::Told {
            *role = Role::Ignored;
        }
    }
}

/// A figure or a year named in the corner, over a column of months, units or people, is what the columns beside it hold.
fn corner(rows: &[SheetRow], last: usize, found: &mut Columns, given: &Given<'_>) {
    let named = found.roles.iter().position(|it| *it != Role::Blank);
    let Some(column) = named.filter(|it| found.certainties.get(*it) != Some(&Certainty::Told))
    else {
        return;
    };
    let Some(Role::Values(said)) = found.roles.get(column).cloned() else { return };
    let other =
        Values { figure: None, wait_unit: None, year: None, is_ratio: false, ..said.clone() };
    if other != Values::default() {
        return;
    }
    let others = || found.roles.iter().skip(column + 1);
    let is_open = |it: &Role| match it {
        Role::Values(it) => {
            said.figure.is_some() && it.figure.is_none() || said.year.is_some() && it.year.is_none()
        }
        Role::Label(_) | Role::Total | Role::Ignored | Role::Blank => false,
    };
    if !others().any(is_open) || others().any(|it| matches!(it, Role::Label(_))) {
        return;
    }
    let Some(meaning) = by_content(rows, last, column, given) else { return };
    for (at, role) in found.roles.iter_mut().enumerate() {
        if at == column {
            *role = Role::Label(meaning);
        } else if let Role::Values(values) = role {
            values.year = values.year.or(said.year);
            if values.figure.is_none() {
                (values.figure, values.is_ratio) = (said.figure, said.is_ratio);
                values.wait_unit = values.wait_unit.or(said.wait_unit);
            }
        }
    }
}

/// Gives columns at the left that no heading names a meaning by what stands in them.
fn label_the_rest(rows: &[SheetRow], last: usize, found: &mut Columns, given: &Given<'_>) {
    let has = |roles: &[Role], column| roles.contains(&Role::Label(column));
    let first_values = found.roles.iter().position(|it| matches!(it, Role::Values(_))).unwrap_or(0);
    for column in 0..first_values {
        let is_open = found.roles.get(column).is_some_and(|it| {
            matches!(
                it,
                Role::Blank
                    | Role::Ignored
                    | Role::Label(Column::Field | Column::Unit | Column::Initials)
            )
        });
        let is_told = found.certainties.get(column) == Some(&Certainty::Told);
        if !is_open || is_told {
            continue;
        }
        let Some(meaning) = by_content(rows, last, column, given) else {
            continue;
        };
        if has(&found.roles, meaning) {
            continue;
        }
        if let Some(slot) = found.roles.get_mut(column) {
            *slot = Role::Label(meaning);
        }
    }
}

/// What most cells of a column are.
fn by_content(rows: &[SheetRow], last: usize, column: usize, given: &Given<'_>) -> Option<Column> {
    let mut votes: [(Column, usize); 5] = [
        (Column::Month, 0),
        (Column::Day, 0),
        (Column::Unit, 0),
        (Column::Initials, 0),
        (Column::Field, 0),
    ];
    let mut filled = 0;
    // Names under a heading of another kind are not people for that.
    let is_free = rows.get(last).is_none_or(|it| it.cell(column).is_blank());
    for row in rows.iter().skip(last + 1).take(LOOKED_AT) {
        let cell = row.cell(column);
        if cell.is_blank()
            || words::is_total_row(cell.text())
            || row.cells.iter().filter(|it| !it.is_blank()).count() < 2
        {
            continue;
        }
        filled += 1;
        let meaning = match token(cell, given.known) {
            Token::Month { .. } => Some(Column::Month),
            Token::Year(_) => Some(Column::Day),
            Token::Unit(_) => Some(Column::Unit),
            Token::Person(_) | Token::Initials(_) => Some(Column::Initials),
            Token::Heading { column: Column::Unallocated, .. } => None,
            Token::Text if is_free && named::is_of_a_person(cell.text()) => Some(Column::Initials),
            token if token.is_figure() => Some(Column::Field),
            Token::Blank
            | Token::Number
            | Token::Total
            | Token::Period
            | Token::Heading { .. }
            | Token::Composite(_)
            | Token::Other
            | Token::Text => None,
        };
        if let Some(vote) = votes.iter_mut().find(|it| Some(it.0) == meaning) {
            vote.1 += 1;
        }
    }
    // As pivot tables put them: months under the unit, the person or the year they are of.
    let counted = |column| votes.iter().find(|it| it.0 == column).map_or(0, |it| it.1);
    let over = counted(Column::Unit) + counted(Column::Initials) + counted(Column::Day);
    if 1 < counted(Column::Month) && counted(Column::Month) + over == filled {
        return Some(Column::Month);
    }
    let most = votes.iter().max_by_key(|it| it.1)?;
    (0 < most.1 && filled <= 2 * most.1).then_some(most.0)
}
