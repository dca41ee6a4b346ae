//! What comments cite, and what Cargo.toml and the sources promise, stands in the repository.

use std::fs;
use std::path::Path;

use super::assert_none;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Comments say "reading 12" and name pages by file: whoever follows them must arrive.
#[test]
fn what_comments_cite_is_there() {
    let definitions = fs::read_to_string(root().join("docs/definitions.md")).unwrap();
    let is_there = |number: &str| definitions.contains(&format!("\n| {number} |"));
    let mut offences = Vec::new();
    for (path, text) in texts() {
        for number in readings(&text).iter().filter(|it| !is_there(it)) {
            offences.push(format!("{path}: reading {number} is not in docs/definitions.md"));
        }
        for page in pages(&text) {
            if !root().join(&page).exists() && !root().join("docs").join(&page).exists() {
                offences.push(format!("{path}: there is no {page}"));
            }
        }
    }
    assert_none(&offences);
}

#[test]
fn a_planted_citation_is_found() {
    assert_eq!(
        readings("// (reading 12), Readings 3 to 6 and reading 40."),
        ["12", "3", "6", "40"]
    );
    assert_eq!(readings("// reading a line"), Vec::<String>::new());
    assert_eq!(
        pages("//! as in look.md and docs/plan.md, \"a.md\"\nlet b = c.md;"),
        ["look.md", "docs/plan.md", "a.md"]
    );
}

/// Every source and test, with its path.
fn texts() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src"), root().join("tests"), root().join("benches")];
    while let Some(folder) = folders.pop() {
        for item in fs::read_dir(folder).unwrap() {
            let path = item.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("papers.rs")
            {
                let name = path.strip_prefix(root()).unwrap().display().to_string();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found
}

/// The numbers after "reading" and "readings", also the second of "3 to 6" and "3 and 10".
fn readings(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let words: Vec<&str> =
        text.split_whitespace().map(|it| it.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let number = |at: usize| {
        words.get(at).filter(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()))
    };
    for (at, word) in words.iter().enumerate() {
        if matches!(word.to_lowercase().as_str(), "reading" | "readings") {
            let Some(first) = number(at + 1) else { continue };
            found.push((*first).to_owned());
            if words.get(at + 2).is_some_and(|it| matches!(*it, "to" | "and")) {
                found.extend(number(at + 3).map(|it| (*it).to_owned()));
            }
        }
    }
    found
}

/// The names of pages in comments.
fn pages(text: &str) -> Vec<String> {
    let comments =
        text.lines().filter_map(|it| it.split_once("//")).flat_map(|it| it.1.split_whitespace());
    let bare =
        comments.map(|it| it.trim_matches(|c: char| !c.is_alphanumeric() && c != '/' && c != '<'));
    let is_page = |it: &&str| Path::new(it).extension().is_some_and(|end| end == "md");
    bare.filter(is_page).filter(|it| !it.contains("://")).map(str::to_owned).collect()
}

/// "MIT OR Apache-2.0", and the letters are given on with the program.
#[test]
fn the_licences_that_are_promised_are_there() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(manifest.contains("license = \"MIT OR Apache-2.0\""));
    for (path, words) in [
        ("LICENSE-MIT", "Permission is hereby granted"),
        ("LICENSE-APACHE", "Apache License"),
        ("assets/fonts/LICENSE-NOTO-SANS.txt", "SIL OPEN FONT LICENSE"),
    ] {
        assert!(fs::read_to_string(root().join(path)).unwrap().contains(words), "{path}");
    }
}

/// What the build script saw still holds: a folder that came later is not passed over in silence.
#[test]
fn the_shared_folder_is_used_where_it_is() {
    let is_there = root().join("../shared").is_dir();
    assert!(cfg!(shared_folder) || !is_there, "it came after the build: touch build.rs");
}
