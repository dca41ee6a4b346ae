//! One row while it is read: its cells by column, and everything that is wrong with them.

use std::ops::Range;

use crate::book::draft::{Column, Trail, Word, Words, cell_name};
use crate::book::{At, FileVerdict, Reason, Refused, Remark, Skip, Skipped, Value};
use crate::domain::{Day, Month, Thousandths, WordingError, check_name, check_note};
use crate::import::columns::{Choice, Dialect, TOTALS};
use crate::import::encoding::decoded_once;
use crate::import::guard::unguarded;
use crate::import::number;
use crate::import::sheets::when::{self, When};

/// `d. 3. april 2025` and `3/4-25`.
fn written_day(text: &str) -> Option<Day> {
    if let Some(When::Day(day)) = when::read(text) { Some(day) } else { None }
}

/// Which field each column is, and what the file calls it.
#[derive(Debug)]
pub struct Layout {
    pub dialect: Dialect,
    places: [Option<u16>; COLUMNS],
    names: Vec<String>,
    /// The sheet of a workbook that the table stands on.
    pub sheet: Option<String>,
    /// Fields that no column claims.
    pub ignored: Vec<usize>,
}

const COLUMNS: usize = Column::Unused as usize + 1;

impl Layout {
    pub fn new(dialect: Dialect, columns: &[(Option<Column>, String)]) -> Self {
        let mut places = [None; COLUMNS];
        let mut ignored = Vec::new();
        for (place, (column, _)) in columns.iter().enumerate() {
            let slot = column.and_then(|it| places.get_mut(it as usize));
            match slot {
                Some(slot) => *slot = u16::try_from(place).ok(),
                None => ignored.push(place),
            }
        }
        let names = columns.iter().map(|it| it.1.clone()).collect();
        Self { dialect, places, names, sheet: None, ignored }
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column as usize).copied().flatten().map(usize::from)
    }

    pub fn name(&self, place: usize) -> Option<String> {
        self.names.get(place).cloned()
    }

    pub const fn width(&self) -> usize {
        self.names.len()
    }
}

/// The text of a record and where its fields lie.
#[derive(Debug, Clone, Copy)]
pub struct Cells<'a> {
    pub text: &'a str,
    pub fields: &'a [Range<usize>],
    /// From cells of a sheet, where a month is a date.
    pub is_sheet: bool,
}

impl<'a> Cells<'a> {
    pub fn get(&self, place: usize) -> &'a str {
        let field = self.fields.get(place).cloned().unwrap_or_default();
        self.text.get(field).unwrap_or_default()
    }

    pub fn is_blank(&self) -> bool {
        (0..self.fields.len()).all(|it| self.get(it).trim().is_empty())
    }
}

/// What was read last, so that a column that repeats itself is read once.
#[derive(Debug, Default)]
pub struct Memory {
    pub units: Trail,
    pub initials: Trail,
    pub offers: Trail,
    month: Option<([u8; 7], Month)>,
}

/// A row being read. Asking for a cell that is wrong gives `None` and notes the fault.
pub struct Row<'a> {
    pub cells: Cells<'a>,
    pub layout: &'a Layout,
    pub line: u32,
    faults: Vec<Refused>,
    remarks: Vec<Remark>,
    skip: Option<Skip>,
}

impl<'a> Row<'a> {
    pub const fn new(cells: Cells<'a>, layout: &'a Layout, line: u32) -> Self {
        Self { cells, layout, line, faults: Vec::new(), remarks: Vec::new(), skip: None }
    }

    pub fn raw(&self, column: Column) -> &'a str {
        self.layout.place(column).map_or("", |it| self.cells.get(it))
    }

    pub fn is_blank(&self, column: Column) -> bool {
        self.raw(column).trim().is_empty()
    }

    pub fn fault(&mut self, column: Column, reason: Reason) {
        let place = self.layout.place(column);
        self.fault_at(place, reason);
    }

    pub fn fault_at(&mut self, place: Option<usize>, reason: Reason) {
        let value = place.map(|it| Value::Text(shortened(self.cells.get(it))));
        let column = place.and_then(|it| self.layout.name(it));
        let line = Some(self.line);
        let column_number = place.and_then(|it| u32::try_from(it).ok());
        let at = self.layout.sheet.clone().zip(column_number).map(|(sheet, column)| {
            let range = cell_name(self.line.saturating_sub(1), column);
            At::Cells { sheet, range }
        });
        // A cell without a usable value is not blank or misspelled as well.
        if at.is_some() && self.faults.iter().any(|it| it.at == at) {
            return;
        }
        self.faults.push(Refused { line, at, column, value, reason });
    }

    pub const fn leave_out(&mut self, reason: Skip) {
        self.skip = Some(reason);
    }

    pub fn remark(&mut self, remark: Remark) {
        self.remarks.push(remark);
    }

    /// Hands over what was found; whether the row can be kept.
    pub fn settle(self, verdict: &mut FileVerdict) -> bool {
        let is_lost =
            |it: &Refused| matches!(it.reason, Reason::ErrorCell | Reason::UnsavedFormula);
        let lost = self.faults.iter().any(is_lost);
        if let Some(reason) = self.skip.filter(|it| !(lost && *it == Skip::BlankRow)) {
            verdict.skipped.push(Skipped::line(self.line, reason));
            return false;
        }
        let sound = self.faults.is_empty();
        for fault in self.faults {
            verdict.refused.push(fault);
        }
        for remark in self.remarks.into_iter().filter(|_| sound) {
            verdict.remarks.push(remark);
        }
        sound
    }

    fn keep<T>(&mut self, column: Column, read: Result<Option<T>, Reason>) -> Option<T> {
        match read {
            Ok(value) => value,
            Err(reason) => {
                self.fault(column, reason);
                None
            }
        }
    }

    pub fn whole(&mut self, column: Column) -> Option<u32> {
        let read = number::whole(self.raw(column), self.layout.dialect);
        self.keep(column, read)
    }

    pub fn signed(&mut self, column: Column) -> Option<i64> {
        let read = number::signed(self.raw(column), self.layout.dialect);
        self.keep(column, read)
    }

    pub fn decimal(&mut self, column: Column) -> Option<Thousandths> {
        let read = number::decimal(self.raw(column), self.layout.dialect);
        self.keep(column, read)
    }

    /// As [`Self::decimal`], below 0 too.
    pub fn any_decimal(&mut self, column: Column) -> Option<Thousandths> {
        let read = number::decimal_of_any_sign(self.raw(column), self.layout.dialect);
        self.keep(column, read)
    }

    /// A month that must be there.
    pub fn month(&mut self, column: Column, memory: &mut Memory) -> Option<Month> {
        let text = self.raw(column);
        if let Some((last, month)) = &memory.month
            && text.as_bytes() == last
        {
            return Some(*month);
        }
        if is_total(text) {
            self.leave_out(Skip::TotalRow);
            return None;
        }
        let month = self.optional_month(column);
        if text.trim().is_empty() {
            self.fault(column, Reason::Blank);
        }
        if let (Ok(text), Some(month)) = (text.as_bytes().try_into(), month) {
            memory.month = Some((text, month));
        }
        month
    }

    pub fn optional_month(&mut self, column: Column) -> Option<Month> {
        let text = self.raw(column).trim();
        let day = || Day::parse_iso(text).filter(|_| self.cells.is_sheet);
        let is_edge = |it: &Day| *it == it.month().first_day() || *it == it.month().last_day();
        let month = Month::parse_iso(text).or_else(|| day().filter(is_edge).map(Day::month));
        if month.is_none() && !text.is_empty() {
            self.fault(column, Reason::NotAMonth);
        }
        month
    }

    pub fn day(&mut self, column: Column) -> Option<Day> {
        if self.is_blank(column) {
            self.fault(column, Reason::Blank);
        }
        self.optional_day(column)
    }

    pub fn optional_day(&mut self, column: Column) -> Option<Day> {
        let text = self.raw(column).trim();
        let day = Day::parse_iso(text).or_else(|| written_day(text));
        if day.is_none() && !text.is_empty() {
            self.fault(column, Reason::NotADate);
        }
        day
    }

    pub fn choice<T: Copy>(&mut self, column: Column, choices: &[Choice<T>]) -> Option<T> {
        let text = self.raw(column).trim().to_lowercase();
        let is_it = |it: &&Choice<T>| it.1.to_lowercase() == text || it.2 == text;
        if let Some(found) = choices.iter().find(is_it) {
            return Some(found.0);
        }
        let names: Vec<&str> = choices
            .iter()
            .map(|it| match self.layout.dialect {
                Dialect::Danish => it.1,
                Dialect::Plain => it.2,
            })
            .collect();
        let choices = names.join(", ");
        self.fault(
            column,
            if text.is_empty() { Reason::Blank } else { Reason::NotAChoice { choices } },
        );
        None
    }

    /// A name that must be there, tidied.
    pub fn name(&mut self, column: Column) -> Option<String> {
        self.text(column, |it| check_name(it).map(Into::into))
    }

    /// A name that may be blank.
    pub fn optional_name(&mut self, column: Column) -> Option<String> {
        (!self.is_blank(column)).then(|| self.name(column)).flatten()
    }

    /// A note; blank is empty.
    pub fn note(&mut self, column: Column) -> Option<String> {
        if self.is_blank(column) {
            return Some(String::new());
        }
        self.text(column, |it| check_note(it).map(Into::into))
    }

    fn text(
        &mut self,
        column: Column,
        check: impl Fn(&str) -> Result<String, WordingError>,
    ) -> Option<String> {
        let raw = self.raw(column);
        let once = decoded_once(raw);
        if once.is_some() {
            let value = shortened(raw);
            self.remark(Remark::DecodedTwice { line: self.line, value });
        }
        let raw = once.as_deref().unwrap_or(raw);
        match check(unguarded(raw.trim_matches(' '))) {
            Ok(text) => {
                self.note_tidying(column, raw, &text);
                Some(text)
            }
            Err(WordingError::Empty) => {
                self.fault(column, Reason::Blank);
                None
            }
            Err(error) => {
                self.fault(column, Reason::Wording(error));
                None
            }
        }
    }

    fn note_tidying(&mut self, column: Column, raw: &str, text: &str) {
        if unguarded(raw) == text {
            return;
        }
        let column = self.layout.place(column).and_then(|it| self.layout.name(it));
        self.remark(Remark::Tidied {
            line: self.line,
            column: column.unwrap_or_default(),
            from: shortened(raw),
            to: text.to_owned(),
        });
    }

    /// A word of a column that repeats itself.
    pub fn word(&mut self, column: Column, trail: &mut Trail, words: &mut Words) -> Option<Word> {
        let raw = self.raw(column);
        if let Some(guess) = trail.guess()
            && words.text(guess) == raw
        {
            trail.took(guess);
            return Some(guess);
        }
        if is_total(raw) {
            self.leave_out(Skip::TotalRow);
            return None;
        }
        let word = words.intern(&self.name(column)?);
        trail.took(word);
        Some(word)
    }

    /// A word that may be blank.
    pub fn optional_word(
        &mut self,
        column: Column,
        trail: &mut Trail,
        words: &mut Words,
    ) -> Option<Word> {
        (!self.is_blank(column)).then(|| self.word(column, trail, words)).flatten()
    }
}

/// Whether a row's first words say that it sums up others.
fn is_total(text: &str) -> bool {
    let text = text.trim().trim_end_matches(':').to_lowercase();
    TOTALS.contains(&text.as_str())
}

/// The first of a long text, for showing.
fn shortened(text: &str) -> String {
    let mut chars = text.chars();
    let first: String = chars.by_ref().take(60).collect();
    if chars.next().is_some() { first + "\u{2026}" } else { first }
}
