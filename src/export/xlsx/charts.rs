//! The charts as native ones, each over the table of its numbers, one under the other.

use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFont, ChartLegendPosition, ChartLine, ChartType, Color, Workbook,
    XlsxError,
};

use super::grid;
use super::names::SheetNames;
use crate::chart::ChartKind;
use crate::export::xml_text::allowed;
use crate::report::{Document, Illustration};

/// Rows that a chart takes at least.
const ROWS: u32 = 20;
/// Characters of an alternative text; a workbook takes no more.
const LONGEST: usize = 255;
/// The column where charts begin.
const BESIDE: u16 = 6;

pub fn sheet(
    book: &mut Workbook,
    document: &Document,
    names: &mut SheetNames,
) -> Result<(), XlsxError> {
    if document.charts().next().is_none() {
        return Ok(());
    }
    let sheet = book.add_worksheet();
    let name = names.own("document-sheet-charts");
    sheet.set_name(&name)?.set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_column_width(0, 18.0)?;
    sheet.set_column_range_width(1, BESIDE - 1, 14.0)?;
    let title = rust_xlsxwriter::Format::new().set_bold().set_font_size(12);
    let mut top = 0;
    for illustration in document.charts() {
        let rows = u32::try_from(illustration.numbers.rows.len()).unwrap_or(0);
        sheet.write_string_with_format(top, 0, allowed(&illustration.chart.title), &title)?;
        sheet.write_string(top + 1, 0, allowed(&illustration.chart.subtitle))?;
        grid::write(sheet, &illustration.numbers, (top + 2, 0), &names.table())?;
        if 0 < rows {
            let chart = native(illustration, &name, top + 2, rows);
            sheet.insert_chart(top, BESIDE, &chart)?;
        }
        top += (rows + 4).max(ROWS);
    }
    Ok(())
}

fn native(it: &Illustration, sheet: &str, header: u32, rows: u32) -> Chart {
    let is_line = it.chart.kind == ChartKind::Line;
    let mut chart = Chart::new(if is_line { ChartType::Line } else { ChartType::Column });
    let columns = u16::try_from(it.numbers.columns.len()).unwrap_or(1);
    for place in 1..columns {
        chart
            .add_series()
            .set_categories((sheet, header + 1, 0, header + rows, 0))
            .set_values((sheet, header + 1, place, header + rows, place))
            .set_name((sheet, header, place))
            .set_format(ChartLine::new().set_color(color(place)).set_width(2.0));
    }
    // Names are read from cells: a word is never taken for a formula.
    chart
        .title()
        .set_name((sheet, header - 2, 0_u16))
        .set_font(ChartFont::new().set_bold().set_size(11.0));
    let alternative: String = allowed(&it.alternative).chars().take(LONGEST).collect();
    chart.set_alt_text(alternative);
    // A month without a figure is a gap, never a zero.
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    if columns < 3 {
        chart.legend().set_hidden();
    } else {
        chart.legend().set_position(ChartLegendPosition::Bottom);
    }
    chart.set_width(640).set_height(340);
    chart
}

/// The series colours of the pictures.
fn color(place: u16) -> Color {
    match place % 3 {
        1 => Color::RGB(0x1D_5C_A6),
        2 => Color::RGB(0xB4_50_0F),
        _ => Color::RGB(0x14_76_6A),
    }
}
