//! ODS: the tables of `OpenDocument` (ISO 26300), where rows and cells may stand for many.

#![expect(clippy::wildcard_enum_match_arm, reason = "of a document most is passed over")]

use std::io::{BufRead, Read, Seek};

use super::container::Container;
use super::sheet::{Cell, Filling, Merged, Visibility};
use super::xml::{Document, Element, Step};
use super::{Epoch, Going, Trouble, Workbook, caps};
use crate::book::Reason;
use crate::domain::Day;

pub fn read<R: Read + Seek>(
    container: &mut Container<R>,
    going: &mut Going<'_>,
) -> Result<Workbook, Trouble> {
    if let Some(manifest) = container.entry("META-INF/manifest.xml")?
        && is_encrypted(manifest)?
    {
        return Err(Reason::Protected.into());
    }
    let source = container.entry("content.xml")?.ok_or(Trouble::Refused(Reason::NotATable))?;
    Reading::default().book(source, going)
}

fn is_encrypted(source: impl BufRead) -> Result<bool, Trouble> {
    let mut document = Document::new(source);
    loop {
        match document.step()? {
            Step::Open(element) if element.name() == "encryption-data" => return Ok(true),
            Step::End => return Ok(false),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Reading {
    filling: Filling,
    book: Workbook,
    /// Names of the styles of sheets that are not shown.
    hidden_styles: Vec<String>,
    style: String,
    row: u32,
    /// How many rows the open one stands for, and whether it is shown.
    rows: u32,
    visibility: Visibility,
    column: u32,
    /// Cells of the open row.
    cells: Vec<(u32, Cell)>,
    open: Option<Open>,
    /// How deep inside a remark, whose words are not the cell's.
    aside: u32,
    header_column: u32,
    within_table: bool,
}

/// What stands behind a cell's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Typed,
    Formula,
    FormulaWithoutValue,
    Error,
    /// Part of a merged cell.
    Covered,
}

/// A cell while its text is read.
struct Open {
    cell: Option<Cell>,
    text: String,
    paragraphs: u32,
    repeated: u32,
    span: (u32, u32),
    kind: Kind,
}

impl Reading {
    fn book(mut self, source: impl BufRead, going: &mut Going<'_>) -> Result<Workbook, Trouble> {
        let mut document = Document::new(source);
        let mut steps: u32 = 0;
        loop {
            steps = steps.wrapping_add(1);
            if steps.is_multiple_of(1 << 15) && !going() {
                return Err(Trouble::Cancelled);
            }
            match document.step()? {
                Step::Open(element) => self.begin(&element)?,
                Step::Text(part) => self.take(&part),
                Step::Letter(letter) => self.take(letter.encode_utf8(&mut [0; 4])),
                Step::Close(name) => self.end(&name)?,
                Step::Other => {}
                Step::End => return Ok(self.book),
            }
        }
    }

    fn begin(&mut self, element: &Element<'_>) -> Result<(), Reason> {
        match element.name() {
            "style" => self.style = element.attribute("name").unwrap_or_default(),
            "table-properties" if element.attribute("display").as_deref() == Some("false") => {
                self.hidden_styles.push(self.style.clone());
            }
            "table" if !self.within_table => self.begin_table(element)?,
            "table-column" => self.column_width(element),
            "table-row" => {
                self.rows = element.number("number-rows-repeated").unwrap_or(1).max(1);
                let shown = element.attribute("visibility");
                self.visibility = match shown.as_deref() {
                    None | Some("visible") => Visibility::Shown,
                    Some(_) => Visibility::Hidden,
                };
                self.column = 0;
                self.cells.clear();
            }
            "table-cell" | "covered-table-cell" => self.open = Some(Open::new(element)),
            "annotation" => self.aside += 1,
            name => self.begin_text(name, element),
        }
        Ok(())
    }

    fn begin_text(&mut self, name: &str, element: &Element<'_>) {
        let Some(open) = self.open.as_mut().filter(|_| self.aside == 0) else {
            return;
        };
        match name {
            "p" => {
                open.paragraphs += 1;
                if 1 < open.paragraphs {
                    open.text.push('\n');
                }
            }
            "s" => {
                let count = element.number("c").unwrap_or(1).min(1000) as usize;
                open.text.extend(std::iter::repeat_n(' ', count));
            }
            "tab" | "line-break" => open.text.push(' '),
            _ => {}
        }
    }

    fn begin_table(&mut self, element: &Element<'_>) -> Result<(), Reason> {
        if caps::SHEETS <= self.book.sheets.len() {
            return Err(Reason::TooManyEntries { most: caps::SHEETS as u64 });
        }
        let style = element.attribute("style-name").unwrap_or_default();
        let visibility = if self.hidden_styles.contains(&style) {
            Visibility::Hidden
        } else {
            Visibility::Shown
        };
        self.filling.start(element.attribute("name").unwrap_or_default(), visibility);
        self.within_table = true;
        (self.row, self.header_column) = (0, 0);
        Ok(())
    }

    fn column_width(&mut self, element: &Element<'_>) {
        let count = element.number("number-columns-repeated").unwrap_or(1).max(1);
        let last = self.header_column.saturating_add(count - 1);
        if element.attribute("visibility").is_some_and(|it| it != "visible") {
            self.filling.sheet().hidden_columns.push((self.header_column, last));
        }
        self.header_column = last.saturating_add(1);
    }

    fn take(&mut self, part: &str) {
        if let Some(open) = self.open.as_mut().filter(|it| self.aside == 0 && 0 < it.paragraphs) {
            open.text.push_str(part);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Reason> {
        match name {
            "annotation" => self.aside = self.aside.saturating_sub(1),
            "table-cell" | "covered-table-cell" => {
                if let Some(open) = self.open.take() {
                    self.end_cell(&open)?;
                }
            }
            "table-row" => self.end_row()?,
            "table" if self.within_table => {
                self.within_table = false;
                let sheet = self.filling.finish();
                self.book.sheets.push(sheet);
                self.book.epoch = Epoch::Year1900;
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self, open: &Open) -> Result<(), Reason> {
        let (first, repeated) = (self.column, open.repeated);
        self.column = self.column.saturating_add(repeated);
        if open.span != (1, 1) {
            let rows = (self.row + 1, (self.row + 1).saturating_add(open.span.0 - 1));
            let columns = (first, first.saturating_add(open.span.1 - 1));
            self.filling.sheet().merged.push(Merged { rows, columns });
        }
        let cell = open.value();
        if cell.is_blank() {
            return Ok(());
        }
        for column in first..first.saturating_add(repeated) {
            if caps::COLUMNS <= column {
                return Err(Reason::FarCell { cell: super::cell_name(self.row, column) });
            }
            self.cells.push((column, cell.clone()));
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Reason> {
        let cells = std::mem::take(&mut self.cells);
        if !cells.is_empty() {
            for row in self.row..self.row.saturating_add(self.rows) {
                for (column, cell) in &cells {
                    self.filling.put(row, *column, cell.clone())?;
                }
                if self.visibility == Visibility::Hidden {
                    self.filling.hide_row(row);
                }
            }
        }
        self.row = self.row.saturating_add(self.rows);
        Ok(())
    }
}

impl Open {
    fn new(element: &Element<'_>) -> Self {
        let kind = element.attribute("value-type").unwrap_or_default();
        let number = || element.attribute("value")?.parse::<f64>().ok().filter(|it| it.is_finite());
        let cell = match kind.as_str() {
            "float" | "currency" => number().map(Cell::Number),
            "percentage" => number().map(Cell::percent),
            "boolean" => {
                element.attribute("boolean-value").map(|it| Cell::truth(u8::from(it == "true")))
            }
            "date" => element
                .attribute("date-value")
                .and_then(|it| Day::parse_iso(it.get(..10)?))
                .map(Cell::Date),
            _ => None,
        };
        // LibreOffice's own attribute names errors; elsewhere they are text that begins with a hash.
        let is_error = element.has_value("value-type", "error");
        let span = |name| element.number(name).unwrap_or(1).max(1);
        Self {
            cell,
            text: String::new(),
            paragraphs: 0,
            repeated: span("number-columns-repeated"),
            span: (span("number-rows-spanned"), span("number-columns-spanned")),
            kind: if element.name() == "covered-table-cell" {
                Kind::Covered
            } else if is_error {
                Kind::Error
            } else if element.attribute("formula").is_none() {
                Kind::Typed
            } else if kind.is_empty() {
                Kind::FormulaWithoutValue
            } else {
                Kind::Formula
            },
        }
    }

    fn value(&self) -> Cell {
        const ERRORS: [&str; 9] =
            ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "Err:", "#I/T"];
        if self.kind == Kind::Covered {
            return Cell::Blank;
        }
        if let Some(cell) = &self.cell {
            return cell.clone();
        }
        let text = self.text.as_str();
        let failed = || ERRORS.iter().any(|it| text.starts_with(it));
        if self.kind == Kind::Error || self.kind != Kind::Typed && failed() {
            return Cell::Error(text.into());
        }
        if text.is_empty() {
            let is_unsaved = self.kind == Kind::FormulaWithoutValue;
            return if is_unsaved { Cell::Unsaved } else { Cell::Blank };
        }
        Cell::Text(text.into())
    }
}
