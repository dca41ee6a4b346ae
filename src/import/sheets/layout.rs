//! Finds how a sheet is laid out: where its headings stand, and what each column is or holds.

use super::columns::{self, Role};
use super::context::Context;
use super::filled;
use super::known::{Known, Likeness};
use super::mapping::Mapping;
use super::named;
use super::token::{Token, token, whole};
use super::turning;
use super::when::{self, When, YearForm};
use super::words;
use crate::book::draft::{Certainty, Column};
use crate::domain::Month;
use crate::import::workbook::{Cell, Merged, SheetRow};

/// How far down the headings may stand.
const SEARCHED: usize = 40;
/// How many rows of headings there may be.
const MOST_HEADINGS: usize = 3;

/// Which days stand for their month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    MonthEnds,
    /// The first of a month too: every date is one.
    FirstDays,
}

/// A sheet's form.
#[derive(Debug, Clone)]
pub struct Layout {
    /// First and last heading row, as the sheet counts.
    pub header: (u32, u32),
    /// Places of the heading rows among the rows looked at.
    pub places: (usize, usize),
    pub roles: Vec<Role>,
    pub headings: Vec<String>,
    pub certainties: Vec<Certainty>,
    /// Rows over the headings that say nothing more.
    pub banners: Vec<usize>,
    /// The figure of cells that name none.
    pub figure: Option<Column>,
    pub dates: Dates,
    /// A month whose year was written with two digits, and what it was read as.
    pub short_year: Option<(String, Month)>,
    /// Columns of labels that are written once for several rows.
    pub said_once: Vec<usize>,
    /// Months without a year go on past December: which year is meant must be told, and not be taken from a title.
    pub turns: bool,
    /// Columns that hold the same figure of the same thing: which one counts must be told.
    pub disputed: Vec<usize>,
    /// How sure the form is: columns that have a meaning.
    pub weight: usize,
}

/// What is known before a sheet is looked at.
pub struct Given<'a> {
    pub known: &'a Known,
    pub mapping: &'a Mapping,
    pub context: &'a Context,
    pub merged: &'a [Merged],
}

/// The form of a sheet whose first rows these are; `None` where it has no figures.
pub fn find(rows: &[SheetRow], given: &Given<'_>) -> Option<Layout> {
    let tokens: Vec<Vec<Token>> = rows
        .iter()
        .take(SEARCHED)
        .map(|row| {
            let mut tokens: Vec<Token> =
                row.cells.iter().map(|it| token(it, given.known)).collect();
            months_by_number(&mut tokens, row);
            named::take_in(&mut tokens, row, given);
            pairs(&mut tokens, row);
            tokens
        })
        .collect();
    let (first, last) = heading_rows(rows, &tokens, given)?;
    let headings: Vec<&[Token]> =
        tokens.get(first..=last).unwrap_or_default().iter().map(Vec::as_slice).collect();
    let columns = columns::read(rows, (first, last), &headings, given)?;
    Some(of_columns(rows, (first, last), columns, given))
}

/// The form that columns make, whose headings stand in these rows.
pub fn of_columns(
    rows: &[SheetRow],
    (first, last): (usize, usize),
    mut columns: columns::Columns,
    given: &Given<'_>,
) -> Layout {
    let turns = turning::in_columns(&mut columns.roles);
    let number = |place: usize| rows.get(place).map_or(0, |it| it.number);
    let below = rows.get(last + 1..).unwrap_or_default();
    let is_of_use = |it: &&Role| !matches!(it, Role::Ignored | Role::Blank);
    let mut layout = Layout {
        header: (number(first), number(last)),
        places: (first, last),
        figure: default_figure(&columns.roles, given),
        dates: dates(rows, last, &columns.roles),
        weight: columns.roles.iter().filter(is_of_use).count(),
        short_year: short_year(rows, last, &columns),
        banners: columns.banners,
        said_once: filled::said_once(below, &columns.roles),
        roles: columns.roles,
        headings: columns.headings,
        certainties: columns.certainties,
        disputed: columns.disputed,
        turns,
    };
    layout.turns = turns || turning::in_rows(below, &layout);
    layout
}

/// `Opgjort pr.:` and a day beside it are said of the whole sheet, and no headings.
fn pairs(tokens: &mut [Token], row: &SheetRow) {
    let mut filled = row.cells.iter().filter(|it| !it.is_blank());
    let is_pair = filled.next().is_some_and(|it| it.text().ends_with(':'));
    if is_pair && filled.next().is_some() && filled.next().is_none() {
        tokens.iter_mut().filter(|it| **it != Token::Blank).for_each(|it| *it = Token::Text);
    }
}

/// Whole numbers from one to the next, none above twelve, beside the name of a label: months by their numbers.
fn months_by_number(tokens: &mut [Token], row: &SheetRow) {
    let places: Vec<usize> =
        (0..tokens.len()).filter(|it| tokens.get(*it) == Some(&Token::Number)).collect();
    let number = |place: &usize| {
        let cell = row.cell(*place);
        if let Cell::Number(number) = cell { whole(*number) } else { cell.text().parse().ok() }
    };
    let numbers: Option<Vec<i32>> = places.iter().map(number).collect();
    let Some(numbers) = numbers.filter(|it| 3 <= it.len()) else { return };
    let in_order = numbers.windows(2).all(|it| matches!(it, [a, b] if a + 1 == *b));
    let are_months = in_order && numbers.iter().all(|it| (1..=12).contains(it));
    if are_months && tokens.iter().any(Token::is_label) {
        for (place, month) in places.into_iter().zip(numbers) {
            if let Some(slot) = tokens.get_mut(place) {
                let month = month.unsigned_abs();
                *slot = Token::Month { year: None, month, form: YearForm::None };
            }
        }
    }
}

/// The first month in a heading or in the column of months whose year has two digits.
fn short_year(
    rows: &[SheetRow],
    last: usize,
    columns: &columns::Columns,
) -> Option<(String, Month)> {
    let in_rows = columns.roles.iter().position(|it| *it == Role::Label(Column::Month));
    let in_rows = in_rows
        .into_iter()
        .flat_map(|column| rows.iter().skip(last + 1).map(move |row| row.cell(column).text()));
    columns.headings.iter().map(String::as_str).chain(in_rows).find_map(|text| {
        match when::read(text) {
            Some(When::Month { year: Some(year), month, form: YearForm::Short }) => {
                Month::new(year, month).map(|month| (text.to_owned(), month))
            }
            _ => None,
        }
    })
}

/// First and last heading row by place: the lowest of the heading rows that follow each other, and those over it.
fn heading_rows(
    rows: &[SheetRow],
    tokens: &[Vec<Token>],
    given: &Given<'_>,
) -> Option<(usize, usize)> {
    if let Some(told) = given.mapping.header {
        let last = rows.iter().position(|it| it.number == told)?;
        return Some((upper(rows, tokens, last), last));
    }
    let mut last = tokens.iter().position(|it| is_header(it))?;
    while last + 1 < tokens.len()
        && tokens.get(last + 1).is_some_and(|it| continues(it))
        && is_next(rows, last)
    {
        last += 1;
    }
    Some((upper(rows, tokens, last), last))
}

fn is_next(rows: &[SheetRow], place: usize) -> bool {
    let number = |it: usize| rows.get(it).map(|it| it.number);
    number(place + 1) == number(place).map(|it| it + 1)
}

/// The first of the heading rows that end with `last`.
fn upper(rows: &[SheetRow], tokens: &[Vec<Token>], last: usize) -> usize {
    let mut first = last;
    while 0 < first && last - first + 1 < MOST_HEADINGS {
        let above = tokens.get(first - 1).map(Vec::as_slice).unwrap_or_default();
        // A line of its own with an empty row under it is a title, whatever it says.
        let is_line = above.iter().filter(|it| **it != Token::Blank).count() == 1;
        if !stands_over(above) || is_line && !is_next(rows, first - 1) {
            break;
        }
        first -= 1;
    }
    first
}

/// Counts of what a row's cells could be.
#[derive(Debug, Default)]
struct Tally {
    numbers: usize,
    months: usize,
    years: usize,
    figures: usize,
    labels: usize,
    months_label: usize,
    units: usize,
    totals: usize,
    people: usize,
    initials: usize,
    filled: usize,
    plain: usize,
}

fn tally(tokens: &[Token]) -> Tally {
    let mut tally = Tally::default();
    let mut months: Vec<(Option<i32>, u32)> = Vec::new();
    for token in tokens {
        tally.filled += usize::from(*token != Token::Blank);
        match token {
            Token::Number => tally.numbers += 1,
            Token::Month { year, month, .. } => months.push((*year, *month)),
            Token::Year(_) => tally.years += 1,
            Token::Unit(_) => tally.units += 1,
            Token::Person(_) => tally.people += 1,
            Token::Initials(_) => tally.initials += 1,
            Token::Text => tally.plain += 1,
            Token::Total => tally.totals += 1,
            Token::Heading { column: Column::Value, .. } => tally.figures += 1,
            token if token.is_figure() => tally.figures += 1,
            token if token.is_label() => tally.labels += 1,
            Token::Blank
            | Token::Period
            | Token::Other
            | Token::Composite(_)
            | Token::Heading { .. } => {}
        }
        let is_month = matches!(token, Token::Heading { column: Column::Month | Column::Day, .. });
        tally.months_label += usize::from(is_month);
    }
    months.sort_unstable();
    months.dedup();
    tally.months = months.len();
    tally
}

/// Whether a row can be the headings of columns.
pub fn is_header(tokens: &[Token]) -> bool {
    let it = tally(tokens);
    let across = 2 <= it.months || 1 == it.months && 1 <= it.labels;
    let list = 2 <= it.figures || 1 <= it.figures && 1 <= it.labels;
    let people = 1 <= it.labels && 2 <= it.people
        || 3 <= it.people
        || 1 <= it.months_label && 2 <= it.initials
        || tokens.first().is_some_and(|it| matches!(it, Token::Blank | Token::Year(_)))
            && 2 <= it.people + it.initials
            && it.people + it.initials + it.totals + it.years == it.filled;
    // Units over months that stand under no heading.
    let units = 2 <= it.units && (1 <= it.labels || it.units + it.totals == it.filled);
    let years = 1 <= it.months_label && 2 <= it.years;
    it.numbers == 0 && (across || list || people || units || years)
}

/// Whether a row right under headings is part of them: figures under months, or months under units.
fn continues(tokens: &[Token]) -> bool {
    let it = tally(tokens);
    let is_heading = 2 <= it.figures || 2 <= it.months || 2 <= it.years;
    let is_heading = is_heading || 1 <= it.months && 1 <= it.labels;
    it.numbers == 0 && is_heading && it.people == 0
}

/// Whether a row over headings spans them.
fn stands_over(tokens: &[Token]) -> bool {
    let it = tally(tokens);
    let spans = it.months + it.years + it.units + it.figures + it.people + it.initials;
    let periods = tokens.iter().filter(|it| **it == Token::Period).count();
    // A title is one line of words of its own.
    let is_sure = |it: &Token| matches!(it, Token::Heading { likeness: Likeness::Same, .. });
    let labels = tokens.iter().filter(|it| it.is_label() && is_sure(it)).count();
    let is_title = it.filled == 1 && labels + periods + it.years + it.months == 0;
    it.numbers == 0 && it.plain == 0 && 0 < spans + periods + it.labels && !is_title
}

impl Layout {
    /// Whether nobody has put headings over the columns.
    pub const fn is_bare(&self) -> bool {
        self.header.1 == 0
    }

    /// The place of the first row that may hold figures.
    pub const fn below(&self) -> usize {
        if self.is_bare() { 0 } else { self.places.1 + 1 }
    }

    /// Whether rows or columns say which month they are of.
    pub fn tells_months(&self) -> bool {
        self.roles.iter().any(|it| match it {
            Role::Label(column) => *column == Column::Month,
            Role::Values(values) => values.month.is_some(),
            Role::Total | Role::Ignored | Role::Blank => false,
        })
    }

    /// Takes in what titles and names say of cells whose row and column name no figure.
    pub fn settle_figure(&mut self, given: &Given<'_>) {
        self.figure = default_figure(&self.roles, given);
    }

    /// Whether rows or columns are people.
    pub fn is_of_people(&self) -> bool {
        of_people(&self.roles)
    }
}

fn of_people(roles: &[Role]) -> bool {
    roles.iter().any(|it| match it {
        Role::Label(column) => *column == Column::Initials,
        Role::Values(values) => values.person.is_some(),
        Role::Total | Role::Ignored | Role::Blank => false,
    })
}

/// The figure of cells whose row and column name none: told, or said by the title; of people it can only be cases.
fn default_figure(roles: &[Role], given: &Given<'_>) -> Option<Column> {
    let of_people = of_people(roles);
    let told = given.mapping.told_figure();
    told.or_else(|| of_people.then_some(Column::Cases)).or(given.context.figure)
}

/// Whether every date of the month column is the first of its month.
fn dates(rows: &[SheetRow], last: usize, roles: &[Role]) -> Dates {
    let Some(column) = roles.iter().position(|it| *it == Role::Label(Column::Month)) else {
        return Dates::MonthEnds;
    };
    let mut count = 0;
    for row in rows.iter().skip(last + 1) {
        let day = match row.cell(column) {
            Cell::Date(day) => Some(*day),
            Cell::Text(text) => match when::read(text) {
                Some(When::Day(day)) => Some(day),
                _ => None,
            },
            Cell::Number(number) => when::serial(*number),
            Cell::Blank | Cell::Error(_) | Cell::Unsaved => None,
        };
        let Some(day) = day else { continue };
        count += 1;
        if day != day.month().first_day() {
            return Dates::MonthEnds;
        }
    }
    if 0 < count { Dates::FirstDays } else { Dates::MonthEnds }
}

/// Whether a row repeats the headings, as long prints do.
pub fn repeats(layout: &Layout, row: &SheetRow) -> bool {
    let pairs = layout.headings.iter().zip(&row.cells);
    let same = pairs.filter(|(heading, cell)| {
        !heading.is_empty() && words::fold(heading) == words::fold(cell.text())
    });
    2 <= same.count()
}
