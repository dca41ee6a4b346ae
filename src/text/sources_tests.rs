//! The sources as text: what is asked of all of them, and the cases of an enumeration as its source names them.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    paths.flat_map(|it| if it.is_dir() { files(&it) } else { vec![it] }).collect()
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Each file without its tests and comments, by its path.
pub fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for path in files(&source()) {
        let name = path.display().to_string().replace('\\', "/");
        if !name.ends_with("tests.rs") && !name.contains("/tests/") {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code = code.lines().filter(|it| !it.trim_start().starts_with("//"));
            found.push((name, code.collect::<Vec<_>>().join("\n")));
        }
    }
    assert!(100 < found.len(), "the sources were not found");
    found
}

/// Fails where the list lacks a case of the enumeration of this name in a room.
#[track_caller]
pub fn assert_whole<T: Debug>(list: &[T], room: &str, name: &str) {
    let head = format!("pub enum {name} {{\n");
    let texts =
        files(&source().join(room)).into_iter().map(|it| std::fs::read_to_string(it).unwrap());
    let source = texts.into_iter().find(|it| it.contains(&head)).unwrap();
    let body = source.split(&head).nth(1).and_then(|it| it.split("\n}").next()).unwrap();
    let is_case = |line: &&str| line.starts_with(|it: char| it.is_ascii_uppercase());
    let cases = body.lines().filter_map(|it| it.strip_prefix("    ")).filter(is_case);
    let cases: BTreeSet<String> = cases.map(first_word).collect();
    let listed = list.iter().map(|it| first_word(&format!("{it:?}"))).collect();
    let missing: Vec<&String> = cases.difference(&listed).collect();
    assert!(!cases.is_empty() && missing.is_empty(), "{name}: {missing:?} are not tried");
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|it| it.is_alphanumeric()).collect()
}
