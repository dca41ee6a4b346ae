//! The sheets of words: the front with what it is and what matters most, and the definitions.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::names::SheetNames;
use crate::export::xml_text::allowed;
use crate::report::{Block, Document};

/// Writes line under line in two columns.
struct Lines<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
}

impl Lines<'_> {
    fn line(&mut self, first: (&str, &Format), second: (&str, &Format)) -> Result<(), XlsxError> {
        for (column, (text, format)) in (0_u16..).zip([first, second]) {
            if !text.is_empty() {
                self.sheet.write_string_with_format(self.row, column, allowed(text), format)?;
            }
        }
        self.row += 1;
        Ok(())
    }
}

pub fn front(
    book: &mut Workbook,
    document: &Document,
    names: &mut SheetNames,
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(names.own("document-sheet-front"))?;
    sheet.set_column_width(0, 34.0)?.set_column_width(1, 100.0)?;
    sheet.set_screen_gridlines(false).set_landscape().set_print_fit_to_pages(1, 0);
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let bold = plain.clone().set_bold();
    let muted = Format::new().set_font_color("56616E").set_align(FormatAlign::Top);
    let title = Format::new().set_bold().set_font_size(18);
    let heading = Format::new().set_bold().set_font_size(13);
    let mut lines = Lines { sheet, row: 0 };
    lines.line((&document.lead, &muted), ("", &plain))?;
    lines.line((&document.whole_title(), &title), ("", &plain))?;
    if let Some(words) = &document.provisional {
        lines.line((words, &Format::new().set_font_color("9A5200")), ("", &plain))?;
    }
    for [label, value] in &document.facts {
        lines.line((label, &muted), (value, &plain))?;
    }
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } => {
                lines.row += 1;
                lines.line((text, &heading), ("", &plain))?;
            }
            Block::Findings(items) => {
                for it in items {
                    lines.line((&it.lead, &bold), (&it.rest, &plain))?;
                }
            }
            Block::Paragraph(text) | Block::Note(text) => {
                lines.line(("", &plain), (text, &plain))?;
            }
            Block::Table(_) | Block::Chart(_) | Block::NumbersOfCharts | Block::Definitions(_) => {}
        }
    }
    Ok(())
}

pub fn definitions(
    book: &mut Workbook,
    document: &Document,
    names: &mut SheetNames,
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(names.own("document-sheet-definitions"))?;
    sheet.set_column_width(0, 42.0)?.set_column_width(1, 110.0)?;
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let bold = plain.clone().set_bold();
    sheet.set_freeze_panes(1, 0)?.set_landscape().set_print_fit_to_pages(1, 0);
    let mut lines = Lines { sheet, row: 0 };
    let word = |key| crate::text::tr(document.lang, key);
    lines.line((&word("document-term"), &bold), (&word("document-meaning"), &bold))?;
    for block in &document.blocks {
        if let Block::Definitions(items) = block {
            for [term, meaning] in items {
                lines.line((term, &plain), (meaning, &plain))?;
            }
        }
    }
    Ok(())
}
