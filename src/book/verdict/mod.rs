//! The vocabulary of verdicts, below reading and planning: what a file, a row, a cell came to.

mod column;
mod file;
mod place;
mod reason;
mod remark;
mod skip;
mod understood;

pub use self::column::{Column, Table};
pub use self::file::{Changed, FileVerdict, Listed, Refused, Skipped, Verdict};
pub use self::place::{At, Value};
pub use self::reason::{EncodingDoubt, Reason};
pub use self::remark::Remark;
pub use self::skip::Skip;
pub use self::understood::{
    Certainty, ColumnSeen, NumberForm, Provenance, SheetSeen, Sourced, Understood, WaitUnit,
};
