//! Rows of CSV in one of the two dialects: separators, line ends, quotes, and numbers as they are written there.

use std::io::Write;

use super::csv_rows::decimal_mark;
use crate::domain::Thousandths;
use crate::import::{Choice, Dialect, guarded};

/// How much is gathered before it is written on.
const STRETCH: usize = 1 << 16;

/// Writes cell after cell.
pub struct RowWriter<'a> {
    out: &'a mut dyn Write,
    pub dialect: Dialect,
    buffer: Vec<u8>,
    begun: bool,
}

impl<'a> RowWriter<'a> {
    pub fn new(out: &'a mut dyn Write, dialect: Dialect) -> std::io::Result<Self> {
        if dialect == Dialect::Danish {
            out.write_all("\u{FEFF}".as_bytes())?;
        }
        Ok(Self { out, dialect, buffer: Vec::with_capacity(STRETCH + 4096), begun: false })
    }

    fn next(&mut self) {
        if self.begun {
            self.buffer.push(match self.dialect {
                Dialect::Danish => b';',
                Dialect::Plain => b',',
            });
        }
        self.begun = true;
    }

    /// Someone's words: guarded against being read as a formula, and quoted when they must be.
    pub fn text(&mut self, text: &str) {
        self.next();
        let text = guarded(text);
        let needs_quotes =
            text.bytes().any(|it| matches!(it, b'"' | b'\r' | b'\n' | b'\t' | b';' | b','))
                && text.bytes().any(|it| self.must_quote(it));
        // Spaces at the ends would be lost on the way in.
        if needs_quotes || text.starts_with(' ') || text.ends_with(' ') {
            self.buffer.push(b'"');
            self.buffer.extend_from_slice(text.replace('"', "\"\"").as_bytes());
            self.buffer.push(b'"');
        } else {
            self.buffer.extend_from_slice(text.as_bytes());
        }
    }

    const fn must_quote(&self, byte: u8) -> bool {
        match byte {
            b';' => matches!(self.dialect, Dialect::Danish),
            b',' => matches!(self.dialect, Dialect::Plain),
            b'"' | b'\r' | b'\n' => true,
            _ => false,
        }
    }

    /// Months, dates and words of the tables themselves.
    pub fn word(&mut self, word: impl std::fmt::Display) {
        self.next();
        self.push(format_args!("{word}"));
    }

    fn push(&mut self, words: std::fmt::Arguments<'_>) {
        let written = self.buffer.write_fmt(words);
        debug_assert!(written.is_ok(), "writing to memory does not fail");
    }

    pub fn choice<T: Copy + PartialEq>(&mut self, value: T, choices: &[Choice<T>]) {
        let found = choices.iter().find(|it| it.0 == value);
        let word = found.map_or("", |choice| match self.dialect {
            Dialect::Danish => choice.1,
            Dialect::Plain => choice.2,
        });
        self.word(word);
    }

    pub fn optional(&mut self, value: Option<impl std::fmt::Display>) {
        match value {
            Some(value) => self.word(value),
            None => self.next(),
        }
    }

    pub fn number(&mut self, value: Option<i64>) {
        self.optional(value);
    }

    /// As many decimals as there are, one at least.
    pub fn decimal(&mut self, value: Option<Thousandths>) {
        let Some(Thousandths(value)) = value else {
            return self.next();
        };
        self.next();
        let sign = if value < 0 { "-" } else { "" };
        let (whole, part) = (value.unsigned_abs() / 1000, value.unsigned_abs() % 1000);
        let mark = decimal_mark(self.dialect);
        let decimals = format!("{part:03}");
        let decimals = decimals.trim_end_matches('0');
        let decimals = if decimals.is_empty() { "0" } else { decimals };
        self.push(format_args!("{sign}{whole}{mark}{decimals}"));
    }

    /// Without decimals where there are none.
    pub fn short_decimal(&mut self, value: Option<Thousandths>) {
        match value {
            Some(Thousandths(value)) if value % 1000 == 0 => self.word(value / 1000),
            value => self.decimal(value),
        }
    }

    pub fn end_row(&mut self) -> std::io::Result<()> {
        self.begun = false;
        self.buffer.extend_from_slice(match self.dialect {
            Dialect::Danish => b"\r\n",
            Dialect::Plain => b"\n",
        });
        if STRETCH <= self.buffer.len() {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    pub fn finish(mut self) -> std::io::Result<()> {
        self.flush()?;
        self.out.flush()
    }
}
