//! The program's own tables, as it writes them: strict about headings and cells, and fast.

mod header;
mod kept;
mod reader;
mod row;
mod rows_figures;
mod rows_registers;
mod sheet;

pub use self::header::{Header, find as find_header, months_under, separator_line};
pub use self::reader::TableReader;
pub use self::row::Cells;
pub use self::sheet::{header as header_in_sheet, missing as missing_in_sheet, read as read_sheet};
