//! Looks up sentences in the languages. Numbers arrive already formatted.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::locale::{Lang, Locale};

/// What goes into a sentence: text as it is, or a count that decides between one and many.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    Text(std::borrow::Cow<'a, str>),
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(i64::from(count))
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// The sentence with this key.
pub fn tr(lang: Lang, key: &str) -> String {
    tr_with(lang, key, &[])
}

/// The sentence with this key, its places filled in. An unknown key gives the key itself,
/// which a test catches.
pub fn tr_with(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let sentence = find(lang, key, None, args);
    debug_assert!(sentence.is_some(), "no words: {key}");
    sentence.unwrap_or_else(|| key.to_owned())
}

pub(super) fn has(lang: Lang, key: &str) -> bool {
    bundle(lang).has_message(key)
}

/// The sentence with this key, or the part of it that has this name.
pub(super) fn find(
    lang: Lang,
    key: &str,
    part: Option<&str>,
    args: &[(&str, Arg<'_>)],
) -> Option<String> {
    let bundle = bundle(lang);
    let message = bundle.get_message(key)?;
    let pattern = match part {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut filled = FluentArgs::new();
    for (name, value) in args {
        let value = match value {
            Arg::Text(text) => FluentValue::from(text.as_ref()),
            Arg::Count(count) => FluentValue::from(*count),
        };
        filled.set(*name, value);
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned();
    debug_assert!(errors.is_empty(), "{key}: {errors:?}");
    Some(text)
}

fn bundle(lang: Lang) -> &'static FluentBundle<FluentResource> {
    let locale = lang.locale();
    locale.bundle.get_or_init(|| load(locale))
}

fn load(locale: &Locale) -> FluentBundle<FluentResource> {
    let name: LanguageIdentifier = locale.code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![name]);
    // The isolating marks fluent can add show as boxes in a window and in a PDF.
    bundle.set_use_isolating(false);
    for source in locale.words {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
#[path = "translate_tests.rs"]
mod tests;
