//! How sheets look on paper, and how wide and high their cells are.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, RowNum, Worksheet, XlsxError};

use crate::export::text_room::Letters;
use crate::export::xml_text::allowed;
use crate::report::Document;

/// A4, as workbooks number papers.
const A4: u8 = 9;
/// The height of the letters in cells.
pub const SIZE: f32 = 11.0;
/// A line of them.
const LINE: f32 = 15.0;
/// The highest row there can be.
const HIGHEST: f32 = 409.0;

pub const MUTED: Color = Color::RGB(0x56_61_6E);
pub const INK: Color = Color::RGB(0x1A_23_30);
pub const LINES: Color = Color::RGB(0xDF_E3_E8);
pub const LINK: Color = Color::RGB(0x1D_5C_A6);
pub const WARNING: Color = Color::RGB(0x9A_52_00);
pub const WARNING_GROUND: Color = Color::RGB(0xFB_F0_E1);

/// A4 across, with the document's foot on every page.
pub fn paper<'a>(sheet: &'a mut Worksheet, document: &Document) -> &'a mut Worksheet {
    let [page, of] = &document.foot.page;
    let name = allowed(&document.foot.name).replace('&', "&&");
    sheet
        .set_paper_size(A4)
        .set_landscape()
        .set_margins(0.6, 0.6, 0.6, 0.7, 0.3, 0.3)
        .set_footer(format!("&L{name}&R{page} &P {of} &N"))
}

/// Text that is broken into lines, from the top of its cell.
pub fn words() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// The same with a line under it, as in the document's tables.
pub fn underlined(color: Color) -> Format {
    words().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(color)
}

/// What a column of so many characters holds, in points: a character is seven pixels.
pub fn room(characters: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a column is at most 255 wide")]
    let characters = characters as f32;
    (characters * 7.0 - 1.0).max(7.0) * 0.75
}

/// The characters of a column that holds so many points.
pub fn characters(points: f32) -> f64 {
    f64::from((points / 0.75 + 8.0) / 7.0).ceil()
}

/// Lines of text in the highest cell of a row.
pub fn set_lines(sheet: &mut Worksheet, row: RowNum, lines: usize) -> Result<(), XlsxError> {
    if 1 < lines {
        sheet.set_row_height(row, height(lines))?;
    }
    Ok(())
}

/// In points.
pub fn height(lines: usize) -> f32 {
    (LINE * lines.max(1) as f32).min(HIGHEST)
}

/// Lines of a text in a column of so many characters.
pub fn lines_in(text: &str, width: f64, letters: Letters) -> usize {
    letters.lines(text, room(width))
}
