//! A form as a value: its fields, and what is typed in them.

use std::collections::BTreeMap;

use crate::book::Command;

/// What a field is called among those of its form.
pub type FieldName = &'static str;

/// A choice as it is kept, with its word.
pub type FieldOption = (String, String);

/// What can be put into a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    Line,
    /// Several lines.
    Note,
    /// One of these.
    Choice(Vec<FieldOption>),
    /// `yes` or nothing.
    Check,
    /// Shown, and not to be changed here.
    Fixed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub name: FieldName,
    pub label: String,
    /// What it is for or how it is written; empty where the label says enough.
    pub hint: String,
    pub kind: FieldKind,
    /// What stands in it before anything is typed.
    pub value: String,
}

/// Words that can be put into several fields at once, with where they come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub word: String,
    pub source: String,
    pub values: Vec<(FieldName, String)>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    pub title: String,
    /// What happens, where the fields do not say it.
    pub lead: String,
    pub fields: Vec<Field>,
    pub save: String,
    /// What it cannot do again is drawn as such.
    pub is_final: bool,
    /// The word for removing it, and how; one undo brings it back.
    pub remove: Option<(String, Command)>,
    pub suggestions: Vec<Suggestion>,
}

impl Form {
    /// What stands in the fields at first.
    pub fn values(&self) -> Values {
        Values(self.fields.iter().map(|it| (it.name, it.value.clone())).collect())
    }
}

/// What a ticked field holds.
pub const YES: &str = "yes";

/// What is typed, by field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values(BTreeMap<FieldName, String>);

impl Values {
    pub fn get(&self, name: FieldName) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    pub fn set(&mut self, name: FieldName, value: impl Into<String>) {
        self.0.insert(name, value.into());
    }

    pub fn get_mut(&mut self, name: FieldName) -> &mut String {
        self.0.entry(name).or_default()
    }
}

/// Why a field cannot be kept, by field.
pub type Problems = BTreeMap<FieldName, String>;
