//! Cuts a stream of bytes into records and fields, holding one stretch of it at a time. It knows quotes
//! and line ends, and nothing of letters.

use std::io::Read;
use std::ops::Range;

use crate::book::Reason;

/// The longest record, quoted line breaks included.
const LONGEST: usize = 1 << 20;
const STRETCH: usize = 1 << 18;

/// Why there is no next record.
#[derive(Debug)]
pub enum Stop {
    Broken(Reason),
    Failed(std::io::Error),
}

/// Records one after another.
pub struct Records<R> {
    source: R,
    buffer: Vec<u8>,
    start: usize,
    ended: bool,
    separator: u8,
    /// The line the next record begins on.
    line: u32,
    /// A carriage return was the last byte seen: a line feed right after belongs to it.
    last_end: LineEnd,
    /// Bytes taken from the source.
    pub taken: u64,
    record: Found,
    /// Where the current record begins in its bytes.
    begin: usize,
    unquoted: Vec<u8>,
    fields: Vec<Range<usize>>,
}

/// How the line before ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum LineEnd {
    #[default]
    Other,
    Return,
}

/// Where the current record lies.
#[derive(Debug, Clone)]
enum Found {
    InBuffer,
    Unquoted,
}

/// How looking for the end of a record went.
enum Scan {
    /// Bytes of the record, bytes with its line end, line breaks inside quotes.
    Whole {
        next: usize,
        breaks: u32,
    },
    Unfinished {
        in_quotes: bool,
    },
    Quoted,
    Broken(Reason),
}

impl<R: Read> Records<R> {
    pub fn new(source: R) -> Self {
        Self {
            source,
            buffer: Vec::new(),
            start: 0,
            ended: false,
            separator: b';',
            line: 1,
            last_end: LineEnd::Other,
            taken: 0,
            record: Found::InBuffer,
            begin: 0,
            unquoted: Vec::new(),
            fields: Vec::new(),
        }
    }

    pub const fn set_separator(&mut self, separator: u8) {
        self.separator = separator;
    }

    /// What lies ahead, at most one stretch; nothing is used up.
    pub fn ahead(&mut self) -> std::io::Result<&[u8]> {
        if self.buffer.is_empty() && !self.ended {
            self.fill()?;
        }
        Ok(self.buffer.get(self.start..).unwrap_or_default())
    }

    /// Passes over a byte order mark.
    pub fn skip_bytes(&mut self, count: usize) {
        self.start += count;
    }

    /// Goes to the next record that is not an empty line; its line number, or `None` at the end.
    pub fn advance(&mut self) -> Result<Option<u32>, Stop> {
        loop {
            if self.buffer.len() <= self.start && !self.fill().map_err(Stop::Failed)? {
                return Ok(None);
            }
            if std::mem::take(&mut self.last_end) == LineEnd::Return
                && self.buffer.get(self.start) == Some(&b'\n')
            {
                self.start += 1;
                continue;
            }
            let line = self.line;
            let (next, breaks) = self.scan_to_end()?;
            self.line += breaks + 1;
            let is_empty_line =
                self.fields.len() == 1 && self.fields.first().is_some_and(Range::is_empty);
            self.last_end = match self.buffer.get(next.wrapping_sub(1)) {
                Some(b'\r') => LineEnd::Return,
                _ => LineEnd::Other,
            };
            self.start = next;
            if !is_empty_line {
                return Ok(Some(line));
            }
        }
    }

    /// The current record and where its fields lie in it.
    pub fn record(&self) -> (&[u8], &[Range<usize>]) {
        let bytes = match self.record {
            Found::InBuffer => self.buffer.as_slice(),
            Found::Unquoted => self.unquoted.as_slice(),
        };
        let end = self.fields.last().map_or(0, |it| it.end);
        let bytes = bytes.get(self.begin..self.begin + end);
        (bytes.unwrap_or_default(), &self.fields)
    }

    /// The line of the record that is being read, where the reading stopped.
    pub const fn line(&self) -> u32 {
        self.line
    }

    fn scan_to_end(&mut self) -> Result<(usize, u32), Stop> {
        loop {
            self.record = Found::InBuffer;
            self.begin = self.start;
            let mut scan = self.scan_plain();
            if matches!(scan, Scan::Quoted) {
                self.record = Found::Unquoted;
                self.begin = 0;
                scan = self.scan_quoted();
            }
            match scan {
                Scan::Whole { next, breaks } => return Ok((next, breaks)),
                Scan::Broken(reason) => return Err(Stop::Broken(reason)),
                Scan::Unfinished { in_quotes } => {
                    let too_long = LONGEST < self.buffer.len() - self.start;
                    let more = !too_long && self.fill().map_err(Stop::Failed)?;
                    match (more, in_quotes) {
                        (false, true) => return Err(Stop::Broken(Reason::UnclosedQuote)),
                        (false, false) if too_long => {
                            return Err(Stop::Broken(Reason::LineTooLong));
                        }
                        // There is more; or the last line has no line end and is scanned as it stands.
                        _ => {}
                    }
                }
                Scan::Quoted => {}
            }
        }
    }

    /// A record without quotes: its fields lie in the buffer as they are.
    fn scan_plain(&mut self) -> Scan {
        self.fields.clear();
        let mut field = 0;
        let bytes = self.buffer.get(self.start..).unwrap_or_default();
        let separator = self.separator;
        for (at, byte) in bytes.iter().enumerate() {
            match *byte {
                it if it == separator => {
                    self.fields.push(field..at);
                    field = at + 1;
                }
                b'\n' | b'\r' => {
                    self.fields.push(field..at);
                    return Scan::Whole { next: self.start + at + 1, breaks: 0 };
                }
                b'"' if at == field => return Scan::Quoted,
                0 => return Scan::Broken(Reason::NulByte),
                _ => {}
            }
        }
        if self.ended {
            self.fields.push(field..bytes.len());
            let next = self.buffer.len();
            return Scan::Whole { next, breaks: 0 };
        }
        Scan::Unfinished { in_quotes: false }
    }

    /// A record with quotes: its fields are copied without them.
    fn scan_quoted(&mut self) -> Scan {
        self.fields.clear();
        self.unquoted.clear();
        let bytes = self.buffer.get(self.start..).unwrap_or_default();
        let mut quotes = Quotes::new(self.separator);
        for (place, byte) in bytes.iter().enumerate() {
            match quotes.take(*byte, &mut self.unquoted, &mut self.fields) {
                Taken::More => {}
                Taken::End => {
                    let next = self.start + place + 1;
                    return Scan::Whole { next, breaks: quotes.breaks };
                }
                Taken::Broken(reason) => return Scan::Broken(reason),
            }
        }
        if self.ended && quotes.within != Within::Quotes {
            self.fields.push(quotes.field..self.unquoted.len());
            let next = self.buffer.len();
            return Scan::Whole { next, breaks: quotes.breaks };
        }
        Scan::Unfinished { in_quotes: quotes.within == Within::Quotes }
    }

    /// Reads on; `false` when there is no more. What has been used up is dropped first.
    fn fill(&mut self) -> std::io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.buffer.drain(..self.start.min(self.buffer.len()));
        self.start = 0;
        let before = self.buffer.len();
        let mut part = (&mut self.source).take(STRETCH as u64);
        let read = part.read_to_end(&mut self.buffer)?;
        self.taken += read as u64;
        self.ended = read < STRETCH;
        Ok(before < self.buffer.len())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    FieldStart,
    Plain,
    Quotes,
    /// Right after a quote inside a quoted field: another quote is a quote, anything else ends the field.
    QuoteInQuotes,
}

enum Taken {
    More,
    End,
    Broken(Reason),
}

/// Takes a record with quotes apart, byte by byte.
struct Quotes {
    separator: u8,
    within: Within,
    field: usize,
    breaks: u32,
    after_return: bool,
}

impl Quotes {
    const fn new(separator: u8) -> Self {
        let within = Within::FieldStart;
        Self { separator, within, field: 0, breaks: 0, after_return: false }
    }

    fn take(&mut self, byte: u8, text: &mut Vec<u8>, fields: &mut Vec<Range<usize>>) -> Taken {
        match (self.within, byte) {
            (_, 0) => return Taken::Broken(Reason::NulByte),
            (Within::FieldStart, b'"') => self.within = Within::Quotes,
            (Within::Quotes, b'"') => self.within = Within::QuoteInQuotes,
            (Within::QuoteInQuotes, b'"') => {
                text.push(b'"');
                self.within = Within::Quotes;
            }
            (Within::Quotes, _) => {
                let second_half = byte == b'\n' && self.after_return;
                self.breaks += u32::from(matches!(byte, b'\r' | b'\n') && !second_half);
                text.push(byte);
            }
            (_, it) if it == self.separator => {
                fields.push(self.field..text.len());
                self.field = text.len();
                self.within = Within::FieldStart;
            }
            (_, b'\r' | b'\n') => {
                fields.push(self.field..text.len());
                return Taken::End;
            }
            (Within::QuoteInQuotes, _) => return Taken::Broken(Reason::AfterQuote),
            (Within::FieldStart | Within::Plain, _) => {
                text.push(byte);
                self.within = Within::Plain;
            }
        }
        self.after_return = byte == b'\r';
        Taken::More
    }
}

#[cfg(test)]
#[path = "records_tests.rs"]
mod tests;
