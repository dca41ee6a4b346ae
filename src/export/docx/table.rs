//! A table of a Word file: a header row that is repeated on every page, thin lines under the rows.

use super::body::{TEXT_WIDTH, paragraph, raised, run, strong};
use crate::export::xml_text::safe;
use crate::report::{Align, Cell, Table, TableKind};

/// What Word puts below a table that nothing follows.
const AIR: &str =
    "<w:p><w:pPr><w:spacing w:after=\"60\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>";

pub fn table(table: &Table) -> String {
    let widths = widths(table);
    let grid = widths.iter().map(|it| format!("<w:gridCol w:w=\"{it}\"/>"));
    let style = match table.kind {
        TableKind::Numbers => "SmallCell",
        TableKind::Figures | TableKind::Words => "Cell",
    };
    let heads = table.columns.iter().zip(&widths).map(|(column, width)| {
        cell(*width, style, column.align, &strong(&column.head), "8", "1A2330")
    });
    let header = format!(
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{}</w:tr>",
        heads.collect::<Vec<_>>().concat()
    );
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().zip(&table.columns).zip(&widths);
        let cells = cells.map(|((it, column), width)| {
            cell(*width, style, column.align, &contents(it), "4", "DFE3E8")
        });
        format!(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>",
            cells.collect::<Vec<_>>().concat()
        )
    });
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
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

fn cell(width: u32, style: &str, align: Align, contents: &str, line: &str, color: &str) -> String {
    let paragraph = match align {
        Align::Left => paragraph(style, contents),
        Align::Right => format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:jc w:val=\"right\"/></w:pPr>{contents}</w:p>"
        ),
    };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:tcBorders>\
         <w:bottom w:val=\"single\" w:sz=\"{line}\" w:space=\"0\" w:color=\"{color}\"/></w:tcBorders>\
         <w:vAlign w:val=\"bottom\"/></w:tcPr>{paragraph}</w:tc>"
    )
}

/// What a letter takes at most, and the air at both sides of a cell; in twentieths of a point.
const LETTER: u32 = 108;
const SMALL_LETTER: u32 = 86;
const PADDING: u32 = 230;

/// Each column has room for its longest word, and a figure is one word; what is left of the page goes
/// where texts are longest. In twentieths of a point.
fn widths(table: &Table) -> Vec<u32> {
    let letter = if table.kind == TableKind::Numbers { SMALL_LETTER } else { LETTER };
    let wide =
        |letters: usize| u32::try_from(letters.clamp(3, 60)).unwrap_or(60) * letter + PADDING;
    let longest = |texts: &[String]| texts.iter().map(|it| it.chars().count()).max().unwrap_or(0);
    let columns = table.columns.iter().enumerate().map(|(place, column)| {
        let cells = table.rows.iter().filter_map(|it| it.get(place));
        let texts: Vec<String> = cells.map(Cell::whole_text).collect();
        let words = |text: &String| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let mut unbroken: Vec<String> = words(&column.head.replace('\n', " "));
        match column.align {
            Align::Left => unbroken.extend(texts.iter().flat_map(words)),
            Align::Right => unbroken.extend(texts.iter().cloned()),
        }
        (wide(longest(&unbroken)), wide(longest(&texts).max(longest(&unbroken))))
    });
    let columns: Vec<(u32, u32)> = columns.collect();
    let least: u32 = columns.iter().map(|it| it.0).sum::<u32>().max(1);
    let wanted: u32 = columns.iter().map(|it| it.1 - it.0).sum();
    if TEXT_WIDTH < least {
        return columns.iter().map(|it| TEXT_WIDTH * it.0 / least).collect();
    }
    let spare = TEXT_WIDTH - least;
    let count = u32::try_from(columns.len().max(1)).unwrap_or(1);
    let more = |extra: u32| (spare * extra).checked_div(wanted).unwrap_or(spare / count);
    columns.iter().map(|(least, most)| least + more(most - least)).collect()
}
