//! Where in a workbook or a text the rows of a draft stand: rows of sheets carry a number that leads here.

use crate::book::verdict::At;

/// A cell: sheet by number, row from 1, column from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub sheet: u16,
    pub column: u16,
    pub row: u32,
}

/// A place as people name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub line: u32,
    pub at: Option<At>,
    /// What the column is called.
    pub heading: Option<String>,
}

/// A sheet that rows come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpotSheet {
    /// Empty for a text.
    pub name: String,
    pub headings: Vec<String>,
}

/// The cells of a file that rows of the draft were made of.
#[derive(Debug, Default)]
pub struct Spots {
    cells: Vec<Spot>,
    sheets: Vec<SpotSheet>,
    /// The one sheet that rows of our own tables stand on, where they stand on one.
    pub table: Option<String>,
}

impl Spots {
    /// A new sheet, by number.
    pub fn add_sheet(&mut self, name: String, headings: Vec<String>) -> u16 {
        self.sheets.push(SpotSheet { name, headings });
        u16::try_from(self.sheets.len() - 1).unwrap_or(u16::MAX)
    }

    /// The number that the row of this cell goes by.
    pub fn add(&mut self, spot: Spot) -> u32 {
        self.cells.push(spot);
        u32::try_from(self.cells.len()).unwrap_or(u32::MAX)
    }

    pub const fn len(&self) -> usize {
        self.cells.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    pub fn spot(&self, number: u32) -> Option<Spot> {
        self.cells.get((number as usize).checked_sub(1)?).copied()
    }

    pub fn sheet(&self, number: u16) -> Option<&SpotSheet> {
        self.sheets.get(usize::from(number))
    }

    pub fn place(&self, number: u32) -> Place {
        let Some(spot) = self.spot(number) else {
            let at = self.table.as_ref().map(|sheet| {
                let (sheet, range) = (sheet.clone(), format!("{number}:{number}"));
                At::Cells { sheet, range }
            });
            return Place { line: number, at, heading: None };
        };
        let sheet = self.sheet(spot.sheet);
        let heading = sheet.and_then(|it| it.headings.get(usize::from(spot.column))).cloned();
        let at = sheet.filter(|it| !it.name.is_empty()).map(|sheet| {
            let range = cell_name(spot.row.saturating_sub(1), u32::from(spot.column));
            At::Cells { sheet: sheet.name.clone(), range }
        });
        Place { line: spot.row, at, heading: heading.filter(|it| !it.is_empty()) }
    }
}

/// `A` for 0, `AA` for 26.
pub fn column_name(column: u32) -> String {
    let mut left = column.saturating_add(1);
    let mut letters = Vec::new();
    while 0 < left {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The name of a cell by row and column from 0.
pub fn cell_name(row: u32, column: u32) -> String {
    format!("{}{}", column_name(column), row.saturating_add(1))
}
