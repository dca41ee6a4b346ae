//! A table of a Word file: a header row that is repeated on every page, thin lines under the rows.

use super::runs::{TEXT_WIDTH, raised, run, strong};
use crate::export::text_room::Letters;
use crate::export::xml_text::safe;
use crate::report::{Align, Cell, Table, TableKind};

/// What Word puts below a table that nothing follows.
const AIR: &str =
    "<w:p><w:pPr><w:spacing w:after=\"60\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>";

/// A table of so many rows is not parted by the end of a page.
const TOGETHER: usize = 20;

pub fn table(table: &Table) -> String {
    let widths = widths(table);
    let grid = widths.iter().map(|it| format!("<w:gridCol w:w=\"{it}\"/>"));
    let style = match table.kind {
        TableKind::Numbers => "SmallCell",
        TableKind::Figures | TableKind::Words => "Cell",
    };
    let together = table.rows.len() <= TOGETHER;
    let heads = table.columns.iter().zip(&widths).map(|(column, width)| {
        let look = Look { width: *width, style, align: column.align, keep: true, line: HEAD_LINE };
        cell(&look, &strong(&column.head))
    });
    let header = format!(
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{}</w:tr>",
        heads.collect::<Vec<_>>().concat()
    );
    let rows = table.rows.iter().enumerate().map(|(place, row)| {
        let keep = together && place + 1 < table.rows.len();
        let cells = row.iter().zip(&table.columns).zip(&widths);
        let cells = cells.map(|((text, column), width)| {
            let look = Look { width: *width, style, align: column.align, keep, line: ROW_LINE };
            cell(&look, &contents(text))
        });
        format!(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>",
            cells.collect::<Vec<_>>().concat()
        )
    });
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar>\
         <w:tblLook w:val=\"0060\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
         <w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>{}</w:tblGrid>{header}{}</w:tbl>{AIR}",
        safe(&table.caption),
        grid.collect::<Vec<_>>().concat(),
        rows.collect::<Vec<_>>().concat(),
    )
}

fn contents(cell: &Cell) -> String {
    let text = run(&cell.text);
    if cell.mark.is_empty() { text } else { text + &raised(&format!(" {}", cell.mark)) }
}

/// How a cell looks: its width, its letters, whether it stays with the row below, the line under it.
struct Look {
    width: u32,
    style: &'static str,
    align: Align,
    keep: bool,
    line: &'static str,
}

/// Under the headings, and under every row: eighths of a point, and the colour.
const HEAD_LINE: &str = "w:sz=\"8\" w:space=\"0\" w:color=\"1A2330\"";
const ROW_LINE: &str = "w:sz=\"4\" w:space=\"0\" w:color=\"DFE3E8\"";

fn cell(look: &Look, contents: &str) -> String {
    let Look { width, style, line, .. } = look;
    let keep = if look.keep { "<w:keepNext/>" } else { "" };
    let align = match look.align {
        Align::Left => "",
        Align::Right => "<w:jc w:val=\"right\"/>",
    };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:tcBorders>\
         <w:bottom w:val=\"single\" {line}/></w:tcBorders>\
         <w:vAlign w:val=\"bottom\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keep}{align}</w:pPr>\
         {contents}</w:p></w:tc>"
    )
}

/// The letters of cells in points, as the styles set them.
const SIZE: f32 = 9.0;
const SMALL: f32 = 7.0;
/// The air at both sides of a cell, and what another type face may need more; in points.
const PADDING: f32 = 12.0;
/// A row's name is broken where it takes more than this part of the page.
const NAME: f32 = 0.45;

/// What a column needs and what it would like, in points.
struct Wish {
    least: f32,
    most: f32,
}

/// A figure is one word, a heading stands on two lines, a row's name on one; what is left of the page goes
/// where texts are longest. In twentieths of a point.
fn widths(table: &Table) -> Vec<u32> {
    let page = TEXT_WIDTH as f32 / 20.0;
    let columns: Vec<Wish> = (0..table.columns.len()).map(|it| wish(table, it, page)).collect();
    let least: f32 = columns.iter().map(|it| it.least).sum();
    let most: f32 = columns.iter().map(|it| it.most).sum();
    let wide = |wish: &Wish| {
        if page < least {
            wish.least * page / least
        } else if page < most {
            wish.least + (wish.most - wish.least) * (page - least) / (most - least)
        } else if table.kind == TableKind::Words {
            wish.most * page / most
        } else {
            wish.most
        }
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a length on paper, never negative"
    )]
    let mut widths: Vec<u32> = columns.iter().map(|it| (wide(it) * 20.0) as u32).collect();
    let rest = TEXT_WIDTH.saturating_sub(widths.iter().sum());
    let others = u32::try_from(widths.len().saturating_sub(1)).unwrap_or(0);
    match (table.kind, widths.split_first_mut()) {
        // Many columns of numbers stand evenly over the page; few stay together at its right.
        (TableKind::Numbers, Some((_, numbers))) if 0 < others => {
            for number in numbers {
                *number += rest / others;
            }
        }
        (_, Some((first, _))) => *first += rest,
        (_, None) => {}
    }
    widths
}

fn wish(table: &Table, place: usize, page: f32) -> Wish {
    let size = if table.kind == TableKind::Numbers { SMALL } else { SIZE };
    let (plain, bold) = (Letters::plain(size), Letters::bold(size));
    let widest = |it: &mut dyn Iterator<Item = f32>| it.fold(0.0, f32::max);
    let texts: Vec<String> =
        table.rows.iter().filter_map(|it| it.get(place)).map(Cell::whole_text).collect();
    let whole = widest(&mut texts.iter().map(|it| plain.width(it)));
    let word = widest(&mut texts.iter().flat_map(|it| it.split(' ')).map(|it| plain.width(it)));
    let column = table.columns.get(place);
    let head = column.map_or("", |it| it.head.as_str());
    let (head_least, head_most) = (bold.width_on_two_lines(head), bold.width(head));
    let is_number = column.is_some_and(|it| it.align == Align::Right);
    let least = match (is_number, table.kind) {
        (true, _) => whole,
        (false, TableKind::Words) => word,
        (false, _) => whole.min(page * NAME).max(word),
    };
    let least = least.max(head_least) + PADDING;
    let most = whole.max(if is_number { head_least } else { head_most }) + PADDING;
    Wish { least, most: most.max(least) }
}
