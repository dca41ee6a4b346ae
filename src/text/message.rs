//! What went wrong, in its three parts; whoever shows it puts them together.

use super::translate::find;
use super::{Arg, Lang, tr_with};

/// The parts that have nothing to say are empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Message {
    /// What happened.
    pub what: String,
    /// What is safe.
    pub safe: String,
    /// What to do.
    pub advice: String,
}

impl Message {
    /// The sentence with this key, and its attributes `.safe` and `.advice`.
    pub fn of(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> Self {
        let part = |name| find(lang, key, Some(name), args).unwrap_or_default();
        Self { what: tr_with(lang, key, args), safe: part("safe"), advice: part("advice") }
    }

    /// All of it, as one reads it.
    pub fn text(&self) -> String {
        let parts = [&*self.what, &*self.safe, &*self.advice];
        let said: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        said.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happened_comes_first_then_what_is_safe_then_what_to_do() {
        let message = Message::of(Lang::Da, "error-exists", &[("path", "a.sagstakt".into())]);
        assert_eq!(message.safe, "Den er ikke rørt.");
        let text = "Der ligger allerede en fil: a.sagstakt. Den er ikke rørt. Vælg et andet navn.";
        assert_eq!(message.text(), text);
        let whole = Message::of(Lang::Da, "refusal-overlap", &[]);
        assert_eq!(whole.text(), whole.what);
    }
}
