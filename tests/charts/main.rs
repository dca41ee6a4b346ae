//! Charts as pictures: golden files for each kind, and what must hold of every one of them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

mod cases;
mod golden;
mod legible;
mod sample;
