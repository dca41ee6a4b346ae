//! What a caseworker is called here: a municipality may have a word of its own.

use super::{Lang, tr};
use crate::domain::{SettingKey, Settings};

/// The setting's word with a capital letter; `Rådgiver` unless it is set.
pub fn caseworker_word(lang: Lang, settings: &Settings) -> String {
    let own = settings.get(SettingKey::CaseworkerLabel).map(str::trim).unwrap_or_default();
    let mut letters = own.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => tr(lang, "entry-caseworker"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_the_municipality_goes_before_ours() {
        let mut settings = Settings::default();
        assert_eq!(caseworker_word(Lang::Da, &settings), tr(Lang::Da, "entry-caseworker"));
        settings.set(SettingKey::CaseworkerLabel, Some("sagsbehandler".to_owned()));
        assert_eq!(caseworker_word(Lang::Da, &settings), "Sagsbehandler");
    }
}
