//! A document as PDF for print and screen readers: PDF/UA-1 and PDF/A-2a in one file, and its pages as pictures.
//!
//! Someone's words reach the typesetter as data, never as markup.

mod data;
mod letters;
mod pages;
mod typeset;
mod workshop;
mod world;

pub use self::letters::missing_letters;
pub use self::pages::Pages;
pub use self::typeset::document_pdf;
