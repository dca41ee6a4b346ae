//! A sheet as rows of cells that hold something, with what the workbook says of rows and columns.

use std::sync::Arc;

use super::caps;
use super::reference::cell_name;
use crate::book::Reason;
use crate::domain::Day;

/// What a cell holds, as it was saved.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    #[default]
    Blank,
    Text(Arc<str>),
    Number(f64),
    Date(Day),
    /// `#DIV/0!` and its like.
    Error(Arc<str>),
    /// A formula that was saved without its value.
    Unsaved,
}

impl Cell {
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Blank => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Date(_) | Self::Error(_) | Self::Unsaved => false,
        }
    }

    /// A box that is ticked or not, as Danish spreadsheets show it: no number, though it is saved as one.
    /// 0 is not ticked.
    pub fn truth(value: u8) -> Self {
        Self::Text(if value == 0 { "FALSK" } else { "SAND" }.into())
    }

    /// A share, as it is shown: 0.24 is `24%`, and no count of anything.
    pub fn percent(number: f64) -> Self {
        let shown = (number * 10_000.0).round() / 100.0;
        Self::Text(format!("{shown}%").replace('.', ",").into())
    }

    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Error(text) => text.trim(),
            Self::Blank | Self::Number(_) | Self::Date(_) | Self::Unsaved => "",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Visibility {
    #[default]
    Shown,
    Hidden,
}

/// A row that holds something.
#[derive(Debug, Clone, Default)]
pub struct SheetRow {
    /// As the sheet counts, from 1.
    pub number: u32,
    pub visibility: Visibility,
    pub cells: Vec<Cell>,
}

impl SheetRow {
    pub fn cell(&self, column: usize) -> &Cell {
        const BLANK: &Cell = &Cell::Blank;
        self.cells.get(column).unwrap_or(BLANK)
    }

    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}

/// Cells that are one: rows from 1, columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    pub rows: (u32, u32),
    pub columns: (u32, u32),
}

impl Merged {
    pub const fn holds(&self, row: u32, column: u32) -> bool {
        self.rows.0 <= row
            && row <= self.rows.1
            && self.columns.0 <= column
            && column <= self.columns.1
    }
}

#[derive(Debug, Default)]
pub struct Sheet {
    pub name: String,
    pub visibility: Visibility,
    pub rows: Vec<SheetRow>,
    pub merged: Vec<Merged>,
    /// First and last hidden column, from 0.
    pub hidden_columns: Vec<(u32, u32)>,
}

impl Sheet {
    /// The same sheet with nothing on it.
    pub fn without_rows(&self) -> Self {
        Self {
            name: self.name.clone(),
            visibility: self.visibility,
            rows: Vec::new(),
            merged: self.merged.clone(),
            hidden_columns: self.hidden_columns.clone(),
        }
    }
}

/// Sheets while they are read: every cell is counted against the caps before it is kept.
#[derive(Debug, Default)]
pub struct Filling {
    cells: usize,
    letters: usize,
    /// Kept while the rows come in order; else they are sorted at the end.
    sheet: Sheet,
}

impl Filling {
    pub fn start(&mut self, name: String, visibility: Visibility) {
        self.sheet = Sheet { name, visibility, ..Sheet::default() };
    }

    pub const fn sheet(&mut self) -> &mut Sheet {
        &mut self.sheet
    }

    /// Puts a cell in its place; `row` and `column` count from 0.
    pub fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Reason> {
        if cell == Cell::Blank {
            return Ok(());
        }
        if caps::ROWS <= row || caps::COLUMNS <= column {
            return Err(Reason::FarCell { cell: cell_name(row, column) });
        }
        self.cells += 1;
        self.letters += cell.text().len();
        if caps::CELLS < self.cells || caps::LETTERS < self.letters {
            return Err(Reason::TooManyCells { most: caps::CELLS as u64 });
        }
        let number = row + 1;
        if self.sheet.rows.last().is_none_or(|it| it.number != number) {
            self.sheet.rows.push(SheetRow { number, ..SheetRow::default() });
        }
        let Some(last) = self.sheet.rows.last_mut() else {
            return Ok(());
        };
        let column = column as usize;
        if last.cells.len() <= column {
            // Gaps cost as much as cells: a staircase of far cells is counted too.
            self.cells += column - last.cells.len();
            last.cells.resize(column + 1, Cell::Blank);
        }
        if let Some(slot) = last.cells.get_mut(column) {
            *slot = cell;
        }
        Ok(())
    }

    pub fn hide_row(&mut self, row: u32) {
        if let Some(last) = self.sheet.rows.last_mut().filter(|it| it.number == row + 1) {
            last.visibility = Visibility::Hidden;
        }
    }

    pub fn finish(&mut self) -> Sheet {
        let mut sheet = std::mem::take(&mut self.sheet);
        if !sheet.rows.is_sorted_by(|a, b| a.number < b.number) {
            sheet.rows.sort_by_key(|it| it.number);
            sheet.rows.dedup_by(|later, kept| {
                let same = later.number == kept.number;
                if same {
                    fold(&mut kept.cells, std::mem::take(&mut later.cells));
                }
                same
            });
        }
        sheet
    }
}

/// Puts the cells of the same row, told twice, together.
fn fold(kept: &mut Vec<Cell>, more: Vec<Cell>) {
    kept.resize(kept.len().max(more.len()), Cell::Blank);
    for (slot, cell) in kept.iter_mut().zip(more) {
        if *slot == Cell::Blank {
            *slot = cell;
        }
    }
}
