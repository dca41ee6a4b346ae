//! The sheets of words: the front with what it is and what matters most, and the definitions.

use rust_xlsxwriter::{Format, FormatAlign, Url, Workbook, Worksheet, XlsxError};

use super::names::SheetNames;
use super::page::{
    LINK, MUTED, SIZE, WARNING, WARNING_GROUND, height, lines_in, paper, room, set_lines,
    words as broken,
};
use crate::export::text_room::{Letters, lines_of};
use crate::export::xml_text::allowed;
use crate::report::{Block, Document, Finding};
use crate::text::{Lang, tr_with};

/// The names of the sheets that the front points to.
pub struct Sheets {
    /// In the order of the document.
    pub tables: Vec<String>,
    pub charts: Option<String>,
    pub definitions: String,
}

/// Labels and headings stand in a narrow first column, everything else beside them.
const LABELS: f64 = 16.0;
const WORDS: f64 = 110.0;

/// Writes line under line in two columns.
struct Lines<'a> {
    sheet: &'a mut Worksheet,
    lang: Lang,
    row: u32,
    /// What the rows of this page take on paper, in points.
    taken: f32,
    /// Rows that begin a page.
    breaks: Vec<u32>,
}

/// How much smaller than on the screen the front is printed.
const PERCENT: u16 = 80;
/// The rows of a page then, in points; and what a heading and the lines under it take.
const PAGE: f32 = 620.0;
const HEADED: f32 = 80.0;

impl Lines<'_> {
    /// Ends a row of so many lines.
    fn end(&mut self, lines: usize) -> Result<(), XlsxError> {
        set_lines(self.sheet, self.row, lines)?;
        self.end_row(height(lines));
        Ok(())
    }

    fn end_high(&mut self, points: f32) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, points)?;
        self.end_row(points);
        Ok(())
    }

    fn end_row(&mut self, points: f32) {
        self.taken = if PAGE < self.taken + points { points } else { self.taken + points };
        self.row += 1;
    }

    /// A line across both columns, in letters of this size.
    fn across(&mut self, text: &str, format: &Format, size: f32) -> Result<(), XlsxError> {
        if !text.is_empty() {
            self.sheet.write_string_with_format(self.row, 0, allowed(text), format)?;
            return if SIZE < size { self.end_high(size * 1.5) } else { self.end(1) };
        }
        Ok(())
    }

    /// A warning, on a ground that reaches over both columns.
    fn warning(&mut self, text: &str) -> Result<(), XlsxError> {
        let format = Format::new().set_font_color(WARNING).set_background_color(WARNING_GROUND);
        self.sheet.write_blank(self.row, 1, &format)?;
        self.across(text, &format, SIZE)
    }

    fn labelled(&mut self, label: &str, text: &str) -> Result<(), XlsxError> {
        let muted = Format::new().set_font_color(MUTED).set_align(FormatAlign::Top);
        self.sheet.write_string_with_format(self.row, 0, allowed(label), &muted)?;
        self.beside(text)
    }

    /// In the second column, as high as it needs.
    fn beside(&mut self, text: &str) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 1, allowed(text), &broken())?;
        self.end(lines_in(text, WORDS, Letters::plain(SIZE)))
    }

    fn heading(&mut self, level: u8, text: &str) -> Result<(), XlsxError> {
        let size = match level {
            1 => 14.0,
            2 => 12.0,
            _ => SIZE,
        };
        // No heading at the foot of a page.
        if PAGE < self.taken + HEADED {
            self.breaks.push(self.row);
            self.taken = 0.0;
        }
        self.end(1)?;
        let format = Format::new().set_bold().set_font_size(size).set_align(FormatAlign::Bottom);
        self.across(text, &format, size)
    }

    fn finding(&mut self, finding: &Finding) -> Result<(), XlsxError> {
        let (lead, rest) = (allowed(&finding.lead), allowed(&finding.rest));
        if lead.is_empty() || rest.is_empty() {
            return self.beside(&format!("{lead}{rest}"));
        }
        let (bold, plain) = (Format::new().set_bold(), Format::new());
        let rest = format!(" {rest}");
        let parts = [(&bold, &*lead), (&plain, rest.as_str())];
        self.sheet.write_rich_string_with_format(self.row, 1, &parts, &broken())?;
        let parts = [(Letters::bold(SIZE), &*lead), (Letters::plain(SIZE), rest.as_str())];
        // A little air between one finding and the next.
        self.end_high(height(lines_of(&parts, room(WORDS))) + 5.0)
    }

    /// Where a table, the charts or the definitions are to be found.
    fn link(&mut self, sheet: &str) -> Result<(), XlsxError> {
        let words = tr_with(self.lang, "document-see-sheet", &[("sheet", sheet.into())]);
        let format = Format::new().set_font_color(LINK).set_align(FormatAlign::Top);
        let target = Url::new(format!("internal:'{sheet}'!A1")).set_text(words);
        self.sheet.write_url_with_format(self.row, 1, target, &format)?;
        self.end(1)
    }
}

/// Everything but tables and charts, with the way to the sheets where those are.
pub fn front(sheet: &mut Worksheet, document: &Document, sheets: &Sheets) -> Result<(), XlsxError> {
    sheet.set_column_width(0, LABELS)?.set_column_width(1, WORDS)?.set_screen_gridlines(false);
    // Fitting to a page's width would undo the breaks.
    paper(sheet, document).set_print_scale(PERCENT);
    let lang = document.lang;
    let mut lines = Lines { sheet, lang, row: 0, taken: 0.0, breaks: Vec::new() };
    lines.across(&document.lead, &Format::new().set_font_color(MUTED), SIZE)?;
    let title = Format::new().set_bold().set_font_size(18);
    lines.across(&document.whole_title(), &title, 18.0)?;
    if let Some(words) = &document.provisional {
        lines.warning(words)?;
    }
    for [label, value] in &document.facts {
        lines.labelled(label, value)?;
    }
    let mut tables = sheets.tables.iter();
    for block in &document.blocks {
        match block {
            Block::Heading { level, text } => lines.heading(*level, text)?,
            Block::Findings(items) => items.iter().try_for_each(|it| lines.finding(it))?,
            Block::Paragraph(text) | Block::Note(text) => lines.beside(text)?,
            Block::Table(_) => tables.next().map_or(Ok(()), |it| lines.link(it))?,
            Block::NumbersOfCharts(_) => {
                sheets.charts.as_ref().map_or(Ok(()), |it| lines.link(it))?;
            }
            Block::Definitions(_) => lines.link(&sheets.definitions)?,
            Block::Chart(_) => {}
        }
    }
    let breaks = std::mem::take(&mut lines.breaks);
    lines.sheet.set_page_breaks(&breaks)?;
    Ok(())
}

const TERMS: f64 = 34.0;
const MEANINGS: f64 = 92.0;

/// The name of the sheet.
pub fn definitions(
    book: &mut Workbook,
    document: &Document,
    names: &mut SheetNames,
) -> Result<String, XlsxError> {
    let sheet = book.add_worksheet();
    let name = names.own("document-sheet-definitions");
    sheet.set_name(&name)?;
    sheet.set_column_width(0, TERMS)?.set_column_width(1, MEANINGS)?.set_screen_gridlines(false);
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    paper(sheet, document).set_print_fit_to_pages(1, 0);
    let bold = broken().set_bold();
    for (column, key) in [(0, "document-term"), (1, "document-meaning")] {
        sheet.write_string_with_format(0, column, crate::text::tr(document.lang, key), &bold)?;
    }
    let mut row = 0;
    for block in &document.blocks {
        let Block::Definitions(items) = block else { continue };
        for [term, meaning] in items {
            row += 1;
            sheet.write_string_with_format(row, 0, allowed(term), &broken())?;
            sheet.write_string_with_format(row, 1, allowed(meaning), &broken())?;
            let lines = [(term, TERMS), (meaning, MEANINGS)]
                .map(|(text, width)| lines_in(text, width, Letters::plain(SIZE)));
            set_lines(sheet, row, lines.into_iter().max().unwrap_or(1))?;
        }
    }
    Ok(name)
}
