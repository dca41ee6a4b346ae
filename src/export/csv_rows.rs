//! Rows of CSV in one of the two dialects: separators, line ends, quotes only where needed, and numbers as they are written there.

use std::fmt::Display;
use std::io::{self, Write};

use crate::domain::Thousandths;
use crate::import::{Choice, Dialect, guarded};
use crate::measure::Ratio;
use crate::text::{Lang, number};

/// How much is gathered before it is written on.
const STRETCH: usize = 1 << 16;

/// The language of a dialect's words.
pub const fn lang(dialect: Dialect) -> Lang {
    match dialect {
        Dialect::Danish => Lang::Da,
        Dialect::Plain => Lang::En,
    }
}

/// Tables are for people: as the spreadsheets of their language read them.
pub fn dialect_of(lang: Lang) -> Dialect {
    if lang.locale().list_separator == ';' { Dialect::Danish } else { Dialect::Plain }
}

pub const fn decimal_mark(dialect: Dialect) -> char {
    match dialect {
        Dialect::Danish => ',',
        Dialect::Plain => '.',
    }
}

/// A number in full, without thousands marks; empty is missing.
pub fn number(dialect: Dialect, value: Option<Ratio>) -> String {
    value.map_or_else(String::new, |it| number::full(lang(dialect), it))
}

/// The bytes of a file with these rows.
pub fn file(
    dialect: Dialect,
    write: impl FnOnce(&mut RowWriter<'_>) -> io::Result<()>,
) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rows = RowWriter::new(&mut bytes, dialect)?;
    write(&mut rows)?;
    rows.finish()?;
    Ok(bytes)
}

/// The rows of a table as they are, header first.
pub fn table(dialect: Dialect, rows: &[Vec<String>]) -> io::Result<Vec<u8>> {
    file(dialect, |to| {
        rows.iter().try_for_each(|row| {
            for cell in row {
                to.cell(cell);
            }
            to.end_row()
        })
    })
}

/// Writes cell after cell.
pub struct RowWriter<'a> {
    out: &'a mut dyn Write,
    pub dialect: Dialect,
    buffer: Vec<u8>,
    begun: bool,
}

impl<'a> RowWriter<'a> {
    pub fn new(out: &'a mut dyn Write, dialect: Dialect) -> io::Result<Self> {
        if dialect == Dialect::Danish {
            out.write_all("\u{FEFF}".as_bytes())?;
        }
        Ok(Self { out, dialect, buffer: Vec::with_capacity(STRETCH + 4096), begun: false })
    }

    const fn separator(&self) -> u8 {
        match self.dialect {
            Dialect::Danish => b';',
            Dialect::Plain => b',',
        }
    }

    fn next(&mut self) {
        if self.begun {
            self.buffer.push(self.separator());
        }
        self.begun = true;
    }

    fn quoted(&mut self, text: &str) {
        self.word(format_args!("\"{}\"", text.replace('"', "\"\"")));
    }

    /// A cell as it is, in quotes where it would be read as more than one.
    fn cell(&mut self, text: &str) {
        let separator = self.separator();
        let parts = |it: u8| it == separator || matches!(it, b'"' | b'\r' | b'\n');
        if text.bytes().any(parts) { self.quoted(text) } else { self.word(text) }
    }

    /// Someone's words: guarded against being read as a formula, and quoted when they must be.
    pub fn text(&mut self, text: &str) {
        let text = guarded(text);
        // Spaces at the ends would be lost on the way in.
        let has_ends = text.starts_with(' ') || text.ends_with(' ');
        if has_ends { self.quoted(&text) } else { self.cell(&text) }
    }

    /// A whole row of them.
    pub fn texts(&mut self, texts: impl IntoIterator<Item = impl AsRef<str>>) -> io::Result<()> {
        for text in texts {
            self.text(text.as_ref());
        }
        self.end_row()
    }

    /// Months, dates and words of the tables themselves.
    pub fn word(&mut self, word: impl Display) {
        self.next();
        let written = write!(self.buffer, "{word}");
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

    pub fn optional(&mut self, value: Option<impl Display>) {
        match value {
            Some(value) => self.word(value),
            None => self.next(),
        }
    }

    /// As many decimals as there are, one at least.
    pub fn decimal(&mut self, value: Option<Thousandths>) {
        let Some(Thousandths(value)) = value else {
            return self.next();
        };
        let sign = if value < 0 { "-" } else { "" };
        let (whole, part) = (value.unsigned_abs() / 1000, value.unsigned_abs() % 1000);
        let mark = decimal_mark(self.dialect);
        let decimals = format!("{part:03}");
        let decimals = decimals.trim_end_matches('0');
        let decimals = if decimals.is_empty() { "0" } else { decimals };
        self.word(format_args!("{sign}{whole}{mark}{decimals}"));
    }

    /// Without decimals where there are none.
    pub fn short_decimal(&mut self, value: Option<Thousandths>) {
        match value {
            Some(Thousandths(value)) if value % 1000 == 0 => self.word(value / 1000),
            value => self.decimal(value),
        }
    }

    pub fn end_row(&mut self) -> io::Result<()> {
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

    fn flush(&mut self) -> io::Result<()> {
        self.out.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    pub fn finish(mut self) -> io::Result<()> {
        self.flush()?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stand_only_where_they_are_needed() {
        let rows = [vec!["a;b".to_owned(), "c,d".to_owned()]];
        let danish = table(Dialect::Danish, &rows).unwrap();
        assert_eq!(danish, "\u{feff}\"a;b\";c,d\r\n".as_bytes());
        assert_eq!(table(Dialect::Plain, &rows).unwrap(), b"a;b,\"c,d\"\n");
    }
}
