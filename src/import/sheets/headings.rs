//! Looks a heading up among the words we know: spelled so, nearly so, or as part of it. A sheet has thousands of cells
//! that could be headings, so what can be known beforehand of the words is kept.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use strsim::damerau_levenshtein;

use super::vocabulary::HEADINGS;
use crate::book::draft::Column;

/// A heading that we know.
struct Name {
    text: &'static str,
    column: Column,
    letters: u64,
}

/// The headings in their order, their places by what they are called, and by how many letters they have.
struct Index {
    names: Vec<Name>,
    places: BTreeMap<&'static str, usize>,
    lengths: BTreeMap<usize, Vec<usize>>,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let each =
            HEADINGS.iter().flat_map(|(column, names)| names.iter().map(|it| (*column, *it)));
        let mut index =
            Index { names: Vec::new(), places: BTreeMap::new(), lengths: BTreeMap::new() };
        for (column, text) in each {
            // What is written twice means what stands first.
            index.places.entry(text).or_insert(index.names.len());
            let (length, letters) = (text.chars().count(), letters(text));
            index.lengths.entry(length).or_default().push(index.names.len());
            index.names.push(Name { text, column, letters });
        }
        index
    })
}

/// Which letters a text has, as bits: a slip puts in or takes out one at most, a mistaken letter both.
fn letters(text: &str) -> u64 {
    text.chars().fold(0, |bits, it| bits | 1 << (u32::from(it) % 64))
}

/// The heading that is spelled so; `folded` as everywhere here.
pub fn same(folded: &str) -> Option<Column> {
    let index = index();
    index.places.get(folded).and_then(|it| index.names.get(*it)).map(|it| it.column)
}

/// One slip in five letters or more, two in ten or more; the nearest heading, if there is one such.
pub fn near(folded: &str) -> Option<Column> {
    let length = folded.chars().count();
    let allowed = if 10 <= length { 2 } else { 1 };
    if length < 5 {
        return None;
    }
    let (own, index) = (letters(folded), index());
    let mut best: Option<(usize, usize)> = None;
    for place in index.lengths.range(5.max(length - allowed)..=length + allowed).flat_map(|it| it.1)
    {
        let Some(name) = index.names.get(*place) else { continue };
        if 2 * allowed < (name.letters ^ own).count_ones() as usize {
            continue;
        }
        let found = (damerau_levenshtein(name.text, folded), *place);
        if found.0 <= allowed && best.is_none_or(|it| found < it) {
            best = Some(found);
        }
    }
    best.and_then(|it| index.names.get(it.1)).map(|it| it.column)
}

/// The longest known heading of two words or more that stands in a longer one.
pub fn within(folded: &str) -> Option<Column> {
    let index = index();
    let gaps: Vec<usize> = folded.match_indices(' ').map(|it| it.0).collect();
    let begins = std::iter::once(0).chain(gaps.iter().map(|it| it + 1));
    let mut best: Option<(usize, usize)> = None;
    for from in begins {
        let ends = gaps.iter().copied().chain([folded.len()]).filter(|it| from < *it).skip(1);
        for text in ends.filter_map(|to| folded.get(from..to)) {
            let Some(place) = index.places.get(text) else { continue };
            let longer =
                |it: (usize, usize)| it.0 < text.len() || it.0 == text.len() && *place < it.1;
            if best.is_none_or(longer) {
                best = Some((text.len(), *place));
            }
        }
    }
    best.and_then(|it| index.names.get(it.1)).map(|it| it.column)
}
