//! Lists in texts that are not our own tables: their separator and form, and their rows one by one.

use std::ops::Range;
use std::sync::Arc;

use super::Hints;
use super::bare;
use super::context::{Context, Words};
use super::extract::{Extractor, Ground, Start};
use super::layout::{self, Given, Layout};
use super::understanding;
use super::workbook::{form, notes};
use crate::book::draft::{Draft, FileNumber, NumberForm};
use crate::book::{At, Remark, Skip, Skipped};
use crate::import::encoding::{Letters, decoded_once};
use crate::import::records::Records;
use crate::import::workbook::{Cell, SheetRow};

/// How many rows are looked at to find the form.
const LOOKED_AT: usize = 100;
/// No list has nearly so many columns.
const MOST_COLUMNS: usize = 400;

/// A text's form.
pub struct TextForm {
    pub separator: u8,
    layout: Layout,
    context: Context,
    numbers: NumberForm,
}

impl TextForm {
    /// The line of the last heading.
    pub const fn header(&self) -> u32 {
        self.layout.header.1
    }

    /// How many columns have a meaning.
    pub const fn weight(&self) -> usize {
        self.layout.weight
    }

    /// How many fields the heading has.
    pub const fn width(&self) -> usize {
        self.layout.headings.len()
    }
}

/// Looks for a list in the first stretch of a text, with each separator in turn; a list without headings is believed
/// where there is none with them.
pub fn find(head: &[u8], name: &str, hints: &Hints) -> Option<TextForm> {
    // What does not occur separates nothing: every line is one field, as with the first.
    let occurs = |it: &u8| *it == b';' || head.contains(it);
    let separators: Vec<u8> = [b';', b'\t', b',', b'|'].into_iter().filter(occurs).collect();
    let mut best: Option<TextForm> = None;
    for find in [layout::find, bare::find] {
        for separator in &separators {
            let rows = rows(head, *separator);
            let found = form_of(&rows, *separator, (name, find), hints);
            if found.as_ref().map_or(0, TextForm::weight)
                > best.as_ref().map_or(0, TextForm::weight)
            {
                best = found;
            }
        }
        if best.is_some() {
            break;
        }
    }
    best
}

fn rows(head: &[u8], separator: u8) -> Vec<SheetRow> {
    let mut records = Records::new(head);
    records.set_separator(separator);
    let mut rows = Vec::new();
    while let Ok(Some(line)) = records.advance() {
        let (bytes, fields) = records.record();
        if LOOKED_AT <= rows.len() || MOST_COLUMNS < fields.len() {
            break;
        }
        let text = |it: &Range<usize>| {
            let bytes = bytes.get(it.clone()).unwrap_or_default();
            Letters::default().decode(bytes).unwrap_or_default().into_owned()
        };
        let cells = fields.iter().map(|it| cell(&text(it)).0).collect();
        rows.push(SheetRow { number: line, cells, ..SheetRow::default() });
    }
    rows
}

/// A field as a cell, and what it was before it was put right.
fn cell(text: &str) -> (Cell, Option<String>) {
    let trimmed = text.trim_matches(|it: char| it.is_whitespace() || it == '\u{FEFF}');
    if trimmed.is_empty() {
        return (Cell::Blank, None);
    }
    match decoded_once(trimmed) {
        Some(once) => (Cell::Text(Arc::from(once)), Some(trimmed.to_owned())),
        None => (Cell::Text(Arc::from(trimmed)), None),
    }
}

/// How the form of rows is found.
type Find = fn(&[SheetRow], &Given<'_>) -> Option<Layout>;

fn form_of(
    rows: &[SheetRow],
    separator: u8,
    (name, find): (&str, Find),
    hints: &Hints,
) -> Option<TextForm> {
    let nothing = Context::default();
    let mut given =
        Given { known: &hints.known, mapping: &hints.mapping, context: &nothing, merged: &[] };
    let mut layout = find(rows, &given)?;
    let titles =
        if layout.is_bare() { &[] } else { rows.get(..layout.places.0).unwrap_or_default() };
    let above = titles.iter().flat_map(|it| &it.cells);
    let titles: Vec<String> = above.map(super::row::shown).filter(|it| !it.is_empty()).collect();
    let guides: Vec<String> = notes(rows, &layout).collect();
    let words = Words { titles: &titles, sheet: "", file: name, guides: &guides };
    let mut context = Context::of(&words, &hints.known, &hints.mapping);
    context.settle_unit(&layout, &hints.known);
    given.context = &context;
    layout.settle_figure(&given);
    let numbers = hints.mapping.number_form().unwrap_or_else(|| form(rows, &layout));
    Some(TextForm { separator, layout, context, numbers })
}

/// Reads the rows of a list, one after another.
pub struct TextReader<'a> {
    extractor: Extractor<'a>,
    file: FileNumber,
}

impl<'a> TextReader<'a> {
    pub fn new(
        draft: &'a mut Draft,
        file: FileNumber,
        form: &'a TextForm,
        hints: &'a Hints,
    ) -> Self {
        let (layout, context) = (&form.layout, &form.context);
        let mut sheet = 0;
        if let Some(seen) = draft.files.get_mut(file) {
            understanding::write_down(seen, ("", Ground::Text), layout, context, form.numbers);
            sheet = seen.spots.add_sheet(String::new(), layout.headings.clone());
            if 1 < layout.header.0 {
                let at = Some(At::Lines(1, layout.header.0 - 1));
                let skipped = Skipped { line: Some(1), at, text: None, reason: Skip::Title };
                seen.verdict.skipped.push(skipped);
            }
        }
        let extractor = Extractor::new(Start {
            draft,
            file,
            sheet,
            name: "",
            ground: Ground::Text,
            layout,
            context,
            known: &hints.known,
            mapping: &hints.mapping,
            merged: &[],
            numbers: (form.numbers, hints.mapping.number_form().is_some()),
        });
        Self { extractor, file }
    }

    pub fn row(&mut self, line: u32, fields: &[&str]) {
        let mut cells = Vec::with_capacity(fields.len());
        for field in fields {
            let (cell, odd) = cell(field);
            if let (Some(value), Some(file)) = (odd, self.extractor.draft.files.get_mut(self.file))
            {
                file.verdict.remarks.push(Remark::DecodedTwice { line, value });
            }
            cells.push(cell);
        }
        self.extractor.row(&SheetRow { number: line, cells, ..SheetRow::default() });
    }

    /// About how many bytes everything that was read takes.
    pub fn weight(&self) -> usize {
        self.extractor.draft.weight()
    }

    pub fn draft(&mut self) -> &mut Draft {
        self.extractor.draft
    }

    pub fn finish(self) {
        self.extractor.finish();
    }
}
