//! The committee's profile against the shared tables: what is small is hidden, nothing hidden can be
//! worked out, and nothing is left out that need not be.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test says what went wrong by failing"
)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use sagstakt::domain::{HalfYear, SettingKey, Snapshot};
use sagstakt::measure::suppression::Patience;
use sagstakt::report::prints::{Prints, Profile};
use sagstakt::report::{cell_names, committee_json};
use sagstakt::text::Display;
use serde_json::Value;

/// Every half-year of the sample.
fn half_years() -> Vec<HalfYear> {
    let first = HalfYear::parse("2019H1").unwrap();
    (0..16).map(|it| first.plus(it)).collect()
}

fn sample(threshold: &str) -> Snapshot {
    let mut snapshot = support::sample();
    let shared = std::sync::Arc::make_mut(&mut snapshot.shared);
    shared.settings.set(SettingKey::SuppressionThreshold, Some(threshold.to_owned()));
    snapshot
}

fn tables(snapshot: &Snapshot, half: HalfYear) -> Value {
    let prints = Prints::new(snapshot, half, Profile::Committee, Display::default(), &[]);
    committee_json(&prints, &cell_names(snapshot))
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// Cells by name.
fn cells(tables: &Value) -> BTreeMap<String, &Value> {
    let rows = tables["tables"].as_array().unwrap().iter();
    let rows = rows.flat_map(|it| it["cells"].as_array().unwrap());
    let cells = rows.flat_map(|it| it.as_array().unwrap());
    cells.map(|it| (it["id"].as_str().unwrap().to_owned(), it)).collect()
}

/// Tries the shared attack on files of tables; its own words.
fn attack(files: &[std::path::PathBuf]) -> Option<String> {
    let script = support::shared("data/truth/attack.py");
    let has_scipy = Command::new("python3").args(["-c", "import scipy"]).output();
    if !has_scipy.is_ok_and(|it| it.status.success()) {
        println!("skipped: python3 with scipy is not there");
        return None;
    }
    let output = Command::new("python3").arg(script).args(files).output().unwrap();
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{words}{}", String::from_utf8_lossy(&output.stderr));
    Some(words)
}

#[track_caller]
fn check(threshold: &str, folder: &str) {
    let (snapshot, truth) = (sample(threshold), support::shared(&format!("data/truth/{folder}")));
    let out = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    let (mut more, mut fewer) = (Vec::new(), 0);
    let (mut withdrawn, mut hidden) = (Vec::new(), [0; 2]);
    for half in half_years() {
        let own = tables(&snapshot, half);
        let expected = read(&truth.join(format!("committee-{half}.json")));
        same_cells(half, &own, &expected);
        same_figures(half, &own, &expected, &mut more, &mut fewer);
        for table in own["tables"].as_array().unwrap() {
            if table["withdrawn"] == true {
                withdrawn.push(format!("{half} {}", table["id"].as_str().unwrap()));
            }
        }
        for (count, tables) in hidden.iter_mut().zip([&own, &expected]) {
            *count += cells(tables).values().filter(|it| it["state"] == "secondary").count();
        }
        let file = out.path().join(format!("committee-{half}.json"));
        std::fs::write(&file, own.to_string()).unwrap();
        files.push(file);
    }
    println!("threshold {threshold}: left out on top {more:?}; shown on top {fewer}");
    println!("secondary cells {hidden:?}, tables withdrawn {withdrawn:?}");
    // What is left out on top of the shared tables are percentages of few, and nothing else.
    assert!(more.iter().all(|it| it.ends_with("few_in_share")), "{more:?}");
    if let Some(words) = attack(&files) {
        println!("{}", words.trim());
        assert!(words.contains(" 0 genskabt"), "{words}");
    }
}

/// Values agree where both print one, and what the truth hides as small is hidden here.
fn same_cells(half: HalfYear, own: &Value, expected: &Value) {
    let (own, expected) = (cells(own), cells(expected));
    for (id, cell) in &own {
        let Some(truth) = expected.get(id) else { continue };
        let states = (cell["state"].as_str().unwrap(), truth["state"].as_str().unwrap());
        match states {
            // The truth does not print it at all; here a sign was safe.
            (_, "withdrawn") => {}
            ("shown", "shown") => {
                assert_eq!((&cell["value"], &cell["print"]), (&truth["value"], &truth["print"]));
            }
            (_, "primary" | "missing") | ("primary" | "missing", _) => {
                assert_eq!(states.0, states.1, "{half} {id}");
            }
            _ => {}
        }
    }
}

fn same_figures(
    half: HalfYear,
    own: &Value,
    expected: &Value,
    more: &mut Vec<String>,
    fewer: &mut usize,
) {
    for (unit, figures) in expected["figures"].as_object().unwrap() {
        for (key, truth) in figures.as_object().unwrap() {
            let mine = &own["figures"][unit][key];
            let reasons = (mine["reason"].as_str(), truth["reason"].as_str());
            match reasons {
                (None, None) | (Some(_), Some("secondary" | "total_hidden")) => {}
                (None, Some("secondary" | "total_hidden")) => *fewer += 1,
                // It follows the count of those waiting, which the truth hid to protect another.
                (None, Some("count"))
                    if key == "clearance_time"
                        && expected["figures"][unit]["waiting"]["reason"] == "secondary" =>
                {
                    *fewer += 1;
                }
                (Some(why), None) => more.push(format!("{half} {unit} {key} {why}")),
                (mine, truth) => assert_eq!(mine, truth, "{half} {unit} {key}"),
            }
        }
    }
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn the_sample_with_threshold_5() {
    check("5", "committee");
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn the_sample_with_threshold_3() {
    check("3", "committee-threshold-3");
}

/// Relations among one distribution of a unit and its total, beyond that its bands add up. Those with
/// coefficients of 1 and no total say a share; others a mean or a quantile.
fn from_figures(own: &Value, kind: &str, unit: &str, total: &str) -> (usize, usize) {
    let bands = format!("{kind}_band");
    let inner = |name: &str| {
        name == total || name.starts_with(&bands) && name.split(':').nth(1) == Some(unit)
    };
    let (mut shares, mut others) = (0, 0);
    for relation in own["relations"].as_array().unwrap() {
        let terms = relation["terms"].as_array().unwrap();
        let names = || terms.iter().map(|it| it[1].as_str().unwrap());
        if !relation["equals"].is_null() || !names().all(inner) {
            continue;
        }
        if terms.iter().all(|it| it[0] == 1) && !names().any(|it| it == total) {
            shares += 1;
        } else {
            others += 1;
        }
    }
    (shares, others)
}

/// A mean that is not printed is not to be had from the relations either.
#[test]
fn no_relation_comes_from_a_figure_that_is_left_out() {
    let snapshot = sample("5");
    let mut found = Vec::new();
    for half in half_years() {
        let own = tables(&snapshot, half);
        for (unit, figures) in own["figures"].as_object().unwrap() {
            let started = (half.to_string(), "wait_started", "within_target_started");
            let waiting = (half.last_month().to_string(), "wait_so_far", "within_target_waiting");
            for (kind, (when, stem, share)) in [("started", started), ("waiting", waiting)] {
                let total = format!("{kind}:{unit}:{when}");
                let (shares, others) = from_figures(&own, kind, unit, &total);
                let shows = |key: &str| figures[key]["state"] == "shown";
                let mut quantities = ["mean", "median", "p90"].iter();
                let quantity = quantities.any(|it| shows(&format!("{stem}_{it}")));
                found.push((quantity, others, format!("{half} {total}")));
                found.push((shows(share), shares, format!("{half} {total}, share")));
            }
        }
    }
    let hidden = found.iter().filter(|it| !it.0).count();
    let shown: usize = found.iter().filter(|it| it.0).map(|it| it.1).sum();
    let leaks: Vec<_> = found.iter().filter(|it| !it.0 && 0 < it.1).collect();
    println!("{hidden} left out, {shown} relations from what is shown, {} leaks", leaks.len());
    assert!(0 < hidden && 0 < shown);
    assert!(leaks.is_empty(), "{leaks:?}");
}

/// How many counts are printed, and how many have a sign in their place.
fn printed(tables: &Value) -> [usize; 2] {
    let cells = cells(tables);
    let count = |of: &[&str]| {
        cells.values().filter(|it| of.contains(&it["state"].as_str().unwrap())).count()
    };
    [count(&["shown"]), count(&["primary", "secondary"])]
}

/// What cannot be proven safe with what may be spent is left out, until what is left can be; running out
/// of moves, of nodes and of time are all the same.
#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn what_is_not_proven_safe_before_the_end_of_the_patience_is_hidden() {
    let snapshot = sample("5");
    let all = Patience::default();
    let budgets = [
        all,
        Patience { moves: 60, nodes: 0, ..all },
        Patience { moves: 0, nodes: 0, ..all },
        Patience { moves: 0, nodes: 4, time: std::time::Duration::ZERO },
    ];
    let out = tempfile::tempdir().unwrap();
    let mut found = Vec::new();
    for patience in budgets {
        let (mut counts, mut files) = ([0; 2], Vec::new());
        for half in half_years().into_iter().skip(8) {
            let display = Display::default();
            let prints =
                Prints::within(&snapshot, half, Profile::Committee, display, &[], patience);
            let tables = committee_json(&prints, &cell_names(&snapshot));
            let own = printed(&tables);
            counts = [counts[0] + own[0], counts[1] + own[1]];
            files.push(out.path().join(format!("{half}.json")));
            std::fs::write(files.last().unwrap(), tables.to_string()).unwrap();
        }
        if let Some(words) = attack(&files) {
            assert!(words.contains(" 0 genskabt"), "{patience:?}: {words}");
        }
        println!("{patience:?}: {} printed, {} hidden by a sign", counts[0], counts[1]);
        found.push(counts);
    }
    // The less can be spent, the less is printed.
    let printed: Vec<usize> = found.iter().map(|it| it[0]).collect();
    assert!(printed[0] > printed[1] && printed[1] > printed[2], "{found:?}");
    assert!(printed[3] <= printed[1], "{found:?}");
}
