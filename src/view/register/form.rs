//! A form as a value: its fields, what is typed in them, and how typed words become facts or a reason beside the field.

use std::collections::BTreeMap;

use crate::book::Command;
use crate::domain::{CaseworkerId, Day, Month, Thousandths, WordingError, check_name, check_note};
pub use crate::text::number::typed as typed_number;
use crate::text::{Lang, errors, parse, tr, typed_dates};

/// What a field is called among those of its form.
pub type FieldName = &'static str;

/// What can be put into a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    Line,
    /// Several lines.
    Note,
    /// One of these: what is kept, and its word.
    Choice(Vec<(String, String)>),
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

/// What to do with what is typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Wish {
    Run(Command),
    /// Overwrite what a person is called, for good.
    Erase(CaseworkerId),
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
    /// `key` names its title; the button says "Gem".
    pub fn new(lang: Lang, key: &str) -> Self {
        Self {
            title: tr(lang, key),
            lead: String::new(),
            fields: Vec::new(),
            save: tr(lang, "register-save"),
            is_final: false,
            remove: None,
            suggestions: Vec::new(),
        }
    }

    /// The title of a new thing, or of one that is there.
    pub fn for_new_or_known<T>(lang: Lang, known: Option<&T>, new: &str, edit: &str) -> Self {
        let (save, title) =
            if known.is_none() { ("register-add", new) } else { ("register-save", edit) };
        Self { save: tr(lang, save), ..Self::new(lang, title) }
    }

    #[must_use]
    pub fn with(mut self, field: Field) -> Self {
        self.fields.push(field);
        self
    }

    /// What stands in the fields at first.
    pub fn values(&self) -> Values {
        Values(self.fields.iter().map(|it| (it.name, it.value.clone())).collect())
    }
}

impl Field {
    /// Its label is the sentence `register-field-NAME`.
    pub fn new(lang: Lang, name: FieldName, kind: FieldKind, value: impl Into<String>) -> Self {
        let label = tr(lang, &format!("register-field-{name}"));
        Self { name, label, hint: String::new(), kind, value: value.into() }
    }

    pub fn line(lang: Lang, name: FieldName, value: impl Into<String>) -> Self {
        Self::new(lang, name, FieldKind::Line, value)
    }

    pub fn note(lang: Lang, name: FieldName, value: impl Into<String>) -> Self {
        Self::new(lang, name, FieldKind::Note, value)
    }

    pub fn check(lang: Lang, name: FieldName, tick: impl Into<Tick>) -> Self {
        let value = match tick.into() {
            Tick::On => YES,
            Tick::Off => "",
        };
        Self::new(lang, name, FieldKind::Check, value)
    }

    pub fn choice(
        lang: Lang,
        name: FieldName,
        value: impl Into<String>,
        options: Vec<(String, String)>,
    ) -> Self {
        Self::new(lang, name, FieldKind::Choice(options), value)
    }

    #[must_use]
    pub fn hint(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }
}

/// Whether a field is ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    On,
    Off,
}

impl From<bool> for Tick {
    fn from(is_on: bool) -> Self {
        if is_on { Self::On } else { Self::Off }
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

/// A field could not be read, and why has been noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong;

/// What a field holds; nothing when nothing is typed.
pub type Read<T> = Result<Option<T>, Wrong>;

/// Reads fields and gathers what is wrong with them, all at once.
#[derive(Debug)]
pub struct Reader<'a> {
    lang: Lang,
    values: &'a Values,
    problems: Problems,
}

impl<'a> Reader<'a> {
    pub const fn new(lang: Lang, values: &'a Values) -> Self {
        Self { lang, values, problems: Problems::new() }
    }

    /// The value, unless any field was wrong.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Problems> {
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            Some(_) | None => Err(self.problems),
        }
    }

    pub fn problem(&mut self, name: FieldName, words: String) {
        self.problems.entry(name).or_insert(words);
    }

    fn missing(&mut self, name: FieldName) {
        let words = tr(self.lang, "register-needed");
        self.problem(name, words);
    }

    pub fn name(&mut self, name: FieldName) -> Option<String> {
        self.checked(name, |it| check_name(it).map(Into::into))
    }

    pub fn note(&mut self, name: FieldName) -> Option<String> {
        self.checked(name, |it| check_note(it).map(Into::into))
    }

    fn checked(
        &mut self,
        name: FieldName,
        check: impl Fn(&str) -> Result<String, WordingError>,
    ) -> Option<String> {
        match check(self.values.get(name)) {
            Ok(text) => Some(text),
            Err(error) => {
                let words = errors::wording(self.lang, error);
                self.problem(name, words);
                None
            }
        }
    }

    pub fn optional_name(&mut self, name: FieldName) -> Read<String> {
        if self.is_blank(name) { Ok(None) } else { self.name(name).map(Some).ok_or(Wrong) }
    }

    pub fn is_blank(&self, name: FieldName) -> bool {
        self.values.get(name).trim().is_empty()
    }

    pub fn is_ticked(&self, name: FieldName) -> bool {
        self.values.get(name) == YES
    }

    pub fn optional_month(&mut self, name: FieldName) -> Read<Month> {
        self.read(name, |it, lang| typed_dates::month(it).map_err(|error| error.words(lang)))
    }

    pub fn month(&mut self, name: FieldName) -> Option<Month> {
        let read = self.optional_month(name);
        self.needed(name, read)
    }

    pub fn optional_day(&mut self, name: FieldName) -> Read<Day> {
        self.read(name, |it, lang| typed_dates::day(it).map_err(|error| error.words(lang)))
    }

    pub fn day(&mut self, name: FieldName) -> Option<Day> {
        let read = self.optional_day(name);
        self.needed(name, read)
    }

    pub fn optional_number(&mut self, name: FieldName) -> Read<Thousandths> {
        self.read(name, |it, lang| parse::number(it).map_err(|error| error.words(lang)))
    }

    pub fn number(&mut self, name: FieldName) -> Option<Thousandths> {
        let read = self.optional_number(name);
        self.needed(name, read)
    }

    /// The choice with this stored word.
    pub fn choice<T: Copy>(&mut self, name: FieldName, choices: &[(T, &str)]) -> Option<T> {
        let value = self.values.get(name);
        let found = choices.iter().find(|it| it.1 == value).map(|it| it.0);
        if found.is_none() {
            self.missing(name);
        }
        found
    }

    pub fn text(&self, name: FieldName) -> &'a str {
        self.values.get(name).trim()
    }

    fn read<T>(
        &mut self,
        name: FieldName,
        read: impl Fn(&str, Lang) -> Result<Option<T>, String>,
    ) -> Read<T> {
        match read(self.values.get(name), self.lang) {
            Ok(value) => Ok(value),
            Err(words) => {
                self.problem(name, words);
                Err(Wrong)
            }
        }
    }

    fn needed<T>(&mut self, name: FieldName, read: Read<T>) -> Option<T> {
        match read {
            Ok(None) => {
                self.missing(name);
                None
            }
            Ok(value) => value,
            Err(Wrong) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(pairs: &[(FieldName, &str)]) -> Values {
        let mut values = Values::default();
        for (name, value) in pairs {
            values.set(name, *value);
        }
        values
    }

    #[test]
    fn every_field_that_is_wrong_is_named_at_once() {
        let values = values(&[("name", "010190-1234"), ("from", "31.2.2026"), ("hours", "fuld")]);
        let mut reader = Reader::new(Lang::Da, &values);
        let read = (reader.name("name"), reader.month("from"), reader.number("hours"));
        assert_eq!(read, (None, None, None));
        assert_eq!(reader.day("to"), None);
        let problems = reader.finish(Some(())).unwrap_err();
        let names: Vec<&str> = problems.keys().copied().collect();
        assert_eq!(names, ["from", "hours", "name", "to"]);
        assert!(problems["name"].contains("CPR"));
        assert_eq!(problems["to"], "Skal udfyldes");
    }
}
