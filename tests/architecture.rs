//! The rules of ARCHITECTURE.md, as tests.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the sources should say so")]

use std::fs;
use std::path::{Path, PathBuf};

const MAX_LINES: usize = 400;

/// Each room with the rooms it may import, in reading order.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("statistics", &[]),
    ("measure", &["domain", "statistics"]),
    ("storage", &["domain"]),
    ("book", &["domain", "storage"]),
    ("import", &["domain", "book"]),
    ("text", &["domain", "measure", "storage", "book", "import"]),
    ("chart", &["domain", "statistics", "text"]),
    ("trends", &["domain", "statistics", "measure", "text", "chart"]),
    ("report", &["domain", "measure", "text", "chart", "trends"]),
    ("export", &["domain", "measure", "book", "import", "text", "chart", "trends", "report"]),
    ("view", &["domain", "measure", "book", "import", "text", "chart", "trends", "report"]),
    ("ui", &["domain", "book", "import", "text", "chart", "report", "export", "view"]),
];

struct Source {
    path: PathBuf,
    room: String,
    text: String,
}

impl Source {
    fn is_test(&self) -> bool {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        name == "tests.rs"
            || name.ends_with("_tests.rs")
            || self.path.iter().any(|it| it == "tests")
    }

    /// The lines before the tests.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self.text.find("#[cfg(test)]").unwrap_or(self.text.len());
        (1..).zip(self.text.get(..end).unwrap_or_default().lines())
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for item in fs::read_dir(folder).unwrap() {
            let path = item.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                let relative = path.strip_prefix(&root).unwrap().to_owned();
                let room = relative.iter().next().unwrap().to_string_lossy().into_owned();
                found.push(Source {
                    text: fs::read_to_string(&path).unwrap(),
                    path: relative,
                    room,
                });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(100 < found.len(), "the sources were not found");
    found
}

/// Reports every offence at once; one run of the test is one round of corrections.
fn assert_none(offences: &[String]) {
    assert!(offences.is_empty(), "\n  {}\n", offences.join("\n  "));
}

#[test]
fn files_are_readable_in_one_sitting() {
    let sources = sources();
    let offences = sources.iter().map(|it| (it, it.text.lines().count()));
    let offences = offences.filter(|(_, n)| MAX_LINES < *n);
    let offences: Vec<String> = offences
        .map(|(it, n)| format!("{}: {n} lines, at most {MAX_LINES}", it.path.display()))
        .collect();
    assert_none(&offences);
}

#[test]
fn every_file_says_what_it_is_for() {
    let sources = sources();
    let offences = sources.iter().filter(|it| !it.text.starts_with("//! "));
    let offences: Vec<String> = offences
        .map(|it| format!("{}: starts without a `//!` sentence", it.path.display()))
        .collect();
    assert_none(&offences);
}

#[test]
fn no_room_is_for_everything() {
    let banned = ["utils", "util", "helpers", "helper", "common", "types", "misc"];
    let sources = sources();
    let offences = sources.iter().filter(|it| {
        let stem = it.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        banned.contains(&stem.as_str())
            || it.path.iter().any(|part| banned.iter().any(|no| part == *no))
    });
    let offences: Vec<String> = offences.map(|it| it.path.display().to_string()).collect();
    assert_none(&offences);
}

#[test]
fn imports_point_downwards() {
    let mut offences = Vec::new();
    for source in sources() {
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == source.room) else {
            continue; // lib.rs, main.rs and cli see everything.
        };
        if source.is_test() {
            continue; // A test may build the whole program around the thing it tests.
        }
        for (n, line) in source.code() {
            for (at, _) in line.match_indices("crate::") {
                let rest = line.get(at + "crate::".len()..).unwrap_or_default();
                let target: String =
                    rest.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
                if target != source.room && !allowed.contains(&target.as_str()) {
                    offences.push(format!(
                        "{}:{n}: {} may not import {target}",
                        source.path.display(),
                        source.room
                    ));
                }
            }
        }
    }
    assert_none(&offences);
}

#[test]
fn each_library_has_its_home() {
    const HOMES: &[(&str, &[&str])] = &[
        ("rusqlite::", &["storage"]),
        ("egui::", &["ui"]),
        ("egui_plot::", &["ui"]),
        ("eframe::", &["ui", "main.rs"]),
        ("rfd::", &["ui"]),
        ("arboard::", &["ui"]),
        ("fluent_bundle::", &["text"]),
        ("icu_collator::", &["text"]),
        ("statrs::", &["statistics"]),
        ("microlp::", &["statistics"]),
        ("lexopt::", &["cli"]),
        ("typst::", &["export"]),
        ("typst_pdf::", &["export"]),
        ("typst_svg::", &["export"]),
        ("rust_xlsxwriter::", &["export"]),
        ("resvg::", &["chart"]),
        ("ttf_parser::", &["chart"]),
        ("calamine::", &["import"]),
        ("strsim::", &["import"]),
    ];
    let mut offences = Vec::new();
    for source in sources() {
        for (name, homes) in HOMES {
            if source.text.contains(name) && !homes.contains(&source.room.as_str()) {
                offences.push(format!(
                    "{}: {name} belongs in {}",
                    source.path.display(),
                    homes.join(", ")
                ));
            }
        }
    }
    assert_none(&offences);
}

#[test]
fn words_stay_in_text() {
    // Names in files are a format, not words: they are listed in one place.
    const FORMATS: &[&str] = &[
        "import/columns.rs",
        "import/encoding.rs",
        "import/sheets/vocabulary.rs",
        "import/sheets/words.rs",
    ];
    let mut offences = Vec::new();
    for source in sources() {
        let path = source.path.display().to_string();
        if source.room == "text" || source.is_test() || FORMATS.contains(&path.as_str()) {
            continue;
        }
        for (n, line) in source.code() {
            let comment = line.trim_start().starts_with("//");
            if !comment && line.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å']) {
                offences.push(format!("{path}:{n}: {}", line.trim()));
            }
        }
    }
    assert_none(&offences);
}

#[test]
fn only_the_clock_reads_the_clock() {
    let mut offences = Vec::new();
    for source in sources() {
        let path = source.path.display().to_string();
        if path == "book/clock.rs" || source.is_test() {
            continue;
        }
        for (n, line) in source.code() {
            if ["Utc::now", "Local::now", "SystemTime::now"].iter().any(|it| line.contains(it)) {
                offences.push(format!("{path}:{n}: {}", line.trim()));
            }
        }
    }
    assert_none(&offences);
}
