//! The writer thread: it owns the book, carries requests out in order, and never makes a frame wait.

mod answer;
mod copies;
mod open_book;
mod person;
mod request;
mod task;
#[cfg(test)]
mod tests;
mod writer;

pub use self::open_book::BookState;
pub use self::request::{Outcome, Request, Ticket};
pub use self::task::{Task, Turn};
pub use self::writer::Writer;
