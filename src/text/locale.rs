//! The languages, one row each. A new one is a row here, its code in `domain::LANGUAGES` and a folder in
//! `assets/locales`; how it puts days, months and periods together stands in its `dates.ftl`.

use std::sync::OnceLock;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;

macro_rules! words {
    ($code:literal) => {
        words!($code:
            "chart", "charts", "cli", "common", "dates", "document", "edition", "entry", "errors", "help", "import",
            "importing", "log", "measure", "overview", "person", "places", "register", "sheets", "signals",
            "trends", "ui"
        )
    };
    ($code:literal: $($area:literal),+) => {
        &[$(include_str!(concat!("../../assets/locales/", $code, "/", $area, ".ftl"))),+]
    };
}

/// The languages of the interface. Danish is first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Lang {
    #[default]
    Da,
    En,
}

/// How one language writes what is no word, and its words.
pub struct Locale {
    /// As in `--lang`, in the settings and in HTML.
    pub code: &'static str,
    /// As documents of an office name it.
    pub region: &'static str,
    pub decimal_mark: char,
    pub thousands_mark: char,
    /// Between a number and what it is a share of.
    pub percent: &'static str,
    /// Between hours and minutes.
    pub time_mark: char,
    /// Between the columns of a CSV file, as its spreadsheets read them.
    pub list_separator: char,
    /// A source an area.
    pub(super) words: &'static [&'static str],
    /// The words once they are read.
    pub(super) bundle: OnceLock<FluentBundle<FluentResource>>,
}

static DANISH: Locale = Locale {
    code: "da",
    region: "da-DK",
    decimal_mark: ',',
    thousands_mark: '.',
    percent: " %",
    time_mark: '.',
    list_separator: ';',
    words: words!("da"),
    bundle: OnceLock::new(),
};

static ENGLISH: Locale = Locale {
    code: "en",
    region: "en-GB",
    decimal_mark: '.',
    thousands_mark: ',',
    percent: "%",
    time_mark: ':',
    list_separator: ',',
    words: words!("en"),
    bundle: OnceLock::new(),
};

impl Lang {
    pub const ALL: [Self; 2] = [Self::Da, Self::En];
    /// Names are Danish, so they keep the Danish order whichever language is shown.
    pub const OF_NAMES: Self = Self::Da;

    pub fn locale(self) -> &'static Locale {
        match self {
            Self::Da => &DANISH,
            Self::En => &ENGLISH,
        }
    }

    /// `da` or `en`.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    pub fn code(self) -> &'static str {
        self.locale().code
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sources_tests::sources;

    #[test]
    fn the_settings_know_the_same_languages() {
        assert_eq!(Lang::ALL.map(Lang::code), crate::domain::LANGUAGES);
    }

    /// What differs between languages is asked of their rows: otherwise a new language is a search through
    /// the house.
    #[test]
    fn nothing_else_chooses_by_language() {
        let others = sources().into_iter().filter(|it| !it.0.ends_with("text/locale.rs"));
        let choosing: Vec<String> = others.filter(|it| chooses(&it.1)).map(|it| it.0).collect();
        assert_eq!(choosing, Vec::<String>::new());
    }

    /// A `match`, a comparison or a list of the languages.
    fn chooses(code: &str) -> bool {
        let spaced = code.split_whitespace().collect::<Vec<_>>().join(" ");
        ["Da", "En"].iter().any(|it| {
            [" =>", " |", ", Lang::", " if"]
                .iter()
                .any(|end| spaced.contains(&format!("Lang::{it}{end}")))
                || ["== ", "!= "]
                    .iter()
                    .any(|before| spaced.contains(&format!("{before}Lang::{it}")))
                || spaced.contains(&format!("matches!(lang, Lang::{it}"))
        })
    }

    #[test]
    fn a_choice_by_language_is_seen() {
        assert!(chooses("match lang {\n    Lang::Da => 1,\n    Lang::En => 2,\n}"));
        assert!(chooses("for it in [Lang::Da, Lang::En] {}"));
        assert!(chooses("if lang == Lang::En {}"));
        assert!(!chooses("tr(Lang::Da, key)"));
    }
}
