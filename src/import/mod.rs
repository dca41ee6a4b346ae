//! Reads tables from files into a draft: bytes to letters, letters to rows, rows to what is wanted.
//! It judges single rows; what they mean for the book is `book::plan_import`'s to say.

mod columns;
mod encoding;
mod error;
mod file;
mod guard;
mod halt;
mod number;
mod read;
mod records;
pub mod sample;
mod service;
mod sheets;
mod tables;
mod text_file;
mod workbook;

pub use self::columns::{
    ABSENCE_KINDS, BAND_KINDS, CASE_HOLDING, CASE_REPORTING, COUNTING_UNITS, Choice, ColumnName,
    Dialect, EVENT_KINDS, MEASURES, METRICS, MeasuredIn, TABLES, TableName, YES_NO, table_name,
};
pub use self::error::{ImportError, Watch};
pub use self::guard::{guarded, unguarded};
pub use self::read::{read_bytes, read_bytes_with, read_paths, read_paths_with, table_of};
pub use self::service::{Asked, ImportSource, PlannedImport};
pub use self::sheets::{COLUMN_CHOICES, Hints, Known, Mapping, MappingError, column_word};
