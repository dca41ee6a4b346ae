//! What people say about a file beside what it says itself; kept as TOML, and remembered for files of the same form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::words;
use crate::book::draft::{Column, NumberForm, WaitUnit};
use crate::domain::Month;

/// Everything is optional: what is not told is recognised.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// The unit of rows without one, by code or name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The month of figures that name none: `2025-01`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<String>,
    /// The year of months without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// What waits are typed in: `days`, `weeks` or `months`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait_unit: Option<String>,
    /// How numbers that are text are written: `danish` or `english`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numbers: Option<String>,
    /// The figure of cells whose row and column name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<String>,
    /// The last heading row, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<u32>,
    /// What a column is, by its heading or its letter; `ignore` leaves it out.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// Codes of units by the names in the file.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub units: BTreeMap<String, String>,
    /// Initials by the names in the file.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub caseworkers: BTreeMap<String, String>,
    /// The same for single sheets of a workbook, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub sheets: BTreeMap<String, SheetMapping>,
}

/// What differs for one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SheetMapping {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub skip: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
}

/// What a column is told to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    No,
    As(Column),
}

/// What a mapping may say that nobody understands, by the word that stands there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    #[error("not readable as TOML: {0}")]
    Unreadable(String),
    #[error("{key} does not know {value}")]
    UnknownWord { key: &'static str, value: String },
}

impl Mapping {
    /// Reads a mapping and refuses words that mean nothing.
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        let mapping: Self =
            toml::from_str(text).map_err(|it| MappingError::Unreadable(it.message().to_owned()))?;
        let unknown =
            |key, value: &str| Err(MappingError::UnknownWord { key, value: value.into() });
        if let Some(word) = mapping.wait_unit.as_deref().filter(|it| words::wait_unit(it).is_none())
        {
            return unknown("wait_unit", word);
        }
        if let Some(word) = mapping.month.as_deref().filter(|it| Month::parse_iso(it).is_none()) {
            return unknown("month", word);
        }
        if let Some(word) = mapping.numbers.as_deref().filter(|_| mapping.number_form().is_none()) {
            return unknown("numbers", word);
        }
        if let Some(word) = mapping.figure.as_deref().filter(|it| told_figure(it).is_none()) {
            return unknown("figure", word);
        }
        if let Some(word) = mapping.columns.values().find(|it| told_column(it).is_none()) {
            return unknown("columns", word);
        }
        Ok(mapping)
    }

    pub fn to_toml(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }

    pub fn told_wait_unit(&self) -> Option<WaitUnit> {
        words::wait_unit(self.wait_unit.as_deref()?)
    }

    pub fn told_month(&self) -> Option<Month> {
        Month::parse_iso(self.month.as_deref()?)
    }

    pub fn number_form(&self) -> Option<NumberForm> {
        match self.numbers.as_deref()?.to_lowercase().as_str() {
            "danish" | "dansk" | "komma" => Some(NumberForm::Danish),
            "english" | "engelsk" | "punktum" => Some(NumberForm::English),
            _ => None,
        }
    }

    pub fn told_figure(&self) -> Option<Column> {
        told_figure(self.figure.as_deref()?)
    }

    /// What is said of a column, by its heading or its letter.
    pub fn told_column(&self, heading: &str, letter: &str) -> Option<Use> {
        let folded = words::fold(heading);
        let by_heading = |it: &&String| !folded.is_empty() && words::fold(it) == folded;
        let named = self.columns.keys().find(by_heading).and_then(|it| self.columns.get(it));
        told_column(named.or_else(|| self.columns.get(letter))?)
    }

    pub fn told_unit(&self, sheet: &str) -> Option<&str> {
        let own = self.sheets.get(sheet).and_then(|it| it.unit.as_deref());
        own.or(self.unit.as_deref())
    }

    pub fn told_year(&self, sheet: &str) -> Option<i32> {
        self.sheets.get(sheet).and_then(|it| it.year).or(self.year)
    }

    pub fn skips(&self, sheet: &str) -> bool {
        self.sheets.get(sheet).is_some_and(|it| it.skip)
    }

    /// What a name in the file stands for.
    pub fn renamed<'a>(names: &'a BTreeMap<String, String>, name: &str) -> Option<&'a str> {
        let folded = words::fold(name);
        names.iter().find(|it| words::fold(it.0) == folded).map(|it| it.1.as_str())
    }
}

/// The word that a mapping has for a column.
pub const fn column_word(column: Option<Column>) -> &'static str {
    match column {
        None => "ignore",
        Some(Column::Month) => "month",
        Some(Column::Day) => "year",
        Some(Column::Unit) => "unit",
        Some(Column::Initials) => "caseworker",
        Some(Column::Field) => "figure_name",
        Some(Column::Cases) => "cases",
        Some(Column::Unallocated) => "unallocated",
        Some(Column::Opened) => "opened",
        Some(Column::Closed) => "closed",
        Some(Column::NetTransferred) => "net_transferred",
        Some(Column::Waiting) => "waiting",
        Some(Column::Started) => "started",
        Some(Column::Withdrawn) => "withdrawn",
        Some(Column::WaitStartedMean) => "mean_days_started",
        Some(Column::WaitSoFarMean) => "mean_days_so_far",
        Some(Column::WaitLongest) => "longest_days",
        Some(_) => "other",
    }
}

/// Everything a column can be told to be, in the order it is offered.
pub const COLUMN_CHOICES: [Option<Column>; 17] = [
    None,
    Some(Column::Month),
    Some(Column::Day),
    Some(Column::Unit),
    Some(Column::Initials),
    Some(Column::Field),
    Some(Column::Cases),
    Some(Column::Unallocated),
    Some(Column::Opened),
    Some(Column::Closed),
    Some(Column::NetTransferred),
    Some(Column::Waiting),
    Some(Column::Started),
    Some(Column::Withdrawn),
    Some(Column::WaitStartedMean),
    Some(Column::WaitSoFarMean),
    Some(Column::WaitLongest),
];

fn told_column(word: &str) -> Option<Use> {
    let lower = word.trim().to_lowercase();
    let told = COLUMN_CHOICES.into_iter().find(|it| column_word(*it) == lower);
    told.map(|it| it.map_or(Use::No, Use::As)).or_else(|| words::told_column(&lower))
}

fn told_figure(word: &str) -> Option<Column> {
    match told_column(word)? {
        Use::As(column) => words::field(column).map(|_| column),
        Use::No => None,
    }
}
