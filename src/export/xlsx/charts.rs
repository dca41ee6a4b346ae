//! The charts as native ones, each beside the table of its numbers, one under the other.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartEmptyCells, ChartFont, ChartFormat, ChartLine, ChartPoint,
    ChartSolidFill, ChartType, Color, Format, Workbook, Worksheet, XlsxError,
};

use super::grid::{self, Filter};
use super::names::SheetNames;
use super::page::{LINES, MUTED, SIZE, height, lines_in, paper};
use crate::chart::kinds::LINE;
use crate::chart::{Ground, Ink, PointRole, Series};
use crate::export::text_room::Letters;
use crate::export::xml_text::allowed;
use crate::report::{Align, Cell, Column, Document, Illustration, Table};
use crate::text::tr;

/// Characters of an alternative text; a workbook takes no more.
const LONGEST: usize = 255;
/// Rows of title and subtitle over the table of numbers.
const HEAD: u32 = 2;
/// Rows that a chart takes, and those under it.
const CHART: u32 = 17;
const BELOW: u32 = 2;
/// Characters of the columns: what is drawn where, its numbers, its signs, air.
const WIDTHS: [f64; 4] = [18.0, 20.0, 7.0, 3.0];
/// The column where charts begin.
const BESIDE: u16 = 4;
/// How much smaller than on the screen the sheet is printed, and the rows that a page has then.
const PERCENT: u16 = 75;
const PAGE: u32 = 42;
/// More points than this have only some of their names under them.
const CROWDED: usize = 12;

/// The name of the sheet; `None` where nothing is drawn.
pub fn sheet(
    book: &mut Workbook,
    document: &Document,
    names: &mut SheetNames,
) -> Result<Option<String>, XlsxError> {
    if document.charts().next().is_none() {
        return Ok(None);
    }
    let sheet = book.add_worksheet();
    let name = names.own("document-sheet-charts");
    sheet.set_name(&name)?.set_screen_gridlines(false);
    for (place, width) in (0_u16..).zip(WIDTHS) {
        sheet.set_column_width(place, width)?;
    }
    // Pages are broken between charts, which fitting to a page's width would undo.
    paper(sheet, document).set_print_scale(PERCENT);
    let sign = tr(document.lang, "document-sign");
    let (mut top, mut page, mut breaks) = (0, 0, Vec::new());
    for illustration in document.charts() {
        let points = u32::try_from(illustration.numbers.rows.len()).unwrap_or(0);
        let rows = HEAD + (points + 1).max(CHART) + BELOW;
        if page < top && page + PAGE < top + rows {
            breaks.push(top);
            page = top;
        }
        one(sheet, illustration, top, &Names { sheet: &name, table: &names.table(), sign: &sign })?;
        top += rows;
    }
    sheet.set_page_breaks(&breaks)?;
    Ok(Some(name))
}

struct Names<'a> {
    sheet: &'a str,
    table: &'a str,
    sign: &'a str,
}

/// A chart from this row down: its words, its numbers, and beside them the drawing.
fn one(
    sheet: &mut Worksheet,
    drawn: &Illustration,
    top: u32,
    names: &Names<'_>,
) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(12);
    sheet.write_string_with_format(top, 0, allowed(&drawn.chart.title), &title)?;
    let muted = Format::new().set_font_color(MUTED);
    sheet.write_string_with_format(top + 1, 0, allowed(&drawn.chart.subtitle), &muted)?;
    let numbers = apart(&drawn.numbers, names.sign);
    grid::write(sheet, &numbers, (top + HEAD, 0), names.table, Filter::Left)?;
    let heads = numbers.columns.iter().zip(WIDTHS);
    let lines = heads.map(|(drawn, width)| lines_in(&drawn.head, width, Letters::bold(SIZE)));
    sheet.set_row_height(top + HEAD, height(lines.max().unwrap_or(1)))?;
    if let Some(last) = u32::try_from(drawn.numbers.rows.len()).ok().filter(|it| 0 < *it) {
        let chart = native(drawn, names.sheet, top + HEAD, last);
        sheet.insert_chart(top + HEAD, BESIDE, &chart)?;
    }
    Ok(())
}

/// A sign in place of a number stands in a column of its own: drawn over words, a chart falls to zero.
fn apart(numbers: &Table, head: &str) -> Table {
    let is_sign = |it: &Cell| it.number.is_none() && !it.text.is_empty();
    let mut table = numbers.clone();
    if !table.rows.iter().any(|row| row.iter().skip(1).any(is_sign)) {
        return table;
    }
    table.columns.push(Column { head: head.to_owned(), align: Align::Right });
    for row in &mut table.rows {
        let mut signs = Vec::new();
        for cell in row.iter_mut().skip(1).filter(|it| is_sign(it)) {
            signs.push(std::mem::take(cell).text);
        }
        row.push(Cell::words(signs.join(" ")));
    }
    table
}

/// One series over the cells below `header`.
fn native(illustration: &Illustration, sheet: &str, header: u32, rows: u32) -> Chart {
    let is_line = illustration.chart.kind == LINE;
    let mut chart = Chart::new(if is_line { ChartType::Line } else { ChartType::Column });
    let small = ChartFont::new().set_size(9).set_color(MUTED).clone();
    let drawn = chart
        .add_series()
        .set_categories((sheet, header + 1, 0, header + rows, 0))
        .set_values((sheet, header + 1, 1, header + rows, 1))
        .set_name((sheet, header, 1));
    if let Some(series) = illustration.chart.series.first() {
        let strong = color(Ink::Series(series.color));
        if is_line {
            drawn.set_format(ChartLine::new().set_color(strong).set_width(2.0));
        } else {
            drawn.set_format(ChartSolidFill::new().set_color(strong)).set_gap(60);
            drawn.set_points(&columns(series));
            drawn.set_data_label(ChartDataLabel::new().show_value().set_font(&small));
        }
    }
    // Names are read from cells: a word is never taken for a formula.
    let bold = ChartFont::new().set_bold().set_size(10).clone();
    chart.title().set_name((sheet, header - HEAD, 0_u16)).set_font(&bold);
    let alternative: String = allowed(&illustration.alternative).chars().take(LONGEST).collect();
    chart.set_alt_text(alternative);
    // A month without a figure is a gap, never a zero.
    chart.show_empty_cells_as(ChartEmptyCells::Gaps);
    chart.legend().set_hidden();
    let quiet = ChartLine::new().set_color(LINES).set_width(0.75).clone();
    let axis = chart.y_axis().set_font(&small).set_major_gridlines_line(&quiet);
    axis.set_format(ChartLine::new().set_hidden(true));
    // Lengths and heights are compared from zero.
    if illustration.chart.values().all(|it| 0.0 <= it) {
        axis.set_min(0);
    }
    chart.x_axis().set_font(&small);
    if CROWDED < illustration.numbers.rows.len() {
        chart.x_axis().set_label_interval(6).set_tick_interval(6);
    }
    chart.chart_area().set_format(ChartFormat::new().set_no_border());
    chart.set_width(640).set_height(340);
    chart
}

/// Columns that are not held against the newest are quieter, as in the pictures.
fn columns(series: &Series) -> Vec<ChartPoint> {
    let ink = |role| match role {
        PointRole::Plain => Ink::Soft(series.color),
        PointRole::Signal | PointRole::Compared => Ink::Series(series.color),
    };
    let fill = |role| ChartSolidFill::new().set_color(color(ink(role))).clone();
    let points = series.points.iter();
    points.map(|it| ChartPoint::new().set_format(&mut fill(it.role))).collect()
}

/// A colour of the pictures, on paper.
fn color(ink: Ink) -> Color {
    let crate::chart::Rgb([red, green, blue]) = ink.on(Ground::Light);
    Color::RGB(u32::from_be_bytes([0, red, green, blue]))
}
