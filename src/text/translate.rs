//! Looks up sentences in the two languages. Numbers arrive already formatted.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The languages of the interface. Danish is first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Lang {
    #[default]
    Da,
    En,
}

impl Lang {
    /// `da` or `en`.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "da" => Some(Self::Da),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }
}

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

macro_rules! areas {
    ($($area:literal,)+) => {
        const DANISH: &[&str] = &[$(include_str!(concat!("../../assets/locales/da/", $area, ".ftl"))),+];
        const ENGLISH: &[&str] = &[$(include_str!(concat!("../../assets/locales/en/", $area, ".ftl"))),+];
    };
}

// The same areas in both languages; a test holds the keys equal.
areas![
    "chart",
    "charts",
    "cli",
    "common",
    "dates",
    "document",
    "edition",
    "entry",
    "errors",
    "import",
    "importing",
    "log",
    "measure",
    "overview",
    "person",
    "places",
    "register",
    "sheets",
    "signals",
    "trends",
    "ui",
];

/// The sentence with this key.
pub fn tr(lang: Lang, key: &str) -> String {
    tr_with(lang, key, &[])
}

/// The sentence with this key, its places filled in. An unknown key gives the key itself,
/// which a test catches.
pub fn tr_with(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let bundle = bundle(lang);
    let pattern = bundle.get_message(key).and_then(|it| it.value());
    let Some(pattern) = pattern else {
        return key.to_owned();
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
    bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned()
}

fn bundle(lang: Lang) -> &'static FluentBundle<FluentResource> {
    static DA: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    static EN: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    match lang {
        Lang::Da => DA.get_or_init(|| load(lang, DANISH)),
        Lang::En => EN.get_or_init(|| load(lang, ENGLISH)),
    }
}

fn load(lang: Lang, sources: &[&str]) -> FluentBundle<FluentResource> {
    let name: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![name]);
    // The isolating marks fluent can add show as boxes in a window and in a PDF.
    bundle.set_use_isolating(false);
    for source in sources {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(sources: &[&str]) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for line in sources.iter().flat_map(|it| it.lines()) {
            let key = line.split(" =").next().unwrap_or_default();
            let is_key =
                line.contains(" =") && line.starts_with(|it: char| it.is_ascii_lowercase());
            if is_key {
                assert!(keys.insert(key.to_owned()), "{key} stands twice");
            }
        }
        keys
    }

    #[test]
    fn both_languages_say_the_same_things() {
        assert_eq!(keys(DANISH), keys(ENGLISH));
    }

    #[test]
    fn every_sentence_that_is_asked_for_is_there() {
        let known = keys(DANISH);
        let mut missing = BTreeSet::new();
        let mut asked = 0;
        let mut folders =
            vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
        while let Some(folder) = folders.pop() {
            for item in std::fs::read_dir(folder).unwrap() {
                let path = item.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let text = std::fs::read_to_string(&path).unwrap();
                let keys: Vec<&str> = asked_for(&text).collect();
                asked += keys.len();
                let unknown = keys.into_iter().filter(|it| !known.contains(*it));
                missing.extend(unknown.map(|it| format!("{it} in {}", path.display())));
            }
        }
        assert!(100 < asked, "only {asked} sentences are asked for");
        assert_eq!(missing, BTreeSet::new());
    }

    /// Keys written out in calls that look sentences up.
    fn asked_for(text: &str) -> impl Iterator<Item = &str> {
        let calls = ["tr(", "tr_with(", ".done(", ".usage(", "say("];
        let after = calls.into_iter().flat_map(move |call| {
            text.match_indices(call).filter_map(move |it| text.get(it.0 + call.len()..))
        });
        after.filter_map(|rest| {
            let arguments = rest.split([')', ';']).next()?;
            let key = arguments.split('"').nth(1)?;
            let is_key = key.contains('-')
                && key
                    .bytes()
                    .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-');
            let whole = is_key && !key.ends_with('-') && !key.starts_with('-');
            whole.then_some(key)
        })
    }

    #[test]
    fn every_sentence_can_be_read() {
        for source in DANISH.iter().chain(ENGLISH) {
            let errors = FluentResource::try_new((*source).to_owned()).err().map(|it| it.1);
            assert_eq!(errors, None);
        }
    }

    #[test]
    fn counts_choose_the_right_word() {
        let months = |n: i64| tr_with(Lang::Da, "months-count", &[("n", n.into())]);
        assert_eq!(months(1), "1 måned");
        assert_eq!(months(4), "4 måneder");
    }
}
