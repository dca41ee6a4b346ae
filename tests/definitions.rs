//! Every figure against the expected figures of the shared folder.

#![expect(
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test may stop, and says what it compared"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sagstakt::domain::{Period, Snapshot};
use sagstakt::export::overview_json;
use sagstakt::report::compose;
use serde_json::Value;

mod support;

/// What a change and a signal say beside what the expected ones say.
const BESIDE: [&str; 7] =
    ["more_than_chance", "p", "ratio_interval", "run_from", "run_to", "side", "sentence"];

/// What differs, as lines to read.
#[derive(Default)]
struct Findings {
    compared: usize,
    lines: Vec<String>,
}

impl Findings {
    #[track_caller]
    fn finish(self) {
        println!("{} values compared", self.compared);
        assert!(self.compared != 0, "nothing was compared");
        let shown = self.lines.iter().take(40).cloned().collect::<Vec<_>>();
        assert!(self.lines.is_empty(), "{} differ:\n{}", self.lines.len(), shown.join("\n"));
    }

    /// Numbers within a relative 1e-9, all else equal; objects with the same keys in the same order.
    fn compare(&mut self, place: &str, ours: &Value, expected: &Value) {
        match (ours, expected) {
            (Value::Object(a), Value::Object(b)) => {
                let of_truth = |it: &&String| !BESIDE.contains(&it.as_str());
                let a_keys: Vec<_> = a.keys().filter(of_truth).collect();
                let b_keys: Vec<_> = b.keys().collect();
                if a_keys != b_keys {
                    self.lines.push(format!("{place}: keys {a_keys:?}, expected {b_keys:?}"));
                }
                for (key, expected) in b {
                    let ours = a.get(key).unwrap_or(&Value::Null);
                    self.compare(&format!("{place} {key}"), ours, expected);
                }
            }
            (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
                for (at, (ours, expected)) in a.iter().zip(b).enumerate() {
                    self.compare(&format!("{place}[{at}]"), ours, expected);
                }
            }
            _ => {
                self.compared += 1;
                if !alike(ours, expected) {
                    self.lines.push(format!("{place}: {ours}, expected {expected}"));
                }
            }
        }
    }
}

fn alike(ours: &Value, expected: &Value) -> bool {
    match (ours.as_f64(), expected.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * b.abs().max(1e-9),
        _ => ours == expected,
    }
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn overview_files(folder: &Path) -> Vec<(String, PathBuf)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if let Some(period) = name.strip_prefix("overview-") {
            files.push((period.to_owned(), path));
        }
    }
    files.sort();
    assert!(!files.is_empty(), "no overviews in {}", folder.display());
    files
}

/// Without the figure that was defined after the expected ones were computed; the last test here follows it.
fn ours(snapshot: &Snapshot, period: &str) -> Value {
    let mut overview = with_net_change(snapshot, period);
    for unit in overview.as_array_mut().unwrap() {
        for figures in unit.as_object_mut().unwrap().values_mut().filter_map(Value::as_object_mut) {
            figures.shift_remove("net_change");
        }
    }
    overview
}

fn with_net_change(snapshot: &Snapshot, period: &str) -> Value {
    overview_json(&compose(snapshot, Period::parse(period).unwrap(), None))
}

fn compare_folder(data: &str, truth: &str) {
    let shared = support::shared("data");
    let snapshot = support::load(&shared.join(data));
    let mut findings = Findings::default();
    for (period, path) in overview_files(&shared.join("truth").join(truth)) {
        findings.compare(&period, &ours(&snapshot, &period), &read(&path));
    }
    findings.finish();
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn the_half_years_of_the_sample() {
    compare_folder("sample", "");
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn a_unit_with_bands_only() {
    compare_folder("variants/bands", "variants/bands");
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn a_unit_with_typed_means_only() {
    compare_folder("variants/typed", "variants/typed");
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn the_worked_examples() {
    compare_folder("variants/worked", "variants/worked");
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn a_real_series_of_waiting_lists() {
    compare_folder("real/camhs", "real-camhs");
}

/// The expected months, quarters and years hold figures only, and months are not shown.
fn compare_periods(file: &str, period_key: &str) {
    let shared = support::shared("data");
    let snapshot = support::load(&shared.join("sample"));
    let expected = read(&shared.join("truth/months").join(file));
    let mut findings = Findings::default();
    for unit in expected.as_array().unwrap() {
        let period = unit[period_key].as_str().unwrap();
        let overview = ours(&snapshot, period);
        let found = overview.as_array().unwrap().iter().find(|it| it["unit"] == unit["unit"]);
        let mut figures = found.unwrap()["figures"].clone();
        if period_key == "month" {
            for figure in figures.as_object_mut().unwrap().values_mut() {
                figure.as_object_mut().unwrap().shift_remove("shown");
            }
        }
        let place = format!("{period} {}", unit["unit"]);
        findings.compare(&place, &figures, &unit["figures"]);
    }
    findings.finish();
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn every_month_of_the_sample() {
    compare_periods("months.json", "month");
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn every_quarter_of_the_sample() {
    compare_periods("quarters.json", "quarter");
}

#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn every_year_of_the_sample() {
    compare_periods("years.json", "year");
}

/// What the corrections change, and nothing else.
#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn figures_after_the_corrections() {
    let shared = support::shared("data");
    let before = support::load(&shared.join("sample"));
    let mut after = before.clone();
    support::add(&mut after, &shared.join("corrections/rettelser.csv"));
    let expected = read(&shared.join("truth/revisions/after-correction.json"));
    let mut findings = Findings::default();
    let mut announced = Vec::new();
    for it in expected.as_array().unwrap() {
        let text = |key: &str| it[key].as_str().unwrap().to_owned();
        let (period, unit, block, key) =
            (text("half_year"), text("unit"), text("block"), text("key"));
        let place = format!("{period} {unit} {block} {key}");
        for (snapshot, side) in [(&before, "old"), (&after, "new")] {
            let overview = ours(snapshot, &period);
            let units = overview.as_array().unwrap();
            let found = units.iter().find(|it| it["unit"] == unit.as_str()).unwrap();
            let figure = &found[block.as_str()][key.as_str()];
            for (field, expected) in it[side].as_object().unwrap() {
                findings.compare(&format!("{place} {side} {field}"), &figure[field], expected);
            }
        }
        announced.push(place);
    }
    announced.sort();
    assert_eq!(changed_places(&before, &after), announced);
    findings.finish();
}

/// Every figure, change and signal of every half-year, by its place.
fn places(snapshot: &Snapshot) -> BTreeMap<String, Value> {
    let mut places = BTreeMap::new();
    let halves = (2019..=2026).flat_map(|year| [format!("{year}H1"), format!("{year}H2")]);
    for period in halves {
        for object in ours(snapshot, &period).as_array().unwrap() {
            let unit = object["unit"].as_str().unwrap();
            for block in ["figures", "change", "signal"] {
                let figures = object.get(block).and_then(Value::as_object);
                for (key, figure) in figures.into_iter().flatten() {
                    places.insert(format!("{period} {unit} {block} {key}"), figure.clone());
                }
            }
        }
    }
    places
}

fn changed_places(before: &Snapshot, after: &Snapshot) -> Vec<String> {
    let (old, new) = (places(before), places(after));
    let changed = new.into_iter().filter(|(place, figure)| old[place] != *figure);
    changed.map(|it| it.0).collect()
}

/// Its terms stand in the expected months: two stocks next to each other, and what was moved between.
#[test]
#[cfg_attr(not(shared_folder), ignore = "needs the shared folder")]
fn the_change_without_transfers_follows_from_the_expected_months() {
    let shared = support::shared("data");
    let snapshot = support::load(&shared.join("sample"));
    let months = read(&shared.join("truth/months/months.json"));
    let months = months.as_array().unwrap();
    let (mut computed, mut broken) = (0, 0);
    for month in months {
        let (name, unit) = (month["month"].as_str().unwrap(), &month["unit"]);
        let this = Period::parse(name).unwrap();
        let is_before = |it: &&Value| {
            let other = Period::parse(it["month"].as_str().unwrap()).unwrap();
            it["unit"] == *unit && other == this.previous()
        };
        let stock = |of: &Value| {
            let cases = &of["figures"]["cases"];
            cases["value"].as_i64().filter(|_| cases["status"] == "ok")
        };
        let moved = month["figures"]["net_transferred"]["value"].as_i64().unwrap_or(0);
        let before = months.iter().find(is_before).and_then(stock);
        let expected = stock(month).zip(before).map(|(now, before)| now - before - moved);
        let overview = with_net_change(&snapshot, name);
        let found = overview.as_array().unwrap().iter().find(|it| it["unit"] == *unit).unwrap();
        let figure = &found["figures"]["net_change"];
        if figure["reason"] == "series_break" {
            broken += 1;
            assert_eq!((name, figure["value"].as_i64()), ("2024-01", None));
        } else {
            assert_eq!(figure["value"].as_i64(), expected, "{name} {unit}");
            computed += usize::from(expected.is_some());
        }
    }
    assert!(250 < computed && broken == 3, "{computed} computed, {broken} across a break");
}
