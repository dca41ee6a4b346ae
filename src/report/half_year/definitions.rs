//! What the figures of this document mean: exactly those that stand in it, in the words of the definitions.

use std::collections::BTreeSet;

use super::composer::Composer;
use super::section::keys;
use crate::measure::{Key, Ratio};
use crate::text::{figures, number};

/// In the order of the tables.
pub fn definitions(of: &Composer<'_>) -> Vec<[String; 2]> {
    let mut used: BTreeSet<Key> = of.overview.units.iter().flat_map(keys).collect();
    used.insert(Key::Coverage);
    let settings = of.request.snapshot.settings();
    let week = number::decimal(of.lang(), Ratio::thousandths(settings.standard_week().0));
    let least = settings.least_months().to_string();
    let args = [("week", week.as_str().into()), ("least", least.as_str().into())];
    let meaning = |key: Key| figures::definition(of.lang(), key, &args);
    let mut all: Vec<[String; 2]> =
        used.into_iter().map(|it| [figures::label(of.lang(), it), meaning(it)]).collect();
    for key in ["chance", "signal"] {
        let words = |part: &str| of.word(&format!("definition-{key}{part}"));
        all.push([words("-term"), words("")]);
    }
    all
}
