//! A text with separators: our own tables by their headings, else a list as departments keep them.

use std::io::Read;
use std::ops::Range;

use encoding_rs::WINDOWS_1252;

use super::Watch;
use super::encoding::{self, Letters};
use super::halt::{Halt, at_line, whole_file};
use super::records::{Records, Stop};
use super::sheets::{Hints, TextForm, TextReader, find_in_text};
use super::tables::{Header, TableReader, find_header, months_under, separator_line};
use crate::book::draft::{Draft, FileNumber, Table};
use crate::book::{EncodingDoubt, Reason, Refused, Skip, Value};

/// The most memory that rows waiting to be stored may take.
const MOST_BYTES: usize = 160 << 20;

/// Rows after which it is asked whether anybody still waits; reading a stretch of bytes asks too.
const ASKED_AFTER: usize = 1024;

/// The file that is read.
pub struct Place<'a> {
    pub number: FileNumber,
    pub name: &'a str,
    /// The table that the file's name says it is.
    pub named: Option<Table>,
}

pub fn read(
    draft: &mut Draft,
    place: &Place<'_>,
    source: impl Read,
    hints: &Hints,
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
    let letters = if mark == 0 { Letters::default() } else { Letters::Utf8 };
    let told = separator_line(head).is_some();
    let header = find_header(head, place.named);
    let list = header.as_ref().ok().and_then(|it| rather_a_list(head, place, it, hints));
    if let Some(form) = list {
        records.skip_bytes(mark);
        let mut list = Reading { records, letters, told, rows: 0, watch };
        return list.list(draft, place.number, &form, hints);
    }
    match header {
        Ok(header) => {
            records.skip_bytes(mark);
            let mut table = Reading { records, letters, told, rows: 0, watch };
            table.table(draft, place.number, &header)
        }
        Err(reason) => {
            if let Some(doubt) = first_doubt(head) {
                return Err(doubt);
            }
            let named = place.named.is_some() && matches!(reason, Reason::MissingColumn(_));
            let form = if named { None } else { find_in_text(head, place.name, hints) };
            let form = form.ok_or_else(|| whole_file(reason))?;
            records.skip_bytes(mark);
            let mut list = Reading { records, letters, told, rows: 0, watch };
            list.list(draft, place.number, &form, hints)
        }
    }
}

/// The form of a list whose headings are those of a table of ours only by chance.
fn rather_a_list(
    head: &[u8],
    place: &Place<'_>,
    header: &Header,
    hints: &Hints,
) -> Option<TextForm> {
    if place.named.is_some() {
        return None;
    }
    let form = find_in_text(head, place.name, hints)?;
    let months = months_under(head, header);
    header.gives_way(form.weight(), months.iter().map(String::as_str)).then_some(form)
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

struct Reading<'a, 'w, R> {
    records: Records<R>,
    letters: Letters,
    /// The first line says which the separator is.
    told: bool,
    rows: usize,
    watch: &'a mut Watch<'w>,
}

impl<R: Read> Reading<'_, '_, R> {
    /// The next record's line; the watch is asked once a stretch.
    fn advance(
        &mut self,
        taken: &mut u64,
        weight: impl FnOnce() -> usize,
    ) -> Result<Option<u32>, Halt> {
        let Some(line) = self.records.advance().map_err(|it| halt(it, self.records.line()))? else {
            return Ok(None);
        };
        self.rows += 1;
        if *taken != self.records.taken || self.rows.is_multiple_of(ASKED_AFTER) {
            *taken = self.records.taken;
            if !(self.watch)(*taken) {
                return Err(Halt::Cancelled);
            }
            if MOST_BYTES < weight() {
                return Err(at_line(Some(line), None, Reason::TooMuch));
            }
        }
        Ok(Some(line))
    }

    fn table(
        &mut self,
        draft: &mut Draft,
        number: FileNumber,
        header: &Header,
    ) -> Result<(), Halt> {
        self.records.set_separator(header.separator);
        let mut reader = TableReader::new(draft, number, header);
        let mut taken = 0;
        while let Some(line) = self.advance(&mut taken, || reader.weight())? {
            if line < header.line {
                let is_separator_line = self.told && line == 1;
                if !is_separator_line {
                    reader.skip(line, Skip::Title);
                }
            } else if header.line < line {
                let (bytes, fields) = self.records.record();
                let decoded = decode(&mut self.letters, line, bytes, fields)?;
                reader.row(line, decoded.cells(fields))?;
            }
        }
        reader.finish();
        Ok(())
    }

    fn list(
        &mut self,
        draft: &mut Draft,
        number: FileNumber,
        form: &TextForm,
        hints: &Hints,
    ) -> Result<(), Halt> {
        self.records.set_separator(form.separator);
        let mut reader = TextReader::new(draft, number, form, hints);
        let mut taken = 0;
        while let Some(line) = self.advance(&mut taken, || reader.weight())? {
            let (bytes, fields) = self.records.record();
            let decoded = decode(&mut self.letters, line, bytes, fields)?;
            if line <= form.header() {
                continue;
            }
            let cells = decoded.cells(fields);
            let texts: Vec<&str> = (0..fields.len()).map(|it| cells.get(it)).collect();
            let filled = texts.iter().filter(|it| !it.trim().is_empty()).count();
            let beyond = texts.iter().skip(form.width()).any(|it| !it.trim().is_empty());
            // A note has fewer fields than the headings; a row that has others than they is shifted.
            if beyond || 1 < filled && texts.len() < form.width() {
                let (expected, found) = (form.width(), texts.len());
                let reason = Reason::FieldCount { expected, found };
                if form.separator == b',' {
                    return Err(at_line(Some(line), None, reason));
                }
                refuse_row(reader.draft(), number, line, reason);
                continue;
            }
            reader.row(line, &texts);
        }
        reader.finish();
        Ok(())
    }
}

fn refuse_row(draft: &mut Draft, number: FileNumber, line: u32, reason: Reason) {
    if let Some(file) = draft.files.get_mut(number) {
        let line = Some(line);
        file.verdict.refused.push(Refused { line, at: None, column: None, value: None, reason });
    }
}

fn halt(stop: Stop, line: u32) -> Halt {
    match stop {
        Stop::Broken(reason) => at_line(Some(line), None, reason),
        Stop::Failed(error) => Halt::Failed(error),
    }
}

/// A record as text: as it lies, or decoded field by field.
enum Decoded<'a> {
    Whole(&'a str),
    Fields(String, Vec<Range<usize>>),
}

impl<'a> Decoded<'a> {
    fn cells(&'a self, fields: &'a [Range<usize>]) -> super::tables::Cells<'a> {
        match self {
            Self::Whole(text) => super::tables::Cells { text, fields, is_sheet: false },
            Self::Fields(text, fields) => super::tables::Cells { text, fields, is_sheet: false },
        }
    }
}

fn decode<'a>(
    letters: &mut Letters,
    line: u32,
    bytes: &'a [u8],
    fields: &[Range<usize>],
) -> Result<Decoded<'a>, Halt> {
    let doubtful =
        |doubt: EncodingDoubt| at_line(Some(line), Some(excerpt(bytes)), Reason::Encoding(doubt));
    let text = letters.decode(bytes).map_err(doubtful)?;
    if let std::borrow::Cow::Borrowed(text) = text {
        return Ok(Decoded::Whole(text));
    }
    let (text, fields) = field_by_field(bytes, fields);
    Ok(Decoded::Fields(text, fields))
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
