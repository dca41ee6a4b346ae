//! Reading the fields of a case, and sorting its rows by period.

use serde_json::{Map, Value};

use super::AnalyseError;
use super::calendar::Day;

type Result<T> = std::result::Result<T, AnalyseError>;

/// The fields of one object of a case.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    fields: &'a Map<String, Value>,
}

impl<'a> Input<'a> {
    /// The object in a field.
    pub fn of(parent: &'a Value, field: &str) -> Result<Self> {
        let value = parent.get(field).ok_or_else(|| missing(field))?;
        Self::from_value(value, field)
    }

    fn from_value(value: &'a Value, field: &str) -> Result<Self> {
        let fields = value.as_object().ok_or_else(|| wrong(field, "an object"))?;
        Ok(Self { fields })
    }

    /// The value of a field that is there and not null.
    fn value(self, field: &str) -> Option<&'a Value> {
        self.fields.get(field).filter(|value| !value.is_null())
    }

    fn required(self, field: &str) -> Result<&'a Value> {
        self.value(field).ok_or_else(|| missing(field))
    }

    pub fn has(self, field: &str) -> bool {
        self.value(field).is_some()
    }

    /// The object in a field; `None` when absent.
    pub fn object(self, field: &str) -> Result<Option<Self>> {
        self.value(field).map(|value| Self::from_value(value, field)).transpose()
    }

    /// A list of objects.
    pub fn objects(self, field: &str) -> Result<Vec<Self>> {
        self.list(field)?.iter().map(|value| Self::from_value(value, field)).collect()
    }

    pub fn number(self, field: &str) -> Result<f64> {
        number(self.required(field)?, field)
    }

    pub fn optional_number(self, field: &str) -> Result<Option<f64>> {
        self.value(field).map(|value| number(value, field)).transpose()
    }

    pub fn count(self, field: &str) -> Result<usize> {
        count(self.required(field)?, field)
    }

    pub fn optional_count(self, field: &str) -> Result<Option<usize>> {
        self.value(field).map(|value| count(value, field)).transpose()
    }

    pub fn text(self, field: &str) -> Result<&'a str> {
        text(self.required(field)?, field)
    }

    /// Whether a switch is set; `otherwise` when absent.
    pub fn is_on(self, field: &str, otherwise: Switch) -> Result<bool> {
        let Some(value) = self.value(field) else {
            return Ok(otherwise == Switch::On);
        };
        value.as_bool().ok_or_else(|| wrong(field, "true or false"))
    }

    fn list(self, field: &str) -> Result<&'a Vec<Value>> {
        let value = self.required(field)?;
        value.as_array().ok_or_else(|| wrong(field, "a list"))
    }

    pub fn numbers(self, field: &str) -> Result<Vec<f64>> {
        self.list(field)?.iter().map(|value| number(value, field)).collect()
    }

    pub fn counts(self, field: &str) -> Result<Vec<usize>> {
        self.list(field)?.iter().map(|value| count(value, field)).collect()
    }

    /// Counts of a list that may be absent.
    pub fn optional_counts(self, field: &str) -> Result<Vec<usize>> {
        if self.has(field) { self.counts(field) } else { Ok(Vec::new()) }
    }

    /// Numbers with gaps.
    pub fn gapped(self, field: &str) -> Result<Vec<Option<f64>>> {
        let gap_or = |value: &Value| match value {
            Value::Null => Ok(None),
            Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_) => number(value, field).map(Some),
        };
        self.list(field)?.iter().map(gap_or).collect()
    }

    pub fn texts(self, field: &str) -> Result<Vec<&'a str>> {
        self.list(field)?.iter().map(|value| text(value, field)).collect()
    }

    pub fn day(self, field: &str) -> Result<Day> {
        day(self.text(field)?, field, 1)
    }

    pub fn days(self, field: &str) -> Result<Vec<Day>> {
        let texts = self.texts(field)?;
        texts.iter().zip(1..).map(|(text, row)| day(text, field, row)).collect()
    }

    /// Days of which some may not have come.
    pub fn gapped_days(self, field: &str) -> Result<Vec<Option<Day>>> {
        let list = self.list(field)?;
        let day_or_gap = |(value, row): (&Value, usize)| match value.as_str() {
            Some(text) => day(text, field, row).map(Some),
            None if value.is_null() => Ok(None),
            None => Err(wrong(field, "a date")),
        };
        list.iter().zip(1..).map(day_or_gap).collect()
    }
}

/// What an absent switch means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    On,
    Off,
}

fn missing(field: &str) -> AnalyseError {
    AnalyseError::MissingField(field.into())
}

fn wrong(field: &str, expected: &'static str) -> AnalyseError {
    AnalyseError::WrongType { field: field.into(), expected }
}

fn number(value: &Value, field: &str) -> Result<f64> {
    value.as_f64().ok_or_else(|| wrong(field, "a number"))
}

fn text<'a>(value: &'a Value, field: &str) -> Result<&'a str> {
    value.as_str().ok_or_else(|| wrong(field, "text"))
}

fn count(value: &Value, field: &str) -> Result<usize> {
    let count = value.as_u64().and_then(|n| usize::try_from(n).ok());
    count.ok_or_else(|| wrong(field, "a whole number from 0"))
}

fn day(text: &str, field: &str, row: usize) -> Result<Day> {
    Day::parse(text).ok_or_else(|| AnalyseError::BadDate {
        field: field.into(),
        row,
        text: text.into(),
    })
}

/// Lists of one length must be.
pub fn same_length(field: &str, length: usize, expected: usize) -> Result<()> {
    if length == expected {
        return Ok(());
    }
    Err(AnalyseError::LengthsDiffer { field: field.into(), expected, length })
}

/// In which order the rows belong, and what their periods are called.
#[derive(Debug, Clone)]
pub struct Rows {
    /// Row numbers, counted from 0, in time order.
    order: Vec<usize>,
    /// Names of the periods in time order; empty when rows carry none.
    periods: Vec<String>,
}

impl Rows {
    /// Sorts by the periods in `field`, dates or numbers; rows without periods stay as given.
    /// Refuses two rows for one period.
    pub fn by(input: Input<'_>, field: &str, len: usize) -> Result<Self> {
        if !input.has(field) {
            let order = (0..len).collect();
            let periods = Vec::new();
            return Ok(Self { order, periods });
        }

        let list = input.list(field)?;
        same_length(field, list.len(), len)?;
        let mut keyed = Vec::with_capacity(len);
        for (row, value) in list.iter().enumerate() {
            let key = match value.as_str() {
                Some(text) => day(text, field, row + 1)?.number() as f64,
                None => number(value, field)?,
            };
            let name = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            keyed.push((key, row, name));
        }
        keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for same in keyed.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
            if let [(_, _, period), _, ..] = same {
                return Err(AnalyseError::DuplicatePeriod {
                    period: period.clone(),
                    rows: same.iter().map(|(_, row, _)| row + 1).collect(),
                });
            }
        }
        Ok(Self {
            order: keyed.iter().map(|(_, row, _)| *row).collect(),
            periods: keyed.into_iter().map(|(_, _, name)| name).collect(),
        })
    }

    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// A column with gaps, in time order.
    pub fn column(&self, input: Input<'_>, field: &str) -> Result<Vec<Option<f64>>> {
        let column = input.gapped(field)?;
        same_length(field, column.len(), self.order.len())?;
        let sorted = self.order.iter().filter_map(|row| column.get(*row).copied());
        Ok(sorted.collect())
    }

    /// The name of the period at a place.
    pub fn period(&self, place: usize) -> Option<&str> {
        self.periods.get(place).map(String::as_str)
    }

    /// The places of named periods, ascending. Refuses names without a row.
    pub fn places(&self, names: &[&str]) -> Result<Vec<usize>> {
        let place = |name: &&str| self.periods.iter().position(|period| period == name);
        let unknown: Vec<String> = names
            .iter()
            .filter(|name| place(name).is_none())
            .map(|name| (*name).to_owned())
            .collect();
        if !unknown.is_empty() {
            return Err(AnalyseError::PhaseOutsideData(unknown));
        }
        let mut places: Vec<usize> = names.iter().filter_map(place).collect();
        places.sort_unstable();
        places.dedup();
        Ok(places)
    }
}
