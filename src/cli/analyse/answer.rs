//! Building the object a case is answered with.

use serde::Serialize;
use serde_json::{Map, Value};

/// An object whose fields keep the order they were added in.
#[derive(Debug, Default)]
pub struct Answer {
    fields: Map<String, Value>,
}

impl Answer {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field. A number that is not finite becomes null.
    #[must_use]
    pub fn with(mut self, field: impl Into<String>, value: impl Serialize) -> Self {
        let value = serde_json::to_value(value).unwrap_or(Value::Null);
        self.fields.insert(field.into(), value);
        self
    }

    /// Adds fields with `add` where they are asked for.
    #[must_use]
    pub fn and(self, is_asked: Asked, add: impl FnOnce(Self) -> Self) -> Self {
        match is_asked {
            Asked::Yes => add(self),
            Asked::No => self,
        }
    }
}

/// Whether some fields belong in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Yes,
    No,
}

impl From<bool> for Asked {
    fn from(is_asked: bool) -> Self {
        if is_asked { Self::Yes } else { Self::No }
    }
}

impl From<Answer> for Value {
    fn from(answer: Answer) -> Self {
        Self::Object(answer.fields)
    }
}

impl Serialize for Answer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.fields.serialize(serializer)
    }
}
