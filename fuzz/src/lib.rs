//! The program's readers and the rooms they stand on, compiled without the window, the charts and the documents:
//! what is instrumented is what is looked at, so that thousands of inputs a second are read and not a dozen.

#![allow(
    dead_code,
    reason = "the rooms are made for a window and a command line that are not here"
)]

pub mod alone;
#[path = "../../src/book/mod.rs"]
pub mod book;
#[path = "../../src/domain/mod.rs"]
pub mod domain;
#[path = "../../src/import/mod.rs"]
pub mod import;
#[path = "../../src/storage/mod.rs"]
pub mod storage;
