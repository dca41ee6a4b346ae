//! Why reading a file ended before its end.

use crate::book::{Reason, Refused, Value};

pub enum Halt {
    Refused(Box<Refused>),
    Failed(std::io::Error),
    Cancelled,
}

pub fn whole_file(reason: Reason) -> Halt {
    at_line(None, None, reason)
}

pub fn at_line(line: Option<u32>, value: Option<Value>, reason: Reason) -> Halt {
    let (at, column) = (None, None);
    Halt::Refused(Box::new(Refused { line, at, column, value, reason }))
}
