//! The order of names: Danish, with æ ø å last and aa as å.

use std::cmp::Ordering;
use std::sync::OnceLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use super::Lang;

/// Orders two names. Names that differ only in ways the language does not see keep a fixed order.
pub fn compare(a: &str, b: &str) -> Ordering {
    let by_language = collator().map_or(Ordering::Equal, |it| it.compare(a, b));
    by_language.then_with(|| a.cmp(b))
}

fn collator() -> Option<&'static CollatorBorrowed<'static>> {
    static OF_NAMES: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    let load = || {
        let language: Locale = Lang::OF_NAMES.code().parse().ok()?;
        Collator::try_new(language.into(), CollatorOptions::default()).ok()
    };
    OF_NAMES.get_or_init(load).as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_letters_come_last_and_double_a_is_the_last_of_them() {
        let mut names = ["Åse", "Ærø", "Zita", "Aage", "Østen", "Anna", "Aalborg", "anton"];
        names.sort_by(|a, b| compare(a, b));
        assert_eq!(names, ["Anna", "anton", "Zita", "Ærø", "Østen", "Aage", "Aalborg", "Åse"]);
    }
}
