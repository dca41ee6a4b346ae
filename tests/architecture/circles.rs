//! No circle between files: whoever reads a file has read all that it stands on.

use std::collections::{BTreeMap, BTreeSet};

use super::assert_none;
use super::house::{HOUSE, House, Module};

/// Rooms in which files still stand in circles, and how many do. A number may only fall; a room that has none is taken off.
const STILL: &[(&str, usize)] = &[("import", 25)];

#[test]
fn no_file_stands_on_itself() {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for circle in circles(&HOUSE) {
        for file in &circle {
            let room = file.split('/').next().unwrap_or_default().to_owned();
            found.entry(room).or_default().push(format!("{file} (of {})", circle.len()));
        }
    }
    let mut offences = Vec::new();
    for (room, files) in &found {
        let still = STILL.iter().find(|it| it.0 == room).map_or(0, |it| it.1);
        if still != files.len() {
            let n = files.len();
            offences.push(format!("{room}: {n} in circles, {still} listed: {}", files.join(", ")));
        }
    }
    let gone = STILL.iter().filter(|it| !found.contains_key(it.0));
    offences.extend(gone.map(|it| format!("{}: no circle is left: take it off the list", it.0)));
    assert_none(&offences);
}

#[test]
fn a_planted_circle_is_found() {
    let house = |files: &[(&str, &str)]| {
        House::of(files.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect())
    };
    let up = "//! A.\nmod b;\npub use self::b::B;\npub struct A(B);";
    let parent = house(&[("a/mod.rs", up), ("a/b.rs", "//! B.\nuse super::A;\npub struct B;")]);
    assert_eq!(circles(&parent), [["a/b.rs", "a/mod.rs"]]);

    let face = "//! A.\nmod b;\nmod c;\npub use self::b::B;\npub use self::c::C;";
    let (b, c) = ("//! B.\nuse super::C;", "//! C.\nfn c() { vec![crate::a::B]; }");
    let through_a_face = house(&[("a/mod.rs", face), ("a/b.rs", b), ("a/c.rs", c)]);
    assert_eq!(circles(&through_a_face), [["a/b.rs", "a/c.rs"]]);

    let through_a_module = "//! C.\nuse super::b;\nfn c() -> b::B {}";
    let named = house(&[("a/mod.rs", face), ("a/b.rs", b), ("a/c.rs", through_a_module)]);
    assert_eq!(circles(&named), [["a/b.rs", "a/c.rs"]]);

    let tested = "//! B.\n#[cfg(test)]\nmod tests { use super::super::C; }";
    let only_tests = house(&[("a/mod.rs", face), ("a/b.rs", tested), ("a/c.rs", c)]);
    assert!(circles(&only_tests).is_empty());
}

/// The files that can reach themselves, circle by circle.
fn circles(house: &House) -> Vec<Vec<String>> {
    let files = || house.sources.iter().filter(|it| !it.1.is_test);
    let arrows: BTreeMap<&Module, BTreeSet<Module>> =
        files().map(|(module, source)| (module, house.arrows(module, source))).collect();
    let reach: BTreeMap<&Module, BTreeSet<&Module>> =
        arrows.keys().map(|it| (*it, reached(&arrows, it))).collect();
    let mut left: BTreeSet<&Module> =
        reach.iter().filter(|(from, to)| to.contains(*from)).map(|it| *it.0).collect();
    let mut circles = Vec::new();
    while let Some(first) = left.first().copied() {
        let mutual = |it: &&&Module| reach[first].contains(**it) && reach[**it].contains(first);
        let circle: BTreeSet<&Module> = left.iter().filter(mutual).copied().collect();
        left.retain(|it| !circle.contains(it));
        let mut paths: Vec<_> = circle.iter().map(|it| house.sources[*it].path.clone()).collect();
        paths.sort();
        circles.push(paths);
    }
    circles
}

fn reached<'a>(
    arrows: &'a BTreeMap<&Module, BTreeSet<Module>>,
    from: &Module,
) -> BTreeSet<&'a Module> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&Module> = arrows[from].iter().collect();
    while let Some(module) = next.pop() {
        if reached.insert(module) {
            next.extend(arrows.get(module).into_iter().flatten());
        }
    }
    reached
}
