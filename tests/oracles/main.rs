//! Every case of the oracle folder: what other packages answered, or where we differ what we answer
//! instead and why. The functions asked are those whose numbers are printed.
//!
//! The folder stays outside the project: it holds numbers of third parties. `SAGSTAKT_ORACLES`
//! names another one with cases of the same methods.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    reason = "a test stops where something is not as expected and says what it left out"
)]

mod answer;
mod charts;
mod compare;
#[path = "../readings/hand.rs"]
mod hand;
mod input;
mod numbers;
mod waits;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

use crate::answer::{NO_LONGER, answer};

/// The folder of cases, and whether it is the shared one, whose cases are counted.
fn folder() -> Option<(PathBuf, bool)> {
    if let Some(named) = std::env::var_os("SAGSTAKT_ORACLES") {
        return Some((named.into(), false));
    }
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let named = std::env::var_os("SAGSTAKT_SHARED").map(PathBuf::from);
    let is_named = named.is_some();
    let folder = named.unwrap_or(beside).join("oracles");
    (is_named || folder.is_dir()).then_some((folder, true))
}

fn cases(folder: &Path) -> BTreeMap<String, Value> {
    let Ok(files) = std::fs::read_dir(folder) else { return BTreeMap::new() };
    let paths = files.map(|file| file.unwrap().path());
    let is_case = |path: &PathBuf| {
        path.extension().is_some_and(|it| it == "json") && !path.ends_with("INDEX.json")
    };
    let read = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        (name, serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
    };
    paths.filter(is_case).map(read).collect()
}

fn main() -> ExitCode {
    let Some((folder, is_shared)) = folder() else {
        println!(
            "oracles ... ignored: ../shared/oracles is not there, and neither SAGSTAKT_SHARED nor SAGSTAKT_ORACLES names a folder"
        );
        return ExitCode::SUCCESS;
    };
    let cases = cases(&folder);
    let mut failed = Vec::new();
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, case) in &cases {
        let method = case["method"].as_str().unwrap_or_default();
        let listed = NO_LONGER.iter().find(|it| it.0 == method);
        let wrong = match (listed, case["status"].as_str()) {
            (Some(_), _) if answer(case).is_some() => {
                vec!["listed as no longer answered, and answered".to_owned()]
            }
            (Some(listed), _) => {
                *left.entry(listed.0).or_default() += 1;
                continue;
            }
            (None, Some("normative")) => compare::compare(case, &case["expected"]),
            (None, Some("informative")) => compare::informative(name, case),
            (None, _) => vec!["neither normative nor informative".to_owned()],
        };
        if !wrong.is_empty() {
            let first = wrong.iter().take(4).cloned().collect::<Vec<_>>().join("\n    ");
            failed.push(format!("{name}: {} differences\n    {first}", wrong.len()));
        }
    }
    let n_left: usize = left.values().sum();
    if cases.len() == n_left {
        failed.push(format!("no case to answer in {}", folder.display()));
    }
    if is_shared && left != NO_LONGER.iter().copied().collect() {
        failed.push(format!("the list of methods no longer answered is not exact: {left:?}"));
    }
    println!("{} cases of {}", cases.len(), folder.display());
    println!("{n_left} of methods no longer answered: {}", list(&left));
    println!("{} answered, {} of them wrong", cases.len() - n_left, failed.len());
    println!("{}", failed.join("\n"));
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn list(left: &BTreeMap<&str, usize>) -> String {
    left.iter().map(|(method, n)| format!("{method} {n}")).collect::<Vec<_>>().join(", ")
}
