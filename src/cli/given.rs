//! What was typed on the command line, split into names and options; nothing is understood yet.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

/// Why the line could not even be split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    UnknownVerb(String),
    UnknownOption(String),
    ValueMissing(String),
    ValueNotText(String),
    TooMany(String),
}

/// The line after its verb.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    pub names: Vec<OsString>,
    pub options: BTreeMap<&'static str, OsString>,
}

impl Given {
    pub fn has(&self, option: &str) -> bool {
        self.options.contains_key(option)
    }

    /// The value as text; `None` when the option was not given.
    pub fn text(&self, option: &str) -> Result<Option<&str>, Unclear> {
        match self.options.get(option) {
            Some(value) => {
                value.to_str().map(Some).ok_or_else(|| Unclear::ValueNotText(format!("--{option}")))
            }
            None => Ok(None),
        }
    }

    pub fn path(&self, option: &str) -> Option<PathBuf> {
        self.options.get(option).map(PathBuf::from)
    }
}
