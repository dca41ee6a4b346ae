//! What the figures of this document mean: exactly those that stand in it, in the words of the definitions.

use std::collections::BTreeSet;

use super::Composer;
use super::section::Section;
use crate::measure::Key;
use crate::text::figures;

impl Composer<'_> {
    /// In the order of the tables.
    pub fn definitions(&self) -> Vec<[String; 2]> {
        let mut used = BTreeSet::new();
        for unit in &self.overview.units {
            used.extend(Section::new(*self, unit).keys());
        }
        used.insert(Key::Coverage);
        let settings = self.request.snapshot.settings();
        let week = crate::text::number::decimal(
            self.lang(),
            crate::measure::Ratio::thousandths(settings.standard_week().0),
        );
        let least = settings.least_months().to_string();
        let meaning = |key: Key| {
            let args = [("week", week.as_str().into()), ("least", least.as_str().into())];
            figures::definition(self.lang(), key, &args)
        };
        let mut all: Vec<[String; 2]> =
            used.into_iter().map(|it| [figures::label(self.lang(), it), meaning(it)]).collect();
        for key in ["chance", "signal"] {
            let words = |part: &str| self.word(&format!("definition-{key}{part}"));
            all.push([words("-term"), words("")]);
        }
        all
    }
}
