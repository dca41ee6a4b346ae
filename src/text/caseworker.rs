//! What a caseworker is called here: a municipality may have a word of its own.

use super::{Lang, tr};
use crate::domain::{SettingKey, Settings};

/// The setting's word with a capital letter; `Rådgiver` unless it is set.
pub fn caseworker_word(lang: Lang, settings: &Settings) -> String {
    capital(&caseworker_inside(lang, settings))
}

/// The same inside a sentence: as it was typed, `rådgiver` unless it is set.
pub fn caseworker_inside(lang: Lang, settings: &Settings) -> String {
    let own = settings.get(SettingKey::CaseworkerLabel).map(str::trim).unwrap_or_default();
    if own.is_empty() { tr(lang, "entry-caseworker").to_lowercase() } else { own.to_owned() }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_the_municipality_goes_before_ours() {
        let mut settings = Settings::default();
        assert_eq!(caseworker_word(Lang::Da, &settings), tr(Lang::Da, "entry-caseworker"));
        assert_eq!(caseworker_inside(Lang::Da, &settings), "rådgiver");
        settings.set(SettingKey::CaseworkerLabel, Some("sagsbehandler".to_owned()));
        assert_eq!(caseworker_word(Lang::Da, &settings), "Sagsbehandler");
        assert_eq!(caseworker_inside(Lang::Da, &settings), "sagsbehandler");
    }
}
