//! Files: `mod.rs` is a face, modules have one style, and a name says what stands behind it.

use std::collections::BTreeSet;

use super::assert_none;
use super::house::{HOUSE, ItemKind, Source};

/// Rooms in which a `mod.rs` still holds more than a face, and how many do. A number may only fall.
const STILL: &[(&str, usize)] = &[("import", 1)];

#[test]
fn a_mod_file_is_a_face() {
    let faces = HOUSE.sources.values().filter(|it| it.path.ends_with("mod.rs") && !it.is_test);
    let offences: Vec<(&str, String)> = faces
        .filter_map(|it| Some((it.room(), format!("{}: {}", it.path, more_than_a_face(it)?))))
        .collect();
    super::sizes::may_only_fall(STILL, &offences);
}

/// Modules, re-exports and at most one type with what it can do; anything else is named.
fn more_than_a_face(source: &Source) -> Option<String> {
    let (others, types): (Vec<_>, Vec<_>) =
        source.items.iter().partition(|it| it.kind == ItemKind::Other);
    let types: BTreeSet<&str> = types.iter().map(|it| it.name.as_str()).collect();
    let mut found: Vec<&str> = others.iter().map(|it| it.name.as_str()).collect();
    if 1 < types.len() {
        found.extend(types);
    }
    (!found.is_empty()).then(|| found.join(", "))
}

#[test]
fn modules_have_one_style() {
    let has_folder = |source: &&Source| {
        let folder = source.path.trim_end_matches(".rs").to_owned() + "/";
        HOUSE.sources.values().any(|it| it.path.starts_with(&folder))
    };
    let offences: Vec<(&str, String)> = HOUSE
        .sources
        .values()
        .filter(has_folder)
        .map(|it| (it.room(), format!("{}: its folder wants it as mod.rs", it.path)))
        .collect();
    super::sizes::may_only_fall(STILL_BESIDE, &offences);
}

/// Rooms with an `x.rs` beside `x/`, and how many have.
const STILL_BESIDE: &[(&str, usize)] = &[];

#[test]
fn every_file_says_what_it_is_for() {
    let silent = HOUSE.sources.values().filter(|it| !it.text.starts_with("//! "));
    let offences: Vec<String> =
        silent.map(|it| format!("{}: starts without a `//!` sentence", it.path)).collect();
    assert_none(&offences);
}

#[test]
fn no_room_is_for_everything() {
    let banned = ["utils", "util", "helpers", "helper", "common", "types", "misc"];
    let is_banned =
        |path: &str| path.trim_end_matches(".rs").split('/').any(|part| banned.contains(&part));
    let paths = HOUSE.sources.values().map(|it| it.path.clone());
    assert_none(&paths.filter(|it| is_banned(it)).collect::<Vec<_>>());
}
