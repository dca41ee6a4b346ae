//! A document as a workbook: a sheet a table with real numbers, native charts over their numbers, and *Definitioner*.

mod charts;
mod file;
mod grid;
mod names;
mod page;
mod words;

pub use self::file::document_xlsx;
