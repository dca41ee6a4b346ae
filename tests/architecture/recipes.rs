//! The recipes of CONTRIBUTING.md against the sources: a file it names is there, and every file that a sample of the
//! thing is named in is on its list. So a recipe is as short as the house is good.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::assert_none;
use super::house::HOUSE;

/// A recipe's heading, and how its sample is written in the sources.
struct Recipe {
    heading: &'static str,
    sample: &'static [&'static str],
    /// Files beside tests that the issue of the redesign allows, `.ftl` not counted.
    at_most: usize,
}

const RECIPES: &[Recipe] = &[
    Recipe { heading: "## A figure", sample: &["NetChange", "net_change"], at_most: 6 },
    Recipe { heading: "## A page", sample: &["Page::Waiting", "waiting_ui"], at_most: 7 },
    Recipe { heading: "## An export writer", sample: &["Form::Html", "Self::Html"], at_most: 6 },
    Recipe { heading: "## A kind of chart", sample: &["WeekBands", "WEEK_BANDS"], at_most: 6 },
    Recipe { heading: "## A language", sample: &["ENGLISH", "en-GB"], at_most: 3 },
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn contributing() -> String {
    fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap()
}

/// The files of a recipe: what stands in backticks at the beginning of its list's items.
fn files_of(text: &str, heading: &str) -> BTreeSet<String> {
    let heading = format!("\n{heading}\n");
    let rest = text.split_once(&heading).map(|it| it.1).unwrap_or_default();
    let own = rest.split("\n## ").next().unwrap_or_default();
    let items = own.lines().filter(|it| it.starts_with(|first: char| first.is_ascii_digit()));
    items.filter_map(|it| it.split('`').nth(1)).map(str::to_owned).collect()
}

/// The product's files in which one of the words stands before the tests.
fn naming(words: &[&str]) -> BTreeSet<String> {
    let sources = HOUSE.sources.values().filter(|it| !it.is_test);
    let names =
        sources.filter(|it| it.code().any(|line| words.iter().any(|word| line.1.contains(word))));
    names.map(|it| format!("src/{}", it.path)).collect()
}

#[test]
fn a_recipe_names_the_files_in_which_its_sample_stands() {
    let text = contributing();
    let mut offences = Vec::new();
    for Recipe { heading, sample, at_most } in RECIPES {
        let listed = files_of(&text, heading);
        if listed.is_empty() {
            offences.push(format!("{heading}: there is no such recipe"));
        }
        let code = listed.iter().filter(|it| !it.starts_with("assets/locales/"));
        if *at_most < code.count() {
            offences.push(format!("{heading}: more than {at_most} files"));
        }
        for path in &listed {
            // `<name>` stands for the new one's own.
            if !path.contains('<') && !root().join(path).exists() {
                offences.push(format!("{heading}: {path} is not there"));
            }
        }
        let found = naming(sample);
        if found.is_empty() {
            offences.push(format!("{heading}: the sample {sample:?} stands nowhere"));
        }
        for path in found.difference(&listed) {
            offences.push(format!(
                "{heading}: {path} names {sample:?}; CONTRIBUTING.md does not tell to change it"
            ));
        }
    }
    assert_none(&offences);
}

#[test]
fn a_planted_recipe_is_read() {
    let text = "x\n## A figure\n\n1. `a.rs`: its name.\n2. `b/<name>.rs`: how.\n\nAnd `c.rs`.\n\n## A page\n1. `d.rs`\n";
    let files = files_of(text, "## A figure");
    assert_eq!(files.into_iter().collect::<Vec<_>>(), ["a.rs", "b/<name>.rs"]);
}
