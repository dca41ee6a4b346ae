//! A document as a Word file: heading styles, real tables with a repeated header row, pictures with alternative text.

mod body;
mod file;
mod parts;
mod runs;
mod table;

pub use self::file::document_docx;
