//! The overview of a period as a value. Writers turn it into files and compute nothing.

mod cell_names;
mod committee_json;
mod compose;
mod document;
mod edition;
mod half_year;
mod left_out;
mod overview;
pub mod prints;

pub use self::cell_names::CellNames;
pub use self::committee_json::{cell_names, committee_json, tie_json};
pub use self::compose::{compose, halves_read};
pub use self::document::{
    Align, Block, Cell, Column, Document, Finding, Foot, Illustration, Meta, Table, TableKind,
};
pub use self::edition::{
    Difference, Issuing, Past, Unreadable, differences, edition_record, editions_of, next_edition,
};
pub use self::half_year::{
    Author, CaseTexts, EditionLine, Order, Request, Revision, half_year_document,
};
pub use self::left_out::LeftOut;
pub use self::overview::{Overview, SeriesBreak, UnitOverview};
