//! An end other than done: a sentence, a stable code, and where in the input it lies.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::given::Unclear;
use crate::book::BookError;
use crate::storage::StoreError;
use crate::text::{ErrorCode, ErrorText, Lang, Message, errors, tr};

/// What the command line says when it could not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub text: ErrorText,
    /// A line, a column, an option: where to look.
    pub place: Option<String>,
    /// What is told beside it as JSON, in the same object.
    pub details: Option<Box<Map<String, Value>>>,
}

impl Failure {
    pub fn new(code: ErrorCode, message: Message) -> Self {
        Self::from(ErrorText { code, message })
    }

    /// Tells this too, where JSON is asked for.
    #[must_use]
    pub fn with(self, details: Value) -> Self {
        let Value::Object(details) = details else { return self };
        Self { details: Some(Box::new(details)), ..self }
    }

    #[must_use]
    pub fn at(self, place: impl Into<String>) -> Self {
        Self { place: Some(place.into()), ..self }
    }

    pub fn store(lang: Lang, error: &StoreError, path: &Path) -> Self {
        Self::from(errors::store_error(lang, error, path))
    }

    pub fn book(lang: Lang, error: &BookError, path: &Path) -> Self {
        let mut text = errors::book_error(lang, error, path);
        if matches!(error, BookError::Refused(_)) {
            text.message = nothing_saved(lang, &text.text());
        }
        Self::from(text)
    }

    pub fn usage(lang: Lang, key: &str, what: &str) -> Self {
        Self::new(ErrorCode::Usage, Message::of(lang, key, &[("what", what.into())])).at(what)
    }

    pub fn unclear(lang: Lang, unclear: &Unclear) -> Self {
        match unclear {
            Unclear::UnknownVerb(what) => Self::usage(lang, "usage-unknown-verb", what),
            Unclear::UnknownOption(what) => Self::usage(lang, "usage-unknown-option", what),
            Unclear::ValueMissing(what) => Self::usage(lang, "usage-value-missing", what),
            Unclear::ValueNotText(what) => Self::usage(lang, "usage-value-not-text", what),
            Unclear::TooMany(what) => Self::usage(lang, "usage-twice", what),
        }
    }

    /// The sentence with its code in brackets.
    pub fn line(&self) -> String {
        let (code, message) = (self.text.code, self.text.text());
        match &self.place {
            Some(place) if !message.contains(place.as_str()) => {
                format!("{place}: {message} ({})", code.name())
            }
            Some(_) | None => format!("{message} ({})", code.name()),
        }
    }

    pub fn json(&self) -> Value {
        let mut all = self.details.as_deref().cloned().unwrap_or_default();
        all.insert("code".to_owned(), json!(self.text.code.name()));
        all.insert("message".to_owned(), json!(self.text.text()));
        all.insert("place".to_owned(), json!(self.place));
        Value::Object(all)
    }
}

impl From<ErrorText> for Failure {
    fn from(text: ErrorText) -> Self {
        Self { text, place: None, details: None }
    }
}

/// A rule, with what to do about it, and what is safe. In the window the text that stays in the cell says that.
pub fn nothing_saved(lang: Lang, rule: &str) -> Message {
    let what = format!("{}.", rule.trim_end_matches('.'));
    Message { what, safe: tr(lang, "cli-nothing-saved"), advice: String::new() }
}
