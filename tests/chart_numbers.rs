//! One number on every surface: the picture's data attributes, the window's view model, the copied table
//! and `overview --json` say the same of every month and half-year of the sample.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what went wrong by failing"
)]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use resvg::usvg::roxmltree::Document;
use sagstakt::book::Book;
use sagstakt::chart::{At, Chart};
use sagstakt::domain::{HalfYear, TargetMetric};
use sagstakt::export::table_text;
use sagstakt::text::Lang;
use sagstakt::view::{TrendChoice, TrendModel, TrendQuery, trend_model};
use serde_json::Value;
use support::sagstakt;

/// Series and place on the axis → the number, as shown, and what it is made of.
type Numbers = BTreeMap<(String, String), (Option<f64>, String, String)>;

struct Desk {
    folder: tempfile::TempDir,
    db: String,
    /// Period and unit → the figures as JSON.
    overviews: std::cell::RefCell<BTreeMap<(String, String), Value>>,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let db = folder.path().join("eksempel.sagstakt").display().to_string();
    run(&["demo", "--out", &db]);
    Desk { folder, db, overviews: std::cell::RefCell::default() }
}

#[track_caller]
fn run(line: &[&str]) -> Vec<u8> {
    let output = Command::new(sagstakt()).args(line).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{line:?}");
    output.stdout
}

impl Desk {
    fn model(&self, unit: &str, metric: TargetMetric) -> TrendModel {
        let book = Book::open(Path::new(&self.db)).unwrap();
        let snapshot = book.snapshot();
        let query = TrendQuery {
            lang: Lang::Da,
            metric,
            unit: snapshot.unit_by_code(unit).unwrap().id,
            half_year: HalfYear::parse("2026H2").unwrap(),
            choice: TrendChoice::of(metric),
        };
        trend_model(snapshot, &query).unwrap()
    }

    /// What the command line's picture says of itself.
    fn in_picture(&self, line: &str) -> Numbers {
        let out = self.folder.path().join("a.svg").display().to_string();
        let given: Vec<&str> = line.split(' ').collect();
        run(&[&["chart", "--db", &self.db, "--out", &out], given.as_slice()].concat());
        let text = std::fs::read_to_string(&out).unwrap();
        let document = Document::parse(&text).unwrap();
        let figures = document.descendants().filter(|it| it.attribute("data-at").is_some());
        let figure = |it: resvg::usvg::roxmltree::Node<'_, '_>| {
            let said = |name: &str| it.attribute(name).unwrap_or_default().to_owned();
            let value = it.attribute("data-value").map(|it| it.parse().unwrap());
            (
                (said("data-series"), said("data-at")),
                (value, said("data-shown"), said("data-basis")),
            )
        };
        figures.map(figure).collect()
    }

    fn figure(&self, option: &str, period: &str, unit: &str, key: &str) -> Value {
        let mut known = self.overviews.borrow_mut();
        let of = known.entry((period.to_owned(), unit.to_owned())).or_insert_with(|| {
            let given = ["overview", "--db", &self.db, option, period, "--unit", unit, "--json"];
            serde_json::from_slice(&run(&given)).unwrap()
        });
        let all = of.as_array().unwrap();
        let one = all.iter().find(|it| it["unit"] == unit).unwrap();
        one["figures"][key].clone()
    }
}

fn in_window(chart: &Chart) -> Numbers {
    let points = chart.series.iter().flat_map(|it| it.points.iter().map(|at| (&it.name, at)));
    points
        .map(|(name, it)| {
            ((name.clone(), it.at.key()), (it.value, it.shown.clone(), it.basis.clone()))
        })
        .collect()
}

/// As pasted: rows of tabs, a pair of cells a series.
#[track_caller]
fn check_table(chart: &Chart, numbers: &Numbers) {
    let text = table_text(&chart.table());
    let rows: Vec<Vec<&str>> = text.split("\r\n").map(|it| it.split('\t').collect()).collect();
    let mut checked = 0;
    for (place, at) in chart.places().iter().enumerate() {
        let row = &rows[place + 1];
        assert_eq!(row[0], at.words(Lang::Da));
        for (column, series) in chart.series.iter().enumerate() {
            let Some((_, shown, basis)) = numbers.get(&(series.name.clone(), at.key())) else {
                continue;
            };
            assert_eq!(
                (row[1 + 2 * column], row[2 + 2 * column]),
                (shown.as_str(), basis.as_str())
            );
            checked += 1;
        }
    }
    assert_eq!(checked, numbers.len(), "a figure is not in the table");
}

/// `days` is what a unit of the chart is in the unit of the JSON.
#[track_caller]
fn check_json(desk: &Desk, chart: &Chart, unit: &str, keys: &[&str], days: f64) {
    let mut known = 0;
    for (series, key) in chart.series.iter().zip(keys) {
        for point in &series.points {
            let (option, period) = match &point.at {
                At::Month(month) => ("--month", month.to_string()),
                At::HalfYear(half) => ("--half", half.to_string()),
                At::Weeks { .. } | At::Person(_) => unreachable!(),
            };
            let told = desk.figure(option, &period, unit, key);
            let place = format!("{unit} {key} {period}");
            let Some(value) = point.value else {
                assert!(told["status"] != "ok", "{place}: a gap in the picture, and {told}");
                continue;
            };
            let expected = told["value"].as_f64().unwrap();
            assert!((value * days - expected).abs() <= expected.abs() * 1e-12, "{place}: {told}");
            assert_eq!(told["shown"], point.shown, "{place}");
            known += 1;
        }
    }
    assert!(5 < known, "{unit} {keys:?}: {known}");
}

#[test]
fn picture_window_table_and_json_say_the_same() {
    let desk = desk();
    let pages = [
        ("BFA", TargetMetric::Caseload, "caseload", "caseload_half_year", 1.0),
        ("FH", TargetMetric::Wait, "wait_started_median", "wait_started_median", 7.0),
        ("FTI", TargetMetric::Wait, "wait_started_median", "wait_started_median", 7.0),
    ];
    for (unit, metric, key, half_key, days) in pages {
        let model = desk.model(unit, metric);
        let mut kinds = Vec::new();
        for drawn in model.main.iter().chain(&model.pairs) {
            let kind = drawn.drawing.name();
            kinds.push(kind);
            let figure = if unit == "BFA" && kind == "panels" { "cases" } else { key };
            let mut line = format!("--unit {unit} --kind {kind} --to 2026-10");
            if drawn.drawing.about().has_figure() {
                line.extend([" --figure ", figure]);
            }
            if drawn.drawing.about().has_first_month() {
                line.push_str(" --from 2021-01");
            }
            let picture = desk.in_picture(&line);
            assert_eq!(picture, in_window(&drawn.chart), "{line}");
            check_table(&drawn.chart, &picture);
            match kind {
                "run" => check_json(&desk, &drawn.chart, unit, &[key], days),
                "half-years" => check_json(&desk, &drawn.chart, unit, &[half_key], days),
                "flow" if unit == "BFA" => {
                    check_json(&desk, &drawn.chart, unit, &["opened", "closed"], 1.0);
                }
                "flow" => {
                    let keys = ["approved", "started", "withdrawn"];
                    check_json(&desk, &drawn.chart, unit, &keys, 1.0);
                }
                _ => {}
            }
        }
        assert!(kinds.contains(&"run") && kinds.contains(&"flow") && 5 <= kinds.len(), "{kinds:?}");
    }
}
