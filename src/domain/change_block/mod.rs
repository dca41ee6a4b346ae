//! The changes of one entry as compact bytes: what the journal stores, what undo and the log decode.

mod block;
mod reader;
mod wire;
mod writer;

pub use self::block::{BlockWriter, ChangeBlock};
pub use self::wire::BlockError;
