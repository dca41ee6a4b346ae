//! Letters that the bundled type face lacks: a mark stands in their place, and their author is told.

use std::collections::BTreeSet;

use unicode_normalization::char::is_combining_mark;

use super::data;
use super::workshop::has_letter;
use crate::report::Document;

/// Stands where a letter cannot be drawn: the first of these that can.
const STAND_INS: [char; 2] = ['\u{25A1}', '?'];

/// The text with a mark in place of what cannot be drawn; a file for archives may not hold such a letter.
pub fn drawable(text: &str) -> String {
    let stand_in = STAND_INS.into_iter().find(|it| has_letter(*it)).unwrap_or('?');
    text.chars().map(|it| if has_letter(it) { it } else { stand_in }).collect()
}

/// The same for a drawing, without accents that have no letter of their own with what they stand on: the typesetter
/// cannot say in a drawing which letters such a sign is of, and an archive takes no file with one. The
/// words stand whole in the tables.
pub fn drawable_drawing(svg: &str) -> String {
    drawable(svg).chars().filter(|it| !is_combining_mark(*it)).collect()
}

/// Every letter of a document that its PDF cannot show, once, in order.
pub fn missing_letters(document: &Document) -> String {
    let words = data::of(document).to_string();
    let missing: BTreeSet<char> = words.chars().filter(|it| !has_letter(*it)).collect();
    missing.into_iter().collect()
}
