//! The two smallest readers by themselves: the program keeps them private.

#[path = "../../src/import/sheets/months.rs"]
mod months;
#[path = "../../src/import/number.rs"]
pub mod number;
#[path = "../../src/import/sheets/when.rs"]
pub mod when;

mod columns {
    pub use crate::import::Dialect;
}
