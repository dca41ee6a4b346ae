//! Rows of text as CSV in one of the two dialects; quotes only where needed.

use std::io;

use crate::import::Dialect;
use crate::measure::Ratio;
use crate::text::{Lang, number};

const BYTE_ORDER_MARK: &str = "\u{feff}";

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

/// The rows of a table, header first.
pub fn write(dialect: Dialect, rows: &[Vec<String>]) -> io::Result<Vec<u8>> {
    let mut bytes = match dialect {
        Dialect::Danish => BYTE_ORDER_MARK.as_bytes().to_vec(),
        Dialect::Plain => Vec::new(),
    };
    let mut builder = csv::WriterBuilder::new();
    let builder = match dialect {
        Dialect::Danish => builder.delimiter(b';').terminator(csv::Terminator::CRLF),
        Dialect::Plain => builder.delimiter(b','),
    };
    let mut writer = builder.from_writer(&mut bytes);
    for row in rows {
        writer.write_record(row)?;
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_stand_only_where_they_are_needed() {
        let rows = [vec!["a;b".to_owned(), "c,d".to_owned()]];
        let danish = write(Dialect::Danish, &rows).unwrap();
        assert_eq!(danish, "\u{feff}\"a;b\";c,d\r\n".as_bytes());
        assert_eq!(write(Dialect::Plain, &rows).unwrap(), b"a;b,\"c,d\"\n");
    }
}
