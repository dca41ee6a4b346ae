//! Finds which table a file holds: its separator, its header row, and which column is which.

use std::collections::BTreeSet;

use crate::book::Reason;
use crate::book::draft::{Column, Table};
use crate::domain::Month;
use crate::import::columns::{ColumnName, Dialect, Need, TABLES, TableName};
use crate::import::encoding::{Letters, decoded_once};
use crate::import::records::Records;
use crate::import::sheets::when::{self, When, YearForm};

/// How far down the header may stand.
const SEARCHED: usize = 30;
/// No table has nearly so many columns.
const MOST_COLUMNS: usize = 400;

/// How the rows of a file are laid out.
#[derive(Debug)]
pub struct Header {
    pub table: &'static TableName,
    pub dialect: Dialect,
    pub separator: u8,
    pub line: u32,
    /// Column by column: what it is, and what the file calls it.
    pub columns: Vec<(Option<Column>, String)>,
}

/// Looks for the header in the first stretch of a file. `named` is what the file's name says it is.
pub fn find(head: &[u8], named: Option<Table>) -> Result<Header, Reason> {
    let told = separator_line(head);
    let mut best: Option<Header> = None;
    let mut missing = None;
    for separator in [b';', b'\t', b','] {
        if told.is_some_and(|it| it != separator) {
            continue;
        }
        let mut records = Records::new(head);
        records.set_separator(separator);
        for _ in 0..SEARCHED {
            let Ok(Some(line)) = records.advance() else {
                break;
            };
            if MOST_COLUMNS < records.record().1.len() {
                continue;
            }
            let names = names(records.record());
            let tables = TABLES.iter().filter(|it| named.is_none_or(|named| it.table == named));
            for table in tables {
                match fit(table, &names, separator, line) {
                    Fit::Whole(header)
                        if best.as_ref().is_none_or(|it| it.fits() < header.fits()) =>
                    {
                        best = Some(header);
                    }
                    Fit::Short(count, reason)
                        if missing.as_ref().is_none_or(|(most, _)| *most < count) =>
                    {
                        missing = Some((count, reason));
                    }
                    Fit::Whole(_) | Fit::Short(..) | Fit::None => {}
                }
            }
            if best.is_some() {
                return best.ok_or(Reason::UnknownTable);
            }
        }
    }
    best.ok_or_else(|| missing.map_or(Reason::UnknownTable, |it| it.1))
}

/// What stands in the first rows under a header, in its column of months.
pub fn months_under(head: &[u8], header: &Header) -> Vec<String> {
    let Some(column) = header.month_column() else { return Vec::new() };
    let mut records = Records::new(head);
    records.set_separator(header.separator);
    let mut months = Vec::new();
    while let Ok(Some(line)) = records.advance() {
        if header.line < line {
            months.extend(names(records.record()).into_iter().nth(column));
        }
        if 2 * SEARCHED < months.len() {
            break;
        }
    }
    months
}

/// The separator in a leading `sep=;`.
pub fn separator_line(head: &[u8]) -> Option<u8> {
    let rest = head.strip_prefix(b"sep=").or_else(|| head.strip_prefix(b"SEP="))?;
    rest.first().copied()
}

impl Header {
    fn fits(&self) -> usize {
        self.columns.iter().filter(|it| it.0.is_some()).count()
    }

    /// Whether these may be the headings of a department's list that happen to be ours too: the list is understood
    /// in more columns, or months are written as we never write them. `months` are the contents of our column of months.
    pub fn gives_way<T: AsRef<str>>(&self, weight: usize, months: impl Iterator<Item = T>) -> bool {
        let may = matches!(self.table.table, Table::Counts | Table::Figures);
        may && (self.fits() < weight || are_in_words(months))
    }

    /// Whether a column is one of days.
    pub fn is_of_days(&self, place: usize) -> bool {
        let table = self.table.table;
        let of_days: &[Column] = if table == Table::Episodes {
            &[Column::Approved, Column::Started, Column::Withdrawn]
        } else if table == Table::Absences {
            &[Column::From, Column::To]
        } else {
            &[Column::Day]
        };
        self.columns.get(place).and_then(|it| it.0).is_some_and(|it| of_days.contains(&it))
    }

    pub fn month_column(&self) -> Option<usize> {
        self.columns.iter().position(|it| it.0 == Some(Column::Month))
    }
}

/// Whether months are written as departments write them: one that can only be read in one way, or two such as `jan-26`,
/// which alone is left to be asked about.
fn are_in_words<T: AsRef<str>>(months: impl Iterator<Item = T>) -> bool {
    let mut short = BTreeSet::new();
    for text in months {
        let text = text.as_ref();
        if Month::parse_iso(text).is_some() {
            continue;
        }
        match when::read(text) {
            Some(When::Month { form: YearForm::Short, year, month }) => {
                short.insert((year, month));
            }
            Some(_) => return true,
            None => {}
        }
    }
    1 < short.len()
}

/// The header among the first rows of a sheet: the names of their cells, and their numbers.
pub fn find_in_sheet(rows: impl Iterator<Item = (u32, Vec<String>)>) -> Option<Header> {
    for (number, names) in rows.take(SEARCHED) {
        let fits = TABLES.iter().filter_map(|table| match fit(table, &names, b';', number) {
            Fit::Whole(header) => Some(header),
            Fit::Short(..) | Fit::None => None,
        });
        if let Some(best) = fits.max_by_key(Header::fits) {
            return Some(best);
        }
    }
    None
}

/// What a sheet lacks to be our register of those who wait, where it has three of its columns and the day of approval.
pub fn missing_in_sheet(rows: impl Iterator<Item = (u32, Vec<String>)>) -> Option<Reason> {
    let table = TABLES.iter().find(|it| it.table == Table::Episodes)?;
    let approved = table.columns.iter().find(|it| it.column == Column::Approved)?;
    rows.take(SEARCHED).find_map(|(number, names)| {
        let is_register = names.iter().any(|it| is_called(approved, &it.to_lowercase()));
        match fit(table, &names, b';', number) {
            Fit::Short(count, reason) if 2 < count && is_register => Some(reason),
            Fit::Short(..) | Fit::Whole(_) | Fit::None => None,
        }
    })
}

enum Fit {
    Whole(Header),
    /// So many columns fit, but this is amiss.
    Short(usize, Reason),
    None,
}

fn names((bytes, fields): (&[u8], &[std::ops::Range<usize>])) -> Vec<String> {
    let name = |field: &std::ops::Range<usize>| {
        let bytes = bytes.get(field.clone()).unwrap_or_default();
        let text = Letters::default().decode(bytes).unwrap_or_default();
        let text = decoded_once(&text).unwrap_or_else(|| text.into_owned());
        text.trim_matches(|it: char| it.is_whitespace() || it == '\u{FEFF}').to_owned()
    };
    fields.iter().map(name).collect()
}

fn fit(table: &'static TableName, names: &[String], separator: u8, line: u32) -> Fit {
    let mut columns: Vec<(Option<Column>, String)> = Vec::new();
    let (mut danish, mut plain) = (0, 0);
    for name in names {
        let lower = name.to_lowercase();
        let found = table.columns.iter().find(|it| is_called(it, &lower));
        danish += usize::from(found.is_some_and(|it| it.plain != lower));
        plain += usize::from(found.is_some_and(|it| it.plain == lower));
        let column = found.map(|it| it.column);
        if column.is_some() && columns.iter().any(|it| it.0 == column) {
            return Fit::Short(danish + plain, Reason::ColumnTwice(name.clone()));
        }
        columns.push((column, name.clone()));
    }
    let dialect = if danish < plain { Dialect::Plain } else { Dialect::Danish };
    let has = |column: Column| columns.iter().any(|it| it.0 == Some(column));
    let missing = table.columns.iter().find(|it| it.need == Need::Needed && !has(it.column));
    let some_figure = table.table != Table::Figures || 3 <= danish + plain;
    match missing {
        _ if danish + plain < 2 || !some_figure => Fit::None,
        Some(missing) => {
            Fit::Short(danish + plain, Reason::MissingColumn(missing.name(dialect).to_owned()))
        }
        None => Fit::Whole(Header { table, dialect, separator, line, columns }),
    }
}

fn is_called(column: &ColumnName, lower: &str) -> bool {
    let names = [column.danish, column.plain];
    names.iter().chain(column.also).any(|it| it.to_lowercase() == lower)
}
