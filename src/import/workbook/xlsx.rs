//! XLSX and XLSM: sheets, styles and cells as the standard (ECMA-376, parts 1 and 4) lays them down.

#![expect(clippy::wildcard_enum_match_arm, reason = "of a document most is passed over")]

use std::collections::BTreeMap;
use std::io::{BufRead, Read, Seek};
use std::sync::Arc;

use super::container::Container;
use super::number_format::{self, Shows};
use super::reference::parse_cell;
use super::sheet::{Cell, Filling, Merged, Visibility};
use super::strings::{self, Text};
use super::xml::{Document, Element, Step};
use super::{Epoch, Going, Trouble, Workbook, caps};
use crate::book::Reason;
use crate::domain::Day;

pub fn read<R: Read + Seek>(
    container: &mut Container<R>,
    going: &mut Going<'_>,
) -> Result<Workbook, Trouble> {
    let missing = || Trouble::Refused(Reason::NotATable);
    let relations = container.entry("xl/_rels/workbook.xml.rels")?.ok_or_else(missing)?;
    let relations = read_relations(relations)?;
    let book = container.entry("xl/workbook.xml")?.ok_or_else(missing)?;
    let (parts, epoch) = read_book(book)?;
    if caps::SHEETS < parts.len() {
        return Err(Reason::TooManyEntries { most: caps::SHEETS as u64 }.into());
    }
    let texts = match container.entry("xl/sharedStrings.xml")? {
        Some(source) => strings::read(source)?,
        None => Vec::new(),
    };
    let shows = match container.entry("xl/styles.xml")? {
        Some(source) => read_styles(source)?,
        None => Vec::new(),
    };
    let mut filling = Filling::default();
    let mut sheets = Vec::new();
    for part in parts {
        let Some(target) = relations.get(&part.relation) else {
            continue;
        };
        filling.start(part.name, part.visibility);
        if let Some(source) = container.entry(target)? {
            let reading = Reading { texts: &texts, shows: &shows, epoch, filling: &mut filling };
            reading.sheet(source, going)?;
        }
        sheets.push(filling.finish());
    }
    Ok(Workbook { sheets, epoch })
}

/// Targets of sheets by the id of their relation, as names of entries.
fn read_relations(source: impl BufRead) -> Result<BTreeMap<String, String>, Trouble> {
    let mut document = Document::new(source);
    let mut targets = BTreeMap::new();
    loop {
        match document.step()? {
            Step::Open(element) if element.name() == "Relationship" => {
                let kind = element.attribute("Type").unwrap_or_default();
                let pair = element.attribute("Id").zip(element.attribute("Target"));
                if let Some((id, target)) = pair.filter(|_| kind.ends_with("/worksheet")) {
                    let target = match target.strip_prefix('/') {
                        Some(absolute) => absolute.to_owned(),
                        None => format!("xl/{target}"),
                    };
                    targets.insert(id, target);
                }
            }
            Step::End => return Ok(targets),
            _ => {}
        }
    }
}

struct Part {
    name: String,
    relation: String,
    visibility: Visibility,
}

fn read_book(source: impl BufRead) -> Result<(Vec<Part>, Epoch), Trouble> {
    let mut document = Document::new(source);
    let mut parts = Vec::new();
    let mut epoch = Epoch::default();
    loop {
        match document.step()? {
            Step::Open(element) if element.name() == "sheet" => {
                let hidden = element.attribute("state").is_some_and(|it| it != "visible");
                parts.push(Part {
                    name: element.attribute("name").unwrap_or_default(),
                    relation: element.attribute("id").unwrap_or_default(),
                    visibility: if hidden { Visibility::Hidden } else { Visibility::Shown },
                });
            }
            Step::Open(element) if element.name() == "workbookPr" && element.flag("date1904") => {
                epoch = Epoch::Year1904;
            }
            Step::End => return Ok((parts, epoch)),
            _ => {}
        }
    }
}

/// For each style of cells what it shows.
fn read_styles(source: impl BufRead) -> Result<Vec<Shows>, Trouble> {
    let mut document = Document::new(source);
    let mut own: BTreeMap<u32, Shows> = BTreeMap::new();
    let mut shows = Vec::new();
    let mut in_cell_styles = false;
    loop {
        match document.step()? {
            Step::Open(element) => match element.name() {
                "numFmt" => {
                    let code = element.attribute("formatCode").unwrap_or_default();
                    if let Some(id) = element.number("numFmtId") {
                        own.insert(id, number_format::own(&code));
                    }
                }
                "cellXfs" => in_cell_styles = true,
                "xf" if in_cell_styles => {
                    let id = element.number("numFmtId").unwrap_or(0);
                    shows.push(own.get(&id).copied().unwrap_or_else(|| number_format::known(id)));
                }
                _ => {}
            },
            Step::Close(name) if name == "cellXfs" => in_cell_styles = false,
            Step::End => return Ok(shows),
            _ => {}
        }
    }
}

/// Reading one sheet.
struct Reading<'a> {
    texts: &'a [Arc<str>],
    shows: &'a [Shows],
    epoch: Epoch,
    filling: &'a mut Filling,
}

/// Whether a cell computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Formula {
    #[default]
    None,
    Some,
}

/// A cell while its parts are read.
#[derive(Default)]
struct Open {
    place: (u32, u32),
    kind: String,
    style: usize,
    value: String,
    text: Text,
    formula: Formula,
    /// How deep inside the value.
    within: u32,
}

impl Reading<'_> {
    fn sheet(mut self, source: impl BufRead, going: &mut Going<'_>) -> Result<(), Trouble> {
        let mut document = Document::new(source);
        let mut next = (0, 0);
        let mut visibility = Visibility::Shown;
        let mut open: Option<Open> = None;
        let mut steps: u32 = 0;
        loop {
            steps = steps.wrapping_add(1);
            if steps.is_multiple_of(1 << 15) && !going() {
                return Err(Trouble::Cancelled);
            }
            match document.step()? {
                Step::Open(element) => match element.name() {
                    "row" => {
                        let number = element.number("r");
                        next = (number.map_or(next.0, |it| it.saturating_sub(1)), 0);
                        let is_hidden = element.flag("hidden");
                        visibility = if is_hidden { Visibility::Hidden } else { Visibility::Shown };
                    }
                    "c" => open = Some(Open::new(&element, next)?),
                    "mergeCell" => self.merge(&element),
                    "col" => self.column(&element),
                    name => {
                        if let Some(cell) = &mut open {
                            cell.begin(name);
                        }
                    }
                },
                Step::Text(part) => take_text(open.as_mut(), &part),
                Step::Letter(letter) => take_text(open.as_mut(), letter.encode_utf8(&mut [0; 4])),
                Step::Close(name) => match &*name {
                    "c" => {
                        if let Some(cell) = open.take() {
                            next = (cell.place.0, cell.place.1.saturating_add(1));
                            self.keep(&cell, visibility)?;
                        }
                    }
                    "row" => next = (next.0.saturating_add(1), 0),
                    name => {
                        if let Some(cell) = &mut open {
                            cell.within -= u32::from(name == "v" && 0 < cell.within);
                            cell.text.close(name);
                        }
                    }
                },
                Step::Other => {}
                Step::End => return Ok(()),
            }
        }
    }

    fn keep(&mut self, open: &Open, visibility: Visibility) -> Result<(), Reason> {
        let (row, column) = open.place;
        self.filling.put(row, column, self.value(open)?)?;
        if visibility == Visibility::Hidden {
            self.filling.hide_row(row);
        }
        Ok(())
    }

    fn value(&self, open: &Open) -> Result<Cell, Reason> {
        let value = open.value.trim();
        let text = |it: &str| if it.is_empty() { Cell::Blank } else { Cell::Text(it.into()) };
        Ok(match open.kind.as_str() {
            "s" => match value.parse::<usize>().ok().and_then(|it| self.texts.get(it)) {
                Some(found) => Cell::Text(found.clone()),
                None if value.is_empty() => Cell::Blank,
                None => return Err(Reason::Damaged),
            },
            "inlineStr" => text(&open.text.letters),
            "str" if value.is_empty() && open.formula == Formula::Some => Cell::Blank,
            "str" => text(&open.value),
            "e" => Cell::Error(value.into()),
            "b" if !value.is_empty() => {
                Cell::truth(u8::from(value != "0" && !value.eq_ignore_ascii_case("false")))
            }
            "d" => Day::parse_iso(value.get(..10).unwrap_or(value))
                .map_or_else(|| text(value), Cell::Date),
            _ if value.is_empty() && open.formula == Formula::Some => Cell::Unsaved,
            _ if value.is_empty() => Cell::Blank,
            _ => self.number(value, open.style),
        })
    }

    fn number(&self, value: &str, style: usize) -> Cell {
        let Some(number) = value.parse::<f64>().ok().filter(|it| it.is_finite()) else {
            return Cell::Error(value.into());
        };
        shown(number, self.shows.get(style).copied().unwrap_or_default(), self.epoch)
    }

    fn merge(&mut self, element: &Element<'_>) {
        let range = element.attribute("ref").unwrap_or_default();
        let corners = range.split_once(':').and_then(|(a, b)| parse_cell(a).zip(parse_cell(b)));
        let sheet = self.filling.sheet();
        if let Some((from, to)) = corners.filter(|_| sheet.merged.len() < 100_000) {
            let rows = (from.0 + 1, to.0 + 1);
            sheet.merged.push(Merged { rows, columns: (from.1, to.1) });
        }
    }

    fn column(&mut self, element: &Element<'_>) {
        let span = element.number("min").zip(element.number("max"));
        if let Some((from, to)) = span.filter(|_| element.flag("hidden")) {
            let columns = (from.saturating_sub(1), to.saturating_sub(1));
            self.filling.sheet().hidden_columns.push(columns);
        }
    }
}

fn take_text(open: Option<&mut Open>, part: &str) {
    let Some(cell) = open else {
        return;
    };
    if 0 < cell.within {
        cell.value.push_str(part);
    } else {
        cell.text.push(part);
    }
}

impl Open {
    fn begin(&mut self, name: &str) {
        self.within += u32::from(name == "v");
        if name == "f" {
            self.formula = Formula::Some;
        }
        self.text.open(name);
    }

    fn new(element: &Element<'_>, next: (u32, u32)) -> Result<Self, Reason> {
        let place = match element.attribute("r") {
            Some(name) => parse_cell(&name).ok_or(Reason::Damaged)?,
            None => next,
        };
        Ok(Self {
            place,
            kind: element.attribute("t").unwrap_or_default(),
            style: element.number("s").unwrap_or(0) as usize,
            ..Self::default()
        })
    }
}

/// A number as a cell of its format.
pub fn shown(number: f64, shows: Shows, epoch: Epoch) -> Cell {
    match shows {
        Shows::Number => Cell::Number(number),
        Shows::Percent => Cell::percent(number),
        Shows::Date => day_of(number, epoch).map_or(Cell::Number(number), Cell::Date),
    }
}

/// The day that a number with a date's format shows. Excel counts a 29 February 1900 that never was.
pub fn day_of(number: f64, epoch: Epoch) -> Option<Day> {
    let whole = number.floor();
    if !(0.0..=3_000_000.0).contains(&whole) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole and below three million")]
    let serial = whole as i32;
    let before = match epoch {
        Epoch::Year1904 => Day::new(1904, 1, 1)?,
        Epoch::Year1900 if serial < 60 => Day::new(1900, 1, 1)?.plus(-1),
        Epoch::Year1900 => Day::new(1900, 1, 1)?.plus(-2),
    };
    Day::from_number(before.plus(serial).number())
}
