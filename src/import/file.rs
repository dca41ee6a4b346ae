//! Reads one table from one stream into a draft, row by row.

use std::borrow::Cow;
use std::io::Read;
use std::ops::Range;

use encoding_rs::WINDOWS_1252;

use super::ImportError;
use super::encoding::{self, Letters, Utf8Reader};
use super::header::{self, Header};
use super::kept::Kept;
use super::records::{Records, Stop};
use super::row::{Cells, Layout, Memory, Row};
use crate::book::draft::{Column, Draft, DraftFile, FileNumber, Table};
use crate::book::{FileVerdict, Reason, Refused, Remark, Skip, Skipped, Value};
use crate::domain::{WordingError, find_cpr};

/// The most memory that rows waiting to be stored may take.
const MOST_BYTES: usize = 160 << 20;

/// Called with the bytes read so far; `false` gives up.
pub type Watch<'a> = dyn FnMut(u64) -> bool + 'a;

/// Reads a file. What is wrong with it lands in its verdict; only a failing disk or giving up is an error.
pub fn read_file(
    draft: &mut Draft,
    name: &str,
    named: Option<Table>,
    mut source: impl Read,
    watch: &mut Watch<'_>,
) -> Result<(), ImportError> {
    let number = draft.files.len();
    draft.files.push(DraftFile {
        verdict: FileVerdict { name: name.to_owned(), ..FileVerdict::default() },
        ..DraftFile::default()
    });
    let mut head = Vec::new();
    let failed = |source| ImportError::Unreadable { name: name.to_owned(), source };
    (&mut source).take(4).read_to_end(&mut head).map_err(failed)?;
    let mark = encoding::sixteen_bit(&head);
    let source = std::io::Cursor::new(head).chain(source);
    let stop = match mark {
        Some(mark) => read_table(draft, number, named, Utf8Reader::new(source, mark), watch),
        None => read_table(draft, number, named, source, watch),
    };
    match stop {
        Ok(()) => Ok(()),
        Err(Halt::Refused(refused)) => {
            draft.forget(number);
            if let Some(file) = draft.files.get_mut(number) {
                file.verdict.refused.push(*refused);
            }
            Ok(())
        }
        Err(Halt::Failed(error)) => Err(failed(error)),
        Err(Halt::Cancelled) => Err(ImportError::Cancelled),
    }
}

/// Why reading a file ended before its end.
enum Halt {
    Refused(Box<Refused>),
    Failed(std::io::Error),
    Cancelled,
}

fn whole_file(reason: Reason) -> Halt {
    at_line(None, None, reason)
}

fn at_line(line: Option<u32>, value: Option<Value>, reason: Reason) -> Halt {
    let column = None;
    Halt::Refused(Box::new(Refused { line, column, value, reason }))
}

fn read_table(
    draft: &mut Draft,
    number: FileNumber,
    named: Option<Table>,
    source: impl Read,
    watch: &mut Watch<'_>,
) -> Result<(), Halt> {
    let mut records = Records::new(source);
    let head = records.ahead().map_err(Halt::Failed)?;
    let (mark, head) = match head.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => (3, rest),
        None => (0, head),
    };
    if head.iter().all(u8::is_ascii_whitespace) {
        return Err(whole_file(Reason::Empty));
    }
    if is_something_else(head) {
        return Err(whole_file(Reason::NotATable));
    }
    let told = header::separator_line(head).is_some();
    let header = match header::find(head, named) {
        Ok(header) => header,
        Err(reason) => return Err(first_doubt(head).unwrap_or_else(|| whole_file(reason))),
    };
    records.skip_bytes(mark);
    records.set_separator(header.separator);
    let layout = Layout::new(header.dialect, &header.columns);
    introduce(draft, number, &header, &layout);
    let mut reader = TableReader {
        draft,
        number,
        table: header.table.table,
        layout,
        memory: Memory::default(),
        letters: Letters::default(),
        comma: header.separator == b',',
    };
    if mark != 0 {
        reader.letters = Letters::Utf8;
    }
    let mut told_at = 0;
    while let Some(line) = records.advance().map_err(|it| halt(it, records.line()))? {
        if line < header.line {
            let is_separator_line = told && line == 1;
            if !is_separator_line {
                reader.skip(line, Skip::Title);
            }
        } else if header.line < line {
            reader.row(line, records.record())?;
        }
        if told_at != records.taken {
            told_at = records.taken;
            if !watch(told_at) {
                return Err(Halt::Cancelled);
            }
            if MOST_BYTES < reader.draft.weight() {
                return Err(at_line(Some(line), None, Reason::TooMuch));
            }
        }
    }
    reader.finish();
    Ok(())
}

/// Other kinds of file by their first bytes.
fn is_something_else(head: &[u8]) -> bool {
    let known: [&[u8]; 7] = [
        b"%PDF",
        b"PK\x03\x04",
        b"SQLite format 3\0",
        b"\xD0\xCF\x11\xE0",
        b"<html",
        b"<!DOCTYPE",
        b"<?xml",
    ];
    let start: Vec<u8> = head.iter().take(16).map(u8::to_ascii_lowercase).collect();
    known.iter().any(|it| start.starts_with(&it.to_ascii_lowercase()))
}

/// Whether the letters above the rows are the reason that nothing was recognised.
fn first_doubt(head: &[u8]) -> Option<Halt> {
    let lines = head.split(|it| *it == b'\n' || *it == b'\r').take(60);
    for (line, bytes) in (1..).zip(lines) {
        if bytes.contains(&0) {
            return Some(at_line(Some(line), None, Reason::NulByte));
        }
        let doubt = std::str::from_utf8(bytes).is_err().then(|| encoding::doubt(bytes)).flatten();
        if let Some(doubt) = doubt {
            return Some(at_line(Some(line), None, Reason::Encoding(doubt)));
        }
    }
    None
}

fn halt(stop: Stop, line: u32) -> Halt {
    match stop {
        Stop::Broken(reason) => at_line(Some(line), None, reason),
        Stop::Failed(error) => Halt::Failed(error),
    }
}

/// Writes down what the file is and what its columns are called.
fn introduce(draft: &mut Draft, number: FileNumber, header: &Header, layout: &Layout) {
    let Some(file) = draft.files.get_mut(number) else {
        return;
    };
    file.verdict.table = Some(header.table.table);
    for (column, name) in &header.columns {
        if let Some(column) = column {
            file.columns.insert(*column, name.clone());
        }
        if *column == Some(Column::Unused) {
            let column = name.clone();
            file.verdict.remarks.push(Remark::IgnoredColumn { column });
        }
    }
    for place in &layout.ignored {
        let column = layout.name(*place).unwrap_or_default();
        file.verdict.remarks.push(Remark::IgnoredColumn { column });
    }
}

struct TableReader<'a> {
    draft: &'a mut Draft,
    number: FileNumber,
    table: Table,
    layout: Layout,
    memory: Memory,
    letters: Letters,
    comma: bool,
}

impl TableReader<'_> {
    fn verdict(&mut self) -> Option<&mut FileVerdict> {
        self.draft.files.get_mut(self.number).map(|it| &mut it.verdict)
    }

    fn skip(&mut self, line: u32, reason: Skip) {
        let line = Some(line);
        if let Some(verdict) = self.verdict() {
            verdict.skipped.push(Skipped { line, reason });
        }
    }

    fn finish(mut self) {
        if let Some(verdict) = self.verdict()
            && verdict.read == 0
        {
            verdict.remarks.push(Remark::NoRows);
        }
    }

    fn row(&mut self, line: u32, (bytes, fields): (&[u8], &[Range<usize>])) -> Result<(), Halt> {
        let doubtful = |doubt| at_line(Some(line), Some(excerpt(bytes)), Reason::Encoding(doubt));
        let text = self.letters.decode(bytes).map_err(doubtful)?;
        let decoded;
        let cells = if let Cow::Borrowed(text) = &text {
            Cells { text, fields }
        } else {
            decoded = field_by_field(bytes, fields);
            Cells { text: &decoded.0, fields: &decoded.1 }
        };
        if let Some(verdict) = self.verdict() {
            verdict.read += 1;
        }
        if cells.is_blank() {
            self.skip(line, Skip::BlankRow);
            return Ok(());
        }
        let beyond = (self.layout.width()..fields.len()).any(|it| !cells.get(it).trim().is_empty());
        if beyond || fields.len() < self.layout.width() {
            return self.wrong_width(line, fields.len());
        }
        self.keep(line, cells);
        Ok(())
    }

    /// In a file parted by commas a wrong number of fields says that decimal commas are not quoted:
    /// then no row of it can be trusted.
    fn wrong_width(&mut self, line: u32, found: usize) -> Result<(), Halt> {
        let expected = self.layout.width();
        let reason = Reason::FieldCount { expected, found };
        if self.comma {
            return Err(at_line(Some(line), None, reason));
        }
        let line = Some(line);
        if let Some(verdict) = self.verdict() {
            verdict.refused.push(Refused { line, column: None, value: None, reason });
        }
        Ok(())
    }

    fn keep(&mut self, line: u32, cells: Cells<'_>) {
        let Self { draft, number, table, layout, memory, .. } = self;
        let mut row = Row::new(cells, layout, line);
        for place in &layout.ignored {
            if find_cpr(cells.get(*place)).is_some() {
                row.fault_at(Some(*place), Reason::Wording(WordingError::Cpr));
            }
        }
        let length = draft.references.len();
        let kept = Kept::read(*table, &mut row, memory, draft);
        let Some(file) = draft.files.get_mut(*number) else {
            return;
        };
        let sound = row.settle(&mut file.verdict);
        match kept.filter(|_| sound) {
            Some(kept) => kept.put(draft, *number, line),
            None => draft.references.truncate(length),
        }
    }
}

/// Decodes each field by itself, so that fields stay where they are told to be. The record as a
/// whole has passed as Windows-1252: what is left is only to spell it.
fn field_by_field(bytes: &[u8], fields: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut places = Vec::new();
    for field in fields {
        let start = text.len();
        let bytes = bytes.get(field.clone()).unwrap_or_default();
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(bytes).0);
        places.push(start..text.len());
    }
    (text, places)
}

fn excerpt(bytes: &[u8]) -> Value {
    let text = String::from_utf8_lossy(bytes);
    Value::Text(text.chars().take(60).collect())
}
