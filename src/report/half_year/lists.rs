//! The waiting lists together: totals over units that count the same, and how long people waited, in week bands.

use super::Composer;
use crate::measure::suppression::{Table as Counts, TableKind as Kind, Whose};
use crate::report::document::{Block, Cell, Column, Table, TableKind};
use crate::text::committee;

impl Composer<'_> {
    /// Nothing where no unit has a waiting list.
    pub fn lists(&self, level: u8) -> Vec<Block> {
        let tables: Vec<Table> = self
            .prints
            .tables()
            .iter()
            .filter(|it| is_printed(it))
            .map(|it| self.list(it))
            .collect();
        if tables.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![self.heading(level, "document-lists")];
        for table in tables {
            let notes = self.signs(&table);
            blocks.push(Block::Heading { level: level + 1, text: table.caption.clone() });
            blocks.push(Block::Table(table));
            if !notes.is_empty() {
                blocks.push(Block::Note(notes.join(" ")));
            }
        }
        blocks
    }

    fn list(&self, counts: &Counts) -> Table {
        let lang = self.lang();
        let title = committee::table_title(lang, counts.kind);
        let mut columns = vec![Column::words(self.word("document-unit"))];
        columns.extend(committee::columns(lang, counts).into_iter().map(Column::figures));
        let provisional = self.provisional_mark();
        let rows = counts.rows.iter().zip(&counts.cells).map(|(whose, row)| {
            let name = self.prints.whose(self.request.snapshot, *whose, self.half());
            let mut cells = vec![Cell::words(name)];
            cells.extend(row.iter().map(|it| {
                let cell = Cell::figure(lang, self.prints.cell(it).text);
                let mark = if cell.number.is_some() { provisional } else { "" };
                Cell { mark: mark.to_owned(), ..cell }
            }));
            cells
        });
        let rows = rows.collect();
        Table { name: title.clone(), caption: title, kind: TableKind::Figures, columns, rows }
    }
}

/// A list of one unit says nothing that its own table does not.
fn is_printed(table: &Counts) -> bool {
    let has_total = table.rows.iter().any(|it| matches!(it, Whose::All(_)));
    !table.withdrawn
        && !table.rows.is_empty()
        && match table.kind {
            Kind::Cases => false,
            Kind::WaitingList => has_total,
            Kind::Bands(_) => true,
        }
}
