//! The waiting lists together: totals over units that count the same, and how long people waited, in week bands.

use super::composer::Composer;
use super::signs::signs;
use crate::measure::suppression::{Table as Counts, TableKind as CountsKind, Whose};
use crate::report::document::{Block, Cell, Column, Table, TableKind};
use crate::text::committee;

/// Nothing where no unit has a waiting list.
pub fn lists(of: &Composer<'_>, level: u8) -> Vec<Block> {
    let printed = of.prints.tables().iter().filter(|it| is_printed(it));
    let mut blocks: Vec<Block> = printed
        .flat_map(|counts| {
            let table = list(of, counts);
            let notes = signs(of, &table);
            let heading = Block::Heading { level: level + 1, text: table.caption.clone() };
            let note = (!notes.is_empty()).then(|| Block::Note(notes.join(" ")));
            [heading, Block::Table(table)].into_iter().chain(note)
        })
        .collect();
    if !blocks.is_empty() {
        blocks.insert(0, of.heading(level, "document-lists"));
    }
    blocks
}

fn list(of: &Composer<'_>, counts: &Counts) -> Table {
    let title = committee::table_title(of.lang(), counts.kind);
    let mut columns = vec![Column::words(of.word("document-unit"))];
    columns.extend(committee::columns(of.lang(), counts).into_iter().map(Column::figures));
    let figure = |count| {
        let cell = Cell::figure(of.prints.cell(count));
        let mark = if cell.number.is_some() { of.provisional_mark() } else { "" };
        Cell { mark: mark.to_owned(), ..cell }
    };
    let rows = counts.rows.iter().zip(&counts.cells).map(|(whose, row)| {
        let name = of.prints.whose(of.request.snapshot, *whose, of.half());
        [Cell::words(name)].into_iter().chain(row.iter().map(figure)).collect()
    });
    let rows = rows.collect();
    Table { name: title.clone(), caption: title, kind: TableKind::Figures, columns, rows }
}

/// A list of one unit says nothing that its own table does not.
fn is_printed(table: &Counts) -> bool {
    let has_total = table.rows.iter().any(|it| matches!(it, Whose::All(_)));
    !table.withdrawn
        && !table.rows.is_empty()
        && match table.kind {
            CountsKind::Cases => false,
            CountsKind::WaitingList => has_total,
            CountsKind::Bands(_) => true,
        }
}
