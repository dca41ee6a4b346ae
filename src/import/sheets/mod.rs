//! Reads what departments keep: sheets and lists of any form, understood by their headings and their contents.
//! What is understood is written down beside the figures, so that it can be shown and corrected.

mod bare;
mod blocks;
mod columns;
mod composite;
mod context;
mod extract;
mod filled;
mod headings;
mod keep;
pub mod known;
mod layout;
pub mod mapping;
mod merged;
mod months;
mod named;
mod row;
mod sections;
mod settle;
mod text;
mod token;
mod turning;
mod understanding;
mod value;
pub mod when;
mod vocabulary;
pub mod words;
mod workbook;

pub use self::known::Known;
pub use self::mapping::{COLUMN_CHOICES, Mapping, MappingError, column_word};
pub use self::text::{TextForm, TextReader, find as find_in_text};
pub use self::workbook::read as read_workbook;

/// What is known and told before a file is read.
#[derive(Debug, Clone, Default)]
pub struct Hints {
    pub known: Known,
    pub mapping: Mapping,
    /// The one sheet of a workbook that is wanted.
    pub sheet: Option<String>,
}
