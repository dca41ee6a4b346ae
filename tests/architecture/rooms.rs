//! Rooms: an import points to a room above, and each library has its home.

use std::fs;
use std::path::Path;

use super::assert_none;
use super::house::HOUSE;

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
    (
        "cli",
        &[
            "domain", "measure", "storage", "book", "import", "text", "chart", "trends", "report",
            "export", "view", "ui",
        ],
    ),
    ("main.rs", &["cli"]),
];

/// Each library with the rooms that may name it; the rooms above take what those make of it.
const HOMES: &[(&str, &[&str])] = &[
    ("arboard", &["ui"]),
    ("chrono", &["domain", "book", "text"]),
    ("directories", &["ui"]),
    ("eframe", &["ui"]),
    ("egui", &["ui"]),
    ("egui_plot", &["ui"]),
    ("encoding_rs", &["import"]),
    ("fluent_bundle", &["text"]),
    ("gethostname", &["book"]),
    ("icu_collator", &["text"]),
    ("icu_locale_core", &["text"]),
    ("lexopt", &["cli"]),
    ("microlp", &["statistics"]),
    ("notosans", &["chart", "export", "ui"]),
    ("quick_xml", &["import", "export"]),
    ("resvg", &["chart"]),
    ("rfd", &["ui"]),
    ("rusqlite", &["storage"]),
    ("rust_xlsxwriter", &["export"]),
    ("shlex", &["cli"]),
    ("statrs", &["statistics"]),
    ("strsim", &["import"]),
    ("toml", &["import", "cli"]),
    ("ttf_parser", &["chart"]),
    ("typst", &["export"]),
    ("typst_layout", &["export"]),
    ("typst_pdf", &["export"]),
    ("typst_svg", &["export"]),
    ("unic_langid", &["text"]),
    ("unicode_normalization", &["domain", "export"]),
    ("uuid", &["storage"]),
    ("whoami", &["book"]),
    ("xxhash_rust", &["storage"]),
    ("zip", &["import", "export"]),
];

/// Libraries that every room may name: values as data, errors, files that are not half there.
const EVERYWHERE: [&str; 4] = ["serde", "serde_json", "tempfile", "thiserror"];

#[test]
fn imports_point_downwards() {
    let mut offences = Vec::new();
    for (module, source) in &HOUSE.sources {
        if source.path.starts_with("cli/analyse") {
            continue; // It leaves the program.
        }
        if source.is_test || source.path == "lib.rs" {
            continue; // A test may build the whole program around the thing it tests.
        }
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == source.room()) else {
            offences.push(format!("{}: this room is not in the table", source.path));
            continue;
        };
        for path in HOUSE.mentions(module, source) {
            let target = path.first().map_or("", String::as_str);
            let is_room = MAY_IMPORT.iter().any(|it| it.0 == target);
            if is_room && target != source.room() && !allowed.contains(&target) {
                offences.push(format!("{} may not import {}", source.path, path.join("::")));
            }
        }
    }
    assert_none(&offences);
}

#[test]
fn each_library_has_its_home() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let manifest: toml::Table = fs::read_to_string(manifest).unwrap().parse().unwrap();
    let libraries = manifest["dependencies"].as_table().unwrap().keys();
    let libraries: Vec<String> = libraries.map(|it| it.replace('-', "_")).collect();
    let mut offences = Vec::new();
    for library in &libraries {
        let everywhere = EVERYWHERE.contains(&library.as_str());
        if !everywhere && !HOMES.iter().any(|it| it.0 == library) {
            offences.push(format!("{library}: no home is named for it"));
        }
    }
    for (library, homes) in HOMES {
        let mut used = vec![false; homes.len()];
        for (module, source) in &HOUSE.sources {
            if source.is_test || !HOUSE.libraries(module, source).any(|it| it == *library) {
                continue;
            }
            if let Some(at) = homes.iter().position(|it| *it == source.room()) {
                used[at] = true;
            } else {
                let homes = homes.join(", ");
                offences.push(format!("{}: {library} belongs in {homes}", source.path));
            }
        }
        let unused = homes.iter().zip(used).filter(|it| !it.1);
        offences.extend(unused.map(|it| format!("{library}: {} does not use it", it.0)));
    }
    assert_none(&offences);
}

#[test]
fn only_the_clock_reads_the_clock() {
    let mut offences = Vec::new();
    for source in HOUSE.sources.values() {
        if source.path == "book/clock.rs" || source.is_test {
            continue;
        }
        for (n, line) in source.code() {
            if ["Utc::now", "Local::now", "SystemTime::now"].iter().any(|it| line.contains(it)) {
                offences.push(format!("{}:{n}: {}", source.path, line.trim()));
            }
        }
    }
    assert_none(&offences);
}
